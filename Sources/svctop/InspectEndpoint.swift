import Collectors
import Telemetry

/// What is said about an endpoint, or about a file that holds what one answered.
struct InspectEndpoint {
  let common: CommonOptions
  /// What values of JSON endpoints mean that nobody knows.
  let mapping: JSONMapping
  /// What reads the source.
  var presets = PresetSelection.all

  /// Asks a URL, or the usual paths where it has none, and says what each answer is.
  func report(_ url: EndpointURL) async throws -> InspectReport {
    let fetcher = HTTPFetcher(try common.target(url))
    var session = MetricsSession(mapping: mapping, presets: presets)
    let batch = await session.scrape(fetcher, source: 0)
    guard case .ok = batch.health else {
      if !url.isBase, let body = try? await fetcher.fetch() {
        return body.bytes.withUnsafeBytes {
          self.report($0, contentType: body.contentType, location: url.display.string)
        }
      }
      guard case .failing(let reason) = batch.health else { return InspectReport() }
      throw Failure.source("\(url.display): \(reason)")
    }
    var report = InspectReport()
    let hasFollowUps = session.findings.count > 1
    if hasFollowUps || (url.isBase && session.locations.count > 1) {
      report.add("source", url.display.string)
      if hasFollowUps { report.add("JSON pages", "\(session.findings.count)") }
      InspectEndpoint.describe(session, batch, into: &report)
    } else {
      let page = session.locations.first.flatMap { url.sibling(at: $0) } ?? url
      let body = try await fetched(HTTPFetcher(try common.target(page)), page)
      report = body.bytes.withUnsafeBytes {
        self.report($0, contentType: body.contentType, location: page.display.string)
      }
    }
    if let found = batch.found {
      report.facts.insert(("found", found), at: min(1, report.facts.count))
    }
    if await hasSeveralProcesses(fetcher, &session) {
      report.advice.append(InspectEndpoint.severalProcesses)
    }
    return report
  }

  private static let severalProcesses: DisplayText = """
    several processes answer in turn, each with its own counters: give them one registry \
    (PROMETHEUS_MULTIPROC_DIR for prometheus_client, AggregatorRegistry for prom-client), or \
    let each listen on its own port
    """

  private func fetched(_ fetcher: HTTPFetcher, _ url: EndpointURL) async throws -> FetchedBody {
    do throws(FetchError) {
      return try await fetcher.fetch()
    } catch {
      throw Failure.source("\(url.display): \(error.description)")
    }
  }

  /// Asks a few times more: processes that take turns show by their start times.
  private func hasSeveralProcesses(
    _ fetcher: HTTPFetcher, _ session: inout MetricsSession
  ) async -> Bool {
    for _ in 0..<4 {
      let batch = await session.scrape(fetcher, source: 0)
      if batch.processNote != nil { return true }
    }
    return false
  }

  /// The report on one body.
  func report(_ body: Bytes, contentType: String?, location: String) -> InspectReport {
    var report = InspectReport()
    report.add("source", location)
    if let contentType { report.add("content type", contentType.isEmpty ? "none" : contentType) }
    let sniff = ExpositionSniff(body, contentType: contentType)
    switch sniff {
    case .json, .stubStatus:
      report.add("format", sniff == .json ? "JSON" : "nginx stub_status")
      report.add("bytes", "\(body.count)")
      if sniff == .json, let written = JSONExposition.text(body) {
        _ = written.withUnsafeBytes { describeExposition($0, contentType: "", into: &report) }
      } else {
        describeJSON(body, location, into: &report)
      }
    default:
      guard sniff.isExposition else {
        report.add("format", "not recognised: \(sniff.phrase)")
        report.advice.append("this is not a metrics endpoint; try its address without a path")
        return report
      }
      report.add("format", sniff == .openMetrics ? "OpenMetrics" : "Prometheus text")
      report.add("bytes", "\(body.count)")
      let batch = describeExposition(body, contentType: contentType, into: &report)
      if sniff != .openMetrics, contentType != nil, InspectEndpoint.speaksGo(body, batch) {
        report.advice.append(
          "OpenMetrics is off: it carries units and start times; set EnableOpenMetrics: true")
      }
    }
    return report
  }

  /// Describes the families of an exposition, which may have been written as JSON.
  private func describeExposition(
    _ body: Bytes, contentType: String?, into report: inout InspectReport
  ) -> Batch {
    var session = ScrapeSession(presets: presets)
    let batch = session.ingest(
      body, contentType: contentType, wall: ArrivalTime.now().wall, monotonicSeconds: 0, source: 0)
    InspectEndpoint.describe(session.decisions, body, batch, into: &report)
    let total = session.lifetime(source: 0)
    if total.traffic.contains(where: { $0.kind == .endpoint && $0.name.route == "(none)" }) {
      report.advice.append(
        "requests without a route (mounted apps, 404s) carry no route: they show as (none)")
    }
    return batch
  }

  private func describeJSON(
    _ body: Bytes, _ location: String, into report: inout InspectReport
  ) {
    do throws(JSONFault) {
      let page = JSONBody(location: InspectEndpoint.path(of: location), bytes: [UInt8](body))
      InspectEndpoint.describe(
        [try JSONSession.look(page, mapping: mapping, presets: presets)], into: &report)
    } catch {
      report.add("fault", error.phrase.string)
      report.advice.append("the body is not valid JSON: check it with a JSON tool such as jq")
    }
  }

