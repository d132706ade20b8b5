import Telemetry
import Testing

/// Bodies as the real programs send them, shortened to what matters.
struct KnownShapeTests {
  @Test func `expvar tells heap, collections and what the program publishes`() {
    func body(_ collections: Int, _ pause: Int) -> String {
      """
      {"cmdline":["/app"],"memstats":{"Alloc":878208,"TotalAlloc":1878208,"Sys":8735760,
       "HeapAlloc":878208,"HeapSys":3866624,"PauseTotalNs":\(pause),"PauseNs":[1,2,0],
       "NumGC":\(collections)},"goroutines":7,"cache":{"hits":\(collections * 10),"misses":5}}
      """
    }
    var service = JSONPoll()
    let first = service.poll(("/debug/vars", body(2, 2_000_000)))
    #expect(first.recognised == ["expvar"])
    #expect(first.readingsPicture == "heapBytes 878208\nthreads 7")
    let second = service.poll(("/debug/vars", body(3, 5_000_000)))
    #expect(
      second.readingsPicture
        == "cacheHits 10\ncacheMisses 0\ngcCount 1\ngcPauseSeconds 0.003\n"
        + "heapBytes 878208\nthreads 7"
    )
  }

  @Test func `php-fpm tells its children and its queue`() {
    let body = """
      {"pool":"www","process manager":"dynamic","start time":1795240837,"start since":4,
       "accepted conn":21,"listen queue":2,"max listen queue":0,"listen queue len":0,
       "idle processes":1,"active processes":1,"total processes":2,"max active processes":1,
       "max children reached":3,"slow requests":0,"processes":[{"pid":27077,"state":"Running",
       "start time":1795240837,"start since":4,"requests":11,"request duration":252,
       "request method":"GET","request uri":"\\/status?json&full","content length":0,"user":"-",
       "script":"-","last request cpu":0.00,"last request memory":2097152}]}
      """
    var service = JSONPoll()
    let first = service.poll(("/status?json", body))
    #expect(
      first.readingsPicture
        == "heapBytes [www] 2097152\npoolIdle [www] 1\npoolInUse [www] 1\npoolWaiting [www] 2")
    #expect(first.notesPicture.contains("pm.max_children was reached 3 times"))
    let second = service.poll(
      ("/status?json", body.replacing("\"accepted conn\":21", with: "\"accepted conn\":31")))
    #expect(second.trafficPicture == "(all) other:10")
  }

  @Test func `a restart of php-fpm counts from zero`() {
    func body(_ start: Int, _ accepted: Int) -> String {
      #"{"pool":"www","start time":\#(start),"accepted conn":\#(accepted),"idle processes":1}"#
    }
    var service = JSONPoll()
    service.poll(body(1_700_000_000, 500))
    let batch = service.poll(body(1_800_000_003, 600))
    #expect(batch.trafficPicture == "(all) other:600")
  }

  @Test func `puma tells threads and backlog of each worker`() {
    let body = """
      {"started_at":"2026-01-01T00:00:00Z","workers":2,"phase":0,"booted_workers":2,
       "old_workers":0,"worker_status":[
       {"started_at":"x","pid":10,"index":0,"phase":0,"booted":true,"last_status":
        {"backlog":3,"running":5,"pool_capacity":1,"max_threads":5,"requests_count":100}},
       {"started_at":"x","pid":11,"index":1,"phase":0,"booted":true,"last_status":
        {"backlog":0,"running":5,"pool_capacity":5,"max_threads":5,"requests_count":50}}]}
      """
    var service = JSONPoll()
    let first = service.poll(body)
    #expect(first.recognised == ["puma"])
    #expect(
      first.readings(of: .poolInUse, .poolWaiting)
        == "poolInUse [worker 0] 4\npoolInUse [worker 1] 0\npoolWaiting [worker 0] 3\n"
        + "poolWaiting [worker 1] 0")
    let second = service.poll(
      body.replacing("\"requests_count\":50", with: "\"requests_count\":57"))
    #expect(second.trafficPicture == "(all) other:7")
  }

  @Test func `stub_status counts requests and dropped connections`() {
    let body =
      "Active connections: 291 \nserver accepts handled requests\n 16630950 16630948 31070465 \n"
      + "Reading: 6 Writing: 179 Waiting: 106 \n"
    var service = JSONPoll()
    let first = service.poll(("/nginx_status", body))
    #expect(first.readingsPicture == "inFlight 184")
    #expect(first.vantage == "nginx")
    #expect(first.notesPicture.contains("2 connections were dropped"))
    let second = service.poll(("/nginx_status", body.replacing("31070465", with: "31070475")))
    #expect(second.trafficPicture == "(all) other:10")
  }

  @Test func `HikariCP is read by Jolokia, one pool or many`() {
    let one = """
      {"request":{"mbean":"com.zaxxer.hikari:type=Pool (main)","type":"read"},"value":
       {"ActiveConnections":3,"IdleConnections":7,"TotalConnections":10,
        "ThreadsAwaitingConnection":1},"timestamp":1700000000,"status":200}
      """
    var service = JSONPoll()
    #expect(
      service.poll(one).readingsPicture
        == "poolIdle [main] 7\npoolInUse [main] 3\npoolWaiting [main] 1")
    let many = """
      {"request":{"mbean":"com.zaxxer.hikari:type=Pool *","type":"read"},"value":
       {"com.zaxxer.hikari:type=Pool (a)":{"ActiveConnections":1,"IdleConnections":2},
        "com.zaxxer.hikari:type=Pool (b)":{"ActiveConnections":4,"IdleConnections":0}},"status":200}
      """
    #expect(
      service.poll(many).readings(of: .poolInUse) == "poolInUse [a] 1\npoolInUse [b] 4")
    let failed = #"{"request":{"type":"read","mbean":"x"},"status":404,"error":"no such bean"}"#
    #expect(service.poll(failed).notesPicture.contains("Jolokia: no such bean"))
  }

  @Test func `Elasticsearch tells operations, caches, heap and queues of its nodes`() {
    func body(_ total: Int, _ millis: Int) -> String {
      """
      {"cluster_name":"es","nodes":{"SDFsfSDFsdfFSDSDfSFDSDF":{"name":"es-1","host":"127.0.0.1",
       "indices":{"search":{"open_contexts":0,"query_total":\(total),"query_time_in_millis":\(millis),
        "query_current":0,"fetch_total":0,"fetch_time_in_millis":0},
        "query_cache":{"memory_size_in_bytes":10,"hit_count":5,"miss_count":6,"evictions":1}},
       "jvm":{"mem":{"heap_used_in_bytes":69503376,"heap_used_percent":15,
        "heap_max_in_bytes":100000000},"gc":{"collectors":{"young":{"collection_count":6,
        "collection_time_in_millis":\(millis)}}}},
       "thread_pool":{"search":{"threads":2,"queue":4,"active":1,"rejected":0}}}}}
      """
    }
    var service = JSONPoll()
    let first = service.poll(body(1000, 5000))
    #expect(
      first.readings(of: .heapBytes, .heapLimitBytes, .taskBacklog)
        == "heapBytes [es-1] 69503376\nheapLimitBytes [es-1] 100000000\ntaskBacklog [es-1 search] 4"
    )
    let second = service.poll(body(1010, 5250))
    #expect(second.trafficPicture == "search query other:10 n:10 sum:0.25")
    #expect(second.readings(of: .gcPauseSeconds) == "gcPauseSeconds [es-1] 0.25")
  }
}
