import Testing

@testable import Telemetry

/// Whole logs of real applications, which several kinds of lines share.
@Suite struct MixedLogTests {
  private func count(_ log: String) throws -> String {
    let now = Timestamp(seconds: 1_800_000_000)
    let text = Array((log + "\n").utf8)
    return try text.withUnsafeBytes { bytes in
      let found = FormatDetection(bytes)
      var reader = LogReader(
        source: 0, format: try #require(found.primary), alternates: found.alternates,
        envelope: found.envelope?.init(), arrival: now)
      reader.read(bytes, arrival: now)
      reader.flush()
      return totals(reader.takeBatch(at: now, lines: 0))
    }
  }

  private func totals(_ batch: Batch) -> String {
    func total(_ kind: TrafficKind) -> UInt64 {
      batch.traffic.filter { $0.kind == kind }.reduce(0) { $0 + $1.statuses.total }
    }
    let calls = batch.queries.reduce(0) { $0 + $1.calls }
    let timed = batch.queries.reduce(0) { $0 + ($1.latency?.count ?? 0) }
    let stalls = batch.readings.count { $0.signal == .loopLagSeconds }
    return batch.recognised.prefix(1).map(\.string).joined()
      + " \(total(.endpoint)) requests \(calls) queries \(timed) timed \(total(.outbound)) calls"
      + " \(total(.task)) tasks \(stalls) stalls \(batch.tally.unparsed) unparsed"
  }

  @Test func `counts what FastAPI, uvicorn, SQLAlchemy, httpx and asyncio wrote`() throws {
    let counts = try count(fastAPIMixedLog)
    #expect(
      counts
        == "app-line 11 requests 1 queries 1 timed 2 calls 2 tasks 2 stalls 0 unparsed")
  }

  @Test func `counts what Django, its development server and requests wrote`() throws {
    // Seven lines of the greeting say nothing of the kind.
    let counts = try count(djangoMixedLog)
    #expect(
      counts
        == "app-entry 8 requests 9 queries 9 timed 1 calls 0 tasks 0 stalls 7 unparsed")
  }

  @Test func `counts the jobs of Celery, a failed attempt as a run`() throws {
    let counts = try count(celeryLog)
    #expect(
      counts
        == "app-entry 0 requests 0 queries 0 timed 0 calls 4 tasks 0 stalls 0 unparsed")
  }

  @Test func `counts the jobs of RQ`() throws {
    let counts = try count(rqLog)
    #expect(
      counts
        == "app-entry 0 requests 0 queries 0 timed 0 calls 2 tasks 0 stalls 0 unparsed")
  }

  @Test func `counts nothing as the time of a statement that SQLAlchemy echoes`() {
    for note in [
      "[generated in 0.00011s] (None,)", "[cached since 86400s ago] (1,)", "[no key 0.0001s] ()",
      "[raw sql] ()", "[caching disabled 0.0001s] ()", "SELECT users.id FROM users",
    ] {
      let line = "2026-01-01 10:00:00,123 INFO sqlalchemy.engine.Engine \(note)"
      let read = summary(of: line, as: AppLineFormat.self)
      #expect(read?.hasPrefix("message info 2026-01-01T10:00:00.123Z | ") == true, "\(note)")
    }
  }
}
