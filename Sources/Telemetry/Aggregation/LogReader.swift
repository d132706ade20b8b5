#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

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
  private var pending: [UInt8] = []
  /// The time of the envelope that the held entry began in.
  private var pendingTime: Timestamp?
  private var tail: [UInt8] = []
  private let source: SourceID
  private static let tailBytes = 16_384
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
    var configuration = configuration
    configuration.dialect = type.sqlDialect
    configuration.cacheName = vantage
    accumulator = LogAccumulator(source: source, arrival: arrival, configuration: configuration)
    accumulator.alternates = alternates.map { $0.reading(stamps) }
  }

  /// Lets the format see lines that come before those to be read, without counting them.
  ///
  /// Call it before the first `read` when reading begins in the middle of a file: with the lines
  /// at its start for a format that `hasHeader`, with those just before for one `isSequential`.
  package mutating func prime(_ lines: Bytes) {
    var lost = LogAccumulator(source: source, arrival: accumulator.arrival)
    format.read(lines, into: &lost)
  }

  /// Reads a chunk of whole lines that arrived at `arrival`.
  package mutating func read(_ chunk: Bytes, arrival: Timestamp) {
    accumulator.arrival = arrival
    keepTail(chunk)
    guard envelope == nil else { return readEnclosed(chunk, arrival) }
    guard isMultiLine else { return format.read(chunk, into: &accumulator) }
    let split = lastEntryStart(chunk)
    guard let split else {
      pending.append(contentsOf: chunk)
      if pending.count > LogReader.longestEntry { flush() }
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

  /// Counts the entry that is held back; call it when the source has been quiet for a moment.
  package mutating func flush() {
    guard !pending.isEmpty else { return }
    let held = pending
    pending.removeAll(keepingCapacity: true)
    if let pendingTime { accumulator.arrival = pendingTime }
    held.withUnsafeBytes { format.read($0, into: &accumulator) }
  }

  /// Reads lines that are in envelopes, entry by entry: each has the time of its envelope.
  private mutating func readEnclosed(_ chunk: Bytes, _ arrival: Timestamp) {
    guard var opener = envelope else { return }
    var inner: UInt64 = 0
    opener.open(chunk) { line, time in
      inner &+= UInt64(line.count + 1)
      if !isMultiLine || format.beginsEntry(line) { flush() }
      if pending.isEmpty { pendingTime = time ?? arrival }
      pending.append(contentsOf: line)
      pending.append(0x0A)
      if !isMultiLine || pending.count > LogReader.longestEntry { flush() }
    }
    envelope = opener
    accumulator.arrival = arrival
    accumulator.addEnvelope(bytes: UInt64(chunk.count) &- min(inner, UInt64(chunk.count)))
  }

  /// Whether an entry is held back.
  package var isHolding: Bool { !pending.isEmpty }

  /// Everything since the last batch, with at most `lines` of the newest lines for the log tail.
  package mutating func takeBatch(at time: Timestamp, lines: Int) -> Batch {
    var batch = accumulator.takeBatch(at: time)
    batch.vantage = vantage
    batch.recognised =
      (envelope.map { [$0.name] } ?? []) + [name]
      + accumulator.alternatesUsed.sorted().map { accumulator.alternates[$0].label }
    batch.lines = takeTail(at: time, limit: lines)
    return batch
  }

  /// The time that a line is stamped with; `nil` for lines of no known format.
  package func stamp(of line: Bytes) -> Timestamp? {
    var format = format
    var record = LogRecord()
    guard var opener = envelope else {
      return format.parse(line, into: &record) ? record.time : nil
    }
    let letter = opener.open(line: line)
    return format.parse(letter.content, into: &record) ? record.time ?? letter.time : letter.time
  }

  /// Longest entry that is waited for; a longer one is counted in pieces.
  private static let longestEntry = 1 << 20

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
    var lines: [LogLine] = []
    tail.withUnsafeBytes { bytes in
      var start = bytes.startOfLast(limit)
      var known: (time: Timestamp, level: LogLevel)?
      while start < bytes.count {
        let end = bytes.lineEnd(from: start)
        let line = bytes.line(from: start, to: end)
        start = end + 1
        guard !line.isEmpty else { continue }
        let letter = envelope?.open(line: line) ?? (content: line, time: nil)
        if let stamped = stampAndLevel(of: letter.content, at: letter.time ?? time) {
          // The tail may begin inside of an entry, whose end is older than what follows it.
          if known == nil { for place in lines.indices { lines[place].time = stamped.time } }
          known = stamped
        }
        lines.append(
          LogLine(
            time: known?.time ?? time, level: known?.level ?? .unknown,
            text: DisplayText(letter.content, limit: 1024), source: source))
      }
    }
    return lines
  }

  private mutating func stampAndLevel(
    of line: Bytes, at time: Timestamp
  ) -> (time: Timestamp, level: LogLevel)? {
    var record = LogRecord()
    var isKnown = format.parse(line, into: &record)
    var place = 0
    while !isKnown, place < accumulator.alternates.count {
      record = LogRecord()
      isKnown = accumulator.alternates[place].parse(line, into: &record)
      place += 1
    }
    guard isKnown else { return nil }
    let isError = record.level == .unknown && record.status >= 500
    return (record.time ?? time, isError ? .error : record.level)
  }
}

