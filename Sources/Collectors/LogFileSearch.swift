import Glibc
import Telemetry

/// A line of a file and its place in it.
private struct PlacedLine {
  var offset: Int64
  /// Where the line after it starts.
  var next: Int64
  var bytes: [UInt8]
}

extension LogFile {
  /// Bytes that are searched one line after the other once the search has come that close.
  private static let linearSearchLength: Int64 = 1 << 16
  /// Bytes in which an entry with a stamp is looked for.
  private static let widestLook: Int64 = 1 << 18
  /// An entry's stamp is near its start.
  private static let longestStampedEntry = 1 << 14

  /// The stamps of the first entry and of the last one that have one.
  ///
  /// At most the first and the last 256 KiB are looked at.
  func firstAndLastStamps(
    _ entries: EntryLayout, stampOf: (Bytes) -> Timestamp?
  ) -> (first: Timestamp?, last: Timestamp?) {
    let first = firstStamp(from: 0, before: min(size, LogFile.widestLook), entries, stampOf)?.stamp
    for width in [LogFile.widestLook / 16, LogFile.widestLook] {
      var last: Timestamp?
      var position = lineStart(atOrAfter: size - width)
      while let found = firstStamp(from: position, before: size, entries, stampOf) {
        last = found.stamp
        position = found.line.next
      }
      if last != nil || width >= size { return (first, last) }
    }
    return (first, nil)
  }

  /// Where the entries of so many seconds before the last stamp begin.
  ///
  /// `size` where there is no stamp near the end: a search for one would read line by line.
  func start(
    ofLast seconds: Double, _ entries: EntryLayout, stampOf: (Bytes) -> Timestamp?
  ) -> Int64 {
    guard let last = firstAndLastStamps(entries, stampOf: stampOf).last else { return size }
    return seek(to: last - seconds, entries: entries, stampOf: stampOf)
  }

  /// Where the first line starts whose first byte is at `offset` or later; `size` if none does.
  package func lineStart(atOrAfter offset: Int64) -> Int64 {
    if offset <= 0 { return 0 }
    var position = offset - 1
    while position < size {
      let piece = descriptor.bytes(at: position, count: Int(min(1 << 16, size - position)))
      if let newline = piece.firstIndex(of: 0x0A) { return position + Int64(newline) + 1 }
      if piece.isEmpty { break }
      position += Int64(piece.count)
    }
    return size
  }

  /// Where reading may begin from `offset` on: the first entry, or the first line where none begins
  /// before `end`.
  func readingStart(
    atOrAfter offset: Int64, before end: Int64, _ entries: EntryLayout
  ) -> Int64 {
    entryStart(atOrAfter: offset, before: end, entries) ?? lineStart(atOrAfter: offset)
  }

  /// Where the first entry begins from `offset` on; `nil` when none does before `end`.
  func entryStart(
    atOrAfter offset: Int64, before end: Int64, _ entries: EntryLayout
  ) -> Int64? {
    if offset <= 0 { return 0 }
    let start = lineStart(atOrAfter: offset)
    if entries.isEveryLineAnEntry { return start < min(end, size) ? start : nil }
    guard var previous = line(at: descriptor.lineStart(before: start) ?? start) else { return nil }
    while previous.next < min(end, size), let next = line(at: previous.next) {
      let isStart = next.bytes.withUnsafeBytes { line in
        previous.bytes.withUnsafeBytes { entries.begins(with: line, after: $0) }
      }
      if isStart { return next.offset }
      previous = next
    }
    return nil
  }

  /// Where the first entry starts that is stamped `time` or later; `size` if there is none.
  ///
  /// `stampOf` gets the lines of one entry, joined by LF. Entries without a stamp (it gives `nil`)
  /// are passed over. The stamps should rise; where they do not, the place is right for one of the
  /// possible orders. Cost: O(log n) reads, and one for each line that lies between the places it
  /// looks at and the next stamp: all of them, twice, where there are no stamps.
  func seek(
    to time: Timestamp, entries: EntryLayout = EntryLayout(), stampOf: (Bytes) -> Timestamp?
  ) -> Int64 {
    var low: Int64 = 0
    var high = size
    while high - low > LogFile.linearSearchLength {
      let middle = low + (high - low) / 2
      if let found = firstStamp(
        from: lineStart(atOrAfter: middle), before: high, entries, stampOf),
        found.stamp < time
      {
        low = found.line.offset
      } else {
        high = middle
      }
    }
    var position = low
    while let found = firstStamp(from: position, before: size, entries, stampOf) {
      if found.stamp >= time { return found.line.offset }
      position = found.line.next
    }
    return size
  }

  private func firstStamp(
    from start: Int64, before end: Int64, _ entries: EntryLayout,
    _ stampOf: (Bytes) -> Timestamp?
  ) -> (line: PlacedLine, stamp: Timestamp)? {
    var position = start
    while position < end, let entry = entry(at: position, entries) {
      if let stamp = entry.bytes.withUnsafeBytes(stampOf) { return (entry, stamp) }
      position = entry.next
    }
    return nil
  }

  /// The line that starts at `offset` with those after it that belong to its entry.
  private func entry(at offset: Int64, _ entries: EntryLayout) -> PlacedLine? {
    guard var entry = line(at: offset), entries.joinsLines else { return line(at: offset) }
    var previous = entry
    while entry.bytes.count < LogFile.longestStampedEntry, let next = line(at: entry.next) {
      let isNew = next.bytes.withUnsafeBytes { line in
        previous.bytes.withUnsafeBytes { entries.begins(with: line, after: $0) }
      }
      if isNew { break }
      entry.bytes.append(0x0A)
      entry.bytes += next.bytes
      entry.next = next.next
      previous = next
    }
    return entry
  }

  /// The line that starts at `offset`; of one longer than 1 MiB only its start is read.
  private func line(at offset: Int64) -> PlacedLine? {
    var length = 1 << 12
    while offset < size {
      let piece = descriptor.bytes(at: offset, count: Int(min(Int64(length), size - offset)))
      if piece.isEmpty { return nil }
      if let newline = piece.firstIndex(of: 0x0A) {
        return PlacedLine(
          offset: offset, next: offset + Int64(newline) + 1, bytes: Array(piece[..<newline]))
      }
      if offset + Int64(piece.count) >= size {
        return PlacedLine(offset: offset, next: size, bytes: piece)
      }
      if length >= LineCutter.longestLine {
        return PlacedLine(
          offset: offset, next: lineStart(atOrAfter: offset + Int64(piece.count)), bytes: piece)
      }
      length *= 4
    }
    return nil
  }
}
