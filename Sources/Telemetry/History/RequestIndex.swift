/// Requests in the order of their ends, to be searched by time and by id.
struct RequestIndex: Sendable {
  struct Request: Sendable {
    /// Place in `endpoints`.
    var endpoint: Int
    var span: Span

    /// Whether work from `from` to `to` may have been done for this request, given how coarse the
    /// stamps are: however coarse, it took no longer than the request.
    func contains(from: Timestamp, to: Timestamp, uncertainty: Double) -> Bool {
      span.end + (span.uncertainty + RequestIndex.tolerance) >= to
        && span.end - (span.seconds + RequestIndex.tolerance) <= from + uncertainty
        && to - from <= span.seconds + 2 * (RequestIndex.tolerance + uncertainty)
    }
  }

  /// Stamps of two logs of one machine agree to about this, in seconds.
  static let tolerance = 0.002
  /// Stamps coarser than this tell nothing about which of two requests a statement belongs to.
  static let fineSeconds = 0.1

  let requests: [Request]
  let endpoints: [EndpointName]
  /// Whether there were more, older ones: of a long file only the newest are remembered.
  private let forgets: Bool
  private let longest: Double
  private let byID: [UInt64: Int]

  init(requests: [Request], endpoints: [EndpointName], forgets: Bool) {
    self.forgets = forgets
    self.requests = requests
    self.endpoints = endpoints
    longest = min(600, requests.reduce(0) { max($0, $1.span.seconds) })
    var byID: [UInt64: Int] = [:]
    for request in requests {
      if request.span.requestID != 0 { byID[request.span.requestID] = request.endpoint }
      if request.span.traceID != 0, byID[request.span.traceID] == nil {
        byID[request.span.traceID] = request.endpoint
      }
    }
    self.byID = byID
  }

  /// Place of the endpoint of the request with an id.
  func endpoint(ofID id: UInt64) -> Int? { byID[id] }

  /// Whether requests that went on after `time` may have been forgotten: whose work was done then
  /// cannot be told.
  func hasForgotten(_ time: Timestamp) -> Bool {
    guard forgets, let first = requests.first?.span else { return false }
    return time < first.end + first.uncertainty
  }

  /// Requests that were being served at some time between two instants.
  func overlapping(from: Timestamp, to: Timestamp) -> [Request] {
    var found: [Request] = []
    var place = first(endingAtOrAfter: from - 1.1)
    let last = to + (longest + 1.1)
    while place < requests.count, requests[place].span.end <= last {
      let request = requests[place]
      if request.span.end + (request.span.uncertainty + RequestIndex.tolerance) >= from,
        request.span.end - (request.span.seconds + RequestIndex.tolerance) <= to
      {
        found.append(request)
      }
      place += 1
    }
    return found
  }

  private func first(endingAtOrAfter time: Timestamp) -> Int {
    requests.partitioningIndex { $0.span.end >= time }
  }
}
