/// Formats of one source in the order in which they are asked for a line.
///
/// The first that knows a line gets it. A general format's message is no more than a guess: those
/// after it are asked too, and the first that reads something countable gets the line. Entries of
/// several lines are held back until they end.
struct FormatChain {
  var formats: [any LogFormat] = []
  private(set) var used: Set<Int> = []
  private(set) var held = HeldEntries()

  var isEmpty: Bool { formats.isEmpty }

  /// Adds the line to the entry that its stream holds, if it belongs to it.
  mutating func extend(
    _ stream: UInt64, with line: Bytes, size: Int, at arrival: Timestamp
  ) -> Bool {
    guard !held.isEmpty else { return false }
    let formats = formats
    return held.extend(stream, with: line, size: size, at: arrival) { entry, place in
      !formats[place].beginsEntry(line) && formats[place].continues(entry, with: line)
    }
  }

  /// What a line turned out to be, with the place of the format that says so.
  enum Answer {
    /// An entry by itself, which was read.
    case entry(Int)
    /// The first line of an entry that may go on; it has to be held back.
    case beginning(Int)
  }

  /// Asks the formats for a line; the answer is `nil` when none knows it.
  mutating func read(_ line: Bytes, into record: inout LogRecord) -> Answer? {
    var guess: (place: Int, record: LogRecord)?
    for place in formats.indices {
      if type(of: formats[place]).isMultiLine, formats[place].beginsEntry(line) {
        if guess == nil || !type(of: formats[place]).isGeneral { return .beginning(note(place)) }
        continue
      }
      record = LogRecord()
      guard formats[place].parse(line, into: &record) else { continue }
      let isGuess =
        record.kind == .message && !record.hasReadings && type(of: formats[place]).isGeneral
      if !isGuess { return .entry(note(place)) }
      if guess == nil { guess = (place, record) }
    }
    guard let guess else { return nil }
    record = guess.record
    return .entry(note(guess.place))
  }

  /// The format of several lines, a general one aside, in which a line begins an entry.
  mutating func beginning(_ line: Bytes) -> Int? {
    formats.indices.first {
      type(of: formats[$0]).isMultiLine && !type(of: formats[$0]).isGeneral
        && formats[$0].beginsEntry(line)
    }.map { note($0) }
  }

  /// Asks the formats whether they read more in a line than a general one did: work that is counted,
  /// values of a signal, a duration.
  mutating func readMore(
    _ line: Bytes, than known: LogRecord, into record: inout LogRecord
  ) -> Int? {
    for place in formats.indices where !type(of: formats[place]).isMultiLine {
      record = LogRecord()
      guard formats[place].parse(line, into: &record) else { continue }
      if record.says(moreThan: known) { return note(place) }
    }
    return nil
  }

  /// Holds an entry back; returns the oldest one when there are too many.
  mutating func hold(_ entry: HeldEntry) -> HeldEntry? { held.hold(entry) }

  /// Takes out the entry of a stream, to which no more lines belong.
  mutating func take(_ stream: UInt64) -> HeldEntry? {
    held.isEmpty ? nil : held.take(stream)
  }

  /// Takes out the oldest entry that has waited long enough; any without a time.
  mutating func takeOldest(at now: Timestamp?) -> HeldEntry? {
    held.isEmpty ? nil : held.takeOldest(at: now)
  }

  /// Adds a format that knew a line; returns its place.
  mutating func append(_ format: any LogFormat) -> Int {
    formats.append(format)
    return note(formats.count - 1)
  }

  private mutating func note(_ place: Int) -> Int {
    used.insert(place)
    return place
  }
}
