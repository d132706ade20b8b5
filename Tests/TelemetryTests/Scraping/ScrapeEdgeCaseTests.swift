import Telemetry
import TestSupport
import Testing

/// What real targets do to a scraper; the cases that other suites do not have.
struct ScrapeEdgeCaseTests {
  private func requests(_ count: String, type: String = "counter") -> String {
    """
    # TYPE http_requests_received_total \(type)
    http_requests_received_total{code="200",endpoint="/a",method="GET"} \(count)

    """
  }

  @Test func `gives totals since the start after the first scrape and no rate`() {
    var target = ScrapeTarget()
    let body = requests("40") + "process_start_time_seconds 1799999000\n"
    let first = target.scrape(body)
    #expect(first.traffic.isEmpty)
    #expect(first.covered == nil)
    let lifetime = target.session.lifetime(source: 7)
    #expect(lifetime.trafficPicture == "GET /a 2xx:40")
    #expect(lifetime.covered?.lowerBound == Timestamp(seconds: 1_799_999_000))
  }

  @Test func `takes a counter that dropped as one that began again`() {
    var target = ScrapeTarget()
    target.scrape(requests("40"))
    #expect(target.scrape(requests("3")).trafficPicture == "GET /a 2xx:3")
  }

  @Test func `takes counters of the wrong type or of none`() {
    for type in ["gauge", "untyped", "unknown", "counter"] {
      var target = ScrapeTarget()
      target.scrape(requests("40", type: type))
      #expect(target.scrape(requests("44", type: type)).trafficPicture == "GET /a 2xx:4", "\(type)")
    }
  }

