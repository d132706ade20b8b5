/// Cuts chunks of any size into lines, or into entries of several lines.
///
/// A line that a chunk leaves unfinished is kept and joined with the next chunk; all other lines
/// are handed out in place. Line ends are `\n` and `\r\n`. NUL bytes before a line, as a truncated
/// file leaves them, and a byte order mark are dropped. Empty lines are handed out as they are.
package struct LineSplitter: Sendable {
  /// Lines or entries that were longer than the limit and lost their ends.
  package private(set) var cut: UInt64 = 0

  private let limit: Int
  /// The unfinished line.
  private var carry: [UInt8] = []
  /// Whether the rest of an over-long line is being thrown away.
  private var isSkipping = false
  /// The lines of the unfinished entry, when entries span lines.
  private var entry: [UInt8] = []
  /// Whether `entry` lost its end to the limit.
  private var isEntryCut = false

  /// A splitter that keeps at most `limit` bytes of a line or an entry.
  package init(limit: Int = 1 << 20) {
    self.limit = max(limit, 1)
  }

  /// Bytes read but not handed out yet.
  package var pendingBytes: Int { carry.count + entry.count }

  /// Cuts `chunk` into lines; `body` gets each without its line end.
  package mutating func feed(_ chunk: Bytes, _ body: (Bytes) -> Void) {
    var start = 0
    while let end = chunk.find(0x0A, from: start) {
      let line = chunk.part(start, end)
      if carry.isEmpty, !isSkipping, line.count <= limit {
        body(Self.trimmed(line))
      } else {
        keep(line)
        finish(body)
      }
      start = end &+ 1
    }
    keep(chunk.from(start))
  }

  /// Cuts `chunk` into entries of `format`, which `body` gets back to parse with.
  ///
  /// An entry of several lines is handed out when the next one begins; call `flush` when the
  /// writer pauses.
  package mutating func feed<Format: LogFormat>(
    _ chunk: Bytes, format: inout Format, _ body: (inout Format, Bytes) -> Void
  ) {
    guard Format.isMultiLine else {
      feed(chunk) { body(&format, $0) }
      return
    }
    var group = EntryGroup(bytes: entry, isCut: isEntryCut, limit: limit)
    entry = []
    feed(chunk) { line in group.add(line, &format, body) }
    take(group)
  }

  /// Hands out what is left: the last line has no line end, the last entry no successor.
  package mutating func flush(_ body: (Bytes) -> Void) {
    if !carry.isEmpty || isSkipping { finish(body) }
  }

  /// Hands out what is left of the last line and the last entry.
  package mutating func flush<Format: LogFormat>(
    format: inout Format, _ body: (inout Format, Bytes) -> Void
  ) {
    guard Format.isMultiLine else {
      flush { body(&format, $0) }
      return
    }
    var group = EntryGroup(bytes: entry, isCut: isEntryCut, limit: limit)
    entry = []
    flush { line in group.add(line, &format, body) }
    group.close(&format, body)
    take(group)
  }

  /// Forgets what is unfinished, as after a truncation; `true` if there was something.
  package mutating func reset() -> Bool {
    defer {
      carry.removeAll(keepingCapacity: true)
      entry.removeAll(keepingCapacity: true)
      isSkipping = false
      isEntryCut = false
    }
    return pendingBytes > 0 || isSkipping
  }

  private mutating func take(_ group: EntryGroup) {
    entry = group.bytes
    isEntryCut = group.isCut
    cut &+= group.cut
  }

  private mutating func finish(_ body: (Bytes) -> Void) {
    carry.withUnsafeBytes { body(Self.trimmed($0)) }
    carry.removeAll(keepingCapacity: true)
    isSkipping = false
  }

  /// Appends to the carry as far as the limit allows.
  private mutating func keep(_ bytes: Bytes) {
    guard !bytes.isEmpty, !isSkipping else { return }
    let room = limit &- carry.count
    carry.append(contentsOf: bytes.part(0, min(room, bytes.count)))
    if bytes.count > room {
      cut &+= 1
      isSkipping = true
    }
  }

  /// The line without `\r` at its end and without NULs and byte order mark before it.
  @inline(__always)
  private static func trimmed(_ line: Bytes) -> Bytes {
    var end = line.count
    if end > 0, line[end &- 1] == 0x0D { end &-= 1 }
    var start = 0
    while start < end, line[start] == 0 { start &+= 1 }
    if start < end, line[start] == 0xEF, line.has("\u{FEFF}", at: start) { start &+= 3 }
    return line.part(start, end)
  }
}

/// The lines of one entry, joined by line ends.
private struct EntryGroup {
  var bytes: [UInt8]
  var isCut: Bool
  let limit: Int
  var cut: UInt64 = 0

  mutating func add<Format: LogFormat>(
    _ line: Bytes, _ format: inout Format, _ body: (inout Format, Bytes) -> Void
  ) {
    if !bytes.isEmpty {
      if format.beginsEntry(line) {
        close(&format, body)
      } else {
        append(0x0A)
      }
    }
    let room = limit &- bytes.count
    bytes.append(contentsOf: line.part(0, min(room, line.count)))
    if line.count > room { markCut() }
  }

  mutating func close<Format: LogFormat>(
    _ format: inout Format, _ body: (inout Format, Bytes) -> Void
  ) {
    guard !bytes.isEmpty else { return }
    bytes.withUnsafeBytes { body(&format, $0) }
    bytes.removeAll(keepingCapacity: true)
    isCut = false
  }

  private mutating func append(_ byte: UInt8) {
    if bytes.count < limit { bytes.append(byte) } else { markCut() }
  }

  private mutating func markCut() {
    if !isCut { cut &+= 1 }
    isCut = true
  }
}
