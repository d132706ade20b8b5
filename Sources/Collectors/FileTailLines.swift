import Glibc
import Telemetry

/// Cuts a stream of bytes into runs of whole lines, keeping the incomplete last one.
///
/// A byte order mark at the start is left out, so are NUL bytes at the start of a line, and a line
/// longer than `longestLine` is dropped and counted, wherever the reads happen to end.
struct LineCutter {
  /// Bytes of the longest line that is passed on, its end not counted.
  static let longestLine = 1 << 20

  /// The start of a line whose end was not seen.
  private(set) var partial: [UInt8] = []
  /// Whether bytes are thrown away up to the next line end.
  private(set) var isInsideSkippedLine: Bool
  /// Whether the first line, which may open with a byte order mark, is still to come.
  private var isAtStart: Bool

  /// Begins at the start of a file, or inside a line whose rest does not count.
  init(isInsideLine: Bool = false, isAtStart: Bool = true) {
    isInsideSkippedLine = isInsideLine
    self.isAtStart = isAtStart && !isInsideLine
  }

  /// Passes on the whole lines of `input`, which is `partial` followed by at most 1 MiB more.
  mutating func cut(_ input: Bytes, into result: inout PollResult, _ body: (Bytes) -> Void) {
    var rest = input
    var seen = partial.count
    if isInsideSkippedLine {
      guard let end = rest.firstNewline else { return }
      isInsideSkippedLine = false
      rest = Bytes(rebasing: rest[(end + 1)...])
      seen = 0
    }
    if let last = rest.lastNewline(from: seen) {
      deliver(Bytes(rebasing: rest[...last]), &result, body)
      rest = Bytes(rebasing: rest[(last + 1)...])
    }
    keep(rest, &result)
  }

  /// Passes on the incomplete last line, as no more of it will come.
  mutating func flush(_ body: (Bytes) -> Void) {
    isInsideSkippedLine = false
    guard !partial.isEmpty else { return }
    partial.withUnsafeBytes { bytes in
      let line = isAtStart ? bytes.withoutByteOrderMark : bytes
      if !line.isEmpty { body(line) }
    }
    isAtStart = false
    partial = []
  }

  private mutating func keep(_ rest: Bytes, _ result: inout PollResult) {
    let line = Bytes(rebasing: rest.drop { $0 == 0 })
    result.skippedNULs += Int64(rest.count - line.count)
    partial.removeAll(keepingCapacity: partial.capacity <= 1 << 16)
    if line.count > LineCutter.longestLine {
      result.droppedLines += 1
      isInsideSkippedLine = true
    } else {
      partial.append(contentsOf: line)
    }
  }

  private mutating func deliver(
    _ whole: Bytes, _ result: inout PollResult, _ body: (Bytes) -> Void
  ) {
    var lines = whole
    if isAtStart {
      isAtStart = false
      lines = lines.withoutByteOrderMark
    }
    // What was read at once is no longer than a line may be, so only the first can be too long.
    if lines.count > LineCutter.longestLine, let end = lines.firstNewline,
      end > LineCutter.longestLine
    {
      result.droppedLines += 1
      lines = Bytes(rebasing: lines[(end + 1)...])
    }
    guard !lines.isEmpty else { return }
    if lines.firstNUL(from: 0) == nil {
      body(lines)
    } else {
      deliverWithoutNULs(lines, &result, body)
    }
  }

  /// Passes on lines with the NUL bytes at their starts left out; those inside a line stay.
  private func deliverWithoutNULs(
    _ lines: Bytes, _ result: inout PollResult, _ body: (Bytes) -> Void
  ) {
    var start = 0
    var position = 0
    while let found = lines.firstNUL(from: position) {
      var end = found
      while end < lines.count, lines[end] == 0 { end += 1 }
      position = end
      guard found == 0 || lines[found - 1] == UInt8(ascii: "\n") else { continue }
      if found > start { body(Bytes(rebasing: lines[start..<found])) }
      result.skippedNULs += Int64(end - found)
      start = end
    }
    if start < lines.count { body(Bytes(rebasing: lines[start...])) }
  }
}

extension UnsafeRawBufferPointer {
  /// Where the first line ends.
  var firstNewline: Int? { firstByte(0x0A, from: 0) }

  /// Where the last line ends, looking no further back than `limit`.
  func lastNewline(from limit: Int) -> Int? {
    var index = count - 1
    while index >= limit {
      if self[index] == 0x0A { return index }
      index -= 1
    }
    return nil
  }

  fileprivate func firstNUL(from start: Int) -> Int? { firstByte(0, from: start) }

  private func firstByte(_ byte: Int32, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, byte, count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The bytes after the mark with which some programs open a UTF-8 file.
  fileprivate var withoutByteOrderMark: Bytes {
    starts(with: [0xEF, 0xBB, 0xBF]) ? Bytes(rebasing: self[3...]) : self
  }
}
