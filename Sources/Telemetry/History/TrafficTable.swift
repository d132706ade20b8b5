/// All endpoints (or outbound calls, or tasks) with what each source knows of them.
struct TrafficTable: Sendable {
  struct Row: Sendable {
    var name: EndpointName
    var series: [TrafficSeries]

    /// Requests that any one source has counted since the start.
    var requests: UInt64 { series.map(\.statuses.total).max() ?? 0 }
  }

  private(set) var rows: [Row] = []
  private var rowOfKey: [String: Int] = [:]
  /// Spares building the join key again for names that were seen before.
  private var rowOfName: [EndpointName: Int] = [:]
  private let capacity: Int
  /// Bucket layouts that one source may show for one endpoint, as a redeployed application or two
  /// histograms of the same requests do.
  private static let layoutsPerSource = 4

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Adds what a source saw; names beyond the capacity are counted in "(other)".
  ///
  /// A name that is the application's own route template (`isNamedByApplication`) is shown in
  /// preference to one that was guessed from raw paths.
  mutating func fold(_ delta: TrafficDelta, source: SourceID, isNamedByApplication: Bool) {
    let place = row(of: delta.name)
    if isNamedByApplication, rows[place].name != .other { rows[place].name = delta.name }
    let own = rows[place].series.indices.filter { rows[place].series[$0].source == source }
    if let known = own.first(where: { rows[place].series[$0].accepts(delta) })
      ?? (own.count < TrafficTable.layoutsPerSource ? nil : own.last)
    {
      rows[place].series[known].fold(delta)
    } else {
      var series = TrafficSeries(source: source, time: delta.time)
      series.fold(delta)
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
      EndpointName(method: "", route: $0.name.route).joinKey == key && $0.requests > 0
    }
    .max { $0.requests < $1.requests }
  }

  private mutating func row(of name: EndpointName) -> Int {
    if let known = rowOfName[name] { return known }
    let key = name.joinKey
    let place: Int
    if let known = rowOfKey[key] {
      place = known
    } else if rows.count < capacity || key == EndpointName.other.joinKey {
      place = rows.count
      rows.append(Row(name: name, series: []))
      rowOfKey[key] = place
    } else {
      return row(of: .other)
    }
    if rowOfName.count < 4 * capacity { rowOfName[name] = place }
    return place
  }
}
