/// Lines that the main format of a source does not know, or takes as no more than messages.
extension LogAccumulator {
  /// Asks the other formats for a line, and counts it as not understood when none takes it.
  @inline(never)
  package mutating func addUnparsed(_ line: Bytes, bytes: Int) {
    if line.isEmpty {
      tally.lines &+= 1
      tally.parsed &+= 1
      tally.bytes &+= UInt64(bytes)
      return
    }
    if others.extend(stream, with: line, size: bytes, at: arrival) { return }
    if let ended = others.take(stream) { add(ended) }
    var record = LogRecord()
    switch others.read(line, into: &record) {
    case .entry(let place): add(&record, bytes: bytes, from: place)
    case .beginning(let place):
      let entry = HeldEntry(
        stream: stream, bytes: [UInt8](line), size: bytes, line: lineNumber, time: arrival,
        arrival: arrival, format: place)
      if let oldest = others.hold(entry) { add(oldest) }
    case nil:
      guard let place = discover(line, &record) else { return addUnknown(line, bytes: bytes) }
      add(&record, bytes: bytes, from: place)
    }
  }

  /// Counts a message of a general format, unless another format reads more in it.
  @inline(never)
  mutating func addMessage(
    _ line: Bytes, _ record: UnsafePointer<LogRecord>, _ readings: [LogReading], bytes: Int
  ) {
    var better = LogRecord()
    if !record.pointee.hasReadings, let place = others.readEvent(line, into: &better) {
      return add(&better, bytes: bytes, from: place)
    }
    add(record, bytes: bytes)
    if record.pointee.hasReadings { add(readings, of: record) }
  }

  /// Whether an entry of another format is held back.
  var isHolding: Bool { !others.held.isEmpty }

  /// Counts the entries that have waited long enough for more lines; all without a time.
  mutating func endEntries(at now: Timestamp?) {
    while let ended = others.takeOldest(at: now) { add(ended) }
  }

  private mutating func add(_ entry: HeldEntry) {
    let (now, reached) = (arrival, lineNumber)
    (arrival, lineNumber) = (entry.time, entry.line)
    entry.bytes.withUnsafeBytes { bytes in
      var record = LogRecord()
      if others.formats[entry.format].parse(bytes, into: &record) {
        add(&record, bytes: entry.size, from: entry.format)
      } else if let place = discover(bytes, &record) {
        add(&record, bytes: entry.size, from: place)
      } else {
        addUnknown(bytes, bytes: entry.size)
      }
    }
    (arrival, lineNumber) = (now, reached)
  }

  private mutating func add(_ record: inout LogRecord, bytes: Int, from place: Int) {
    withUnsafePointer(to: record) { record in
      add(record, bytes: bytes)
      if record.pointee.hasReadings { add(others.formats[place].readings, of: record) }
    }
  }

  private mutating func addUnknown(_ line: Bytes, bytes: Int) {
    tally.lines &+= 1
    tally.unparsed &+= 1
    tally.bytes &+= UInt64(bytes)
    unparsedExample.removeAll(keepingCapacity: true)
    unparsedExample.append(contentsOf: line.prefix(200))
  }

  /// Asks the formats of the catalogue for a line that no format in use knows.
  ///
  /// A file's first lines need not show all that it holds; a few lines of each batch are tried.
  private mutating func discover(_ line: Bytes, _ record: inout LogRecord) -> Int? {
    guard discoveriesLeft > 0 else { return nil }
    discoveriesLeft -= 1
    for type in configuration.discoverable where !type.isMultiLine {
      var format = type.make(configuration.stamps)
      record = LogRecord()
      if format.parse(line, into: &record) { return others.append(format) }
    }
    return nil
  }
}
