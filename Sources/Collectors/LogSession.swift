import Telemetry

/// A log being read: the format once it is known, and what has been counted since the last batch.
struct LogSession {
  private let source: SourceID
  private let formatName: String?
  private var reader: LogReader?
  private var detection: FormatDetection?
  /// Why the source is not read at all; `nil` for everything that could be a log.
  private(set) var refusal: DisplayText?
  /// Whether reading began at the start of the file, so that line numbers are known.
  var isFromStart = true
  private var accumulation = LogAccumulator.Configuration()

  init(
    source: SourceID, formatName: String?,
    accumulation: LogAccumulator.Configuration = .init()
  ) {
    self.source = source
    self.formatName = formatName
    self.accumulation = accumulation
  }

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
    if let formatName, case .found(let format) = FormatDetection.lookUp(name: formatName) {
      let found = FormatDetection(lines, only: format)
      detection = found
      start(format, alternates: [], envelope: found.envelope)
      return
    }
    let found = FormatDetection(lines)
    detection = found
    if found.isBinary {
      refusal = DisplayText("not a log: \(found.binaryKind?.string ?? "binary data")")
      return
    }
    accumulation.discoverable = LogFormatCatalog.all
    start(
      found.primary ?? AppLineFormat(), alternates: found.alternates, envelope: found.envelope)
  }

  private mutating func start(
    _ format: any LogFormat, alternates: [any LogFormat], envelope: (any LogEnvelope.Type)?
  ) {
    let stamps = HostClock.stamps()
    accumulation.stamps = stamps
    reader = LogReader(
      source: source, format: format, alternates: alternates, envelope: envelope?.make(stamps),
      arrival: ArrivalTime.now().wall, configuration: accumulation)
    reader?.accumulator.countsLines = isFromStart
  }

  /// Reads whole lines.
  mutating func read(_ chunk: Bytes) {
    detect(chunk)
    reader?.accumulator.countsLines = isFromStart
    reader?.read(chunk, arrival: ArrivalTime.now().wall)
  }

  /// Counts an entry that was held back because it might go on.
  mutating func flush() {
    reader?.flush()
  }

  mutating func addDropped(lines: Int) {
    guard lines > 0 else { return }
    reader?.accumulator.addDropped(lines: UInt64(lines))
  }

  /// What has been counted since the last batch; `nil` when that is nothing.
  mutating func takeBatch(lines: Int) -> Batch? {
    // In place: a copy of the reader would copy its histograms.
    guard let counted = reader?.accumulator.tally.lines, counted > 0 else { return nil }
    var batch = reader?.takeBatch(at: ArrivalTime.now().wall, lines: lines)
    batch?.notes = notes
    return batch
  }

  /// A batch that only says that the source is well.
  func empty() -> Batch {
    Batch(source: source, time: ArrivalTime.now().wall)
  }

  /// A batch that says what is wrong with the source, with what was counted before.
  mutating func failure(_ reason: DisplayText) -> Batch {
    var batch = takeBatch(lines: 0) ?? empty()
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
