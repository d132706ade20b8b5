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
