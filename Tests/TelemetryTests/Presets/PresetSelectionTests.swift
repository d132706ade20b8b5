import Testing

@testable import Telemetry

/// What is read of a page where the user has named who wrote it.
struct PresetSelectionTests {
  /// Requests in the words of two libraries, a pool that is not named, and the process.
  private static let page = """
    # TYPE http_request_duration_seconds histogram
    http_request_duration_seconds_bucket{route="/a",method="GET",status_code="200",le="0.1"} 1
    http_request_duration_seconds_bucket{route="/a",method="GET",status_code="200",le="+Inf"} 2
    http_request_duration_seconds_sum{route="/a",method="GET",status_code="200"} 0.5
    http_request_duration_seconds_count{route="/a",method="GET",status_code="200"} 2
    # TYPE gin_request_duration_seconds histogram
    gin_request_duration_seconds_bucket{url="/b",method="GET",code="200",le="+Inf"} 2
    gin_request_duration_seconds_sum{url="/b",method="GET",code="200"} 0.5
    gin_request_duration_seconds_count{url="/b",method="GET",code="200"} 2
    # TYPE db_pool_in_use gauge
    db_pool_in_use 3
    # TYPE process_resident_memory_bytes gauge
    process_resident_memory_bytes 1000

    """

  /// Who read what, one line each, and what was said about it.
  private func picture(_ names: [String], _ page: String = page) throws -> String {
    var target = ScrapeTarget(presets: try PresetSelection(named: names))
    let notes = target.scrape(page).notes.filter { $0.string.hasPrefix("--preset") }
    return
      (target.session.decisions.map { "\($0.family) \($0.preset)" }.sorted()
      + notes.map(\.string)).joined(separator: "\n")
  }

  @Test func `a named preset reads its own families and those of the process alone`() throws {
    #expect(
      try picture(["go-gin-prometheus"]) == """
        gin_request_duration_seconds go-gin-prometheus
        process_resident_memory_bytes process
        """)
    #expect(
      try picture(["Fastify-Metrics", "generic"]) == """
        db_pool_in_use generic
        gin_request_duration_seconds generic
        http_request_duration_seconds fastify-metrics
        process_resident_memory_bytes process
        """)
  }

  @Test func `a named preset does not have to be told from others`() throws {
    // Without the family that the library is told by otherwise.
    let page = """
      http_request_duration_seconds_sum{handler="/a",method="GET"} 0.5
      http_request_duration_seconds_count{handler="/a",method="GET"} 2

      """
    let name = "prometheus-fastapi-instrumentator"
    #expect(try !picture([], page).contains(name))
    #expect(try picture([name], page).contains("http_request_duration_seconds \(name)"))
  }

  @Test func `a named preset without a family says so`() throws {
    #expect(
      try picture(["go-gin-prometheus", "pgbouncer"]).hasSuffix(
        "\n--preset pgbouncer: none of its families is here"))
    #expect(
      try picture(["expvar"]) == """
        process_resident_memory_bytes process
        --preset expvar: reads JSON, and this is an exposition
        """)
  }

  @Test func `a named shape is the only one that reads JSON`() throws {
    let body = JSONBody(
      location: "/pool", bytes: Array(#"{"size": 10, "checked_out": 7, "checked_in": 3}"#.utf8))
    func shapes(_ names: [String]) throws -> [String] {
      try JSONSession.look(body, presets: PresetSelection(named: names)).shapes
    }
    #expect(try shapes([]) == ["sqlalchemy-pool"])
    #expect(try shapes(["generic-json"]) == ["generic-json"])
    #expect(try shapes(["expvar"]) == [])
    #expect(try shapes(["process"]) == [])
    var session = JSONSession(presets: try PresetSelection(named: ["expvar"]))
    let batch = session.ingest(
      [body], wall: ScrapeTarget.epoch, monotonicSeconds: 0, source: 0)
    #expect(
      batch.health
        == .failing(
          "JSON in which --preset expvar finds nothing"))
  }

  @Test(arguments: [
    ("pgbouncr", "did you mean \"pgbouncer\"?"),
    ("fastapi", "did you mean \"prometheus-fastapi-instrumentator\"?"),
    ("spring", "did you mean"),
    ("xyzzy", "no such preset; docs/metrics.md"),
  ])
  func `a name that is none says which was meant and where all are`(
    name: String, words: String
  ) throws {
    let error = #expect(throws: UnknownPreset.self) {
      try PresetSelection(named: ["go-sql", name])
    }
    let text = error?.description ?? ""
    #expect(text.contains(words))
    #expect(text.hasSuffix(" docs/metrics.md lists all \(PresetSelection.names.count)"))
    #expect(error?.name == name)
  }

  @Test func `of many presets alike the three nearest are named`() {
    #expect(UnknownPreset(name: "prisma").suggestions.first == "prisma")
    #expect(UnknownPreset(name: "opentelemetry").suggestions.count == 3)
    for name in PresetSelection.names {
      #expect(UnknownPreset(name: name).suggestions.first == name)
    }
  }

  @Test func `names are told apart whatever their case`() {
    #expect(Set(PresetSelection.names).count == PresetSelection.names.count)
  }
}
