/// The fingerprints one source has shown so far, by small integer ids.
///
/// Id 0 is "(other)": it takes the calls of fingerprints that came when the table was full, so
/// that totals stay exact.
struct QueryTable {
  /// Rows and examples of one fingerprint in the open slot.
  struct Row {
    var rowsSent: UInt64 = 0
    var rowsSentCalls: UInt64 = 0
    var rowsExamined: UInt64 = 0
    var rowsExaminedCalls: UInt64 = 0
    var examples: [QueryExample] = []
    var firstSeen = Timestamp(microseconds: .max)
    var lastSeen = Timestamp(microseconds: .min)
  }

  static let otherID: UInt64 = 0
  /// As many as are shown of a fingerprint (`QueryStore`): a call that is faster than so many before
  /// it is never among the slowest.
  private static let examplesKept = QueryStore.examplesKept

  private var ids: HashPlaces
  private(set) var hashes: [UInt64] = [otherID]
  private(set) var fingerprints: [DisplayText] = ["(other)"]
  private(set) var rows = [Row()]
  /// Durations of the slowest calls since the start by id, slowest first, in seconds.
  private var slowest = [[Double]()]
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    ids = HashPlaces(expecting: capacity)
    // The first place is that of "(other)", whose hash no statement has.
    _ = ids.place(of: .max)
  }

  /// The small id of a fingerprint that is in the table.
  @inline(__always)
  func known(_ hash: UInt64) -> Int? { ids.known(hash) }

  /// The small id of a fingerprint, which is entered when it is new and there is room.
  @inline(__always)
  mutating func id(hash: UInt64, fingerprint: Bytes) -> Int {
    ids.known(hash) ?? enter(hash, fingerprint)
  }

  @inline(never)
  private mutating func enter(_ hash: UInt64, _ fingerprint: Bytes) -> Int {
    guard hashes.count < capacity, hash != QueryTable.otherID else { return 0 }
    hashes.append(hash)
    fingerprints.append(DisplayText(fingerprint))
    rows.append(Row())
    slowest.append([])
    return ids.place(of: hash)
  }

  /// Counts the rows of a call; negative numbers mean "not known".
  mutating func addRows(id: Int, sent: Int64, examined: Int64) {
    if sent >= 0 {
      rows[id].rowsSent &+= UInt64(sent)
      rows[id].rowsSentCalls &+= 1
    }
    if examined >= 0 {
      rows[id].rowsExamined &+= UInt64(examined)
      rows[id].rowsExaminedCalls &+= 1
    }
  }

  /// Notes that a call ended at `time`.
  mutating func see(id: Int, at time: Timestamp) {
    if time < rows[id].firstSeen { rows[id].firstSeen = time }
    if time > rows[id].lastSeen { rows[id].lastSeen = time }
  }

  /// Whether a call that took so long is among the slowest since the start.
  func wantsExample(id: Int, seconds: Double) -> Bool {
    guard slowest[id].count == QueryTable.examplesKept, let least = slowest[id].last else {
      return true
    }
    return seconds > least
  }

  /// Keeps an example of the open slot, slowest first, and drops what it is slower than.
  mutating func addExample(id: Int, _ example: QueryExample) {
    let place = slowest[id].firstIndex { $0 < example.seconds } ?? slowest[id].count
    slowest[id].insert(example.seconds, at: place)
    if slowest[id].count > QueryTable.examplesKept { slowest[id].removeLast() }
    let rank = rows[id].examples.firstIndex { $0.seconds < example.seconds }
    rows[id].examples.insert(example, at: rank ?? rows[id].examples.count)
    if rows[id].examples.count > QueryTable.examplesKept { rows[id].examples.removeLast() }
  }

  /// What was collected for one id since the last call; it starts anew.
  mutating func takeRow(id: Int) -> Row {
    let row = rows[id]
    rows[id] = Row()
    return row
  }
}
