/// All that is remembered of one metrics endpoint between scrapes.
///
/// `ingest` turns a body into a batch: what its counters have grown by since the scrape before,
/// by endpoint, and what its gauges say. An unchanged series costs one comparison of its bytes
/// and one number; memory is bounded by the two limits.
package struct ScrapeSession: Sendable {
  /// Metric names, types and units kept; real targets have some hundreds.
  static let nameLimit = 5_000
  var table: SeriesTable
  private let seriesLimit: Int
  let endpointLimit: Int
  private let presets: PresetSelection
  var names: [MetricName] = []
  var nameNumbers: [UInt64: UInt32] = [:]
  /// The name looked up last: series of one name follow each other.
  var lastName: (hash: UInt64, number: UInt32) = (0, 0)
  var lead = SeriesLead()
  var types: [String: MetricType] = [:]
  var units: [String: String] = [:]
  var plan = MetricPlan()
  var binding = SeriesBinding()
  var processes = TargetProcesses()
  private var breakers = BreakerChanges()
  private var statements = StatementBinding()
  private var leastLimits = LeastLimits()
  private var lastWall: Timestamp?
  private var lastMonotonic = 0.0
  private var lastSampleTime = Double.nan
  private var startSlot: Int?
  /// Series that say when others began.
  private var createdSlots: [Int] = []
  private(set) var lastKind: ExpositionSniff?
  /// Whether protobuf was tried and had no buckets either.
  private(set) var isProtobufNoHelp = false
  /// Whether requests failed that durations leave out.
  private(set) var hasUntimedFailures = false
  var isPlanStale = true
  var isBindingStale = true
  /// Series that did not fit into the table in the last scrape.
  var dropped = 0

  /// A session that has seen nothing yet.
  ///
  /// At most `seriesLimit` series and `endpointLimit` endpoints are kept; requests of further
  /// endpoints are counted as `EndpointName.other`, further series are left out with a note.
  package init(
    seriesLimit: Int = 200_000, endpointLimit: Int = 1_000,
    presets: PresetSelection = .all
  ) {
    table = SeriesTable(capacity: seriesLimit)
    self.seriesLimit = seriesLimit
    self.endpointLimit = max(1, endpointLimit)
    self.presets = presets
  }

  /// Whether the target should be asked for protobuf first from now on.
  ///
  /// Set when a histogram of durations has but one bucket in text, which is how text shows native
  /// histograms; taken back when protobuf has no buckets for it either.
  package private(set) var wantsProtobuf = false

  /// Scrapes in a row, up to the last, that came from one process as far as can be told.
  package var scrapesOfOneProcess: Int { processes.agreeing }

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
    if let lastKind, lastKind != kind { forgetSeries() }
    lastKind = kind
    let reading = read(body, kind)
    batch.tally = reading.tally
    guard reading.tally.parsed > 0 || reading.tally.unparsed == 0 else {
      isBindingStale = true
      let example = reading.tally.unparsedExample?.string ?? ""
      batch.health = .failing(DisplayText("not an exposition: no line could be read; \(example)"))
      return batch
    }
    fold(reading, wall: wall, monotonicSeconds: monotonicSeconds, into: &batch)
    noteOneBucketHistograms(in: kind)
    if kind == .openMetrics, !reading.hasEndMark {
      batch.notes.append("the body ends without # EOF: it may be cut off")
    } else if reading.isCutOff {
      batch.notes.append("the body is damaged or cut off")
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
    let starts = processes.current.compactMap(\.identity.began)
    if let wall = lastWall, let start = starts.min(), start > 0, start < wall.seconds {
      batch.covered = Timestamp(seconds: start)...wall
    }
    let values = processes.current.last?.values ?? []
    TrafficAssembly.fill(&batch, increases, values, binding, totals: increases)
    for process in processes.current {
      batch.queries += statements.lifetime(process.values, time: batch.time)
    }
    describe(&batch)
    return batch
  }

  /// Measures the increases of a scrape that was read and remembers its values.
  private mutating func fold(
    _ reading: Reading, wall: Timestamp, monotonicSeconds: Double, into batch: inout Batch
  ) {
    if isPlanStale { makePlan() }
    let needsBinding = isBindingStale || !table.continues
    if needsBinding {
      startSlot = findStart()
      createdSlots = findCreated()
    }
    let process = identity
    let before = needsBinding ? binding.readings : []
    if needsBinding {
      let previous = processes.previousValues(process)
      binding = SeriesBinder.bind(
        table, plan: plan, previous: previous, telling: binding.telling,
        endpointLimit: endpointLimit)
      statements = StatementBinding(table, plan, after: statements)
      isBindingStale = false
    }
    let origin = processes.origin(process, previousScrape: lastWall, now: wall)
    if needsBinding, !processes.isAlternating { batch.ended = binding.ended(since: before) }
    var increases = Increases(binding)
    increases.add(table.values, since: origin, binding: binding, plan: plan)
    for group in binding.groups.indices where binding.groups[group].lostBucket {
      binding.groups[group].lostBucket = false
    }
    if case .unknown = origin {
    } else {
      batch.covered = covered(reading, wall: wall, monotonicSeconds: monotonicSeconds)
    }
    batch.queries = statements.deltas(table.values, since: origin, time: wall)
    for (reading, state) in breakers.states(table.values, since: origin, binding) {
      batch.readings.append(
        SignalReading(
          signal: reading.signal, subject: reading.subject, time: wall, value: state))
    }
    let tellsProcesses = process.began != nil || !binding.groups.isEmpty
    processes.remember(
      table.values, process, isSure: tellsProcesses && !increases.hasFallen)
    if TrafficAssembly.fill(
      &batch, increases, table.values, binding, totals: totalsWhereFailuresMayBeUntimed(increases))
    {
      hasUntimedFailures = true
    }
    if plan.hasFloors { raiseLimits(&batch) }
    lastSampleTime = reading.latest
    lastWall = wall
    lastMonotonic = monotonicSeconds
    describe(&batch)
    forgetStaleSeries()
  }

  /// All since the start, where failures came that another family may have timed.
  private func totalsWhereFailuresMayBeUntimed(_ increases: Increases) -> Increases? {
    guard plan.views.contains(where: { $0.statusSource == .untimed }), increases.hasFailedBeside
    else { return nil }
    var totals = Increases(binding)
    totals.add(table.values, since: .zero, binding: binding, plan: plan)
    return totals
  }

  /// Takes the most that pools have had open for their limits, where nothing better is told.
  private mutating func raiseLimits(_ batch: inout Batch) {
    let process = identity.began ?? 0
    for place in batch.readings.indices where batch.readings[place].signal == .poolLeastLimit {
      batch.readings[place].value = leastLimits.limit(
        of: batch.readings[place].subject, configuration: process,
        open: batch.readings[place].value)
    }
  }

  /// Starts anew after a change of format, in which the same series are written differently.
  private mutating func forgetSeries() {
    table = SeriesTable(capacity: seriesLimit)
    processes = TargetProcesses()
    leastLimits = LeastLimits()
    startSlot = nil
    createdSlots = []
    isBindingStale = true
  }

  private mutating func noteOneBucketHistograms(in kind: ExpositionSniff) {
    if binding.viewsWithoutBounds.isEmpty { return }
    if kind == .protobuf { isProtobufNoHelp = true }
    wantsProtobuf = !isProtobufNoHelp
  }

  private mutating func makePlan() {
    var numbers: [String: Int] = [:]
    for (number, name) in names.enumerated() { numbers[name.raw] = number }
    for number in names.indices {
      names[number].classify(types: types, units: units, names: numbers)
    }
    let catalogue = FamilyCatalogue(names: names) { largestBound($0) }
    plan = MetricPlan(catalogue, presets: presets, declared: Array(types.keys))
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
    let isStart = plan.roles.map { roles in
      roles.contains { role in
        guard case .signal(let number) = role else { return false }
        return plan.signals[number].rule.signal == .processStart
      }
    }
    let starts = table.slots.indices.filter { slot in
      isStart[Int(table.slots[slot].name)] && table.isLive(slot)
    }
    return starts.count == 1 ? starts.first : nil
  }

  /// Series of `_created` stamps, as prometheus_client writes them beside each of its own.
  private func findCreated() -> [Int] {
    table.slots.indices.filter { slot in
      names[Int(table.slots[slot].name)].part == .created && table.isLive(slot)
    }
  }

  /// Which process answered, by when it and the first of its series began.
  private var identity: TargetProcesses.Identity {
    let created = createdSlots.lazy.map { table.values[$0] }.filter { $0 > 0 && $0.isFinite }.min()
    let start = startSlot.map { table.values[$0] }.flatMap { $0.isFinite ? $0 : nil }
    return TargetProcesses.Identity(start: start, created: created)
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
