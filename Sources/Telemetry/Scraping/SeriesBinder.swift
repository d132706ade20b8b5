/// Builds a `SeriesBinding` from the live series of a table.
///
/// Costs one pass over the labels of every series that has a role; names become strings once per
/// group. Run when series come or go, not at every scrape.
struct SeriesBinder {
  /// A rule for a signal with its labels numbered.
  private struct NumberedSignal {
    var subject: [Int]
    var condition: NumberedCondition?
  }

  private var binding = SeriesBinding()
  private let plan: MetricPlan
  private let endpointLimit: Int
  private var reader = LabelReader()
  /// By view: the labels of its durations, then those of its counters.
  private var uses: [[NumberedLabels]] = []
  /// By view: the ways in which a gauge of requests being served may name its endpoint.
  private var inFlightUses: [[(needs: [Int], labels: NumberedLabels)]] = []
  private var signals: [NumberedSignal] = []
  private var groupNumbers: [UInt64: Int] = [:]
  private var endpointNumbers: [SeriesBinding.Endpoint: Int] = [:]
  private var endpointsByKey: [UInt64: Int] = [:]
  private var readingNumbers: [SeriesBinding.Reading: Int] = [:]
  private var readingsByKey: [UInt64: Int] = [:]
  /// Buckets in the order they were met.
  private var pending: [Bucket] = []
  private var lastKey: UInt64 = 0
  private var lastGroup = -1

  private struct Bucket {
    var group: Int
    var slot: Int32
    var bound: Double
  }

  /// The binding of the series that the table saw in the scrape at hand.
  ///
  /// `previous` holds the values of the scrape before, to notice buckets that went away.
  static func bind(
    _ table: SeriesTable, plan: MetricPlan, previous: [Double], endpointLimit: Int
  ) -> SeriesBinding {
    var binder = SeriesBinder(plan: plan, endpointLimit: endpointLimit)
    var lost: [Int] = []
    for slot in table.slots.indices {
      let roles = plan.roles[Int(table.slots[slot].name)]
      if roles.isEmpty { continue }
      if table.isLive(slot) {
        table.withSeries(slot) { binder.add($0, slot: Int32(slot), roles: roles) }
      } else if slot < previous.count, !previous[slot].isNaN {
        lost.append(slot)
      }
    }
    for slot in lost {
      for case .bucket(let view) in plan.roles[Int(table.slots[slot].name)] {
        let labels = table.withSeries(slot) { SeriesBinder.summary(of: $0) }
        let key = SeriesBinder.key(labels.hash, view: view, counter: nil)
        if let group = binder.groupNumbers[key] { binder.binding.groups[group].lostBucket = true }
      }
    }
    binder.finish()
    return binder.binding
  }

  private init(plan: MetricPlan, endpointLimit: Int) {
    self.plan = plan
    self.endpointLimit = endpointLimit
    binding.units = plan.views.map(\.secondsPerUnit)
    for view in plan.views {
      let labels = [view.durationLabels] + view.counts.map(\.labels)
      uses.append(labels.map { NumberedLabels($0, &reader) })
      inFlightUses.append(inFlightChoices(view.rule))
    }
    for signal in plan.signals {
      signals.append(
        NumberedSignal(
          subject: signal.rule.subject.map { reader.number(of: $0) },
          condition: signal.rule.condition.map { NumberedCondition($0, &reader) }))
    }
  }

  /// The label sets an in-flight gauge may have, the most telling first.
  private mutating func inFlightChoices(
    _ rule: TrafficRule
  ) -> [(needs: [Int], labels: NumberedLabels)] {
    var choices: [(needs: [Int], labels: NumberedLabels)] = []
    let methods: [String?] = rule.method.map { $0 } + [nil]
    for endpoint in rule.endpoint.map(JoinedLabels.init) {
      for method in methods {
        let labels = TrafficView.Labels(endpoint: endpoint, method: method)
        let needs = endpoint.labels + (method.map { [$0] } ?? [])
        choices.append(
          (needs.map { reader.number(of: $0) }, NumberedLabels(labels, &reader)))
      }
    }
    return choices
  }

  private mutating func add(_ series: Bytes, slot: Int32, roles: [MetricPlan.Role]) {
    var labels: LabelSummary?
    var isRead = false
    for role in roles {
      switch role {
      case .inFlight, .signal:
        if !isRead { reader.read(series) }
        isRead = true
        if case .signal(let number) = role { addSignal(number, slot: slot) }
        if case .inFlight(let view) = role { addInFlight(view, slot: slot) }
      default:
        let known = labels ?? SeriesBinder.summary(of: series)
        labels = known
        add(series, slot: slot, role: role, known)
      }
    }
  }

