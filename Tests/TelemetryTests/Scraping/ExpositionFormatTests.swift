import Telemetry
import TestSupport
import Testing

/// The same kind of histogram in every format that can carry it.
struct ExpositionFormatTests {
  private let protobuf =
    "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited"
  private let openMetrics = "application/openmetrics-text; version=2.0.0"

  @Test func `reads composite histograms of OpenMetrics 2`() {
    func body(_ low: Int, _ all: Int, start: String = "") -> String {
      """
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds{route="/a",method="GET",status="200"} \
      {count:\(all),sum:\(all),bucket:[0.1:\(low),1:\(all),+Inf:\(all)]}\(start) # {t="x"} 0.5 1
      # EOF
      """
    }
    var target = ScrapeTarget()
    target.scrape(body(10, 10), contentType: openMetrics)
    let batch = target.scrape(body(11, 14), contentType: openMetrics)
    #expect(batch.trafficPicture == "GET /a 2xx:4 n:4 sum:4 p95:0.94")
    #expect(batch.tally.unparsed == 0)
    #expect(batch.notes.isEmpty)
  }

  @Test func `takes a start time that moved on as a reset`() {
    func body(_ count: Int, start: Int) -> String {
      """
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds{route="/a",status="200"} \
      {count:\(count),sum:1,bucket:[1:\(count),+Inf:\(count)]} st@\(start)
      # TYPE http_client_requests_total counter
      http_client_requests_total{host="b",status="200"} \(count) st@\(start)
      # EOF
      """
    }
    var target = ScrapeTarget()
    target.scrape(body(10, start: 1_799_990_000), contentType: openMetrics)
    let batch = target.scrape(body(12, start: 1_800_000_002), contentType: openMetrics)
    #expect(batch.traffic.map(\.statuses.total) == [12, 12])
  }

  @Test func `reads composite summaries and gauge histograms of OpenMetrics 2`() {
    func body(_ count: Int) -> String {
      """
      # TYPE ktor_http_server_requests_seconds summary
      ktor_http_server_requests_seconds{method="GET",route="/a",status="200"} \
      {count:\(count),sum:\(count),quantile:[0.5:0.25,0.95:2]}
      # TYPE queue_request_duration_seconds gaugehistogram
      queue_request_duration_seconds {gcount:3,gsum:1,bucket:[1:3,+Inf:3]}
      # EOF
      """
    }
    var target = ScrapeTarget()
    target.scrape(body(10), contentType: openMetrics)
    let batch = target.scrape(body(12), contentType: openMetrics)
    #expect(batch.trafficPicture == "GET /a 2xx:2 n:2 sum:2 q0.5:0.25 q0.95:2")
  }

  @Test func `reads native histograms of OpenMetrics 2, buckets and the drafted deltas`() {
    func body(_ buckets: String, _ count: Int) -> String {
      """
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds{route="/a",status="200"} {count:\(count),sum:8,schema:0,\
      zero_threshold:1e-4,zero_count:1,positive_spans:[0:2,1:1],\(buckets)}
      # EOF
      """
    }
    var target = ScrapeTarget()
    target.scrape(body("positive_buckets:[1,2,3]", 7), contentType: openMetrics)
    // One more in (1, 2] and two more in (4, 8].
    let batch = target.scrape(body("positive_deltas:[1,2,2]", 10), contentType: openMetrics)
    #expect(batch.trafficPicture == "/a 2xx:3 n:3 sum:0 p95:7.595")
    let p50 = batch.traffic.first?.latency.flatMap { HistogramQuantile.quantile(0.5, of: $0) }
    #expect(p50.map { ($0.seconds * 1000).rounded() } == 4757)
    #expect(p50?.range == 4...8)
  }

  @Test func `turns the ranges of VictoriaMetrics into bounds`() {
    func body(_ low: Int, _ high: Int, more: String = "") -> String {
      """
      http_request_duration_seconds_bucket{route="/a",vmrange="8.799e-02...1.000e-01"} \(low)
      http_request_duration_seconds_bucket{route="/a",vmrange="1.000e+18...+Inf"} 0
      http_request_duration_seconds_bucket{route="/a",vmrange="4.642e-01...5.275e-01"} \(high)
      \(more)
      http_request_duration_seconds_sum{route="/a"} \(low + high)
      http_request_duration_seconds_count{route="/a"} \(low + high)

      """
    }
    var target = ScrapeTarget()
    target.scrape(body(6, 1))
    // A range that was not there before counts from zero and is no change of layout.
    let range = #"http_request_duration_seconds_bucket{route="/a",vmrange="0...1.000e-09"} 2"#
    let batch = target.scrape(body(16, 1, more: range))
    #expect(batch.trafficPicture == "/a other:10 n:12 sum:10 p95:0.099")
    #expect(batch.notes.allSatisfy { !$0.string.contains("+Inf") })
  }

  @Test func `reads classic histograms, summaries, counters and gauges of protobuf`() {
    func body(_ count: UInt64) -> [UInt8] {
      let labels: [(String, String)] = [("route", "/a \"b\""), ("status", "503")]
      return MetricFamilyBytes.family(
        "http_request_duration_seconds", type: 4,
        metrics: [
          MetricFamilyBytes.metric(
            labels,
            histogram: MetricFamilyBytes.classic(
              count: count, sum: 9, buckets: [(0.1, 1), (1, count)]))
        ])
        + MetricFamilyBytes.family(
          "hikaricp_connections_active", type: 1,
          metrics: [MetricFamilyBytes.metric([("pool", "main")], gauge: 7)])
        + MetricFamilyBytes.family(
          "hikaricp_connections_timeout_total", type: 0,
          metrics: [MetricFamilyBytes.metric([("pool", "main")], counter: Double(count))])
    }
    var target = ScrapeTarget()
    target.scrape(bytes: body(10), contentType: protobuf)
    let batch = target.scrape(bytes: body(14), contentType: protobuf)
    #expect(batch.trafficPicture == "/a \"b\" 5xx:4 n:4 sum:0 p95:0.955")
    #expect(batch.readingsPicture == "poolInUse [main] 7\npoolTimeouts [main] 4")
    #expect(batch.tally.parsed == 7)
  }

