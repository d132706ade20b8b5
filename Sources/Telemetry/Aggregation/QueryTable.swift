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
    /// A call must be slower to become an example.
    var exampleThreshold = -Double.infinity
  }

  static let otherID: UInt64 = 0
  private static let examplesKept = 3

  private var ids: HashPlaces
  private(set) var hashes: [UInt64] = [otherID]
  private(set) var fingerprints: [DisplayText] = ["(other)"]
  private(set) var rows = [Row()]
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    ids = HashPlaces(expecting: capacity)
    // The first place is that of "(other)", whose hash no statement has.
    _ = ids.place(of: .max)
  }

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

  /// Whether a call this slow is worth keeping as an example of the open slot.
  func wantsExample(id: Int, seconds: Double) -> Bool {
    seconds > rows[id].exampleThreshold
  }

  /// Keeps an example, slowest first, and drops the fastest beyond three.
  mutating func addExample(id: Int, _ example: QueryExample) {
    let place = rows[id].examples.firstIndex { $0.seconds < example.seconds }
    rows[id].examples.insert(example, at: place ?? rows[id].examples.count)
    if rows[id].examples.count > QueryTable.examplesKept { rows[id].examples.removeLast() }
    if rows[id].examples.count == QueryTable.examplesKept, let fastest = rows[id].examples.last {
      rows[id].exampleThreshold = fastest.seconds
    }
  }

  /// What was collected for one id since the last call; it starts anew.
  mutating func takeRow(id: Int) -> Row {
    let row = rows[id]
    rows[id] = Row()
    return row
  }
}
