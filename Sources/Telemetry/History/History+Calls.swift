extension History {
  /// Endpoints whose requests make a call to another service, with the estimated calls, most first.
  package func callers(ofOutbound row: EndpointRow) -> [QueryCaller] {
    callers(of: CallKey.outbound(row.name), calls: row.requests)
  }

  /// The calls to other services that an endpoint's requests make, with those that fall to it.
  ///
  /// As for statements, links that rest on times alone count from a quarter of the calls on.
  package func outbound(
    of endpoint: EndpointName, among rows: [EndpointRow]
  ) -> [(row: EndpointRow, caller: QueryCaller)] {
    let key = endpoint.joinKey
    return rows.compactMap { row in
      History.caller(key, among: callers(ofOutbound: row)).map { (row, $0) }
    }
  }

  /// The part of one endpoint among all that make a call; `nil` where chance explains it.
  static func caller(_ key: String, among callers: [QueryCaller]) -> QueryCaller? {
    guard let own = callers.first(where: { $0.endpoint.joinKey == key }) else { return nil }
    let all = callers.reduce(0) { $0 + $1.calls }
    return isChance(own, of: all) ? nil : own
  }

  /// Whether so small a part of all calls is what chance gives to any busy endpoint.
  static func isChance(_ caller: QueryCaller, of calls: Double) -> Bool {
    caller.isGuess && caller.calls < calls / 4
  }
}

/// How far guesses go.
///
/// Calls that have nothing to do with requests run while one is being served as often as at any
/// other time. How often that is they tell themselves: each is put to another time, and requests
/// are looked for there.
///
///     calls during requests ──▶ no more than chance gives: by none of them
///                           └─▶ more: by requests as far as there are more
extension History {
  /// Where requests are being served for more of the time, calls at any time look like theirs.
  ///
  /// Chosen: of ten calls one would have to tell the difference.
  private static let mostCovered = 0.9

  /// Takes back from links by time alone what chance explains, and what the requests cannot have
  /// called.
  mutating func boundGuesses() {
    let usual = attribution.elsewhere.values.reduce(into: QueryAttribution.Elsewhere()) {
      $0.known += $1.known
      $0.served += $1.served
    }
    var kept = callerShares
    for (key, shares) in callerShares where shares.contains(where: \.isGuess) {
      let bounded = bounded(shares, of: key, usual)
      kept[key] = bounded.isEmpty ? nil : bounded
    }
    callerShares = kept
  }

  private func bounded(
    _ shares: [CallerShare], of key: UInt64, _ usual: QueryAttribution.Elsewhere
  ) -> [CallerShare] {
    guard let votes = attribution.votes[key] else { return shares }
    let inside = votes.values.map(\.total).orderlessSum
    let all = inside + (attribution.apart[key] ?? 0)
    guard all > 0 else { return shares }
    var scale = 1.0
    if inside < all, shares.allSatisfy(\.isGuess) {
      guard let part = partOfRequests(inside, of: all, key, usual) else { return [] }
      let sum = shares.reduce(0) { $0 + $1.part }
      if sum > part { scale = part / sum }
    }
    let calls = queryStore.place(of: key).map { Double(queryStore.rows[$0].calls) }
    return shares.compactMap { share -> CallerShare? in
      guard share.isGuess, let own = votes[share.endpoint] else { return share }
      var share = share
      share.part = min(share.part * scale, own.present / all)
      if let calls, calls > 0, let most = mostCalls(of: key, own, by: share.endpoint, of: all) {
        share.part = min(share.part, most / calls)
      }
      return share.part >= 0.01 || share.part * (calls ?? 0) >= 0.5 ? share : nil
    }
    .sorted { ($1.part, $0.endpoint) < ($0.part, $1.endpoint) }
  }

  /// The part of calls that were made for requests, by how many more run during requests than
  /// chance explains; `nil` where it explains them.
  private func partOfRequests(
    _ inside: Double, of all: Double, _ key: UInt64, _ usual: QueryAttribution.Elsewhere
  ) -> Double? {
    guard let elsewhere = attribution.elsewhere[key], elsewhere.known > 0 else {
      return inside / all
    }
    let chance = elsewhere.served / elsewhere.known
    // Few calls may all have been put to a quiet time.
    let most = max(chance, (usual.served + 1) / (usual.known + 2))
    guard most <= History.mostCovered else { return inside / all }
    guard Chance.tellsMore(inside, among: all, than: most) else { return nil }
    return (inside / all - chance) / (1 - chance)
  }

  /// Calls of an endpoint by what few requests to it made; `nil` where more requests than those
  /// were seen to call, so that shares say more.
  private func mostCalls(
    of key: UInt64, _ votes: QueryAttribution.Votes, by name: EndpointName, of all: Double
  ) -> Double? {
    guard let calls = votes.callsOfFewRequests, let series = view(of: name) else { return nil }
    let requests = series.indices.reduce(UInt64(0)) { $0 &+ series[$1].statuses.total }
    guard requests > 0 else { return nil }
    // Those that tell nothing by themselves are made as the others are.
    let made = 1 + (attribution.tooQuick[key] ?? 0) / all
    return calls * made * Double(requests)
  }
}

extension CallerShare: Equatable {
  static func == (left: CallerShare, right: CallerShare) -> Bool {
    left.part == right.part && left.isGuess == right.isGuess && left.present == right.present
      && left.endpoint == right.endpoint
  }
}
