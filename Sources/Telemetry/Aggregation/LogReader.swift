/// One log from bytes to batches: splits chunks into entries, parses them and counts them.
///
/// Chunks hold whole lines. An entry of several lines may still run on into the next chunk, so
/// the last one is held back until the next entry begins or `flush` is called.
package struct LogReader {
  private var format: any LogFormat
  private let name: DisplayText
  private var envelope: EnvelopeOpener?
  private let vantage: DisplayText
  private let isMultiLine: Bool
  private let showsMessages: Bool
  private var pending: [UInt8] = []
  /// Entries in envelopes that may go on.
  private var held = HeldEntries()
  private var tail: [UInt8] = []
  private let source: SourceID
  private static let tailBytes = 16_384
  /// Lines without a stamp that a chunk may begin with.
  private static let unstampedLines = 20
  /// What was counted since the last batch.
  package var accumulator: LogAccumulator

  /// A reader of one source in a format that was detected or given.
  package init(
    source: SourceID, format: any LogFormat, alternates: [any LogFormat],
    envelope: (any LogEnvelope)? = nil, arrival: Timestamp,
    configuration: LogAccumulator.Configuration = .init()
  ) {
    let stamps = configuration.stamps
    let type = Swift.type(of: format)
    self.source = source
    self.format = format.reading(stamps)
    name = format.label
    self.envelope = envelope.map { EnvelopeOpener($0) }
    vantage = DisplayText(type.vantage)
    isMultiLine = type.isMultiLine
    showsMessages = type.showsMessages
    var configuration = configuration
    configuration.dialect = type.sqlDialect
    configuration.showsMessages = type.showsMessages
    configuration.cacheName = vantage
    accumulator = LogAccumulator(source: source, arrival: arrival, configuration: configuration)
    accumulator.others.formats = alternates.map { $0.reading(stamps) }
  }

  /// Lets the format see lines that come before those to be read, without counting them.
  ///
  /// Call it before the first `read` when reading begins in the middle of a file: with the lines
  /// at its start for a format that `hasHeader`, with those just before for one `isSequential`.
  package mutating func prime(_ lines: Bytes) {
    var lost = LogAccumulator(source: source, arrival: accumulator.arrival)
    swap(&lost.others, &accumulator.others)
    format.read(lines, into: &lost)
    lost.endEntries(at: nil)
    swap(&lost.others, &accumulator.others)
  }

  /// Reads a chunk of whole lines that arrived at `arrival`.
  ///
  /// A line without a stamp has that of the last one in the chunk that has one. Where `looksAhead`, the
  /// lines before the first stamp have that one: lines of the past did not happen when they are read.
  package mutating func read(_ chunk: Bytes, arrival: Timestamp, looksAhead: Bool = false) {
    accumulator.arrival = arrival
    if looksAhead, accumulator.neighbour?.arrival != arrival {
      accumulator.neighbour = firstStamp(in: chunk).map { ($0, arrival) }
    }
    if !showsMessages { keepTail(chunk) }
    defer { accumulator.endEntries(at: arrival) }
    guard envelope == nil else { return readEnclosed(chunk, arrival) }
    guard isMultiLine else { return format.read(chunk, into: &accumulator) }
    let split = lastEntryStart(chunk)
    guard let split else {
      pending.append(contentsOf: chunk)
      if pending.count > HeldEntries.longestEntry { flush() }
      return
    }
    let whole = Bytes(rebasing: chunk[..<split])
    if pending.isEmpty {
      format.read(whole, into: &accumulator)
    } else {
      finishPending(with: whole)
    }
    pending.append(contentsOf: chunk[split...])
  }

  /// Counts the entries that are held back; call it when the source has been quiet for a moment.
  package mutating func flush() {
    if !pending.isEmpty {
      let held = pending
      pending.removeAll(keepingCapacity: true)
      held.withUnsafeBytes { format.read($0, into: &accumulator) }
    }
    while let ended = held.takeOldest(at: nil) { count(ended) }
    accumulator.endEntries(at: nil)
  }

  /// Reads lines that are in envelopes, stream by stream: each entry has the time of its envelope.
  private mutating func readEnclosed(_ chunk: Bytes, _ arrival: Timestamp) {
    guard var opener = envelope else { return }
    var inner: UInt64 = 0
    opener.open(chunk) { line, time, stream in
      inner &+= UInt64(line.count + 1)
      let number = accumulator.lineNumber &+ 1
      accumulator.stream = stream
      accumulator.arrival = time ?? arrival
      if line.isEmpty {
        accumulator.addUnparsed(line, bytes: 1)
      } else if isMultiLine {
        take(line, number, arrival)
      } else {
        format.read(line, into: &accumulator)
      }
      accumulator.lineNumber = number
    }
    envelope = opener
    while let ended = held.takeOldest(at: arrival) { count(ended) }
    accumulator.stream = 0
    accumulator.arrival = arrival
    accumulator.addEnvelope(bytes: UInt64(chunk.count) &- min(inner, UInt64(chunk.count)))
  }

  /// Adds a line to the entry of its stream, or ends that one and begins another.
  private mutating func take(_ line: Bytes, _ number: UInt64, _ arrival: Timestamp) {
    let stream = accumulator.stream
    let begins = format.beginsEntry(line)
    let format = format
    let isMore =
      !begins
      && held.extend(stream, with: line, size: line.count + 1, at: arrival) { entry, _ in
        format.continues(entry, with: line)
      }
    if isMore { return }
    if let ended = held.take(stream) { count(ended) }
    guard begins else { return self.format.read(line, into: &accumulator) }
    let entry = HeldEntry(
      stream: stream, bytes: [UInt8](line), size: line.count + 1, line: number,
      time: accumulator.arrival, arrival: arrival)
    if let oldest = held.hold(entry) { count(oldest) }
  }

  private mutating func count(_ entry: HeldEntry) {
    let now = (accumulator.arrival, accumulator.lineNumber, accumulator.stream)
    accumulator.arrival = entry.time
    accumulator.lineNumber = entry.line &- 1
    accumulator.stream = entry.stream
    entry.bytes.withUnsafeBytes { format.read($0, into: &accumulator) }
    (accumulator.arrival, accumulator.lineNumber, accumulator.stream) = now
  }

  /// Whether an entry is held back.
  package var isHolding: Bool { !pending.isEmpty || !held.isEmpty || accumulator.isHolding }

  /// Everything since the last batch, with at most `lines` of the newest lines for the log tail, or
  /// as many entries that are shown in their place.
  package mutating func takeBatch(at time: Timestamp, lines: Int) -> Batch {
    var batch = accumulator.takeBatch(at: time)
    batch.vantage = vantage
    batch.recognised =
      (envelope.map { [$0.name] } ?? []) + [name]
      + accumulator.others.used.sorted().map { accumulator.others.formats[$0].label }
    if showsMessages {
      batch.lines = accumulator.shown.take(lines)
      batch.tally.unparsedExample = nil
    } else {
      let tail = takeTail(at: time, limit: lines)
      batch.lines = accumulator.shown.take(lines, into: tail)
    }
    return batch
  }

  /// The time that a line is stamped with; `nil` for lines of no known format.
  package func stamp(of line: Bytes) -> Timestamp? {
    var opener = envelope
    let letter = opener?.open(entry: line) ?? (content: line, time: nil)
    for var format in [format] + accumulator.others.formats {
      var record = LogRecord()
      if format.parse(letter.content, into: &record) { return record.time ?? letter.time }
    }
    return letter.time
  }

  /// The first stamp of a chunk, if its first lines have one.
  private func firstStamp(in chunk: Bytes) -> Timestamp? {
    // Inside of envelopes each line has a time.
    guard envelope == nil else { return nil }
    var start = 0
    for _ in 0..<LogReader.unstampedLines where start < chunk.count {
      let end = chunk.lineEnd(from: start)
      if let stamp = stamp(of: chunk.line(from: start, to: end)) { return stamp }
      start = end + 1
    }
    return nil
  }

  /// Reads the held entry together with the lines of `chunk` that belong to it, then the rest.
  private mutating func finishPending(with chunk: Bytes) {
    let first = firstEntryStart(chunk) ?? chunk.count
    pending.append(contentsOf: chunk[..<first])
    flush()
    format.read(Bytes(rebasing: chunk[first...]), into: &accumulator)
  }

  private func firstEntryStart(_ chunk: Bytes) -> Int? {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      if format.beginsEntry(Bytes(rebasing: chunk[start..<end])) { return start }
      start = end + 1
    }
    return nil
  }

  private func lastEntryStart(_ chunk: Bytes) -> Int? {
    var end = chunk.count
    while end > 0 {
      var start = end - 1
      while start > 0, chunk[start - 1] != 0x0A { start -= 1 }
      let lineEnd = chunk[end - 1] == 0x0A ? end - 1 : end
      if format.beginsEntry(Bytes(rebasing: chunk[start..<lineEnd])) { return start }
      end = start
    }
    return nil
  }

  private mutating func keepTail(_ chunk: Bytes) {
    if chunk.count >= LogReader.tailBytes { tail.removeAll(keepingCapacity: true) }
    tail.append(contentsOf: chunk.lastLines(within: LogReader.tailBytes))
    if tail.count > 2 * LogReader.tailBytes {
      let kept = tail.withUnsafeBytes { $0.lastLines(within: LogReader.tailBytes).count }
      tail.removeFirst(tail.count - kept)
    }
  }

  /// The newest lines with their times and levels, each read once more by the format.
  ///
  /// A line that no format knows belongs to the one before: it takes over its time and level.
  private mutating func takeTail(at time: Timestamp, limit: Int) -> [LogLine] {
    defer { tail.removeAll(keepingCapacity: true) }
    // Copies, for a line that is read again, or before its turn, must not change what waits for others.
    var formats = [format] + accumulator.others.formats
    let entries = accumulator.shown
    var lines: [LogLine] = []
    var opener = envelope?.restarted
    tail.withUnsafeBytes { bytes in
      // The last entries may have many times as many lines.
      var isInside = opener?.spansLines != true
      var start = isInside && !entries.replacesLines ? bytes.startOfLast(limit) : 0
      var known: (time: Timestamp, level: LogLevel)?
      while start < bytes.count {
        let end = bytes.lineEnd(from: start)
        let line = bytes.line(from: start, to: end)
        start = end + 1
        isInside = isInside || opener?.begins(line) == true
        guard isInside else { continue }
        repeat {
          var letter = (content: line, time: Timestamp?.none)
          if opener != nil {
            guard let opened = opener?.open(line: line) else { continue }
            letter = opened
          }
          guard !letter.content.isEmpty, !entries.replaces(letter.content) else { continue }
          let stamped = LogReader.stampAndLevel(
            of: letter.content, at: letter.time ?? time, &formats)
          if let stamped {
            // The tail may begin inside of an entry, whose end is older than what follows it.
            if known == nil { for place in lines.indices { lines[place].time = stamped.time } }
            known = stamped
          }
          var shown = LogLine(
            time: known?.time ?? time, level: known?.level ?? .unknown,
            text: DisplayText(letter.content, limit: 1024), source: source)
          shown.goesOn = stamped == nil && known != nil
          lines.append(shown)
        } while opener?.hasMore == true
      }
    }
    let mayBeMore = opener?.spansLines == true || entries.replacesLines
    return mayBeMore ? Array(lines.suffix(limit)) : lines
  }

  private static func stampAndLevel(
    of line: Bytes, at time: Timestamp, _ formats: inout [any LogFormat]
  ) -> (time: Timestamp, level: LogLevel)? {
    for place in formats.indices {
      var record = LogRecord()
      guard formats[place].parse(line, into: &record) else { continue }
      let isError = record.level == .unknown && record.status >= 500
      return (record.time ?? time, isError ? .error : record.level)
    }
    return nil
  }
}
