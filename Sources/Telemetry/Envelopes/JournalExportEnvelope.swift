/// The entries of systemd's journal as `journalctl -o export` writes them.
///
///     __CURSOR=s=b450a905c79b;i=1;b=a1b2c3d4e5f6;m=3e8;t=65bfeda25e000;x=6c00
///     __REALTIME_TIMESTAMP=1790000000000000
///     _SYSTEMD_UNIT=api.service
///     MESSAGE=text
///                            an empty line ends the entry
///
/// A value with line ends or other control characters stands below its name: its length in eight
/// bytes, the lowest first, then the value and a line end.
/// Source: https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-export-format
package struct JournalExportEnvelope: LogEnvelope {
  package static let name = "journald"
  package static let isUnmistakable = true
  package static let spansLines = true
  package static let samples = [
    """
    __CURSOR=s=b450a905c79b43ba84a839f29efab9da;i=1;b=a1b2c3d4e5f60718293a4b5c6d7e8f90;m=3e8;t=65bfeda25e000;x=6c00042bafd9384f
    __REALTIME_TIMESTAMP=1790000000000000
    __MONOTONIC_TIMESTAMP=1000
    _SYSTEMD_UNIT=api.service
    _PID=77
    MESSAGE=INFO:     127.0.0.1:5000 - "GET /items/0 HTTP/1.1" 200 OK

    """
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var texts = TextArena()
  /// The entry that is being read; `nil` between two.
  private var entry: Entry?

  private struct Entry {
    var time: Timestamp?
    var message: [UInt8] = []
    var sender: UInt64 = 0
    var value: LongValue?
  }

  package init() {}

  package static func begins(_ line: Bytes) -> Bool { line.has("__CURSOR=") }

  package mutating func forget() { entry = nil }

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    letter.isIncomplete = true
    if Self.begins(line) {
      // The empty line before this one may be lost.
      hand(over: &letter)
      entry = Entry()
      return true
    }
    guard var entry else { return line.isEmpty }
    self.entry = nil
    if entry.value != nil {
      entry.value?.add(line)
      if let value = entry.value, value.isComplete {
        if value.isMessage { entry.message = value.text }
        entry.value = nil
      }
    } else if line.isEmpty {
      self.entry = entry
      hand(over: &letter)
      return true
    } else if let end = line.find(UInt8(ascii: "=")) {
      take(line.part(0, end), line.from(end &+ 1), into: &entry)
    } else {
      entry.value = LongValue(isMessage: line.equals("MESSAGE"))
    }
    self.entry = entry
    return true
  }

  /// Gives out the entry that was read, if it is one.
  private mutating func hand(over letter: inout Enclosed) {
    defer { entry = nil }
    guard let entry, let time = entry.time else { return }
    texts.begin(room: entry.message.count)
    letter.content = entry.message.withUnsafeBytes { texts.copy($0) }
    letter.time = time
    letter.isIncomplete = false
    stream = entry.sender
  }

  private mutating func take(_ name: Bytes, _ value: Bytes, into entry: inout Entry) {
    if name.equals("MESSAGE") { entry.message = [UInt8](value) }
    if JournaldEnvelope.namesSender(name) { entry.sender &+= ByteHash.of(value) }
    if name.equals("__REALTIME_TIMESTAMP") { entry.time = stamps.stamp(value)?.time }
  }

  /// A value that its length is written before, as it comes line by line.
  private struct LongValue {
    let isMessage: Bool
    private var bytes: [UInt8] = []
    private var count = 0
    /// What is kept of a value; the rest of a longer one is passed over.
    private static let longest = 1 << 20
    private static let lengthBytes = 8

    init(isMessage: Bool) { self.isMessage = isMessage }

    mutating func add(_ line: Bytes) {
      let room = Self.longest &+ Self.lengthBytes &- bytes.count
      bytes.append(contentsOf: line.part(0, min(room, line.count)))
      if bytes.count < Self.longest &+ Self.lengthBytes { bytes.append(0x0A) }
      count &+= line.count &+ 1
    }

    /// The length that was written; `nil` before all of it is there.
    private var length: Int? {
      guard bytes.count >= Self.lengthBytes else { return nil }
      let length = bytes.prefix(Self.lengthBytes).reversed().reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      return Int(exactly: length) ?? Int.max
    }

    /// Whether the end was reached, or passed, as that of a value that something has changed.
    var isComplete: Bool {
      guard let length else { return false }
      return count &- 1 &- Self.lengthBytes >= length
    }

    var text: [UInt8] {
      let kept = min(length ?? 0, bytes.count &- Self.lengthBytes)
      return Array(bytes.dropFirst(Self.lengthBytes).prefix(kept))
    }
  }
}
