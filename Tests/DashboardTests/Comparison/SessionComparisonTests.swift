import Telemetry
import Testing

@testable import Dashboard

/// Sessions and rates before and after: only what is beyond noise is called different.
struct SessionComparisonTests {
  private func record(
    count: Double, active: Double, duration: (Double, [Double]?), requests: (Double, [Double]?),
    seconds: Double = 3600, gap: Double = 1_800_000
  ) -> SnapshotRecord {
    func latency(_ value: (Double, [Double]?)) -> SnapshotRecord.Latency {
      SnapshotRecord.Latency(
        count: count, mean: value.0, p50: value.0, p95: nil, p99: nil,
        confidence: value.1.map { ["p50": $0] })
    }
    var record = SnapshotRecord(
      schema: 1, window: SnapshotRecord.WindowRecord(from: nil, to: nil, seconds: seconds))
    record.sessions = SnapshotRecord.Sessions(
      active: active, count: count, duration: latency(duration), requests: latency(requests),
      gapMilliseconds: gap)
    return record
  }

  private func picture(_ before: SnapshotRecord, _ after: SnapshotRecord) -> [String] {
    Comparison(before: before, after: after).sessions.map {
      "\($0.figure): \($0.text) \($0.verdict)"
    }
  }

  @Test func `tells what differs beyond noise, and calls none of it worse`() {
    let before = record(
      count: 400, active: 40, duration: (60_000, [55_000, 66_000]), requests: (7, [6, 8]))
    let after = record(
      count: 220, active: 35, duration: (20_000, [18_000, 25_000]), requests: (8, [7, 9]),
      seconds: 1800)
    #expect(
      picture(before, after) == [
        "per hour: 400 to 440, +10 % same", "active at the end: 40 to 35, -13 % same",
        "duration p50: 60.0 s to 20.0 s, -67 % (3.0 times) differs",
        "requests p50: 7 to 8, +14 % same",
      ])
    let comparison = Comparison(before: before, after: after)
    #expect(!comparison.hasRegression)
    let text = PlainTextWriter.text(of: comparison.document)
    #expect(text.contains("differs  sessions  duration p50"), "\(text)")
    #expect(text.contains("1 different, 3 within noise"), "\(text)")
  }

  @Test func `counts of sessions are compared by the hour`() {
    let before = record(count: 400, active: 40, duration: (1, nil), requests: (1, nil))
    let after = record(
      count: 400, active: 90, duration: (1, nil), requests: (1, nil), seconds: 1200)
    let verdicts = Comparison(before: before, after: after).sessions.prefix(2).map(\.verdict)
    #expect(verdicts == [.differs, .differs])
  }

  @Test func `compares nothing where a session is another thing, or unknown`() {
    let before = record(count: 400, active: 40, duration: (1, nil), requests: (1, nil))
    let after = record(
      count: 900, active: 40, duration: (1, nil), requests: (1, nil), gap: 600_000)
    #expect(picture(before, after) == [])
    #expect(picture(before, SnapshotRecord(schema: 1)) == [])
  }

  @Test(arguments: [
    (30.0, 8.0, 143.0, 143.0, Change.Verdict.better), (30, 29, 143, 140, .same),
    (8, 30, 143, 143, .worse), (30, 15, 143, 72, .same),
    (3, 1, 100, 100, .unclear("may be chance")),
  ])
  func `statements are counted for each request`(
    old: Double, new: Double, requests: Double, later: Double, verdict: Change.Verdict
  ) {
    func record(_ calls: Double, _ requests: Double) -> SnapshotRecord {
      var record = SnapshotRecord(schema: 1)
      record.totals = SnapshotRecord.Traffic(requests: requests)
      record.queries = [SnapshotRecord.Query(id: "a", fingerprint: "select ?", calls: calls)]
      return record
    }
    let comparison = Comparison(before: record(old, requests), after: record(new, later))
    let change = comparison.queries.first { $0.figure == "calls per request" }
    #expect(change?.verdict == verdict)
    #expect(change?.samples.before == old && change?.samples.after == new)
  }

  @Test func `means alone are shown where they are far apart, and judged nowhere`() {
    func record(_ mean: Double) -> SnapshotRecord {
      var record = SnapshotRecord(schema: 1)
      record.endpoints = [
        SnapshotRecord.Traffic(
          endpoint: "GET /a", requests: 12, latency: SnapshotRecord.Latency(count: 12, mean: mean))
      ]
      return record
    }
    let comparison = Comparison(before: record(200), after: record(45))
    #expect(!comparison.hasRegression)
    let text = PlainTextWriter.text(of: comparison.document)
    #expect(text.contains("unclear: means alone are known"), "\(text)")
    #expect(text.contains("200 ms to 45 ms"), "\(text)")
    #expect(
      !PlainTextWriter.text(of: Comparison(before: record(200), after: record(190)).document)
        .contains("200 ms to"))
  }
}
