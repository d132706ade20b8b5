/// An entry that may go on in the lines to come.
struct HeldEntry {
  /// Which program, or which output of it, the lines come from.
  var stream: UInt64
  /// Its lines so far, with a line end between them.
  var bytes: [UInt8]
  /// Bytes of its lines as they stood in the source.
  var size: Int
  /// Number of its first line, and how many lines it has.
  var line: UInt64
  var lines = 1
  /// The time to count it under when it has no stamp.
  var time: Timestamp
  /// When the last of its lines arrived.
  var arrival: Timestamp
  /// Place of its format among those of the source.
  var format = 0
}

/// The entries of one source that may go on, one for each stream.
///
/// The lines of several programs come interleaved when a collector put them into one log; each
/// program's entry waits for its own next line.
struct HeldEntries {
  private var entries: [HeldEntry] = []
  /// Entries that wait at once; the oldest has to end for one more.
  private static let most = 16
  /// Longest entry that is waited for; a longer one is counted in pieces.
  static let longestEntry = 1 << 20
  /// How long an entry waits while other streams have lines, in microseconds.
  private static let patience: Int64 = 1_000_000

  var isEmpty: Bool { entries.isEmpty }

  /// Adds a line to the entry of its stream, if `belongs` says so of the entry's lines and format.
  ///
  /// In place: a copy of an entry would copy its lines at each new one.
  mutating func extend(
    _ stream: UInt64, with line: Bytes, size: Int, at arrival: Timestamp,
    if belongs: (_ entry: Bytes, _ format: Int) -> Bool
  ) -> Bool {
    guard let place = entries.firstIndex(where: { $0.stream == stream }),
      entries[place].bytes.count < Self.longestEntry,
      entries[place].bytes.withUnsafeBytes({ belongs($0, entries[place].format) })
    else { return false }
    entries[place].bytes.append(0x0A)
    entries[place].bytes.append(contentsOf: line)
    entries[place].size += size
    entries[place].lines += 1
    entries[place].arrival = arrival
    return true
  }

  /// Holds an entry back; returns the oldest one when there are too many.
  mutating func hold(_ entry: HeldEntry) -> HeldEntry? {
    entries.append(entry)
    return entries.count > Self.most ? entries.removeFirst() : nil
  }

  /// Takes out the entry of a stream.
  mutating func take(_ stream: UInt64) -> HeldEntry? {
    entries.firstIndex { $0.stream == stream }.map { entries.remove(at: $0) }
  }

  /// Takes out the oldest entry whose last line came long before `now`; of any age without a time.
  mutating func takeOldest(at now: Timestamp?) -> HeldEntry? {
    entries.firstIndex { entry in
      guard let now else { return true }
      return now.microseconds &- entry.arrival.microseconds > Self.patience
    }.map { entries.remove(at: $0) }
  }
}
