/// Where the time of one endpoint goes, as far as statements and calls can be tied to it.
package struct TimeSpent: Hashable, Sendable {
  /// Mean seconds of SQL per request.
  package var sqlSeconds: Double
  /// Mean number of statements per request.
  package var callsPerRequest: Double
  /// Whether any statement is tied by time alone.
  package var isGuess: Bool
  /// Mean seconds per request in which it waits for other services.
  package var outboundSeconds = 0.0
  /// Mean number of calls to other services per request.
  package var outboundCallsPerRequest = 0.0
  /// Whether any of these calls is tied by time alone.
  package var isOutboundGuess = false
}

extension History {
  /// The part of a mean request that its statements, and its calls to other services, take; `nil`
  /// where none is tied to it.
  ///
  /// Calls that run side by side share the time of the request, so that the sum is never more than
  /// it took.
  package func timeSpent(
    in row: EndpointRow?, _ name: EndpointName, among queries: [QueryRow],
    outbound: [EndpointRow] = []
  ) -> TimeSpent? {
    guard let row, row.requests > 0 else { return nil }
    let tied = self.queries(of: name, among: queries)
    let calls = self.outbound(of: name, among: outbound)
    guard !tied.isEmpty || !calls.isEmpty else { return nil }
    var spent = TimeSpent(sqlSeconds: 0, callsPerRequest: 0, isGuess: false)
    for (query, caller) in tied {
      guard query.calls > 0 else { continue }
      spent.sqlSeconds += query.totalSeconds / Double(query.calls) * caller.calls
      spent.callsPerRequest += caller.calls
      spent.isGuess = spent.isGuess || caller.isGuess
    }
    spent.sqlSeconds /= Double(row.requests)
    spent.callsPerRequest /= Double(row.requests)
    for (call, caller) in calls {
      spent.outboundSeconds += (call.latency?.meanSeconds ?? 0) * caller.calls
      spent.outboundCallsPerRequest += caller.calls
      spent.isOutboundGuess = spent.isOutboundGuess || caller.isGuess
    }
    spent.outboundSeconds /= Double(row.requests)
    spent.outboundCallsPerRequest /= Double(row.requests)
    let all = spent.sqlSeconds + spent.outboundSeconds
    if let mean = row.latency?.meanSeconds, mean > 0, all > mean {
      spent.sqlSeconds *= mean / all
      spent.outboundSeconds *= mean / all
    }
    return spent
  }
}
