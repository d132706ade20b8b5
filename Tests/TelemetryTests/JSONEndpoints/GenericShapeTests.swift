import Telemetry
import Testing

struct GenericShapeTests {
  /// A record before and after ten seconds' worth of requests, and what came of it.
  private static let records: [(before: String, after: String, picture: String)] = [
    (
      #"{"endpoints": [{"endpoint": "/a", "method": "GET", "count": 10, "avg_ms": 20.0, "p95_ms": 50}]}"#,
      #"{"endpoints": [{"endpoint": "/a", "method": "GET", "count": 20, "avg_ms": 30.0, "p95_ms": 60}]}"#,
      "GET /a other:10 n:10 sum:0.4 q0.95:0.06"
    ),
    (
      #"{"routes": {"/a": {"hits": 1, "total_time_seconds": 0.5, "errors": 0, "max_us": 9}}}"#,
      #"{"routes": {"/a": {"hits": 3, "total_time_seconds": 1.5, "errors": 1, "max_us": 9}}}"#,
      "/a 2xx:1 5xx:1 n:2 sum:1 max:0"
    ),
    (
      #"{"stats": {"POST /b": {"requests": 5, "error_rate_percent": 20.0, "meanMs": 1.0}}}"#,
      #"{"stats": {"POST /b": {"requests": 10, "error_rate_percent": 20.0, "meanMs": 2.0}}}"#,
      "POST /b 2xx:4 5xx:1 n:5 sum:0.015"
    ),
    (
      #"[{"route": "/c", "calls": 2, "latency": {"p50": 0.1, "p99": 0.4, "max": 0.5}}]"#,
      #"[{"route": "/c", "calls": 4, "latency": {"p50": 0.2, "p99": 0.4, "max": 0.5}}]"#,
      "/c other:2 q0.5:0.2 q0.99:0.4 max:0.5"
    ),
    (
      #"[{"path": "/d", "requestCount": 1, "responseTime": {"avg": 12}, "statusCodes": {"200": 1}}]"#,
      #"[{"path": "/d", "requestCount": 3, "responseTime": {"avg": 12}, "statusCodes": {"200": 2, "404": 1}}]"#,
      "/d 2xx:1 4xx:1 n:2 sum:0.024"
    ),
    (
      #"{"requests_by_path": {"GET /x": 5, "/y": 7}}"#,
      #"{"requests_by_path": {"GET /x": 6, "/y": 7}}"#, "GET /x other:1"
    ),
    (
      #"{"total_requests": 10, "error_count": 1, "avg_duration_ms": 5}"#,
      #"{"total_requests": 12, "error_count": 1, "avg_duration_ms": 5}"#,
      "(all) 2xx:2 n:2 sum:0.01"
    ),
    (
      #"{"function_timings": {"embed": {"calls": 2, "total_seconds": 1, "failures": 0}}}"#,
      #"{"function_timings": {"embed": {"calls": 4, "total_seconds": 2, "failures": 1}}}"#,
      "embed 2xx:1 5xx:1 n:2 sum:1"
    ),
  ]

  @Test func `records of endpoints are found by their keys`() {
    for (before, after, picture) in Self.records {
      var service = JSONPoll()
      service.poll(before)
      #expect(service.poll(after).trafficPicture == picture, "\(after)")
    }
  }