  @Test func `reads native histograms of protobuf at the resolution they have`() {
    func body(_ deltas: [Int64], _ count: UInt64, schema: Int64 = 3) -> [UInt8] {
      MetricFamilyBytes.family(
        "http_request_duration_seconds", type: 4,
        metrics: [
          MetricFamilyBytes.metric(
            [("route", "/a"), ("status", "200")],
            histogram: MetricFamilyBytes.native(
              count: count, sum: Double(count), schema: schema, zeroCount: 0,
              spans: [(-8, UInt64(deltas.count))], deltas: deltas))
        ])
    }
    var target = ScrapeTarget()
    // Indexes -8 and -7 of schema 3: up to 0.5 s, and up to 0.545 s.
    target.scrape(bytes: body([5], 5), contentType: protobuf)
    let batch = target.scrape(bytes: body([5, 15], 25), contentType: protobuf)
    #expect(batch.trafficPicture == "/a 2xx:20 n:20 sum:20 p95:0.543")
    // It grew too large and became coarser: the counts before cannot be compared.
    let coarser = target.scrape(bytes: body([30], 30, schema: 2), contentType: protobuf)
    #expect(coarser.trafficPicture == "/a 2xx:5")
    let next = target.scrape(bytes: body([32], 32, schema: 2), contentType: protobuf)
    #expect(next.trafficPicture == "/a 2xx:2 n:2 sum:2 p95:0.248")
  }

  @Test func `asks for protobuf once text shows a histogram of one bucket`() {
    func text(_ count: Int) -> String {
      """
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds_bucket{route="/a",status="200",le="+Inf"} \(count)
      http_request_duration_seconds_sum{route="/a",status="200"} \(count)
      http_request_duration_seconds_count{route="/a",status="200"} \(count)

      """
    }
    func native(_ count: Int64) -> [UInt8] {
      MetricFamilyBytes.family(
        "http_request_duration_seconds", type: 4,
        metrics: [
          MetricFamilyBytes.metric(
            [("route", "/a"), ("status", "200")],
            histogram: MetricFamilyBytes.native(
              count: UInt64(count), sum: 0, schema: 3, zeroCount: 0, spans: [(0, 1)],
              deltas: [count]))
        ])
    }
    var target = ScrapeTarget()
    #expect(!target.session.wantsProtobuf)
    let first = target.scrape(text(5))
    #expect(first.notes.contains { $0.string.contains("only the +Inf bucket") })
    #expect(target.session.wantsProtobuf)
    // The same series are written differently now, so this is a first scrape again.
    #expect(target.scrape(bytes: native(8), contentType: protobuf).traffic.isEmpty)
    let batch = target.scrape(bytes: native(10), contentType: protobuf)
    #expect(batch.trafficPicture == "/a 2xx:2 n:2 sum:0 p95:0.996")
    #expect(batch.notes.isEmpty)
    #expect(target.session.wantsProtobuf)
  }

  @Test func `does not ask for protobuf again when it has no buckets either`() {
    let bare = MetricFamilyBytes.family(
      "http_request_duration_seconds", type: 4,
      metrics: [
        MetricFamilyBytes.metric(
          [("route", "/a")],
          histogram: MetricFamilyBytes.classic(count: 3, sum: 1, buckets: [(.infinity, 3)]))
      ])
    let text = #"http_request_duration_seconds_bucket{route="/a",le="+Inf"} 3"# + "\n"
    var target = ScrapeTarget()
    target.scrape(text)
    #expect(target.session.wantsProtobuf)
    target.scrape(bytes: bare, contentType: protobuf)
    #expect(!target.session.wantsProtobuf)
    target.scrape(text)
    #expect(!target.session.wantsProtobuf)
  }

  @Test func `survives ten thousand damaged messages`() {
    let whole =
      MetricFamilyBytes.family(
        "http_request_duration_seconds", type: 4,
        metrics: [
          MetricFamilyBytes.metric(
            [("route", "/a")],
            histogram: MetricFamilyBytes.native(
              count: 9, sum: 1, schema: 3, zeroCount: 1, spans: [(0, 2), (3, 1)],
              deltas: [1, 2, 3]))
        ])
    var dice = Dice(11)
    var target = ScrapeTarget()
    for _ in 0..<10_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = .random(in: 0...255, using: &dice)
      }
      bytes.removeLast(Int.random(in: 0..<bytes.count, using: &dice))
      let batch = target.scrape(bytes: bytes, contentType: protobuf)
      #expect(batch.tally.parsed < 100)
    }
  }

  @Test func `says that a message is cut off`() {
    let family = MetricFamilyBytes.family(
      "a", type: 1, metrics: [MetricFamilyBytes.metric([], gauge: 1)])
    var target = ScrapeTarget()
    let batch = target.scrape(bytes: family + family.dropLast(3), contentType: protobuf)
    #expect(batch.tally.parsed == 1)
    #expect(batch.notes == ["the body is damaged or cut off"])
  }
}
