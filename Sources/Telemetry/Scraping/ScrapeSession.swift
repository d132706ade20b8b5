/// All that is remembered of one metrics endpoint between scrapes.
///
/// `ingest` turns a body into a batch: what its counters have grown by since the scrape before,
/// by endpoint, and what its gauges say. An unchanged series costs one comparison of its bytes
/// and one number; memory is bounded by the two limits.
package struct ScrapeSession: Sendable {
  /// Metric names, types and units kept; real targets have some hundreds.
  private static let nameLimit = 5_000

  private var table: SeriesTable
  private let endpointLimit: Int
  private let presets: [MetricPreset]
  private var names: [MetricName] = []
  private var nameNumbers: [UInt64: UInt32] = [:]
  private var types: [String: MetricType] = [:]
  private var units: [String: String] = [:]
  private var plan = MetricPlan()
  private var binding = SeriesBinding()
  private var processes = TargetProcesses()
  private var lastWall: Timestamp?
  private var lastMonotonic = 0.0
  private var lastSampleTime = Double.nan
  private var startSlot: Int?
  private var isPlanStale = true
  private var isBindingStale = true
  /// Series that did not fit into the table in the last scrape.
  private var dropped = 0

  /// A session that has seen nothing yet.
  ///
  /// At most `seriesLimit` series and `endpointLimit` endpoints are kept; requests of further
  /// endpoints are counted as `EndpointName.other`, further series are left out with a note.
  package init(
    seriesLimit: Int = 200_000, endpointLimit: Int = 1_000,
    presets: [MetricPreset] = MetricPresetCatalog.all
  ) {
    table = SeriesTable(capacity: seriesLimit)
    self.endpointLimit = max(1, endpointLimit)
    self.presets = presets
  }

  /// What was made of each family in the last scrape, for `svctop inspect`.
  package var decisions: [MetricDecision] { plan.decisions }

  /// Reads one response body and returns what happened since the one before.
  ///
  /// The first scrape has gauges only. `monotonicSeconds` is any clock that never jumps; rates
  /// rest on it alone. A body that is no exposition makes a failing batch and changes nothing.
  package mutating func ingest(
    _ body: Bytes, contentType: String?, wall: Timestamp, monotonicSeconds: Double,
    source: SourceID
  ) -> Batch {
    var batch = Batch(source: source, time: wall)
    batch.tally.bytes = UInt64(body.count)
    let kind = ExpositionSniff(body, contentType: contentType)
    guard kind.isExposition else {
      batch.health = .failing(DisplayText("not an exposition: \(kind.phrase.string)"))
      return batch
    }
    let reading = read(body, isOpenMetrics: kind == .openMetrics)
    batch.tally = reading.tally
    guard reading.tally.parsed > 0 || reading.tally.unparsed == 0 else {
      isBindingStale = true
      let example = reading.tally.unparsedExample?.string ?? ""
      batch.health = .failing(DisplayText("not an exposition: no line could be read; \(example)"))
      return batch
    }
    fold(reading, wall: wall, monotonicSeconds: monotonicSeconds, into: &batch)
    if kind == .openMetrics, !reading.hasEndMark {
      batch.notes.append("the body ends without # EOF: it may be cut off")
    }
    return batch
  }

  /// Totals since the start of the process (or processes), for `--window all`.
  ///
  /// `covered` starts at `process_start_time_seconds` and is `nil` where that is not known.
  package func lifetime(source: SourceID) -> Batch {
    var batch = Batch(source: source, time: lastWall ?? Timestamp(microseconds: 0))
    var increases = Increases(binding)
    for process in processes.current {
      increases.add(process.values, since: .zero, binding: binding, plan: plan)
    }
    let starts = processes.current.compactMap(\.start)
    if let wall = lastWall, let start = starts.min(), start > 0, start < wall.seconds {
      batch.covered = Timestamp(seconds: start)...wall
    }
    let values = processes.current.last?.values ?? []
    TrafficAssembly.fill(&batch, increases, values, binding)
    describe(&batch)
    return batch
  }

  /// What one pass over a body found.
  private struct Reading {
    var tally = SourceTally()
    var hasEndMark = false
    /// Samples with a time stamp, and the latest of them.
    var stamped: UInt64 = 0
    var latest = Double.nan
  }

  private mutating func read(_ body: Bytes, isOpenMetrics: Bool) -> Reading {
    table.beginScrape()
    dropped = 0
    var reading = Reading()
    reading.tally.bytes = UInt64(body.count)
    var scanner = ExpositionScanner(body, isOpenMetrics: isOpenMetrics)
    while true {
      let known = table.readPredicted(body, &scanner.position)
      scanner.line += known
      reading.tally.parsed += UInt64(known)
      guard let item = scanner.next() else { break }
      switch item {
      case .sample(let sample):
        if let fault = record(sample) {
          note(fault, scanner.line, sample.series, &reading.tally)
        } else {
          reading.tally.parsed += 1
          if !sample.timestampSeconds.isNaN {
            reading.stamped += 1
            reading.latest =
              reading.latest.isNaN
              ? sample.timestampSeconds : max(reading.latest, sample.timestampSeconds)
          }
        }
      case .type(let name, let type):
        setType(MetricLabels.unescaped(name), type)
      case .unit(let name, let unit):
        let word = String(decoding: unit, as: UTF8.self)
        let family = MetricLabels.unescaped(name)
        if units[family] != word, units.count < ScrapeSession.nameLimit {
          units[family] = word
          isPlanStale = true
        }
      case .endMark: reading.hasEndMark = true
      case .bad(let fault, let line): note(fault, scanner.line, line, &reading.tally)
      }
    }
    reading.tally.lines = reading.tally.parsed + reading.tally.unparsed
    return reading
  }

  private mutating func setType(_ family: String, _ type: MetricType) {
    guard types[family] != type, types.count < ScrapeSession.nameLimit else { return }
    types[family] = type
    isPlanStale = true
  }

  private func note(
    _ fault: ExpositionFault, _ line: Int, _ text: Bytes, _ tally: inout SourceTally
  ) {
    tally.unparsed += 1
    let shown = DisplayText(text, limit: 160).string
    tally.unparsedExample = DisplayText("line \(line): \(fault.rawValue): \(shown)")
  }

  /// Notes a sample in the table; returns what is wrong with its labels, if anything.
  private mutating func record(_ sample: ExpositionSample) -> ExpositionFault? {
    let hash = SeriesTable.hash(sample.series)
    if table.record(sample.value, for: sample.series, hash: hash) { return nil }
    var labelsHash: UInt64 = 0
    let result = MetricLabels.read(sample.series) { label in
      labelsHash &+= SeriesTable.hash(label.name)
    }
    switch result {
    case .failure(let fault): return fault
    case .success(let name):
      guard let number = number(of: name) else {
        dropped += 1
        return nil
      }
      if names[Int(number)].labelsHash != labelsHash {
        learnLabels(of: sample.series, name: Int(number), hash: labelsHash)
      }
      if table.insert(sample.value, for: sample.series, hash: hash, name: number) {
        isBindingStale = true
      } else {
        dropped += 1
      }
      return nil
    }
  }

  /// The number of a metric name; `nil` for a new one when there are too many.
  private mutating func number(of name: Bytes) -> UInt32? {
    let hash = SeriesTable.hash(name)
    if let known = nameNumbers[hash] { return known }
    guard names.count < ScrapeSession.nameLimit else { return nil }
    let number = UInt32(names.count)
    names.append(MetricName(raw: MetricLabels.unescaped(name)))
    nameNumbers[hash] = number
    isPlanStale = true
    return number
  }

  private mutating func learnLabels(of series: Bytes, name: Int, hash: UInt64) {
    names[name].labelsHash = hash
    var labels = names[name].labels
    var hasQuantiles = names[name].hasQuantiles
    _ = MetricLabels.read(series) { label in
      let text = MetricNameTranslation.labelName(MetricLabels.unescaped(label.name))
      if text == "quantile" { hasQuantiles = true }
      if text != "le", text != "quantile", !labels.contains(text), labels.count < 64 {
        labels.append(text)
      }
    }
    if labels.count != names[name].labels.count || hasQuantiles != names[name].hasQuantiles {
      names[name].labels = labels
      names[name].hasQuantiles = hasQuantiles
      isPlanStale = true
    }
  }

  /// Measures the increases of a scrape that was read and remembers its values.
  private mutating func fold(
    _ reading: Reading, wall: Timestamp, monotonicSeconds: Double, into batch: inout Batch
  ) {
    if isPlanStale { makePlan() }
    let needsBinding = isBindingStale || !table.continues
    if needsBinding { startSlot = findStart() }
    let start = startSlot.map { table.values[$0] }.flatMap { $0.isFinite ? $0 : nil }
    if needsBinding {
      let previous = processes.previousValues(start: start)
      binding = SeriesBinder.bind(
        table, plan: plan, previous: previous, endpointLimit: endpointLimit)
      isBindingStale = false
    }
    let origin = processes.origin(start: start, previousScrape: lastWall, now: wall)
    var increases = Increases(binding)
    increases.add(table.values, since: origin, binding: binding, plan: plan)
    for group in binding.groups.indices where binding.groups[group].lostBucket {
      binding.groups[group].lostBucket = false
    }
    if case .unknown = origin {
    } else {
      batch.covered = covered(reading, wall: wall, monotonicSeconds: monotonicSeconds)
    }
    processes.remember(table.values, start: start)
    TrafficAssembly.fill(&batch, increases, table.values, binding)
    lastSampleTime = reading.latest
    lastWall = wall
    lastMonotonic = monotonicSeconds
    describe(&batch)
    forgetStaleSeries()
  }

  private mutating func makePlan() {
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() { numbers[name.raw] = number }
    for number in names.indices {
      names[number].classify(types: types, units: units, names: numbers)
    }
    let catalogue = FamilyCatalogue(names: names) { largestBound($0) }
    plan = MetricPlan(catalogue, presets: presets)
    isPlanStale = false
    isBindingStale = true
  }

  /// The largest finite `le` of a name, in its own unit.
  private func largestBound(_ name: Int) -> Double {
    var largest = 0.0
    for slot in table.slots.indices where Int(table.slots[slot].name) == name {
      table.withSeries(slot) { series in
        _ = MetricLabels.read(series) { label in
          guard label.name.elementsEqual("le".utf8) else { return }
          let bound = ExpositionNumber.parse(label.value) ?? 0
          if bound.isFinite { largest = max(largest, bound) }
        }
      }
    }
    return largest
  }

  /// The series of `process_start_time_seconds`, where there is exactly one that counts.
  private func findStart() -> Int? {
    let starts = table.slots.indices.filter { slot in
      table.isLive(slot)
        && plan.roles[Int(table.slots[slot].name)].contains { role in
          guard case .signal(let number) = role else { return false }
          return plan.signals[number].rule.signal == .processStart
        }
    }
    return starts.count == 1 ? starts.first : nil
  }

  /// The time this scrape speaks for: true elapsed time, or that of the samples' own stamps.
  private func covered(
    _ reading: Reading, wall: Timestamp, monotonicSeconds: Double
  ) -> ClosedRange<Timestamp>? {
    var elapsed = monotonicSeconds - lastMonotonic
    if reading.stamped == reading.tally.parsed, reading.stamped > 0 {
      // An exporter that caches repeats its stamps: then no time has passed.
      let advanced = reading.latest - lastSampleTime
      if !advanced.isNaN { elapsed = advanced }
    }
    guard elapsed > 0, elapsed < 1e9 else { return nil }
    return (wall - elapsed)...wall
  }

  private func describe(_ batch: inout Batch) {
    batch.recognised = plan.recognised
    batch.vantage = plan.vantage
    batch.notes += plan.notes
    for view in binding.viewsWithoutBounds {
      let family = plan.views[view].durationFamily ?? ""
      batch.notes.append(
        DisplayText(
          "\(family) has only the +Inf bucket (a native histogram?): p95 is not available"))
    }
    if processes.isAlternating {
      batch.notes.append(
        DisplayText(
          "\(processes.current.count) processes answer in turn: gauges are those of one; use "
            + "PROMETHEUS_MULTIPROC_DIR or an aggregating registry"))
    }
    if dropped > 0 {
      batch.notes.append(DisplayText("\(dropped) series over the limit were left out"))
    }
    if table.duplicates > 0 {
      batch.notes.append(
        DisplayText("\(table.duplicates) samples repeat a series: the last one counts"))
    }
    if binding.hasOther {
      batch.notes.append(
        DisplayText("more than \(endpointLimit) endpoints: the rest is counted as (other)"))
    }
  }

  /// Drops series that are gone once they outnumber those that are there.
  private mutating func forgetStaleSeries() {
    let stale = table.slots.count - table.liveCount
    let isFull = dropped > 0 && stale > 0
    guard isFull || (stale > table.liveCount + 2_000 && !processes.isAlternating) else { return }
    processes.renumber(table.dropStale())
    isBindingStale = true
    if isFull, processes.isAlternating { processes = TargetProcesses() }
  }
}
