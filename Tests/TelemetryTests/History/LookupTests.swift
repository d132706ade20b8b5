import Testing

@testable import Telemetry

/// Look-ups in caches, tied to the endpoints whose requests make them.
@Suite struct LookupTests {
  private func row(
    _ text: String, as format: any LogFormat.Type, of endpoint: String
  ) throws -> LookupRow? {
    var feed = LogFeed(format)
    feed.read(text)
    var history = History(.log)
    for batch in feed.finish() { history.fold(batch) }
    history.settleAll()
    let now = try #require(history.extent?.upperBound)
    let found = history.endpointRows(.all, now: now).first { $0.name.description == endpoint }
    return try EndpointLookups(history, .all, now: now).row(of: #require(found))
  }

  private func picture(_ row: LookupRow?) -> String {
    guard let row else { return "-" }
    func two(_ number: Double) -> Double { (number * 100).rounded() / 100 }
    let caches = row.caches.map { "\($0.name) \(two($0.hits))/\(two($0.lookups))" }
    return "\(two(row.perRequest)) a request, \(two(row.hitRate)) hit, \(row.link): "
      + caches.joined(separator: ", ")
  }

  /// Requests to two endpoints at a time: `/feed` looks up three keys, `/cart` one.
  private func application(hasID: Bool, isInterleaved: Bool) -> String {
    var lines = ""
    for place in 0..<20 {
      let second = place < 10 ? "0\(place)" : "\(place)"
      func line(_ milliseconds: String, _ text: String, _ id: String) {
        lines += "2026-01-01 10:00:\(second).\(milliseconds) DEBUG app: \(text)"
        lines += hasID ? " request_id=\(id)\(place)\n" : "\n"
      }
      line("110", "cache hit key=user:\(place)", "f")
      line("120", "cache miss key=post:\(place)", "f")
      line("130", "Cache \(place % 2 == 0 ? "HIT" : "MISS") for post:\(place + 1) (0.4ms)", "f")
      if isInterleaved { line("140", "cache hit key=cart:\(place)", "c") }
      line("200", "\"GET /feed HTTP/1.1\" 200 in 95ms", "f")
      if !isInterleaved { line("640", "cache hit key=cart:\(place)", "c") }
      let isEarly = isInterleaved ? "210" : "700"
      line(isEarly, "\"GET /cart HTTP/1.1\" 200 in 80ms", "c")
    }
    return lines
  }

  @Test func `ties look-ups by the id that both lines carry`() throws {
    let text = application(hasID: true, isInterleaved: true)
    #expect(
      picture(try row(text, as: AppLineFormat.self, of: "GET /feed"))
        == "3.0 a request, 0.5 hit, id: post 10.0/40.0, user 20.0/20.0")
    #expect(
      picture(try row(text, as: AppLineFormat.self, of: "GET /cart"))
        == "1.0 a request, 1.0 hit, id: cart 20.0/20.0")
  }

  @Test func `ties look-ups by time where there is no id, and says so`() throws {
    let text = application(hasID: false, isInterleaved: false)
    #expect(
      picture(try row(text, as: AppLineFormat.self, of: "GET /feed"))
        == "3.0 a request, 0.5 hit, time: post 10.0/40.0, user 20.0/20.0")
    #expect(
      picture(try row(text, as: AppLineFormat.self, of: "GET /cart"))
        == "1.0 a request, 1.0 hit, time: cart 20.0/20.0")
  }

  @Test func `takes what a cache in front made of a request from the request's own line`() throws {
    var text = ""
    for place in 0..<10 {
      let outcome = place < 4 ? "HIT" : place < 9 ? "MISS" : "BYPASS"
      text += nginxLine("/a", second: place).dropLast() + " cs=\(outcome)\n"
      text += nginxLine("/b", second: place).dropLast() + " cs=MISS\n"
    }
    #expect(
      picture(try row(text, as: NginxTimedFormat.self, of: "GET /a"))
        == "0.9 a request, 0.44 hit, line: nginx 4.0/9.0")
  }

  @Test func `reads look-ups from JSON and from pairs`() throws {
    let json = (0..<12).map { place in
      let clock = "2026-01-01T10:00:\(10 + place)"
      return """
        {"time":"\(clock).010Z","level":"debug","msg":"user","cache_hit":\(place < 3),"request_id":"r\(place)"}
        {"time":"\(clock).012Z","level":"debug","msg":"user","cache":"miss","request_id":"r\(place)"}
        {"time":"\(clock).050Z","level":"info","method":"GET","path":"/a","status":200,"duration_ms":45,"request_id":"r\(place)"}

        """
    }
    #expect(
      picture(try row(json.joined(), as: JSONAccessFormat.self, of: "GET /a"))
        .hasPrefix("2.0 a request, 0.13 hit, id: "))
    let pairs = (0..<12).map { place in
      let clock = "2026-01-01T10:00:\(10 + place)"
      return """
        time=\(clock).010Z level=debug msg="look up" cache=\(place < 3 ? "hit" : "miss") key=user:1 request_id=r\(place)
        time=\(clock).050Z level=info method=GET path=/a status=200 duration=45ms request_id=r\(place)

        """
    }
    #expect(
      picture(try row(pairs.joined(), as: LogfmtFormat.self, of: "GET /a"))
        .hasPrefix("1.0 a request, 0.25 hit, id: "))
  }

  @Test func `knows nothing where no line tells of a look-up`() throws {
    let text = application(hasID: true, isInterleaved: true).split(separator: "\n")
      .filter { !$0.contains("ache") }.joined(separator: "\n")
    #expect(try row(text + "\n", as: AppLineFormat.self, of: "GET /feed") == nil)
  }

  @Test func `counts the look-ups of caches by the kind of their keys, in bounded memory`() throws {
    var feed = LogFeed(AppLineFormat.self)
    for place in 0..<100 {
      let name = String(repeating: "x", count: 1 + place % 40) + (place < 50 ? "a" : "b")
      feed.read("2026-01-01 10:00:00.100 DEBUG app: cache hit key=\(name):1\n")
    }
    var history = History(.log)
    for batch in feed.finish() { history.fold(batch) }
    let rows = history.cacheRows(.all, now: Timestamp(seconds: 1_767_261_601))
    #expect(rows.count == 33 && rows.last?.name.string == "(other)")
    #expect(rows.reduce(0) { $0 + ($1.hits ?? 0) } == 100)
  }
}