  private mutating func add(
    _ series: Bytes, slot: Int32, role: MetricPlan.Role, _ labels: LabelSummary
  ) {
    switch role {
    case .bucket(let view):
      if labels.bound.isNaN { return }
      let group = group(labels.hash, view: view, counter: nil, series)
      pending.append(Bucket(group: group, slot: slot, bound: labels.bound))
    case .sum(let view):
      binding.groups[group(labels.hash, view: view, counter: nil, series)].sum = slot
    case .count(let view):
      binding.groups[group(labels.hash, view: view, counter: nil, series)].count = slot
    case .created(let view, let counter):
      binding.groups[group(labels.hash, view: view, counter: counter, series)].created = slot
    case .requests(let view, let counter):
      binding.groups[group(labels.hash, view: view, counter: counter, series)].count = slot
    case .maximum(let view):
      binding.groups[group(labels.hash, view: view, counter: nil, series)].maximum = slot
    case .quantile(let view):
      if labels.quantile.isNaN { return }
      let group = group(labels.hash, view: view, counter: nil, series)
      binding.quantiles.append((slot, group, labels.quantile))
    case .inFlight, .signal: break
    }
  }

  /// What a pass over the labels of a series gives: a hash without `le` and `quantile`, and those.
  private struct LabelSummary {
    var hash: UInt64 = 0
    var bound = Double.nan
    var quantile = Double.nan
  }

  @inline(__always)
  private static func summary(of series: Bytes) -> LabelSummary {
    var summary = LabelSummary()
    _ = MetricLabels.read(series) { label in
      if label.name.count == 2, label.name[0] == 0x6C, label.name[1] == 0x65 {
        summary.bound = ExpositionNumber.parse(label.value) ?? .nan
      } else if label.name.count == 8, label.name.elementsEqual("quantile".utf8) {
        summary.quantile = SeriesBinder.quantile(label.value)
      } else {
        // A sum does not depend on the order of labels.
        let name = SeriesTable.hash(label.name)
        summary.hash &+= SeriesTable.hash(label.value) &* (name | 1) ^ (name >> 7)
      }
    }
    return summary
  }

  /// A quantile label as 0 to 1: `95` and `999`, as mysqld_exporter writes, become 0.95 and 0.999.
  private static func quantile(_ text: Bytes) -> Double {
    guard let value = ExpositionNumber.parse(text), value >= 0, value < 1e9 else { return .nan }
    if value <= 1 { return value }
    var divisor = 100.0
    while value >= divisor { divisor *= 10 }
    return value / divisor
  }

  private static func key(_ labels: UInt64, view: Int, counter: Int?) -> UInt64 {
    let use = UInt64(truncatingIfNeeded: view &* 64 &+ (counter ?? -1) &+ 2)
    return labels ^ (use &* 0x9E37_79B9_7F4A_7C15)
  }

  @inline(__always)
  private mutating func group(
    _ labels: UInt64, view: Int, counter: Int?, _ series: Bytes
  ) -> Int {
    let key = SeriesBinder.key(labels, view: view, counter: counter)
    if key == lastKey, lastGroup >= 0 { return lastGroup }
    let number = groupNumbers[key] ?? makeGroup(key, view: view, counter: counter, series)
    lastKey = key
    lastGroup = number
    return number
  }

  private mutating func makeGroup(
    _ key: UInt64, view number: Int, counter: Int?, _ series: Bytes
  ) -> Int {
    reader.read(series)
    let view = plan.views[number]
    let isCounted: Bool
    switch view.statusSource {
    case .counts: isCounted = counter != nil
    case .duration: isCounted = counter == nil
    case .nothing: isCounted = counter == nil || view.durationFamily == nil
    }
    let use = counter.map { $0 + 1 } ?? 0
    binding.groups.append(
      SeriesBinding.Group(
        view: number, countsRequests: isCounted, hasDurations: counter == nil,
        endpoint: endpoint(view: number, use: use), lane: uses[number][use].lane(reader)))
    groupNumbers[key] = binding.groups.count - 1
    return binding.groups.count - 1
  }

  /// Number of the endpoint of the series at hand, or -1 when it is not to be counted.
  private mutating func endpoint(view: Int, use: Int) -> Int {
    let labels = uses[view][use]
    guard labels.holds(reader) else { return -1 }
    let key = labels.key(reader) ^ (UInt64(view * 64 + use) &* 0x9E37_79B9_7F4A_7C15)
    if let known = endpointsByKey[key] { return known }
    let rule = plan.views[view].rule
    var number = -1
    if let name = labels.name(reader, rule: rule) {
      number = self.number(of: SeriesBinding.Endpoint(kind: rule.kind, name: name))
    }
    if endpointsByKey.count < endpointLimit * 8 { endpointsByKey[key] = number }
    return number
  }

  private mutating func number(of endpoint: SeriesBinding.Endpoint) -> Int {
    if let known = endpointNumbers[endpoint] { return known }
    var wanted = endpoint
    if endpointNumbers.count >= endpointLimit {
      binding.hasOther = true
      wanted.name = .other
      if let known = endpointNumbers[wanted] { return known }
    }
    binding.endpoints.append(wanted)
    endpointNumbers[wanted] = binding.endpoints.count - 1
    return binding.endpoints.count - 1
  }

