/// Builds a `SeriesBinding` from the live series of a table.
///
/// Costs one pass over the labels of every series that has a role; names become strings once per
/// group. Run when series come or go, not at every scrape.
struct SeriesBinder {
  /// A rule for a signal with its labels numbered.
  struct NumberedSignal {
    var subject: [(joined: JoinedLabels, labels: [Int])]
    var condition: NumberedCondition?
    var scale: Double
    var undefined: Double?
    var unlimited: Double?
    var least: Double
    var isOfPool: Bool
  }

  var binding = SeriesBinding()
  let plan: MetricPlan
  private let endpointLimit: Int
  var reader = LabelReader()
  /// By view: the labels of its durations, then those of its counters.
  private var uses: [[NumberedLabels]] = []
  /// By view: the ways in which a gauge of requests being served may name its endpoint.
  private var inFlightUses: [[(needs: [Int], labels: NumberedLabels)]] = []
  private(set) var signals: [NumberedSignal] = []
  private var groupNumbers: [UInt64: Int] = [:]
  private var endpointNumbers: [SeriesBinding.Endpoint: Int] = [:]
  private var endpointsByKey: [UInt64: Int] = [:]
  var readingNumbers: [SeriesBinding.Reading: Int] = [:]
  var readingsByKey: [UInt64: Int] = [:]
  /// Labels that tell instances apart, by number.
  private(set) var instanceLabels: [Int] = []
  /// Series of pools that say which instance they are of; their names are known at the end.
  var instances = PoolInstances()
  /// Buckets in the order they were met.
  var pending: [Bucket] = []
  /// By view: what the series have that count before all others.
  private var preferred: [NumberedCondition?] = []
  /// Groups that count only where none is preferred to them.
  var spareGroups: [Int] = []
  private var lastKey: UInt64 = 0
  private var lastGroup = -1

  /// Buckets that are not cumulative.
  var sparse = SparseBuckets()

  struct Bucket {
    var group: Int
    var slot: Int32
    var bound: Double
  }

  /// The binding of the series that the table saw in the scrape at hand.
  ///
  /// `previous` holds the values of the scrape before, to notice buckets that went away, and
  /// `telling` which labels told pools of one name apart then.
  static func bind(
    _ table: SeriesTable, plan: MetricPlan, previous: [Double],
    telling: PoolInstances.Telling, endpointLimit: Int
  ) -> SeriesBinding {
    var binder = SeriesBinder(plan: plan, endpointLimit: endpointLimit)
    var lost: [Int] = []
    for slot in table.slots.indices {
      let roles = plan.roles[Int(table.slots[slot].name)]
      if roles.isEmpty { continue }
      if table.isLive(slot) {
        let labels = table.labels[slot]
        table.withSeries(slot) { binder.add($0, slot: Int32(slot), roles: roles, labels) }
      } else if slot < previous.count, !previous[slot].isNaN {
        lost.append(slot)
      }
    }
    for slot in lost {
      for case .bucket(let view) in plan.roles[Int(table.slots[slot].name)] {
        let key = SeriesBinder.key(table.labels[slot].hash, view: view, counter: nil)
        if let group = binder.groupNumbers[key] { binder.binding.groups[group].lostBucket = true }
      }
    }
    binder.nameInstances(telling)
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
      preferred.append(view.rule.preferred.map { NumberedCondition($0, &reader) })
    }
    instanceLabels = PoolInstances.labels.map { reader.number(of: $0) }
    for signal in plan.signals {
      signals.append(
        NumberedSignal(
          subject: signal.rule.subject.map(JoinedLabels.init).map { joined in
            (joined, joined.labels.map { reader.number(of: $0) })
          },
          condition: signal.rule.condition.map { NumberedCondition($0, &reader) },
          scale: signal.rule.scale, undefined: signal.rule.undefined,
          unlimited: signal.rule.unlimited, least: signal.rule.least,
          isOfPool: PoolInstances.signals.contains(signal.rule.signal)))
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

  private mutating func add(
    _ series: Bytes, slot: Int32, roles: [MetricPlan.Role], _ labels: SeriesLabels
  ) {
    var isRead = false
    for role in roles {
      switch role {
      case .inFlight, .signal:
        if !isRead { reader.read(series) }
        isRead = true
        if case .signal(let number) = role { addSignal(number, slot: slot) }
        if case .inFlight(let view) = role { addInFlight(view, slot: slot) }
      case .reachable(let number): binding.reachable.append((slot, number))
      default: add(series, slot: slot, role: role, labels)
      }
    }
  }

  private mutating func add(
    _ series: Bytes, slot: Int32, role: MetricPlan.Role, _ labels: SeriesLabels
  ) {
    switch role {
    case .bucket(let view):
      if labels.part == .spot {
        addSpot(series, slot: slot, view: view, labels)
      } else if labels.part == .bound, !labels.number.isNaN {
        let group = group(labels.hash, view: view, counter: nil, series)
        pending.append(Bucket(group: group, slot: slot, bound: labels.number))
      }
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
      guard labels.part == .quantile, !labels.number.isNaN else { return }
      let group = group(labels.hash, view: view, counter: nil, series)
      binding.quantiles.append((slot, group, labels.number))
    case .inFlight, .signal, .statement, .reachable: break
    }
  }

  private mutating func addSpot(
    _ series: Bytes, slot: Int32, view: Int, _ labels: SeriesLabels
  ) {
    var spot: BucketSpot?
    _ = MetricLabels.read(series) { spot = BucketSpot.read($0) ?? spot }
    guard let spot else { return }
    let group = group(labels.hash, view: view, counter: nil, series)
    sparse.add(spot, slot: slot, group: group, view: view)
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
    case .failures, .untimed: isCounted = true
    case .nothing: isCounted = counter == nil || view.durationFamily == nil
    }
    let use = counter.map { $0 + 1 } ?? 0
    binding.groups.append(
      SeriesBinding.Group(
        view: number, countsRequests: isCounted, hasDurations: counter == nil,
        endpoint: endpoint(view: number, use: use), lane: uses[number][use].lane(reader)))
    if preferred[number]?.holds(reader) == false { spareGroups.append(binding.groups.count - 1) }
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
}
