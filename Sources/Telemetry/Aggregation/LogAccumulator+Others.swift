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
    case .entry(let place):
      if record.isVague, type(of: others.formats[place]).isGeneral,
        addBetter(line, than: record, bytes: bytes)
      {
        return
      }
      add(&record, of: line, bytes: bytes, from: place)
    case .beginning(let place): hold(line, bytes, place)
    case nil:
      guard discovery.wantsUnknown(), let place = discover(line, &record, than: nil) else {
        return addUnknown(line, bytes: bytes)
      }
      addDiscovered(line, &record, bytes: bytes, from: place)
    }
  }

  /// Whether there may be other formats that read more in a line.
  var asksOthers: Bool { !others.isEmpty || !configuration.discoverable.isEmpty }

  /// Counts what a general format made of a line, unless another format reads more in it.
  @inline(never)
  mutating func addVague(
    _ line: Bytes, _ record: UnsafePointer<LogRecord>, _ readings: [LogReading], bytes: Int
  ) {
    if !others.held.isEmpty {
      if others.extend(stream, with: line, size: bytes, at: arrival) { return }
      if let ended = others.take(stream) { add(ended) }
    }
    if !record.pointee.hasReadings {
      if !others.isEmpty {
        if let place = others.beginning(line) { return hold(line, bytes, place) }
        var better = LogRecord()
        if let place = others.readMore(line, than: record.pointee, into: &better) {
          return add(&better, of: line, bytes: bytes, from: place)
        }
      }
      if addBetter(line, than: record.pointee, bytes: bytes) { return }
    }
    add(record, bytes: bytes)
    if record.pointee.hasReadings { add(readings, of: record) }
  }

  /// Counts a request whose line ends in a number by a format that reads this as its time; `false`
  /// where none is known.
  @inline(never)
  mutating func addNumbered(
    _ line: Bytes, _ record: UnsafePointer<LogRecord>, bytes: Int
  ) -> Bool {
    guard !configuration.discoverable.isEmpty, numbered != nil || !numbers.isOver,
      record.pointee.leavesNumber
    else { return false }
    if numbered == nil {
      let found = numbers.format(
        for: line, of: record, among: configuration.discoverable, configuration.stamps)
      numbered = found.map { others.append($0) }
    }
    guard let numbered else { return false }
    var better = LogRecord()
    guard others.formats[numbered].parse(line, into: &better),
      better.says(moreThan: record.pointee)
    else { return false }
    add(&better, of: line, bytes: bytes, from: numbered)
    return true
  }

  /// Counts a line by a format that turns up with it; `false` when none reads more than `record`.
  private mutating func addBetter(_ line: Bytes, than record: LogRecord, bytes: Int) -> Bool {
    guard !record.hasReadings, !configuration.discoverable.isEmpty, discovery.wantsMessage(line)
    else { return false }
    var better = LogRecord()
    guard let place = discover(line, &better, than: record) else { return false }
    addDiscovered(line, &better, bytes: bytes, from: place)
    return true
  }

  private mutating func addDiscovered(
    _ line: Bytes, _ record: inout LogRecord, bytes: Int, from place: Int
  ) {
    // What follows may belong to the entry.
    if type(of: others.formats[place]).isMultiLine { return hold(line, bytes, place) }
    add(&record, of: line, bytes: bytes, from: place)
  }

  private mutating func hold(_ line: Bytes, _ size: Int, _ place: Int) {
    let entry = HeldEntry(
      stream: stream, bytes: [UInt8](line), size: size, line: lineNumber, time: arrival,
      arrival: arrival, format: place)
    if let oldest = others.hold(entry) { add(oldest) }
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
        add(&record, of: bytes, bytes: entry.size, from: entry.format)
      } else if discovery.wantsUnknown(), let place = discover(bytes, &record, than: nil) {
        add(&record, of: bytes, bytes: entry.size, from: place)
      } else {
        addUnknown(bytes, bytes: entry.size)
      }
    }
    (arrival, lineNumber) = (now, reached)
  }

  private mutating func add(
    _ record: inout LogRecord, of entry: Bytes, bytes: Int, from place: Int
  ) {
    let showsMessages = type(of: others.formats[place]).showsMessages
    if showsMessages { shown.note(entry, replaces: others.formats[place].replacedLines) }
    withUnsafePointer(to: record) { record in
      add(record, bytes: bytes)
      if showsMessages || configuration.showsMessages { show(record) }
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

  /// Asks the formats of the catalogue for a line that no format in use reads more in than `known`.
  private mutating func discover(
    _ line: Bytes, _ record: inout LogRecord, than known: LogRecord?
  ) -> Int? {
    let lines = [[UInt8](line)]
    for type in configuration.discoverable {
      // Another general format's guess is no better than the one there is.
      if type.isGeneral, known != nil || type.isMultiLine { continue }
      if type.isMultiLine, !type.init().beginsEntry(line) { continue }
      // One line does not tell whether its number is a time.
      var format = type.make(configuration.stamps).settled(by: lines)
      record = LogRecord()
      guard format.parse(line, into: &record) else { continue }
      if let known, !record.says(moreThan: known) { continue }
      // What it has read of an entry that goes on, it will read again.
      return others.append(type.isMultiLine ? type.make(configuration.stamps) : format)
    }
    return nil
  }
}

extension LogRecord {
  /// Whether a general format, which takes any line, may have missed what the line is about.
  @inline(__always)
  var isVague: Bool { kind == .message || kind == .request && !(seconds >= 0) }

  /// Whether it is work that is counted where another is a message, or has the duration it lacks.
  func says(moreThan other: LogRecord) -> Bool {
    if other.kind == .message { return kind != .message || hasReadings }
    return kind == other.kind && seconds >= 0
  }
}
