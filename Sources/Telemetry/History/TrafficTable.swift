/// All endpoints (or outbound calls, or tasks) with what each source knows of them.
///
/// A route that is a value of another one's template belongs to that row: a proxy's
/// `/posts/hello` to the application's `/posts/{slug}`, an early `/tags/red` to the `/tags/{slug}`
/// that was learned later.
struct TrafficTable: Sendable {
  struct Row: Sendable {
    var name: EndpointName
    var series: [TrafficSeries]
    /// The name's template; `nil` for what is no path.
    private(set) var cover: RouteCover?
    /// Whether an application names the route so, and not a guess from raw paths.
    private(set) var isNamedByApplication: Bool
    /// Whether the name stands for more routes than its own.
    private(set) var isTemplate: Bool

    init(name: EndpointName, isNamedByApplication: Bool, series: [TrafficSeries] = []) {
      self.name = name
      self.series = series
      self.isNamedByApplication = isNamedByApplication
      cover = RouteCover(name.route)
      isTemplate = cover.map { $0.isTemplate && (isNamedByApplication || $0.isLearned) } ?? false
    }

    /// The series that a delta of a source is added to; `nil` when it needs one of its own.
    fileprivate func series(for delta: TrafficDelta, source: SourceID) -> Int? {
      var own = 0
      var last: Int?
      for place in series.indices where series[place].source == source {
        if series[place].accepts(delta) { return place }
        own += 1
        last = place
      }
      return own < TrafficTable.layoutsPerSource ? nil : last
    }

    /// Requests that any one source has counted since the start.
    var requests: UInt64 { series.map(\.statuses.total).max() ?? 0 }
  }

  private(set) var rows: [Row] = []
  /// How often rows were joined, which gives those that stay another past.
  private(set) var merges = 0
  private var rowOfKey: [String: Int] = [:]
  /// Spares building the join key again for names that were seen before.
  private var rowOfName: [EndpointName: Int] = [:]
  private var learner = RouteLearner()
  private var order = FoldOrder()
  private let capacity: Int
  /// Bucket layouts that one source may show for one endpoint, as a redeployed application or two
  /// histograms of the same requests do.
  fileprivate static let layoutsPerSource = 4

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Keeps what nothing is added to of each `share`th row from `turn` on in fewer bytes.
  mutating func seal(_ turn: Int, of share: Int) {
    for place in stride(from: turn % share, to: rows.count, by: share) {
      for series in rows[place].series.indices { rows[place].series[series].seal() }
    }
  }

  /// Adds what a source saw; names beyond the capacity are counted in "(other)".
  ///
  /// A name that is the application's own route template (`isNamedByApplication`) is shown in
  /// preference to one that was guessed from raw paths. `end` is until when the source tells more,
  /// where that is known.
  mutating func fold(
    _ delta: TrafficDelta, source: SourceID, isNamedByApplication: Bool, end: Timestamp? = nil
  ) {
    let place = place(of: delta, source, isNamedByApplication)
    if isNamedByApplication, rows[place].name != .other, !rows[place].isNamedByApplication {
      rows[place] = Row(
        name: delta.name, isNamedByApplication: true, series: rows[place].series)
    }
    if let known = rows[place].series(for: delta, source: source) {
      rows[place].series[known].fold(delta, end: end)
    } else {
      var series = TrafficSeries(source: source, time: delta.time)
      series.fold(delta, end: end)
      rows[place].series.append(series)
    }
  }

  /// The row of a name, if it has one.
  func place(of name: EndpointName) -> Int? {
    rowOfName[name] ?? rowOfKey[name.joinKey]
  }

  /// The row that a name means: its own, or for a route without a method (as comments in
  /// statements give it) the one with the most requests among the methods of that route.
  func row(meantBy name: EndpointName) -> Row? {
    if let place = place(of: name) {
      let own = rows[place]
      if !name.method.string.isEmpty || own.requests > 0 { return own }
    }
    let key = name.joinKey
    return rows.filter {
      EndpointName(method: "", route: $0.name.route, service: $0.name.service).joinKey == key
        && $0.requests > 0
    }
    .max { $0.requests < $1.requests }
  }

  /// The row that a delta of a source is added to: mostly the one that followed last time too.
  private mutating func place(
    of delta: TrafficDelta, _ source: SourceID, _ isNamedByApplication: Bool
  ) -> Int {
    let expected = order.expected(from: source) { place in
      place < rows.count && rows[place].name == delta.name
    }
    let place = expected ?? row(of: delta.name, isNamedByApplication)
    order.note(place, isExpected: expected != nil, from: source)
    return place
  }

