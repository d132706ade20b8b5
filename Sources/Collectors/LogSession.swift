import Telemetry

/// A log being read: the format once it is known, and what has been counted since the last batch.
struct LogSession {
  private let source: SourceID
  private let preferences: LogPreferences
  private let stamps: StampContext
  private let slotSeconds: Double
  private var reader: LogReader?
  private var detection: FormatDetection?
  /// Why the source is not read at all; `nil` for everything that could be a log.
  private(set) var refusal: DisplayText?
  /// Whether it is known which line of its file is read.
  private(set) var numbersLines = true
  /// With what reading began; `nil` before the format is known.
  private(set) var opening: LogOpening?
  private var skew = ClockSkew()
  /// Lines that were too long, before there was anything to count them.
  private var droppedEarly: UInt64 = 0

  /// A session that finds out the format, unless its name is given, from what it reads first.
  init(
    source: SourceID, preferences: LogPreferences = .init(),
    stamps: StampContext = HostClock.stamps(),
    slotSeconds: Double = 5
  ) {
    self.source = source
    self.preferences = preferences
    self.stamps = stamps
    self.slotSeconds = slotSeconds
  }

  /// A session that begins as another one did.
  init(_ opening: LogOpening) {
    self.init(
      source: opening.source, stamps: opening.stamps,
      slotSeconds: opening.slotSeconds)
    numbersLines = opening.linesBefore != nil
    detection = opening.detection
    skew = opening.skew
    start(opening)
  }

  /// How entries lie over lines, once the format is known.
  var entries: EntryLayout { opening?.entries ?? EntryLayout() }

  /// Finds out the format from the first and the last lines of a file.
  mutating func detect(_ file: LogFile) {
    guard reader == nil else { return }
    var sample: [UInt8] = []
    let piece: Int64 = 1 << 16
    _ = try? file.read(0..<min(file.size, piece)) { sample.append(contentsOf: $0) }
    if file.size > 2 * piece {
      _ = try? file.read(file.size - piece..<file.size) { sample.append(contentsOf: $0) }
    }
    sample.withUnsafeBytes { detect($0) }
  }

  /// Finds out the format from some lines.
  mutating func detect(_ lines: Bytes) {
    guard reader == nil, refusal == nil, !lines.isEmpty else { return }
    if let format = preferences.format {
      let found = FormatDetection(lines, only: format)
      detection = found
      var opening = opening(found.primary ?? format, envelope: found.envelope)
      opening.detection = found
      start(opening)
      return
    }
    let found = FormatDetection(lines, own: preferences.own)
    detection = found
    if found.isNoLog {
      refusal = DisplayText("not a log: \(found.otherKind?.string ?? "binary data")")
      return
    }
    var opening = opening(found.primary ?? AppLineFormat(), envelope: found.envelope)
    opening.alternates = found.alternates
    opening.discoverable = LogFormatCatalog.all
    opening.detection = found
    start(opening)
  }

  private func opening(
    _ format: any LogFormat, envelope: (any LogEnvelope.Type)?
  ) -> LogOpening {
    var opening = LogOpening(source: source, format: format, envelope: envelope, stamps: stamps)
    opening.slotSeconds = slotSeconds
    opening.routeRules = preferences.routeRules
    opening.sessionGapSeconds = preferences.sessionGapSeconds
    opening.expectsStatements = preferences.expectsStatements
    return opening
  }

  private mutating func start(_ opening: LogOpening) {
    self.opening = opening
    reader = opening.reader(arrival: ArrivalTime.now().wall)
    reader?.accumulator.lineNumber = opening.linesBefore ?? 0
    reader?.accumulator.countsLines = numbersLines
    reader?.accumulator.addDropped(lines: droppedEarly)
    droppedEarly = 0
  }

  /// Reads whole lines of the past.
  mutating func read(_ chunk: Bytes) { read(chunk, looksAhead: true) }

  private mutating func read(_ chunk: Bytes, looksAhead: Bool) {
    detect(chunk)
    reader?.accumulator.countsLines = numbersLines
    reader?.read(chunk, arrival: ArrivalTime.now().wall, looksAhead: looksAhead)
  }

  /// Reads whole lines that were just written, and notes when their stamps are not of now.
  mutating func follow(_ chunk: Bytes) {
    read(chunk, looksAhead: false)
    guard !skew.isKnown, let last = chunk.lastWholeLine, let stamp = stamp(of: last) else { return }
    skew.compare(stamp, with: ArrivalTime.now().wall)
  }

  /// Lets the format see the lines before `start` that it needs to read on from there.
  mutating func prime(from file: LogFile, before start: Int64) {
    guard start > 0 else { return }
    var lines: [UInt8] = []
    let piece: Int64 = 1 << 16
    if entries.hasHeader {
      _ = try? file.read(0..<min(start, piece)) { lines += $0 }
    }
    if entries.isSequential {
      let first = max(Int64(lines.count), file.lineStart(atOrAfter: max(0, start - piece)))
      if first < start { _ = try? file.read(first..<start) { lines += $0 } }
    }
    let contents = lines.withUnsafeBytes { entries.contents(of: $0) }
    contents.withUnsafeBytes { if !$0.isEmpty { reader?.prime($0) } }
  }

  /// Number of the line that was read last; where lines have no numbers, counted from where reading began.
  var lineNumber: UInt64 { reader?.accumulator.lineNumber ?? 0 }

  /// Gives the next lines numbers, as so many come before them; none where that is not known.
  mutating func number(after lines: UInt64?) {
    numbersLines = lines != nil
    if let lines { reader?.accumulator.lineNumber = lines }
  }

  /// Whether an entry is held back because it might go on.
  var isHolding: Bool { reader?.isHolding ?? false }

  /// Deltas of slots of time that are over, waiting for the next batch.
  var closedDeltas: Int { reader?.accumulator.closedDeltas ?? 0 }

  /// Counts an entry that was held back because it might go on.
  mutating func flush() {
    reader?.flush()
  }

  mutating func addDropped(lines: Int) {
    guard lines > 0 else { return }
    guard reader != nil else { return droppedEarly += UInt64(lines) }
    reader?.accumulator.addDropped(lines: UInt64(lines))
  }

  /// What has been counted since the last batch; `nil` when that is nothing.
  mutating func takeBatch(lines: Int) -> Batch? {
    // In place: a copy of the reader would copy its histograms.
    guard let counted = reader?.accumulator.tally.lines, counted > 0 else { return nil }
    var batch = reader?.takeBatch(at: ArrivalTime.now().wall, lines: lines)
    batch?.notes = notes + skew.notes
    return batch
  }

  /// A batch that only says that the source is well.
  mutating func empty() -> Batch {
    var batch = Batch(source: source, time: ArrivalTime.now().wall)
    batch.tally.lines = droppedEarly
    batch.tally.unparsed = droppedEarly
    droppedEarly = 0
    return batch
  }

  /// A batch that says what is wrong with the source, with what was counted before.
  mutating func failure(_ reason: DisplayText, keeping taken: Batch? = nil) -> Batch {
    var batch = taken ?? takeBatch(lines: 0) ?? empty()
    batch.health = .failing(reason)
    return batch
  }

  /// The time that a line is stamped with, in the format at hand.
  func stamp(of line: Bytes) -> Timestamp? {
    reader?.stamp(of: line)
  }

  private var notes: [DisplayText] {
    detection?.explanation.map { [$0] } ?? []
  }
}