  /// Objects that are something else, and the readings they give.
  private static let gauges: [(body: String, picture: String)] = [
    (
      #"{"db": {"pool": {"active": 3, "idle": 2, "max": 10, "waiting": 1}}}"#,
      "poolIdle [db] 2\npoolInUse [db] 3\npoolLimit [db] 10\npoolWaiting [db] 1"
    ),
    (
      #"{"pools": [{"name": "main", "in_use": 3, "limit": 5}]}"#,
      "poolInUse [main] 3\npoolLimit [main] 5"
    ),
    (
      #"{"rss": 63152128, "heapTotal": 9, "heapUsed": 4000000}"#,
      "heapBytes 4000000\nresidentBytes 63152128"
    ),
    (#"{"memory": {"rss_mb": 2, "avg_memory_mb": 5, "percent": 3}}"#, "residentBytes 2097152"),
    (#"{"process": {"memory_mb": 1}}"#, "residentBytes 1048576"),
    (
      #"{"breakers": {"openai": {"state": "half-open", "failure_rate": 0.02}}}"#,
      "breakerFailureRate [openai] 0.02\nbreakerState [openai] 0.5"
    ),
    (
      #"{"circuit_breakers": [{"name": "s3", "state": "OPEN", "failure_count": 5}]}"#,
      "breakerState [s3] 1"
    ),
    (#"{"queue": {"emails": {"pending": 12, "running": 2}}}"#, "taskBacklog [emails] 12"),
    (#"{"event_loop": {"lag_ms": 12.5}}"#, "loopLagSeconds 0.013"),
    (#"{"eventLoopDelay": {"p99": 30}}"#, "loopLagSeconds 0.03"),
    (
      #"{"cache": {"sessions": {"size": 40, "hits": 9, "misses": 1}}}"#,
      "cacheEntries [sessions] 40"
    ),
    (
      #"{"postgres_pool": {"totalCount": 10, "idleCount": 1, "waitingCount": 3}}"#,
      "poolIdle [postgres_pool] 1\npoolInUse [postgres_pool] 9\npoolWaiting [postgres_pool] 3"
    ),
    (
      #"""
      {"redis_pool": {"max_connections": 50, "in_use_connections": 10,
       "available_connections": 40}}
      """#,
      "poolIdle [redis_pool] 40\npoolInUse [redis_pool] 10\npoolLimit [redis_pool] 50"
    ),
    (
      #"{"db_connections_active": 3, "db_connections_idle": 2, "db_connections_max": 10}"#,
      "poolIdle [db] 2\npoolInUse [db] 3\npoolLimit [db] 10"
    ),
    (#"{"connections_active": 3, "connections_max": 10}"#, ""),
    (
      #"{"pool": {"active": 3, "max": 10, "queue": 2}}"#,
      "poolInUse 3\npoolLimit 10\npoolWaiting 2"
    ),
    (#"{"queue_size": 4, "tasks_failed": 1, "tasks_completed": 9}"#, "taskBacklog 4"),
    (#"{"queue_depth": 7, "active": 2}"#, "taskBacklog 7"),
    (#"{"config": {"queue_size": 1000}, "rss_mb": 1}"#, "residentBytes 1048576"),
    (
      #"{"circuit_breakers": {"openai": {"state": 0}, "stripe": {"is_open": true}}}"#,
      "breakerState [openai] 0\nbreakerState [stripe] 1"
    ),
    (#"{"requests": {"total": 10, "errors": 0, "in_flight": 3}}"#, "inFlight 3"),
    (
      #"{"memory": {"used_mb": 2, "limit_bytes": 4194304}}"#,
      "memoryLimitBytes 4194304\nresidentBytes 2097152"
    ),
    (
      #"{"memory": {"used_mb": 2, "total_mb": 4}}"#,
      "memoryLimitBytes 4194304\nresidentBytes 2097152"
    ),
  ]

  @Test func `pools, caches, memory, breakers, queues and loops are found by their keys`() {
    for (body, picture) in Self.gauges {
      var service = JSONPoll()
      #expect(service.poll(body).readingsPicture == picture, "\(body)")
    }
  }

  @Test func `look-ups of caches and calls that were avoided are counted by their growth`() {
    func body(_ hits: Int, _ saved: Int) -> String {
      """
      {"cache": {"users": {"hits": \(hits), "misses": 10}},
       "deduplication": {"total_requests": 100, "deduplicated": \(saved)}}
      """
    }
    var service = JSONPoll()
    service.poll(body(90, 10))
    #expect(
      service.poll(body(95, 12)).readings(of: .cacheHits)
        == "cacheHits [de-duplication] 2\ncacheHits [users] 5")
  }

  @Test(arguments: [
    (#""deduplication": {"total_requests": 100, "deduplicated": @}"#, "de-duplication"),
    (#""request_dedup": {"total_requests": 100, "saved": @}"#, "request_dedup"),
    (#""search": {"total_requests": 100, "coalesced": @}"#, "search de-duplication"),
  ])
  func `what shares calls says so by its name`(member: String, name: String) {
    var service = JSONPoll()
    service.poll("{\(member.replacing("@", with: "10"))}")
    let batch = service.poll("{\(member.replacing("@", with: "12"))}")
    let hit = batch.readings.first { $0.signal == .cacheHits }
    #expect(hit?.subject.string == name)
    #expect(hit.map { CacheName.isDeduplicator($0.subject) } == true)
  }

  @Test func `totals are read beside figures of other things`() {
    func body(_ count: Int) -> String {
      #"{"total_requests": \#(count), "avg_ms": 3.0, "queue_size": 2, "cache_hit_rate": 0.9}"#
    }
    var service = JSONPoll()
    service.poll(body(10))
    let batch = service.poll(body(12))
    #expect(batch.trafficPicture == "(all) other:2 n:2 sum:0.006")
    #expect(batch.readingsPicture == "taskBacklog 2")
    #expect(batch.notesPicture.contains("$.cache_hit_rate: a share alone"))
  }

  @Test func `tasks that ended are runs`() {
    var service = JSONPoll()
    service.poll(#"{"jobs": {"mail": {"pending": 1, "completed": 10, "failed": 1}}}"#)
    let batch = service.poll(#"{"jobs": {"mail": {"pending": 1, "completed": 14, "failed": 2}}}"#)
    #expect(batch.trafficPicture == "mail 2xx:4 5xx:1")
    #expect(batch.traffic.map(\.kind) == [.task])
  }

  @Test func `a duration without a unit follows the rules, and a note says so`() {
    let cases: [(body: String, note: String)] = [
      (#"[{"path": "/a", "count": 1, "avg_duration": 0.2}]"#, "taken as seconds"),
      (#"[{"path": "/a", "count": 1, "avg_duration": 120}]"#, "taken as milliseconds"),
      (#"[{"path": "/a", "count": 1, "avgDuration": 12}]"#, "taken as milliseconds"),
    ]
    for (body, note) in cases {
      var service = JSONPoll()
      #expect(service.poll(body).notesPicture.contains(note), "\(body)")
    }
    var service = JSONPoll()
    let batch = service.poll(#"[{"path": "/a", "count": 1, "avg": 2, "p95_ms": 9}]"#)
    #expect(!batch.notesPicture.contains("taken as"))
  }

  @Test func `a count that shrinks a little is no total`() {
    func body(_ count: Int) -> String { #"[{"path": "/a", "count": \#(count), "p95_ms": 3}]"# }
    var service = JSONPoll()
    service.poll(body(100))
    let batch = service.poll(body(95))
    #expect(batch.traffic.allSatisfy { $0.statuses.total == 0 })
    #expect(batch.notesPicture.contains("covers recent requests only"))
    #expect(service.poll(body(99)).traffic.allSatisfy { $0.statuses.total == 0 })
  }

  @Test func `a total that starts anew counts from zero`() {
    func body(_ count: Int) -> String { #"[{"path": "/a", "count": \#(count), "p95_ms": 3}]"# }
    var service = JSONPoll()
    service.poll(body(100))
    #expect(service.poll(body(4)).traffic.first?.statuses.total == 4)
  }

  @Test func `endpoints win over the total of the same requests`() {
    func body(_ count: Int) -> String {
      """
      {"total_requests": \(count), "avg_ms": 3.0,
       "endpoints": {"GET /a": {"count": \(count), "avg_ms": 3.0}}}
      """
    }
    var service = JSONPoll()
    service.poll(body(10))
    #expect(service.poll(body(20)).trafficPicture == "GET /a other:10 n:10 sum:0.03")
  }

  @Test func `raw paths of one template are one endpoint`() {
    func body(_ count: Int) -> String {
      #"{"GET /users/17": {"count": \#(count), "max_ms": 1}, "GET /users/4711": {"count": \#(count), "max_ms": 2}}"#
    }
    var service = JSONPoll()
    service.poll(body(1))
    #expect(service.poll(body(3)).trafficPicture == "GET /users/{id} other:4 max:0.002")
  }

  @Test func `JSON in which nothing is recognised fails with examples`() {
    var service = JSONPoll()
    let batch = service.poll(#"{"weather": {"degrees": 20}, "status": "ok"}"#)
    #expect(
      batch.health
        == .failing(
          "JSON in which nothing is recognised; it has weather.degrees; a mapping can say more"))
  }
}