  private mutating func row(of name: EndpointName, _ isNamedByApplication: Bool) -> Int {
    if let known = rowOfName[name], !isNamedByApplication || isNamed(known, name) { return known }
    let key = name.joinKey
    let place: Int
    if let known = rowOfKey[key], !isNamedByApplication || isNamed(known, name) {
      place = known
    } else if !isNamedByApplication, let template = template(covering: name) {
      place = template
      if rowOfKey.count < 8 * capacity { rowOfKey[key] = place }
    } else if rows.count < capacity || key == EndpointName.other.joinKey {
      place = add(name, key, isNamedByApplication)
    } else {
      return row(of: .other, false)
    }
    if rowOfName.count < 4 * capacity { rowOfName[name] = place }
    return rowOfName[name] ?? rowOfKey[key] ?? place
  }

  /// Whether a row has that very name, and not that of a template which stands for it.
  private func isNamed(_ place: Int, _ name: EndpointName) -> Bool {
    rows[place].name == name || rows[place].name.joinKey == name.joinKey
  }

  private mutating func add(
    _ name: EndpointName, _ key: String, _ isNamedByApplication: Bool
  ) -> Int {
    let row = Row(name: name, isNamedByApplication: isNamedByApplication)
    rows.append(row)
    rowOfKey[key] = rows.count - 1
    if let cover = row.cover, row.isTemplate {
      absorb(covered: cover, by: rows.count - 1)
    } else if row.cover != nil, !isNamedByApplication {
      learn(from: name)
    }
    return rowOfKey[key] ?? rows.count - 1
  }
}

extension TrafficTable {
  /// The row whose template stands for `name`; of several the one with the fewest parameters.
  private func template(covering name: EndpointName) -> Int? {
    let candidates = rows.indices.filter { index in
      guard rows[index].isTemplate, rows[index].name.isBeside(name) else { return false }
      return rows[index].cover?.covers(name.route) ?? false
    }
    return candidates.min {
      (rows[$0].cover?.parameterCount ?? 0) < (rows[$1].cover?.parameterCount ?? 0)
    }
  }

  /// Gives a template the rows of its values, which nobody named.
  private mutating func absorb(covered cover: RouteCover, by place: Int) {
    let name = rows[place].name
    let values = rows.indices.filter { index in
      index != place && !rows[index].isNamedByApplication && rows[index].name.isBeside(name)
        && rows[index].cover != nil && cover.covers(rows[index].name.route)
    }
    merge(values, into: place)
  }

  /// Notes a route that was guessed, and merges what turns out to be values of one parameter.
  private mutating func learn(from name: EndpointName) {
    guard
      let crowded = Array(name.route.string.utf8).withUnsafeBytes({ learner.note($0) })
    else { return }
    let open = rows.indices.filter { !rows[$0].isNamedByApplication && rows[$0].cover != nil }
    learner.learn(crowded, routes: open.map { Array(rows[$0].name.route.string.utf8) })
    var values: [EndpointName: [Int]] = [:]
    for index in open {
      let route = learner.canonical(Array(rows[index].name.route.string.utf8))
      let text = DisplayText(String(decoding: route, as: UTF8.self))
      guard text != rows[index].name.route else { continue }
      var name = rows[index].name
      name.route = text
      values[name, default: []].append(index)
    }
    for (name, group) in values.sorted(by: { $0.key < $1.key }) {
      let target = rowOfKey[name.joinKey].flatMap { group.contains($0) ? nil : $0 } ?? group[0]
      if group.contains(target) {
        rows[target] = Row(
          name: name, isNamedByApplication: false, series: rows[target].series)
        rowOfKey[name.joinKey] = target
      }
      merge(group.filter { $0 != target }, into: target)
    }
  }

  /// Adds up rows in the one at `target`; the others go, and their names mean that one.
  private mutating func merge(_ others: [Int], into target: Int) {
    guard !others.isEmpty else { return }
    merges += 1
    for other in others {
      for series in rows[other].series {
        if let own = rows[target].series.firstIndex(where: {
          $0.source == series.source && $0.layout == series.layout
        }) {
          rows[target].series[own].absorb(series)
        } else {
          rows[target].series.append(series)
        }
      }
    }
    let gone = Set(others)
    var moved: [Int] = []
    var kept: [Row] = []
    for index in rows.indices {
      moved.append(kept.count)
      if !gone.contains(index) { kept.append(rows[index]) }
    }
    for other in others { moved[other] = moved[target] }
    rows = kept
    rowOfKey = rowOfKey.mapValues { moved[$0] }
    rowOfName = rowOfName.mapValues { moved[$0] }
    order = FoldOrder()
  }
}
