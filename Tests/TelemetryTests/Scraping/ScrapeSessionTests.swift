import Telemetry
import TestSupport
import Testing

struct ScrapeSessionTests {
  /// A histogram of one endpoint with bounds 0.1 and 1.
  private func histogram(
    _ counts: [Int], sum: Double, route: String = "/a", extra: String = ""
  ) -> String {
    let labels = #"route="\#(route)",method="GET",status="200""#
    return """
      # TYPE http_request_duration_seconds histogram
      http_request_duration_seconds_bucket{\(labels),le="0.1"} \(counts[0])
      http_request_duration_seconds_bucket{\(labels),le="1"} \(counts[1])
      http_request_duration_seconds_bucket{\(labels),le="+Inf"} \(counts[2])
      http_request_duration_seconds_sum{\(labels)} \(sum)
      http_request_duration_seconds_count{\(labels)} \(counts[2])
      \(extra)

      """
  }

  @Test func `has no increases at first, then those of the interval`() {
    var target = ScrapeTarget()
    let first = target.scrape(histogram([5, 7, 8], sum: 4))
    #expect(first.traffic.isEmpty)
    #expect(first.covered == nil)
    let second = target.scrape(histogram([6, 10, 12], sum: 9))
    #expect(second.trafficPicture == "GET /a 2xx:4 n:4 sum:5 p95>1")
    #expect(second.covered == ScrapeTarget.epoch...(ScrapeTarget.epoch + 5))
    #expect(second.source == 7)
    let idle = target.scrape(histogram([6, 10, 12], sum: 9))
    #expect(idle.traffic.isEmpty)
    #expect(idle.covered != nil)
  }

