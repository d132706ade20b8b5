import Testing

@testable import Telemetry

@Suite struct RailsFormatTests {
  /// The lines of a log, each read by one parser, those that are more than messages.
  private func read(_ log: String) -> [String] {
    var parser = RailsFormat()
    return log.split(separator: "\n").compactMap { line in
      guard let text = summary(of: String(line), by: &parser) else { return "refused \(line)" }
      return text.hasPrefix("message") ? nil : text
    }
  }

  @Test func `joins the start and the end of a request of a development log`() {
    #expect(
      read(
        """
        Started GET "/movies?page=4" for 222.107.238.15 at 2018-07-06 04:21:25 +0000
        Cannot render console from 222.107.238.15! Allowed networks: 127.0.0.1
        Processing by MoviesController#index as JS
          Parameters: {"page"=>"4"}
          Rendering movies/index.html.erb within layouts/application
          \u{1B}[1m\u{1B}[36mMovie Load (0.3ms)\u{1B}[0m  \u{1B}[1m\u{1B}[34mSELECT  "movies".* FROM "movies" LIMIT ? OFFSET ?\u{1B}[0m  [["LIMIT", 8], ["OFFSET", 16]]
          ↳ app/views/movies/index.html.erb:12
          CACHE Movie Load (0.0ms)  SELECT  "movies".* FROM "movies" LIMIT ?  [["LIMIT", 8]]
          ASYNC Movie Load (0.0ms) (db time 0.9ms)  SELECT "movies".* FROM "movies"
          TRANSACTION (0.1ms)  BEGIN
          Rendered movies/index.html.erb within layouts/application (4.8ms)
        Completed 200 OK in 28ms (Views: 26.6ms | ActiveRecord: 0.3ms)
        """) == [
          "refused Cannot render console from 222.107.238.15! Allowed networks: 127.0.0.1",
          "query 2018-07-06T04:21:25Z 0.0003s req=rails-request-1 sql=SELECT  \"movies\".* FROM \"movies\" LIMIT ? OFFSET ?",
          "query 2018-07-06T04:21:25Z 0.0009s req=rails-request-1 sql=SELECT \"movies\".* FROM \"movies\"",
          "query 2018-07-06T04:21:25Z 0.0001s req=rails-request-1 sql=BEGIN",
          "request 2018-07-06T04:21:25.028Z GET /movies?page=4 200 0.028s req=rails-request-1",
        ])
  }

  @Test func `tells requests at the same time apart by their tags`() {
    let a = "4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11"
    let b = "8aa57e7d-cf66-4fd6-824d-344c6d372c86"
    #expect(
      read(
        """
        I, [2024-06-26T17:00:04.100000 #7]  INFO -- : [\(a)] Started GET "/a" for 10.0.0.7 at 2024-06-26 17:00:04 +0000
        I, [2024-06-26T17:00:04.200000 #7]  INFO -- : [\(b)] [10.0.0.8] Started POST "/b" for 10.0.0.8 at 2024-06-26 17:00:04 +0000
        I, [2024-06-26T17:00:04.300000 #7]  INFO -- : [\(a)] Completed 201 Created in 227ms (Views: 0.1ms | ActiveRecord: 105.5ms (10 queries, 1 cached) | GC: 13.1ms)
        I, [2024-06-26T17:00:04.400000 #7]  INFO -- : [\(b)] [10.0.0.8] Completed 500 Internal Server Error in 5ms (ActiveRecord: 0.0ms)
        """) == [
          "request info 2024-06-26T17:00:04.3Z GET /a 201 0.227s req=\(a) pid=7",
          "request info 2024-06-26T17:00:04.4Z POST /b 500 0.005s req=\(b) pid=7",
        ])
  }

  @Test func `takes the work of the database out of the last line`() {
    var parser = RailsFormat()
    for line in [
      #"Started GET "/a" for 10.0.0.7 at 2024-06-26 17:00:04 +0000"#,
      "Completed 200 OK in 227ms (Views: 0.1ms | ActiveRecord: 105.5ms (10 queries, 1 cached))",
    ] {
      withBytes(line) { bytes in
        var record = LogRecord()
        #expect(parser.parse(bytes, into: &record))
        guard record.kind == .request else { return }
        #expect(record.databaseSeconds == 0.1055)
        #expect(record.queryCount == 9)
      }
    }
  }

  @Test func `counts the statements itself where the last line does not`() {
    var parser = RailsFormat()
    var counts: [Int64] = []
    for line in [
      #"Started GET "/a" for 10.0.0.7 at 2024-06-26 17:00:04 +0000"#,
      "  User Load (0.3ms)  SELECT 1", "  User Load (0.3ms)  SELECT 2",
      "Completed 200 OK in 7ms (ActiveRecord: 1.5ms)",
    ] {
      withBytes(line) { bytes in
        var record = LogRecord()
        _ = parser.parse(bytes, into: &record)
        if record.kind == .request { counts.append(record.queryCount) }
      }
    }
    #expect(counts == [2])
  }

  @Test func `gives a path without a route its 404, and jobs their times`() {
    #expect(
      read(
        """
        Started GET "/nope" for 10.0.0.7 at 2024-06-26 17:00:04 +0000
        ActionController::RoutingError (No route matches [GET] "/nope"):
        app/middleware/x.rb:12:in 'call'
        [ActiveJob] [MailJob] [fd9e3930-3bfd-4639-ae1f-5f538740765c] Performed MailJob (Job ID: fd9e3930-3bfd-4639-ae1f-5f538740765c) from Async(default) in 81.79ms
        [ActiveJob] [MailJob] [fd9e3930-3bfd-4639-ae1f-5f538740765c] Error performing MailJob (Job ID: fd9e3930-3bfd-4639-ae1f-5f538740765c) from Async(default) in 3.1ms: RuntimeError (boom):
        """) == [
          "request 2024-06-26T17:00:04Z GET /nope 404 req=rails-request-1",
          "task 2024-06-26T17:00:04Z 0.08179s name=MailJob req=fd9e3930-3bfd-4639-ae1f-5f538740765c",
          "task 2024-06-26T17:00:04Z 0.0031s failed name=MailJob req=fd9e3930-3bfd-4639-ae1f-5f538740765c",
        ])
  }

  @Test func `gives an end without a start no endpoint`() {
    #expect(
      summary(of: "Completed 200 OK in 28ms (Views: 26.6ms)", as: RailsFormat.self)
        == "message | Completed 200 OK in 28ms (Views: 26.6ms)")
  }

  @Test func `forgets the oldest of too many requests that never end`() {
    var open = OpenRequests()
    withBytes("GET") { method in
      withBytes("/a") { target in
        for key in 1...200 { open.start(UInt64(key), method: method, target: target, at: nil) }
      }
    }
    #expect(open.finish(1) == nil)
    #expect(open.finish(200) != nil)
    #expect(open.finish(200) == nil)
  }
}
