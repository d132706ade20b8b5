import Telemetry
import Testing

@Suite struct QueryAggregationTests {
  private func batch(_ records: [RecordLiteral], threshold: Double = 0.001) -> Batch {
    var configuration = LogAccumulator.Configuration()
    configuration.spanThreshold = threshold
    var accumulator = LogAccumulator(
      source: 1, arrival: Timestamp(seconds: 0), configuration: configuration)
    for (place, record) in records.enumerated() {
      accumulator.lineNumber = UInt64(place + 1)
      accumulator.add(record)
    }
    return accumulator.takeBatch(at: Timestamp(seconds: 100))
  }

  @Test func `counts statements that differ in their literals as one`() {
    let batch = batch([
      .query("SELECT a FROM t WHERE id = 1", at: 1, took: 0.5, rows: 3),
      .query("select a\n  from t where id = 22", at: 2, took: 0.25, rows: 4),
      .query("SELECT b FROM t", at: 2, took: 1),
    ])
    #expect(batch.queries.map(\.calls) == [2, 1])
    let first = batch.queries[0]
    #expect((first.latency?.sumSeconds, first.latency?.count) == (0.75, 2))
    #expect((first.rowsSent, first.rowsSentCalls, first.rowsExaminedCalls) == (7, 2, 0))
    #expect(
      first.examples.map(\.statement.string) == [
        "SELECT a FROM t WHERE id = 1", "select a from t where id = 22",
      ])
    #expect(first.examples.map(\.line) == [1, 2])
    #expect(first.fingerprint?.string.isEmpty == false && first.id != batch.queries[1].id)
  }

  @Test func `counts a statement without a duration as a call`() {
    let batch = batch([.query("SELECT 1", at: 1), .query("SELECT 2", at: 1, took: 2)])
    #expect(batch.queries.map(\.calls) == [2])
    #expect(batch.queries[0].latency?.count == 1)
    #expect(batch.querySpans.map(\.span.seconds.isNaN) == [true, false])
  }

  @Test func `does not number lines when reading began in the middle`() {
    var accumulator = LogAccumulator(source: 1, arrival: Timestamp(seconds: 0))
    accumulator.countsLines = false
    accumulator.lineNumber = 7
    accumulator.add(.query("SELECT 1", at: 1, took: 1))
    #expect(accumulator.takeBatch(at: Timestamp(seconds: 2)).queries[0].examples[0].line == 0)
  }

  @Test func `remembers requests of some length with their ids and stamps`() {
    var request = RecordLiteral.request("/a", at: 10, took: 0.5)
    request.requestID = "r1"
    var query = RecordLiteral.query("SELECT 1", at: 9.9, took: 0.1)
    query.requestID = "r1"
    query.processID = "4711"
    var other = query
    other.connectionID = "c"
    let batch = batch([.request("/quick", at: 10, took: 0.0009), request, query, other])
    #expect(batch.requestSpans.map { batch.spanEndpoints[$0.endpoint].description } == ["GET /a"])
    let span = batch.requestSpans[0].span
    #expect((span.end, span.seconds, span.uncertainty) == (Timestamp(seconds: 10), 0.5, 0.001))
    #expect(span.requestID != 0 && span.traceID == 0 && span.connectionID == 0)
    #expect(batch.querySpans.map(\.span.requestID) == [span.requestID, span.requestID])
    #expect(batch.querySpans[0].query == batch.queries[0].id)
    let connections = batch.querySpans.map(\.span.connectionID)
    #expect(connections[0] != 0 && connections[1] != 0 && connections[0] != connections[1])
  }

  @Test func `takes the endpoint that a comment in the statement names`() {
    let batch = batch([
      .query("SELECT 1 /*route='/orders/{id}',controller='x'*/", at: 1, took: 0.1),
      .query("SELECT 1", at: 1, took: 0.1),
    ])
    let endpoints = batch.querySpans.map { span in
      span.endpoint.map { batch.spanEndpoints[$0].route.string }
    }
    #expect(endpoints == ["/orders/{id}", nil])
  }

  @Test func `keeps only the newest spans`() {
    var configuration = LogAccumulator.Configuration()
    configuration.spanCapacity = 10
    var accumulator = LogAccumulator(
      source: 1, arrival: Timestamp(seconds: 0), configuration: configuration)
    for second in 0..<100 {
      accumulator.add(.request("/", at: Double(second), took: 1))
      accumulator.add(.query("SELECT 1", at: Double(second), took: 1))
    }
    let batch = accumulator.takeBatch(at: Timestamp(seconds: 100))
    #expect(batch.requestSpans.map(\.span.end.seconds) == (90..<100).map(Double.init))
    #expect(batch.querySpans.map(\.span.end.seconds) == (90..<100).map(Double.init))
    #expect(batch.requests("GET /") == 100)
  }
}