  @Test func `counts each of three workers that answer in any order`() {
    var dice = Dice(5)
    var target = ScrapeTarget()
    var counts = [100, 40_000, 7]
    var seen: [Int?] = [nil, nil, nil]
    var expected = 0
    for _ in 0..<60 {
      let worker = Int.random(in: 0..<3, using: &dice)
      counts[worker] += Int.random(in: 0...5, using: &dice)
      let batch = target.scrape(
        requests("\(counts[worker])") + "process_start_time_seconds 17999990\(worker)0.25\n")
      expected = seen[worker].map { counts[worker] - $0 } ?? 0
      seen[worker] = counts[worker]
      #expect(batch.traffic.reduce(0) { $0 + $1.statuses.total } == UInt64(expected))
    }
    #expect(
      target.session.lifetime(source: 7).traffic.first?.statuses.total
        == UInt64(counts.reduce(0, +)))
  }

  @Test func `leaves out what is not a number or not defined`() {
    var target = ScrapeTarget()
    let body = """
      # TYPE ktor_http_server_requests_seconds summary
      ktor_http_server_requests_seconds{method="GET",route="/a",status="200",quantile="0.5"} NaN
      ktor_http_server_requests_seconds_count{method="GET",route="/a",status="200"} 3
      ktor_http_server_requests_seconds_sum{method="GET",route="/a",status="200"} +Inf
      jvm_memory_max_bytes{area="heap",id="Old"} -1.0
      jvm_memory_used_bytes{area="heap",id="Old"} NaN
      resilience4j_circuitbreaker_failure_rate{name="b"} -1.0
      resilience4j_circuitbreaker_state{name="b",state="open"} 0

      """
    target.scrape(body)
    let batch = target.scrape(body)
    #expect(batch.traffic.isEmpty)
    #expect(batch.readingsPicture == "breakerState [b] 0")
  }

  /// A name with a unit, and the seconds that a sum of 9 of it stands for.
  @Test(arguments: [
    ("http_request_duration_seconds", 9.0), ("http_request_duration_milliseconds", 0.009),
    ("http_request_duration_ms", 0.009), ("http_request_duration_microseconds", 9e-6),
    ("http_request_duration_us", 9e-6), ("http_request_duration_usec", 9e-6),
    ("http_request_duration_nanoseconds", 9e-9), ("http_request_duration_nanos", 9e-9),
    ("http_request_duration_ns", 9e-9), ("http_request_duration_minutes", 540),
  ]) func `scales by the unit that ends a name`(name: String, seconds: Double) {
    func body(_ count: Int) -> String {
      """
      # TYPE \(name) histogram
      \(name)_bucket{path="/a",le="1"} \(count)
      \(name)_bucket{path="/a",le="+Inf"} \(count)
      \(name)_sum{path="/a"} \(count * 9)
      \(name)_count{path="/a"} \(count)

      """
    }
    var target = ScrapeTarget()
    target.scrape(body(1))
    let sum = target.scrape(body(2)).traffic.first?.latency?.sumSeconds ?? 0
    #expect(abs(sum - seconds) < seconds * 1e-9)
  }

  @Test(arguments: [
    "http_requests_received", "http_requests_received_total",
    "http_requests_received_total_total",
  ]) func `matches names without, with and with a doubled total`(name: String) {
    var target = ScrapeTarget()
    let series = #"\#(name){code="200",endpoint="/a",method="GET"} "#
    target.scrape(series + "1\n")
    let expected = name.hasSuffix("_total_total") ? "" : "GET /a 2xx:2"
    #expect(target.scrape(series + "3\n").trafficPicture == expected)
  }

  @Test func `finds the increase of counts past two to the fifty-third`() {
    var target = ScrapeTarget()
    target.scrape(requests("9007199254740992"))
    #expect(target.scrape(requests("9007199254740998")).trafficPicture == "GET /a 2xx:6")
    #expect(target.scrape(requests("1e300")).traffic.first?.statuses.total ?? 0 > 1 << 50)
  }

  @Test func `never counts less than nothing`() {
    var target = ScrapeTarget()
    let body = { (low: String, all: String) in
      """
      http_request_duration_seconds_bucket{route="/a",le="1"} \(low)
      http_request_duration_seconds_bucket{route="/a",le="+Inf"} \(all)
      http_request_duration_seconds_sum{route="/a"} 1
      http_request_duration_seconds_count{route="/a"} \(all)

      """
    }
    target.scrape(body("0.30000000000000004", "0.3"))
    let batch = target.scrape(body("1.3", "1.2999999999999998"))
    #expect(batch.traffic.first?.latency?.count == 1)
  }

  @Test func `measures by the monotonic clock when the wall clock steps`() {
    var session = ScrapeSession()
    func scrape(_ count: Int, wall: Double, monotonic: Double) -> Batch {
      Array(requests("\(count)").utf8).withUnsafeBytes {
        session.ingest(
          $0, contentType: nil, wall: Timestamp(seconds: wall), monotonicSeconds: monotonic,
          source: 1)
      }
    }
    _ = scrape(1, wall: 1_800_000_000, monotonic: 10)
    let batch = scrape(3, wall: 1_799_996_400, monotonic: 15)
    #expect(batch.covered.map { $0.upperBound - $0.lowerBound } == 5)
  }

  @Test func `reads quantile labels in percent and in digits`() {
    var target = ScrapeTarget()
    let body = """
      # TYPE http_request_duration_seconds summary
      http_request_duration_seconds{route="/a",quantile="95"} 0.3
      http_request_duration_seconds{route="/a",quantile="99"} 0.5
      http_request_duration_seconds{route="/a",quantile="999"} 0.9
      http_request_duration_seconds_sum{route="/a"} 1
      http_request_duration_seconds_count{route="/a"} @

      """
    target.scrape(body.replacing("@", with: "1"))
    let batch = target.scrape(body.replacing("@", with: "2"))
    #expect(batch.traffic.first?.reported.map(\.quantile) == [0.95, 0.99, 0.999])
  }

  @Test func `loses one line to a value that was not escaped`() {
    var target = ScrapeTarget()
    let bad = #"http_requests_received_total{code="200",endpoint="/"x",method="GET"} 1"# + "\n"
    target.scrape(requests("1") + bad)
    let batch = target.scrape(requests("2") + bad)
    #expect(batch.trafficPicture == "GET /a 2xx:1")
    #expect(batch.tally.unparsed == 1)
  }

  @Test func `starts anew when a target changes from text to OpenMetrics`() {
    var target = ScrapeTarget()
    target.scrape(requests("40"))
    let body = """
      # TYPE http_requests_received counter
      http_requests_received_total{code="200",endpoint="/a",method="GET"}
      """
    #expect(target.scrape(body + " 50\n# EOF\n").traffic.isEmpty)
    #expect(target.scrape(body + " 52\n# EOF\n").trafficPicture == "GET /a 2xx:2")
  }
}
