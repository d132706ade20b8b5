/// Entries that the log shows in place of their lines: the newest since the last batch.
///
/// Between lines of another format they stand where their times put them, and their own lines are
/// left out. Other lines that read the same, such as a `}` or a number, are shown: a line is left
/// out where it stands in its turn (see `ReplacedLines`).
struct ShownEntries {
  private static let most = 200
  private static let longestLine = 1024
  /// Lines at the start of an entry that may as well be something else.
  private static let mostUnsure = 2

  private var lines: [LogLine] = []
  private let replaced = ReplacedLines()
  /// The last lines of which no entry has been made so far.
  private var unsure: [UInt64] = []

  mutating func add(
    _ record: UnsafePointer<LogRecord>, at arrival: Timestamp, _ source: SourceID
  ) {
    let message = record.pointee.message
    guard !message.isEmpty else { return }
    lines.append(
      LogLine(
        time: record.pointee.time ?? arrival, level: record.pointee.level,
        text: DisplayText(message, limit: ShownEntries.longestLine), source: source))
    if lines.count > 2 * ShownEntries.most { lines = newest(ShownEntries.most) }
  }

  /// Notes a line of an entry: so many lines, up to this one, it is shown in place of.
  mutating func note(_ line: Bytes, replaces count: Int) {
    unsure.append(ByteHash.of(line))
    guard count > 0 else {
      if unsure.count > ShownEntries.mostUnsure { unsure.removeFirst() }
      return
    }
    for hash in unsure.suffix(count) { replaced.append(hash) }
    replaced.bytes += line.count + 1
    unsure.removeAll(keepingCapacity: true)
  }

  /// Whether there are lines that an entry is shown in place of.
  var replacesLines: Bool { !replaced.isEmpty }

  /// Whether an entry is shown in place of the next line of the tail.
  ///
  /// Asked once for each of them, in their order, before the entries are taken.
  func replaces(_ line: Bytes) -> Bool { replaced.meet(ByteHash.of(line)) }

  /// Takes out at most so many, in the order of their times, and forgets the others.
  mutating func take(_ limit: Int) -> [LogLine] {
    defer { lines = [] }
    // The lines so far have been shown, or left out.
    replaced.removeAll()
    unsure.removeAll(keepingCapacity: true)
    return newest(limit)
  }

  /// The same among the lines of a tail, of which there are at most as many as well.
  mutating func take(_ limit: Int, into tail: [LogLine]) -> [LogLine] {
    let entries = take(limit)
    guard !entries.isEmpty else { return tail }
    var merged: [LogLine] = []
    var rest = tail[...]
    for entry in entries {
      let place = rest.firstIndex { $0.time > entry.time } ?? rest.endIndex
      merged += rest[..<place]
      merged.append(entry)
      rest = rest[place...]
    }
    merged += rest
    return Array(merged.suffix(max(0, limit)))
  }

  private func newest(_ limit: Int) -> [LogLine] {
    Array(lines.sorted { $0.time < $1.time }.suffix(max(0, limit)))
  }
}

/// The lines since the last batch that entries are shown in place of, by their hashes and in their
/// order, and how far the tail of the log has been compared with them.
///
/// A line of the tail is one of them when it is the next of them. A tail that was cut may begin in
/// their midst: then a line is one of them too that follows another as it does there.
private final class ReplacedLines {
  /// More lines than a tail holds.
  private static let most = 16_384
  /// Bytes that a tail may be cut down to, see `LogReader`.
  private static let shortestCut = 16_384

  private var hashes: [UInt64] = []
  /// Hashes of two lines that follow each other.
  private var pairs: Set<UInt64> = []
  /// Place of the line that is expected next.
  private var next = 0
  /// The line of the tail that was met last.
  private var met: UInt64?
  /// How long they are together.
  var bytes = 0

  var isEmpty: Bool { hashes.isEmpty }

  func append(_ hash: UInt64) {
    if hashes.count >= 2 * Self.most {
      hashes.removeFirst(Self.most)
      pairs = Set(zip(hashes, hashes.dropFirst()).map { Self.pair($0, $1) })
    }
    if let last = hashes.last { pairs.insert(Self.pair(last, hash)) }
    hashes.append(hash)
  }

  func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    next = 0
    met = nil
    bytes = 0
  }

  /// Whether the next line of the tail is one of them.
  func meet(_ hash: UInt64) -> Bool {
    guard !hashes.isEmpty else { return false }
    defer { met = hash }
    guard let place = place(of: hash) else { return false }
    next = place + 1
    return true
  }

  private func place(of hash: UInt64) -> Int? {
    if next < hashes.count, hashes[next] == hash { return next }
    guard let met else {
      return bytes > Self.shortestCut ? hashes.firstIndex(of: hash) : nil
    }
    guard pairs.contains(Self.pair(met, hash)) else { return nil }
    return hashes.indices.dropFirst(next + 1).first {
      hashes[$0] == hash && hashes[$0 - 1] == met
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    first &* 0x9E37_79B9_7F4A_7C15 ^ second
  }
}
