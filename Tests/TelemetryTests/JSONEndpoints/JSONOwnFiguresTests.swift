import Testing

@testable import Telemetry

/// Means and shares of failures that a service works out itself, and writes rounded.
struct JSONOwnFiguresTests {
  /// Pages whose means say nothing about a few requests, with `@` for the count.
  @Test(arguments: [
    (
      #"{"endpoints": [{"endpoint": "/a", "requests": @, "avg_ms": 45.5, "p95_ms": 120.3}]}"#,
      1_000_000, 10, "/a other:10 n:10 sum:0.455 q0.95:0.12"
    ),
    (
      #"{"requests": {"total": @, "avg_latency": 0.123}}"#, 1000, 20,
      "(all) other:20 n:20 sum:2.46"
    ),
    (
      #"{"tasks": {"generate_image": {"runs": @, "avg_duration_seconds": 4.5}}}"#, 1000, 2,
      "generate_image other:2 n:2 sum:9"
    ),
    (
      #"{"endpoints": [{"path": "/a", "count": @, "avg_ms": 5}]}"#, 1000, 10,
      "/a other:10 n:10 sum:0.05"
    ),
  ])
  func `a mean that is rounded too coarsely stands for the interval, and a note says so`(
    page: String, before: Int, growth: Int, picture: String
  ) {
    var service = JSONPoll()
    let first = service.poll(page.replacing("@", with: "\(before)"))
    #expect(!first.notesPicture.contains("the service's own means"))
    let batch = service.poll(page.replacing("@", with: "\(before + growth)"))
    #expect(batch.trafficPicture == picture)
    #expect(batch.notesPicture.contains("the service's own means"))
  }

  @Test func `the change of a mean counts once it is known well enough`() {
    func body(_ count: Int, _ mean: String) -> String {
      #"[{"path": "/a", "count": \#(count), "mean_s": \#(mean)}]"#
    }
    var service = JSONPoll()
    service.poll(body(1000, "0.200"))
    #expect(service.poll(body(1001, "0.200")).trafficPicture == "/a other:1 n:1 sum:0.2")
    // 3600 s of 9000 requests, less 200 s of the first 1000: 0.425 s each.
    #expect(
      service.poll(body(9000, "0.400")).trafficPicture == "/a other:7999 n:7999 sum:3399.575")
  }

  @Test func `since the start every mean counts, however it is rounded`() {
    var service = JSONPoll()
    service.poll(
      #"""
      {"endpoints": [{"path": "/a", "count": 100, "avg_seconds": 0.05},
       {"path": "/b", "count": 100, "avg_seconds": 0.2}, {"path": "/c", "count": 100, "avg_ms": 5},
       {"path": "/d", "count": 100, "avg_ms": 1.5}]}
      """#)
    #expect(
      service.session.lifetime(source: 3).trafficPicture
        == "/a other:100 n:100 sum:5\n/b other:100 n:100 sum:20\n"
        + "/c other:100 n:100 sum:0.5\n/d other:100 n:100 sum:0.15")
  }

  /// Members that tell a share of failures, and what it makes of a thousand requests.
  @Test(arguments: [
    (#""errorRate": 0.05"#, "/a 2xx:950 5xx:50"), (#""error_rate": 5.0"#, "/a 2xx:950 5xx:50"),
    (#""error_pct": 2.5"#, "/a 2xx:975 5xx:25"), (#""error_rate": "2.5%""#, "/a 2xx:975 5xx:25"),
    (#""failureRate": "100.0%""#, "/a 5xx:1000"), (#""errors": "5.0 %""#, "/a 2xx:950 5xx:50"),
  ])
  func `a share of failures that is rounded too coarsely stands for the interval`(
    member: String, picture: String
  ) {
    func body(_ count: Int) -> String {
      "{\"endpoints\": [{\"url\": \"/a\", \"requests\": \(count), \(member)}]}"
    }
    var service = JSONPoll()
    service.poll(body(10_000))
    let batch = service.poll(body(11_000))
    #expect(batch.trafficPicture == picture)
    #expect(batch.notesPicture.contains("the error rate is rounded too coarsely"))
  }

  @Test func `parts of failures add up`() {
    func body(_ count: Int) -> String {
      #"[{"path": "/a", "count": \#(count), "error_rate": 0.05}]"#
    }
    var service = JSONPoll()
    service.poll(body(10_000))
    #expect(service.poll(body(10_010)).trafficPicture == "/a 2xx:10")
    #expect(service.poll(body(10_020)).trafficPicture == "/a 2xx:9 5xx:1")
  }

  @Test func `a duration may have its unit behind it`() {
    func body(_ count: Int) -> String {
      #"[{"path": "/a", "count": \#(count), "average": "12.5ms"}]"#
    }
    var service = JSONPoll()
    service.poll(body(4))
    #expect(service.poll(body(8)).trafficPicture == "/a other:4 n:4 sum:0.05")
  }

  @Test(
    arguments: [
      ("12.5ms", 12.5, "ms"), ("1.5 s", 1.5, "s"), ("-1.0%", -1, "%"), ("3", 3, ""),
      ("1e3us", 1000, "us"), ("7 µs", 7, "µs"), ("2e", nil, ""), ("2026-11-28", nil, ""),
      ("n/a", nil, ""), ("12 apples", nil, ""), ("", nil, ""), ("%", nil, ""),
    ] as [(String, Double?, String)])
  func `a string that begins with a number is one where its unit is known`(
    text: String, value: Double?, unit: String
  ) {
    let quantity = JSONQuantity(.string(text))
    #expect(quantity?.value == value)
    #expect(quantity?.unit ?? "" == unit)
  }
}