  /// The path of an address; a file name stands for itself.
  private static func path(of location: String) -> String {
    guard let url = try? EndpointURL(location) else { return location }
    return url.location
  }

  /// Describes all that a session found on several paths.
  private static func describe(
    _ session: MetricsSession, _ batch: Batch, into report: inout InspectReport
  ) {
    if !session.decisions.isEmpty {
      describe(
        session.decisions, Bytes(start: nil, count: 0), batch, into: &report)
    }
    if !session.findings.isEmpty { describe(session.findings, into: &report) }
  }

  private static func describe(_ findings: [JSONFindings], into report: inout InspectReport) {
    var shapes: [String] = []
    for shape in findings.flatMap(\.shapes) where !shapes.contains(shape) { shapes.append(shape) }
    report.add("recognised", shapes.isEmpty ? "nothing" : shapes.joined(separator: ", "))
    var used = InspectReport.Section(
      title: "JSON paths", key: "paths", columns: ["path", "used as", "unit", "shape"])
    used.empty = "nothing is recognised; a mapping in the configuration can say what is what"
    for decision in findings.flatMap(\.decisions) {
      let row = [decision.path, decision.role, decision.unit, decision.shape]
      if !used.rows.contains(row) { used.rows.append(row) }
    }
    // A page that was read by itself leads to others that a source of its address reads as well.
    if findings.count == 1, let index = findings.first {
      for location in index.followUps {
        used.rows.append([
          DisplayText(location), "page that is read as well", "",
          DisplayText(index.shapes.first ?? ""),
        ])
      }
    }
    var rest = InspectReport.Section(
      title: "numbers not recognised", key: "not_recognised", columns: ["path"])
    let count = findings.reduce(0) { $0 + $1.unknownCount }
    rest.title += " (\(count))"
    for path in findings.flatMap(\.unknown).prefix(100) { rest.rows.append([path]) }
    report.sections += [used, rest]
    for note in findings.flatMap(\.notes) where !report.advice.contains(note) {
      report.advice.append(note)
    }
    let traffic = findings.flatMap(\.traffic)
    if !traffic.isEmpty, !findings.contains(where: \.hasQuantiles) {
      report.advice.append(
        "no quantiles: means hide slow requests; expose p95 or a histogram, or read the access log")
    }
  }

  /// Describes the families of an exposition.
  private static func describe(
    _ decisions: [MetricDecision], _ body: Bytes, _ batch: Batch, into report: inout InspectReport
  ) {
    report.add("samples", "\(batch.tally.parsed)")
    report.add("presets", batch.recognised.map(\.string).joined(separator: ", "))
    if batch.tally.unparsed > 0 {
      report.add("lines not understood", "\(batch.tally.unparsed)")
      report.add("the last of them", batch.tally.unparsedExample?.string ?? "")
    }
    var used = InspectReport.Section(
      title: "families", key: "families",
      columns: ["family", "used as", "labels", "unit", "preset"])
    used.empty = "no family is recognised"
    for decision in decisions {
      let labels =
        decision.endpointLabels.map { "endpoint=\($0)" }
        + (decision.methodLabel.map { ["method=\($0)"] } ?? [])
        + (decision.statusLabel.map { ["status=\($0)"] } ?? [])
      used.rows.append([
        decision.family, decision.use.phrase, DisplayText(labels.joined(separator: " ")),
        decision.unit, decision.preset,
      ])
    }
    report.sections.append(used)
    let exporter = isExporter(batch)
    let families = FamilyNames.all(in: body).filter { family in
      !(exporter && FamilyNames.isOfExporter(family))
        && !decisions.contains { FamilyNames.belongs(family, to: $0) }
    }
    var rest = InspectReport.Section(
      title: "families not recognised (\(families.count))", key: "not_recognised",
      columns: ["family"])
    rest.rows = families.prefix(100).map { [DisplayText($0)] }
    report.sections.append(rest)
    report.advice += batch.notes.filter { $0 != batch.foundNote }
    if !isExporter(batch) { advise(decisions, into: &report) }
  }

  /// Whether the service is one that the user has in hand, and uses Go's promhttp.
  private static func speaksGo(_ body: Bytes, _ batch: Batch) -> Bool {
    !isExporter(batch) && FamilyNames.all(in: body).contains { $0.hasPrefix("promhttp_") }
  }

  /// Whether another program's exporter answers: nobody adds metrics to that.
  private static func isExporter(_ batch: Batch) -> Bool {
    let names = batch.recognised.map(\.string)
    return MetricPresetCatalog.all.contains { $0.isExporter && names.contains($0.name) }
  }

  private static func advise(_ decisions: [MetricDecision], into report: inout InspectReport) {
    let uses = decisions.map(\.use)
    if !uses.contains(where: \.countsRequests) {
      report.advice.append("no requests are counted: add a histogram of request durations by route")
    }
    if uses.contains(.durations(hasBuckets: false)) {
      report.advice.append("no buckets: use a histogram instead of a summary to get p95 and p99")
    }
    if !uses.contains(where: { $0.gives(.residentBytes) || $0.gives(.heapBytes) }) {
      report.advice.append(
        """
        no process metrics: memory is not known (prometheus_client has them on Linux, and not \
        with PROMETHEUS_MULTIPROC_DIR)
        """)
    }
    if !uses.contains(where: { $0.gives(.processStart) }) {
      report.advice.append(
        "no process_start_time_seconds: restarts and several processes are harder to tell")
    }
  }
}
