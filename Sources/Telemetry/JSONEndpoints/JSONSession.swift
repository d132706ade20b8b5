/// One body of a JSON endpoint, with where it came from.
package struct JSONBody: Sendable {
  /// Path and query it was fetched from: `/performance/endpoints`.
  package var location: String
  /// As they were fetched, not yet known to be JSON.
  package var bytes: [UInt8]

  /// A body as it was fetched.
  package init(location: String, bytes: [UInt8]) {
    self.location = location
    self.bytes = bytes
  }
}

/// All that is remembered of the JSON endpoints of one service between polls.
///
/// `ingest` turns the bodies of one poll into a batch: what totals have grown by since the poll
/// before, and what gauges say. Work that two bodies describe is counted from the first of them
/// that told of it. Memory is bounded by the limits.
package struct JSONSession {
  private static let traffickedKeys = 5_000
  /// Processes behind the pages of one service whose totals are kept.
  private static let processLimit = 512

  private let mapping: JSONMapping
  private let presets: PresetSelection
  private var totals: [String: JSONTotals] = [:]
  /// The process that answered last on each page.
  private var lastProcesses: [String: String] = [:]
  /// Pages on which a process came back after another had answered.
  private var turns: Set<String> = []
  private var owners: [String: String] = [:]
  private var statements = JSONStatementLog()
  private var names = EndpointTable(capacity: 1000)
  private var lastMonotonic: Double?
  private var lastWall: Timestamp?
  private var lastFindings: [(location: String, findings: JSONFindings)] = []
  private var knowsNames = false

  /// A session that has seen nothing yet.
  package init(mapping: JSONMapping = JSONMapping(), presets: PresetSelection = .all) {
    self.mapping = mapping
    self.presets = presets
  }

  /// What the bodies of the last poll said, for `svctop inspect`.
  package var findings: [JSONFindings] { lastFindings.map(\.findings) }

  /// Addresses that the bodies of the last poll point to and that must be fetched as well.
  package var followUps: [String] { lastFindings.flatMap(\.findings.followUps) }

  /// What one body says by itself; nothing is remembered.
  private static func look(
    _ body: Bytes, location: String, mapping: JSONMapping, presets: PresetSelection
  ) throws(JSONFault) -> JSONFindings {
    let kind = ExpositionSniff(body, contentType: nil)
    guard kind == .json else {
      let text = String(decoding: body.prefix(4096), as: UTF8.self)
      return JSONShapeCatalog.read(.text(text), location: location, by: presets.shapes)
    }
    let root = try JSONNode(body)
    var findings = JSONShapeCatalog.read(.json(root), location: location, by: presets.shapes)
    mapping.apply(to: root, location: location, into: &findings)
    return findings
  }

  /// What one fetched body says by itself.
  package static func look(
    _ body: JSONBody, mapping: JSONMapping = JSONMapping(), presets: PresetSelection = .all
  ) throws(JSONFault) -> JSONFindings {
    let result = body.bytes.withUnsafeBytes { bytes -> Result<JSONFindings, JSONFault> in
      do throws(JSONFault) {
        return .success(
          try look(bytes, location: body.location, mapping: mapping, presets: presets))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Reads the bodies of one poll and returns what happened since the one before.
  ///
  /// The first poll has gauges and listed statements only. Bodies that cannot be read are said in
  /// a note; when none can, the batch is a failing one.
  package mutating func ingest(
    _ bodies: [JSONBody], wall: Timestamp, monotonicSeconds: Double, source: SourceID
  ) -> Batch {
    var batch = Batch(source: source, time: wall)
    lastFindings = []
    var faults: [String] = []
    for body in bodies {
      batch.tally.bytes &+= UInt64(body.bytes.count)
      do throws(JSONFault) {
        lastFindings.append(
          (body.location, try JSONSession.look(body, mapping: mapping, presets: presets)))
      } catch {
        faults.append("\(body.location): \(error.phrase)")
        batch.tally.unparsed += 1
        batch.tally.unparsedExample = DisplayText(faults.last ?? "")
      }
    }
    guard lastFindings.contains(where: \.findings.isRecognised) else {
      batch.health = .failing(nothingRecognised(lastFindings.map(\.findings), faults))
      return batch
    }
    for fault in faults { batch.notes.append(DisplayText(fault)) }
    if let lastMonotonic, monotonicSeconds > lastMonotonic {
      batch.covered = (wall - (monotonicSeconds - lastMonotonic))...wall
    }
    knowsNames = knowsNames || lastFindings.contains { $0.findings.traffic.contains { $0.isNamed } }
    var seen: Set<JSONSignal> = []
    var ended: Set<JSONSignal> = []
    for (location, findings) in lastFindings {
      fold(findings, from: location, &batch, &seen, &ended)
    }
    statements.endPoll()
    batch.ended = ended.subtracting(seen).map {
      EndedGauge(signal: $0.signal, subject: $0.subject)
    }
    batch.mergeTraffic()
    describe(&batch)
    lastMonotonic = monotonicSeconds
    lastWall = wall
    return batch
  }

  /// Totals as the last poll told them: since the start of the process, as far as is known.
  ///
  /// `covered` starts at the start of the process and is `nil` where that is not known.
  package mutating func lifetime(source: SourceID) -> Batch {
    var batch = Batch(source: source, time: lastWall ?? Timestamp(microseconds: 0))
    var seen: Set<JSONSignal> = []
    for (location, findings) in lastFindings {
      var fresh = JSONTotals()
      addTraffic(findings, from: location, &fresh, isLifetime: true, &batch)
      for reading in findings.readings {
        guard seen.insert(JSONSignal(reading)).inserted else { continue }
        batch.readings.append(
          SignalReading(
            signal: reading.signal, subject: reading.subject, time: batch.time,
            value: reading.value))
      }
      if let start = findings.processStart, start > 0, start < batch.time.seconds {
        batch.covered = Timestamp(seconds: start)...batch.time
      }
    }
    batch.mergeTraffic()
    describe(&batch)
    return batch
  }

  private mutating func fold(
    _ findings: JSONFindings, from location: String, _ batch: inout Batch,
    _ seen: inout Set<JSONSignal>, _ ended: inout Set<JSONSignal>
  ) {
    batch.tally.lines &+= UInt64(findings.decisions.count)
    batch.tally.parsed &+= UInt64(findings.decisions.count)
    let process = "\(location) \(findings.processID ?? "")"
    var state =
      totals[process]
      ?? JSONTotals(startsAtZero: isRestart(findings.processStart, now: batch.time))
    addTraffic(findings, from: location, &state, isLifetime: false, &batch)
    let readings = state.readings(of: findings)
    for reading in readings {
      guard seen.insert(JSONSignal(reading)).inserted else { continue }
      guard let value = state.value(of: reading) else { continue }
      batch.readings.append(
        SignalReading(
          signal: reading.signal, subject: reading.subject, time: batch.time, value: value))
    }
    if findings.isRecognised { ended.formUnion(state.ended(telling: readings)) }
    statements.add(findings.statements, at: batch.time, into: &batch)
    state.endPoll()
    if totals[process] != nil, let last = lastProcesses[location], last != process {
      turns.insert(location)
    }
    lastProcesses[location] = process
    if turns.contains(location) {
      batch.tellOfProcesses(
        DisplayText(
          "\(location): several processes answer in turn: gauges are those of one, and a count "
            + "is that of those that have answered"))
    }
    if totals.count >= JSONSession.processLimit, totals[process] == nil { totals.removeAll() }
    totals[process] = state
    batch.tell(state, of: location)
  }

  /// Whether a process that was never seen has started since the last poll.
  private func isRestart(_ start: Double?, now: Timestamp) -> Bool {
    guard let start, let lastWall else { return false }
    return start >= lastWall.seconds - 1 && start <= now.seconds + 1
  }

  private mutating func addTraffic(
    _ findings: JSONFindings, from location: String, _ state: inout JSONTotals, isLifetime: Bool,
    _ batch: inout Batch
  ) {
    for traffic in findings.traffic {
      if traffic.kind == .endpoint, !traffic.isNamed, knowsNames { continue }
      let key = traffic.key
      if let owner = owners[key] {
        guard owner == location else { continue }
      } else if owners.count < JSONSession.traffickedKeys {
        owners[key] = location
      }
      let delta = isLifetime ? JSONTotals.lifetime(traffic) : state.growth(of: traffic)
      guard
        let news = delta.traffic(traffic, name: name(of: traffic), time: batch.time)
      else { continue }
      batch.traffic.append(news)
    }
  }

  /// The endpoint of a record: raw paths become templates, templates and names stay.
  private mutating func name(of traffic: JSONTraffic) -> EndpointName {
    guard let route = traffic.route else { return EndpointName(method: "", route: "(all)") }
    guard traffic.kind == .endpoint, route.hasPrefix("/") else {
      return EndpointName(method: DisplayText(traffic.method), route: DisplayText(route))
    }
    let isTemplate = route.contains("{") || route.contains("/:") || route.contains("/<")
    let none = Bytes.none
    return Array(traffic.method.utf8).withUnsafeBytes { method in
      Array(route.utf8).withUnsafeBytes { path in
        let id = names.id(
          method: method, target: isTemplate ? none : path, route: isTemplate ? path : none)
        return names.name(of: id)
      }
    }
  }

  private func describe(_ batch: inout Batch) {
    var shapes: [String] = []
    for (_, findings) in lastFindings {
      for shape in findings.shapes where !shapes.contains(shape) { shapes.append(shape) }
      for note in findings.notes where !batch.notes.contains(note) { batch.notes.append(note) }
      if findings.isRecognised, batch.vantage.string.isEmpty {
        batch.vantage = DisplayText(findings.vantage)
      }
    }
    batch.recognised = shapes.map { DisplayText($0) }
  }

  private func nothingRecognised(
    _ findings: [JSONFindings], _ faults: [String]
  ) -> DisplayText {
    if let fault = faults.first { return DisplayText("not readable: \(fault)") }
    let names = findings.flatMap(\.unknown).prefix(4).map(\.string)
    let example = names.isEmpty ? "" : "; it has \(names.joined(separator: ", "))"
    if !presets.named.isEmpty {
      return DisplayText(
        "JSON in which --preset \(presets.named.joined(separator: ", ")) finds nothing\(example)")
    }
    return DisplayText("JSON in which nothing is recognised\(example); a mapping can say more")
  }
}

extension JSONTraffic {
  /// Whether it is about one endpoint and not about the service as a whole.
  var isNamed: Bool { route != nil }
}
