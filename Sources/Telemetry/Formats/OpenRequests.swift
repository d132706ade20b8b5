/// The requests of a log that have started and not ended yet, by what joins both lines.
///
/// There is room for a fixed number; a new one takes the place of the oldest.
struct OpenRequests: Sendable {
  /// A request that has ended; its text is valid until the next call.
  struct Ended {
    var method: Bytes
    var target: Bytes
    /// Made up where the lines carry none.
    var id: Bytes
    var start: Timestamp?
    var queries: Int
  }

  private struct Request {
    var key: UInt64 = 0
    var isOpen = false
    /// Method, target and made-up id, one after the other.
    var text: [UInt8] = []
    var methodEnd = 0
    var targetEnd = 0
    var start: Timestamp?
    var queries = 0
    var age = 0
  }

  private static let capacity = 128
  private static let longestText = 4096
  private var requests: [Request] = []
  private var kept = TextArena()
  private var count = 0

  /// Notes the start of a request.
  mutating func start(_ key: UInt64, method: Bytes, target: Bytes, at time: Timestamp?) {
    count &+= 1
    let place = self.place(for: key)
    requests[place].key = key
    requests[place].isOpen = true
    requests[place].start = time
    requests[place].queries = 0
    requests[place].age = count
    requests[place].text.removeAll(keepingCapacity: true)
    requests[place].text.append(contentsOf: method)
    requests[place].methodEnd = method.count
    requests[place].text.append(
      contentsOf: target.part(0, min(target.count, Self.longestText)))
    requests[place].targetEnd = requests[place].text.count
    requests[place].text.append(contentsOf: "rails-request-".utf8)
    var number = count
    repeat {
      requests[place].text.append(UInt8(0x30 + number % 10))
      number /= 10
    } while number > 0
  }

  /// Counts a statement of the request that `key` names.
  mutating func countQuery(_ key: UInt64) {
    if let place = openPlace(key) { requests[place].queries &+= 1 }
  }

  /// The made-up id of the request that `key` names; nothing when none is open.
  mutating func id(of key: UInt64) -> Bytes {
    guard let place = openPlace(key) else { return .none }
    return copy(place).from(requests[place].targetEnd)
  }

  /// Ends the request that `key` names; `nil` when none is open.
  mutating func finish(_ key: UInt64) -> Ended? {
    guard let place = openPlace(key) else { return nil }
    requests[place].isOpen = false
    let request = requests[place]
    let text = copy(place)
    return Ended(
      method: text.part(0, request.methodEnd),
      target: text.part(request.methodEnd, request.targetEnd),
      id: text.from(request.targetEnd), start: request.start, queries: request.queries)
  }

  /// The text of a request, valid until the next call.
  private mutating func copy(_ place: Int) -> Bytes {
    requests[place].text.withUnsafeBytes { text in
      kept.begin(text)
      return kept.copy(text)
    }
  }

  private func openPlace(_ key: UInt64) -> Int? {
    requests.firstIndex { $0.isOpen && $0.key == key }
  }

  /// The same key's place, a free one, or that of the oldest.
  private mutating func place(for key: UInt64) -> Int {
    if let place = openPlace(key) { return place }
    if let place = requests.firstIndex(where: { !$0.isOpen }) { return place }
    if requests.count < Self.capacity {
      requests.append(Request())
      return requests.count - 1
    }
    return requests.indices.min { requests[$0].age < requests[$1].age } ?? 0
  }
}
