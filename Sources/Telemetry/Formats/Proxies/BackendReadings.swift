/// How busy the backends of a proxy are, as its lines show it in passing.
///
/// Each line carries the counts of its own backend. They are given on once a second per backend,
/// and at once when more callers wait than before: every line would flood a batch.
struct BackendReadings: Sendable {
  private struct Backend: Sendable {
    let name: [UInt8]
    let subject: DisplayText
    var given = Timestamp(microseconds: .min)
    var waiting = 0
  }

  private static let capacity = 64
  private var backends: [Backend] = []
  private var last = 0
  private var inUse = 0
  private var waiting = 0

  /// What is due of the backend noted last.
  var due: [LogReading] {
    guard last < backends.count else { return [] }
    return [
      LogReading(.poolInUse, Double(inUse), subject: backends[last].subject),
      LogReading(.poolWaiting, Double(waiting), subject: backends[last].subject),
    ]
  }

  /// Notes the counts of one line; whether they are due.
  mutating func note(_ name: Bytes, inUse: Int, waiting: Int, at time: Timestamp?) -> Bool {
    guard let time, let place = place(of: name) else { return false }
    let isMore = waiting > backends[place].waiting
    guard isMore || time > backends[place].given + 1 else { return false }
    last = place
    self.inUse = inUse
    self.waiting = waiting
    backends[place].given = time
    backends[place].waiting = waiting
    return true
  }

  private mutating func place(of name: Bytes) -> Int? {
    if last < backends.count, Self.equal(backends[last].name, name) { return last }
    if let place = backends.firstIndex(where: { Self.equal($0.name, name) }) { return place }
    guard backends.count < BackendReadings.capacity else { return nil }
    backends.append(Backend(name: Array(name), subject: DisplayText(name)))
    return backends.count - 1
  }

  private static func equal(_ left: [UInt8], _ right: Bytes) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }
}