  private mutating func addInFlight(_ view: Int, slot: Int32) {
    let rule = plan.views[view].rule
    let choice = inFlightUses[view].first { $0.needs.allSatisfy(reader.has) }
    var subject: DisplayText = ""
    if let choice {
      guard let name = choice.labels.name(reader, rule: rule) else { return }
      var text = name.description
      subject = NumberedLabels.shown(&text)
    }
    let reading = number(of: SeriesBinding.Reading(signal: .inFlight, subject: subject), .sum)
    binding.signalSeries.append(
      SeriesBinding.SignalSeries(slot: slot, reading: reading, scale: 1, undefined: nil))
  }

  private mutating func addSignal(_ signal: Int, slot: Int32) {
    if let condition = signals[signal].condition, !condition.holds(reader) { return }
    let rule = plan.signals[signal].rule
    let label = signals[signal].subject.first { !reader.bytes($0).isEmpty }
    let value = label.map(reader.bytes) ?? Bytes(start: nil, count: 0)
    let key = SeriesTable.hash(value) ^ (UInt64(signal + 1) &* 0x9E37_79B9_7F4A_7C15)
    let number: Int
    if let known = readingsByKey[key] {
      number = known
    } else {
      var text = label.map(reader.text) ?? rule.subjectName
      let subject = NumberedLabels.shown(&text)
      number = self.number(
        of: SeriesBinding.Reading(signal: rule.signal, subject: subject), rule.fold)
      readingsByKey[key] = number
    }
    binding.signalSeries.append(
      SeriesBinding.SignalSeries(
        slot: slot, reading: number, scale: rule.scale, undefined: rule.undefined))
  }

  private mutating func number(
    of reading: SeriesBinding.Reading, _ fold: SignalRule.Fold
  ) -> Int {
    if let number = readingNumbers[reading] { return number }
    binding.readings.append(reading)
    binding.folds.append(fold)
    readingNumbers[reading] = binding.readings.count - 1
    return binding.readings.count - 1
  }

  /// Sorts the buckets into their groups and gives each group its cell.
  private mutating func finish() {
    let isSorted = pending.indices.dropFirst().allSatisfy {
      SeriesBinder.comesBefore(pending[$0 - 1], pending[$0])
    }
    if !isSorted { pending.sort(by: SeriesBinder.comesBefore) }
    var cellNumbers: [UInt64: Int] = [:]
    var layoutNumbers: [[Double]: Int] = [:]
    var next = 0
    var viewsWithBounds = Set<Int>()
    for group in binding.groups.indices where binding.groups[group].hasDurations {
      let start = next
      while next < pending.count, pending[next].group == group { next += 1 }
      let first = binding.bucketSlots.count
      let bounds = take(pending[start..<next], of: group)
      binding.groups[group].buckets = first..<binding.bucketSlots.count
      if !bounds.isEmpty { viewsWithBounds.insert(binding.groups[group].view) }
      guard binding.groups[group].endpoint >= 0 else { continue }
      let layout = layoutNumbers[bounds] ?? binding.layouts.count
      if layout == binding.layouts.count {
        layoutNumbers[bounds] = layout
        binding.layouts.append(bounds)
      }
      let endpoint = binding.groups[group].endpoint
      let key = UInt64(endpoint) << 32 | UInt64(layout)
      if let cell = cellNumbers[key] {
        binding.groups[group].cell = cell
        continue
      }
      binding.groups[group].cell = binding.cells.count
      cellNumbers[key] = binding.cells.count
      binding.cells.append(
        SeriesBinding.Cell(
          endpoint: endpoint, layout: layout, offset: binding.accumulatorCount))
      binding.accumulatorCount += bounds.count + 1
    }
    binding.viewsWithoutBounds = plan.views.indices.filter {
      plan.views[$0].hasBuckets && !viewsWithBounds.contains($0)
    }
  }

  private static func comesBefore(_ left: Bucket, _ right: Bucket) -> Bool {
    left.group != right.group ? left.group < right.group : left.bound < right.bound
  }

  /// Adds the slots of one group's buckets and returns their finite bounds in seconds.
  private mutating func take(
    _ buckets: ArraySlice<Bucket>, of group: Int
  ) -> [Double] {
    let unit = plan.views[binding.groups[group].view].secondsPerUnit
    let divisor = unit < 1 ? (1 / unit).rounded() : 1
    var bounds: [Double] = []
    for bucket in buckets {
      let bound = unit < 1 ? bucket.bound / divisor : bucket.bound * unit
      if bound == .infinity {
        if binding.groups[group].endsWithInfinity { continue }
        binding.groups[group].endsWithInfinity = true
      } else if bounds.last == bound {
        // The same bound in another spelling: a second series of the same bucket.
        binding.bucketSlots[binding.bucketSlots.count - 1] = bucket.slot
        continue
      } else {
        bounds.append(bound)
      }
      binding.bucketSlots.append(bucket.slot)
    }
    return bounds
  }
}