  @Test func `treats a histogram as reset as a whole`() {
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4))
    // Only one bucket dropped; taken bucket by bucket the first would count 1 and the last 12.
    let batch = target.scrape(histogram([1, 9, 20], sum: 9))
    #expect(batch.trafficPicture == "GET /a 2xx:20 n:20 sum:9 p95>1")
  }

  @Test func `treats a changed bucket layout as a reset`() {
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4))
    let wider = histogram([6, 8, 9], sum: 5)
      .replacing("le=\"1\"", with: "le=\"2\"")
    #expect(target.scrape(wider).trafficPicture == "GET /a 2xx:9 n:9 sum:5 p95>2")
  }

  @Test func `treats a created stamp that moved on as a reset`() {
    let created = #"http_request_duration_seconds_created{route="/a",method="GET",status="200"}"#
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4, extra: created + " 1.7e9"))
    let batch = target.scrape(histogram([6, 10, 12], sum: 9, extra: created + " 1.8e9"))
    #expect(batch.trafficPicture == "GET /a 2xx:12 n:12 sum:9 p95>1")
  }

  @Test func `counts a restart from zero even when the new value is larger`() {
    var target = ScrapeTarget()
    let start = "process_start_time_seconds "
    target.scrape(histogram([5, 7, 8], sum: 4, extra: start + "1799990000"))
    let batch = target.scrape(histogram([6, 10, 12], sum: 9, extra: start + "1800000002"))
    #expect(batch.trafficPicture == "GET /a 2xx:12 n:12 sum:9 p95>1")
    #expect(batch.notes.isEmpty)
  }

  @Test func `keeps workers behind one port apart`() {
    var target = ScrapeTarget()
    let start = "process_start_time_seconds "
    let one = start + "1799990000"
    let two = start + "1799990000.5"
    target.scrape(histogram([5, 7, 8], sum: 4, extra: one))
    let unknown = target.scrape(histogram([500, 700, 800], sum: 400, extra: two))
    #expect(unknown.traffic.isEmpty)
    let back = target.scrape(histogram([6, 8, 9], sum: 4.05, extra: one))
    #expect(back.trafficPicture == "GET /a 2xx:1 n:1 sum:0.05 p95:0.095")
    #expect(back.notes.contains { $0.string.hasPrefix("2 processes answer in turn") })
    #expect(back.processNote.map(back.notes.contains) == true && unknown.processNote == nil)
    let other = target.scrape(histogram([502, 702, 802], sum: 400.1, extra: two))
    #expect(other.trafficPicture == "GET /a 2xx:2 n:2 sum:0.1 p95:0.095")
    #expect(target.session.lifetime(source: 7).traffic.first?.statuses.total == 811)
  }

  /// Two workers that were forked in the same hundredth of a second have one start time.
  @Test(arguments: ["", "process_start_time_seconds 1799989999.5\n"])
  func `keeps workers apart by when their series began`(start: String) {
    var target = ScrapeTarget()
    let created = start + "http_request_size_bytes_count 1\nhttp_request_size_bytes_created "
    let one = created + "1799990000"
    let two = created + "1799990000.5"
    target.scrape(histogram([5, 7, 8], sum: 4, extra: one))
    #expect(target.scrape(histogram([500, 700, 800], sum: 400, extra: two)).traffic.isEmpty)
    let back = target.scrape(histogram([6, 8, 9], sum: 4.05, extra: one))
    #expect(back.trafficPicture == "GET /a 2xx:1 n:1 sum:0.05 p95:0.095")
    #expect(back.notes.contains { $0.string.hasPrefix("2 processes answer in turn") })
  }

  @Test func `a process whose first series comes late stays the same`() {
    var target = ScrapeTarget()
    target.scrape("process_start_time_seconds 1799990000\n")
    let created = """
      process_start_time_seconds 1799990000
      http_request_size_bytes_count 1
      http_request_size_bytes_created 1800000003
      """
    let batch = target.scrape(histogram([5, 7, 8], sum: 4, extra: created))
    #expect(batch.trafficPicture == "GET /a 2xx:8 n:8 sum:4 p95>1")
    #expect(batch.notes.isEmpty)
  }

  @Test func `a counter of statuses that nobody has asked for yet is not missed`() {
    // What prometheus-fastapi-instrumentator says before the first request: types, no series.
    let histogram = """
      http_request_duration_highr_seconds_bucket{le="+Inf"} 0
      http_request_duration_highr_seconds_sum 0
      http_request_duration_highr_seconds_count 0

      """
    var target = ScrapeTarget()
    let without = target.scrape(histogram)
    #expect(without.notes.contains { $0.string.hasSuffix("errors are not known") })
    var fresh = ScrapeTarget()
    let with = fresh.scrape("# TYPE http_requests_total counter\n" + histogram)
    #expect(!with.notes.contains { $0.string.hasSuffix("errors are not known") }, "\(with.notes)")
  }

  @Test func `says what is missing without what a redaction would take for a query`() {
    var target = ScrapeTarget()
    let batch = target.scrape(
      "http_request_duration_seconds_bucket{route=\"/a\",le=\"+Inf\"} 1\n"
        + "http_request_duration_seconds_sum{route=\"/a\"} 1\n"
        + "http_request_duration_seconds_count{route=\"/a\"} 1\n")
    let note = batch.notes.first { $0.string.contains("+Inf") }?.string
    #expect(
      note == "http_request_duration_seconds has only the +Inf bucket, as native histograms have "
        + "in text: protobuf is asked for next, which has them")
  }

  @Test func `counts a series that is born between two scrapes`() {
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4))
    let batch = target.scrape(
      histogram([5, 7, 8], sum: 4) + histogram([1, 1, 1], sum: 0.05, route: "/new"))
    #expect(batch.trafficPicture == "GET /new 2xx:1 n:1 sum:0.05 p95:0.095")
  }

  @Test func `a series that was away for a scrape goes on where it was`() {
    var target = ScrapeTarget()
    let up = "up_since 1\n"
    func cache(_ hits: Int) -> String { "redis_keyspace_hits_total \(hits)\n" + up }
    target.scrape(cache(1_000_000) + histogram([5, 7, 8], sum: 4))
    #expect(target.scrape(up).trafficPicture == "")
    #expect(target.scrape(up).trafficPicture == "")
    let back = target.scrape(cache(1_000_010) + histogram([5, 7, 9], sum: 5))
    #expect(back.readingsPicture == "cacheHits [redis] 10")
    #expect(back.traffic.map { $0.latency?.count } == [1])
  }

  @Test func `processes of a deployment that is over take turns no more`() {
    var target = ScrapeTarget()
    func answer(_ start: Int, _ count: Int) -> String {
      "process_start_time_seconds \(start)\n" + histogram([count, count, count], sum: 1)
    }
    for start in [1_000, 2_000, 1_000] { target.scrape(answer(start, 5)) }
    func takesTurns(_ batch: Batch) -> Bool {
      batch.notes.contains { $0.string.contains("answer in turn") }
    }
    #expect(takesTurns(target.scrape(answer(2_000, 5))))
    for _ in 0..<60 { target.scrape(answer(2_000, 5)) }
    #expect(!takesTurns(target.scrape(answer(2_000, 6))))
  }

  @Test func `forgets a series that is gone at once`() {
    var target = ScrapeTarget()
    let pool = #"hikaricp_connections_active{pool="main"} 3"# + "\n"
    #expect(target.scrape(pool).readingsPicture == "poolInUse [main] 3")
    let gone = target.scrape(histogram([5, 7, 8], sum: 4))
    #expect(gone.readingsPicture == "")
    #expect(gone.ended == [EndedGauge(signal: .poolInUse, subject: "main")])
    #expect(target.scrape(histogram([5, 7, 8], sum: 4)).ended.isEmpty)
    #expect(target.scrape(pool).ended.isEmpty)
  }

  @Test func `lets the last of two samples of one series count and says so`() {
    var target = ScrapeTarget()
    let pool = #"hikaricp_connections_active{pool="main"} "#
    let batch = target.scrape(pool + "3\n" + pool + "4\n")
    #expect(batch.readingsPicture == "poolInUse [main] 4")
    #expect(batch.notes.contains { $0.string.hasPrefix("1 samples repeat") })
  }

  @Test func `repairs a torn histogram`() {
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4))
    // The first bucket was read after two more requests than the others.
    let batch = target.scrape(histogram([9, 9, 10], sum: 5))
    #expect(batch.traffic.first?.latency?.count == 4)
    #expect(batch.traffic.first?.statuses.total == 2)
  }

  @Test func `sums over labels that are aggregated away and reads any spelling of a bound`() {
    func body(_ one: Int, _ two: Int) -> String {
      """
      http_request_duration_seconds_bucket{route="/a",pod="1",le="1"} \(one)
      http_request_duration_seconds_bucket{route="/a",pod="1",le="+Inf"} \(one)
      http_request_duration_seconds_sum{route="/a",pod="1"} 1
      http_request_duration_seconds_count{route="/a",pod="1"} \(one)
      http_request_duration_seconds_bucket{le="1.0e0",pod="2",route="/a"} \(two)
      http_request_duration_seconds_bucket{le="Inf",pod="2",route="/a"} \(two)
      http_request_duration_seconds_sum{pod="2",route="/a"} 1
      http_request_duration_seconds_count{route="/a",pod="2"} \(two)

      """
    }
    var target = ScrapeTarget()
    target.scrape(body(1, 10))
    #expect(target.scrape(body(3, 20)).trafficPicture == "/a other:12 n:12 sum:0 p95:0.95")
  }

  @Test func `scales milliseconds and lets UNIT overrule the name`() {
    func body(_ count: Int, name: String, extra: String) -> String {
      """
      \(extra)
      \(name)_bucket{route="/a",le="5"} \(count)
      \(name)_bucket{route="/a",le="+Inf"} \(count)
      \(name)_sum{route="/a"} \(count)
      \(name)_count{route="/a"} \(count)

      """
    }
    for (name, unit) in [
      ("http_request_duration_milliseconds", ""),
      ("http_request_duration_seconds", "# UNIT http_request_duration_seconds milliseconds"),
    ] {
      var target = ScrapeTarget()
      target.scrape(body(0, name: name, extra: unit))
      let batch = target.scrape(body(10, name: name, extra: unit))
      #expect(batch.traffic.first?.latency?.layout == .explicit([0.005]))
      #expect(batch.traffic.first?.latency?.sumSeconds == 0.01)
    }
  }

  @Test func `measures time by the stamps of an exporter that caches`() {
    func body(_ hits: Int, at seconds: Int) -> String {
      "redis_keyspace_hits_total \(hits) \(seconds)000\n"
    }
    var target = ScrapeTarget()
    target.scrape(body(1, at: 1_799_999_900))
    let batch = target.scrape(body(5, at: 1_799_999_960))
    #expect(batch.readingsPicture == "cacheHits [redis] 4")
    #expect(batch.covered.map { $0.upperBound - $0.lowerBound } == 60)
    #expect(target.scrape(body(5, at: 1_799_999_960)).covered == nil)
  }

  @Test func `spans a gap by the time that truly went by`() {
    var target = ScrapeTarget()
    target.scrape(histogram([5, 7, 8], sum: 4))
    let failed = target.scrape("<html><body>502 Bad Gateway</body></html>")
    #expect(failed.health == .failing("not an exposition: looks like an HTML page"))
    #expect(failed.traffic.isEmpty)
    let batch = target.scrape(histogram([6, 8, 9], sum: 5))
    #expect(batch.trafficPicture == "GET /a 2xx:1 n:1 sum:1 p95:0.095")
    #expect(batch.covered.map { $0.upperBound - $0.lowerBound } == 10)
  }

  @Test func `counts bad lines and keeps the last as an example`() {
    var target = ScrapeTarget()
    let batch = target.scrape(
      "redis_up 1\nredis_db_keys{db=\"0\"} many\nredis_keyspace_hits_total 5\n")
    #expect(batch.tally.parsed == 2)
    #expect(batch.tally.unparsed == 1)
    let example = "line 2: the value is not a number: redis_db_keys{db=\"0\"} many"
    #expect(batch.tally.unparsedExample?.string == example)
  }

  @Test func `gives totals since the start of the process`() {
    var target = ScrapeTarget()
    target.scrape(
      histogram([5, 7, 8], sum: 4, extra: "process_start_time_seconds 1799999000"))
    let batch = target.session.lifetime(source: 7)
    #expect(batch.trafficPicture == "GET /a 2xx:8 n:8 sum:4 p95>1")
    #expect(batch.covered == Timestamp(seconds: 1_799_999_000)...ScrapeTarget.epoch)
  }

  @Test func `counts endpoints over the limit as other and series over the limit not`() {
    func body(_ count: Int) -> String {
      (0..<5).map { #"http_requests_total{route="/r\#($0)",status="200"} \#(count)"# + "\n" }
        .joined()
    }
    var target = ScrapeTarget(endpointLimit: 2)
    target.scrape(body(1))
    let batch = target.scrape(body(2))
    #expect(batch.trafficPicture == "(other) 2xx:3\n/r0 2xx:1\n/r1 2xx:1")
    #expect(batch.notes.contains { $0.string.hasPrefix("more than 2 endpoints") })
    var small = ScrapeTarget(seriesLimit: 3)
    small.scrape(body(1))
    let capped = small.scrape(body(2))
    #expect(capped.trafficPicture == "/r0 2xx:1\n/r1 2xx:1\n/r2 2xx:1")
    #expect(capped.notes.contains { $0.string == "2 series over the limit were left out" })
  }

  @Test func `follows a target whose series come in another order each time`() {
    var target = ScrapeTarget()
    var random = Dice(1)
    for round in 0..<20 {
      let lines = (0..<50).map {
        #"http_requests_total{route="/r\#($0)",status="200"} \#(round * 2)"# + "\n"
      }
      let batch = target.scrape(lines.shuffled(using: &random).joined())
      #expect(batch.tally.parsed == 50)
      #expect(batch.traffic.count == (round == 0 ? 0 : 50))
      #expect(batch.traffic.allSatisfy { $0.statuses[2] == 2 })
    }
  }

  @Test func `keeps its memory bounded when every scrape brings new series`() {
    var target = ScrapeTarget(seriesLimit: 10_000)
    for round in 0..<40 {
      let lines = (0..<1_000).map { "redis_up{id=\"\(round)-\($0)\"} 1\n" }.joined()
      let batch = target.scrape(lines)
      #expect(batch.tally.parsed == 1_000)
      #expect(batch.notes.isEmpty)
    }
  }
}
