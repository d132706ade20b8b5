/// The lines of one JSON object that is written over several, as programs do for people.
///
/// It begins with a line that is `{` and ends with one that is `}`; all between them is indented.
struct ObjectLines: Sendable {
  /// Bytes of an object that are put together; a longer one is none.
  private static let longest = 4 << 20

  /// What a line is to the object.
  enum Part {
    case beginning, inside, end
    /// It belongs to none.
    case nothing
  }

  /// The lines so far, with a line end after each.
  private(set) var bytes: [UInt8] = []

  static func begins(_ line: Bytes) -> Bool { isBrace(line, "{") }

  mutating func forget() { bytes.removeAll(keepingCapacity: true) }

  /// Adds the next line; after an `end` the object is whole until the next call.
  mutating func add(_ line: Bytes) -> Part {
    let isBeginning = Self.begins(line)
    if isBeginning || isWhole { forget() }
    guard isBeginning || !bytes.isEmpty else { return .nothing }
    guard isBeginning || Self.isBrace(line, "}") || line.isEmpty || line[0].isBlank,
      bytes.count &+ line.count < Self.longest
    else {
      forget()
      return .nothing
    }
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
    if isBeginning { return .beginning }
    return isWhole ? .end : .inside
  }

  private var isWhole: Bool {
    guard bytes.count > 3 else { return false }
    let end = bytes.lastIndex { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 } ?? 0
    return bytes[end] == UInt8(ascii: "}") && bytes[end &- 1] == 0x0A
  }

  private static func isBrace(_ line: Bytes, _ brace: StaticString) -> Bool {
    line.has(brace) && line.from(1).trimmedSpace.isEmpty
  }
}