extension Bytes {
  /// The whole lines among the last `limit` bytes; the end of a line that is longer than that.
  func lastLines(within limit: Int) -> Bytes {
    guard count > limit else { return self }
    let start = count - limit
    let firstLine = lineEnd(from: start - 1) + 1
    return Bytes(rebasing: self[(firstLine < count ? firstLine : start)...])
  }

  /// Where the last `limit` lines begin.
  func startOfLast(_ limit: Int) -> Int {
    guard limit > 0 else { return count }
    var start = count
    var lines = 0
    while start > 0 {
      if start < count, self[start - 1] == 0x0A {
        lines += 1
        if lines == limit { return start }
      }
      start -= 1
    }
    return start
  }

  /// Index of the line end at or after `start`, or the end of the bytes.
  @inline(__always)
  func lineEnd(from start: Int) -> Int {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, 0x0A, count - start)
    else { return count }
    return UnsafeRawPointer(found) - base
  }

  /// The line from `start` to `end` without a carriage return before its end.
  @inline(__always)
  func line(from start: Int, to end: Int) -> Bytes {
    let stop = end > start && self[end - 1] == 0x0D ? end - 1 : end
    return Bytes(rebasing: self[start..<stop])
  }
}

extension LogFormat {
  package mutating func read(_ chunk: Bytes, into accumulator: inout LogAccumulator) {
    Self.isMultiLine ? readEntries(chunk, &accumulator) : readLines(chunk, &accumulator)
  }

  @inline(__always)
  private mutating func readLines(_ chunk: Bytes, _ accumulator: inout LogAccumulator) {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      accumulator.lineNumber &+= 1
      count(chunk.line(from: start, to: end), bytes: end + 1 - start, &accumulator)
      start = end + 1
    }
  }

  @inline(__always)
  private mutating func readEntries(_ chunk: Bytes, _ accumulator: inout LogAccumulator) {
    var start = 0
    while start < chunk.count {
      var end = chunk.lineEnd(from: start)
      var lines: UInt64 = 1
      while end + 1 < chunk.count {
        let next = chunk.lineEnd(from: end + 1)
        if beginsEntry(chunk.line(from: end + 1, to: next)) { break }
        end = next
        lines += 1
      }
      accumulator.lineNumber &+= 1
      count(chunk.line(from: start, to: end), bytes: end + 1 - start, &accumulator)
      accumulator.lineNumber &+= lines - 1
      start = end + 1
    }
  }

  @inline(__always)
  private mutating func count(
    _ entry: Bytes, bytes: Int, _ accumulator: inout LogAccumulator
  ) {
    var record = LogRecord()
    // By its place: a record that is read as a value is copied right after it was written field by
    // field, which the processor waits for.
    withUnsafeMutablePointer(to: &record) { record in
      if parse(entry, into: &record.pointee) {
        accumulator.add(UnsafePointer(record), bytes: bytes)
        if record.pointee.hasReadings { accumulator.add(readings, of: record) }
      } else {
        accumulator.addUnparsed(entry, bytes: bytes)
      }
    }
  }
}
