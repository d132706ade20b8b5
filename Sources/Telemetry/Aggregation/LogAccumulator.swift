/// What the records of one log amount to since the last batch: the end of the hot path.
///
/// One slot of time is open at once. A record of another slot closes it, which turns its dense
/// histograms into sparse deltas; a record that comes late therefore costs a microsecond and is
/// never lost. Memory depends on the caps of the tables, not on the lines read.
package struct LogAccumulator {
  /// Limits and granularity of the aggregation.
  package struct Configuration: Sendable {
    /// Width of a slot in seconds; whole-file reads choose wider ones.
    package var slotSeconds = 5.0
    /// Endpoints of the source; those beyond are counted in "(other)".
    package var endpointCapacity = 1000
    /// Statements of the source; those beyond are counted in "(other)".
    package var queryCapacity = 500
    /// Tasks and, in a table of their own, outbound calls.
    package var taskCapacity = 200
    /// Records that ended before this instant are read but not counted.
    package var since: Timestamp?
    /// Shortest request that is remembered for correlation, in seconds.
    package var spanThreshold = 0.001
    /// Whether other sources may have statements, so that requests are remembered from the first.
    ///
    /// Else they are remembered once this log has shown a statement of its own.
    package var expectsStatements = true
    /// Requests, and statements, remembered between batches; outbound calls a quarter.
    package var spanCapacity = 8192
    /// In which statements are written; `LogReader` sets that of its format.
    package var dialect = SQLDialect.unknown
    /// Whether the log shows messages of entries in place of lines; `LogReader` sets that of its format.
    package var showsMessages = false
    /// Formats that may yet turn up in a file beside the detected ones.
    package var discoverable: [any LogFormat.Type] = []
    /// How stamps without a zone or a year are read.
    package var stamps = StampContext()
    /// Route templates that the user gave.
    package var routeRules = RouteRules()
    /// Pause of a visitor that ends a session, in seconds.
    package var sessionGapSeconds = SessionRules.gapSeconds
    /// What the caches counted here are called.
    package var cacheName: DisplayText = ""

    /// The usual limits.
    package init() {}
  }

  private static let dayMicroseconds: Int64 = 86_400_000_000
  let configuration: Configuration
  let source: SourceID
  private let slotMicroseconds: Int64
  /// When the open slot began; `Int64.max` when there is none.
  private var openSlotStart = Int64.max
  var endpoints: OpenTraffic
  var outbound: OpenTraffic
  var tasks: OpenTraffic
  var queries: QueryTable
  var querySlot = OpenSlot()
  var fingerprinter: Fingerprinter
  private var traffic: [TrafficDelta] = []
  /// How many the last batch had.
  private var expectedTraffic = 0
  private var queryDeltas: [QueryDelta] = []
  private var readings: [SignalReading] = []
  /// Shortest request that is remembered at the moment, in seconds.
  var requestThreshold: Double
  var requestSpans: SpanRing<RequestSpan>
  var querySpans: SpanRing<QuerySpan>
  var outboundSpans: SpanRing<OutboundSpan>
  var refusals = RefusalTally()
  private var startUps = StartUpTally()
  var shown = ShownEntries()
  var sessions = SessionTally()
  private var earliest = Timestamp(microseconds: .max)
  private var latest = Timestamp(microseconds: .min)
  /// What became of the input since the last batch.
  package internal(set) var tally = SourceTally()
  var unparsedExample: [UInt8] = []
  private var caches = CacheTally()
  var lookups = LookupTally()
  var discovery = FormatDiscovery()
  var numbers = NumberDiscovery()
  /// Place among the others of the format that reads the numbers behind requests.
  var numbered: Int?
  /// When the chunk at hand arrived: the time of records without a stamp where no other has one.
  package var arrival: Timestamp
  /// The last stamp among the lines that arrived together with the one at hand, and their arrival.
  var neighbour: (stamp: Timestamp, arrival: Timestamp)?
  /// Number of the line at hand in its file; 0 when reading did not start at the beginning.
  package var lineNumber: UInt64 = 0
  /// Whether line numbers are known.
  package var countsLines = true
  /// Which program, or which output of it, the line at hand comes from.
  var stream: UInt64 = 0
  /// Formats that are asked for a line that the main one did not understand.
  var others = FormatChain()

  /// An accumulator for one source.
  package init(source: SourceID, arrival: Timestamp, configuration: Configuration = .init()) {
    self.source = source
    self.arrival = arrival
    self.configuration = configuration
    fingerprinter = Fingerprinter(dialect: configuration.dialect)
    slotMicroseconds = Int64(configuration.slotSeconds * 1_000_000)
    endpoints = OpenTraffic(
      kind: .endpoint, capacity: configuration.endpointCapacity, rules: configuration.routeRules)
    outbound = OpenTraffic(kind: .outbound, capacity: configuration.taskCapacity)
    tasks = OpenTraffic(kind: .task, capacity: configuration.taskCapacity)
    queries = QueryTable(capacity: configuration.queryCapacity)
    requestThreshold = configuration.expectsStatements ? configuration.spanThreshold : .infinity
    requestSpans = SpanRing(capacity: configuration.spanCapacity)
    sessions = SessionTally(gap: Int64(configuration.sessionGapSeconds * 1_000_000))
    querySpans = SpanRing(capacity: configuration.spanCapacity)
    outboundSpans = SpanRing(capacity: configuration.spanCapacity / 4)
  }

  /// First and last instant of the records counted since the last batch.
  package var extent: ClosedRange<Timestamp>? {
    earliest <= latest ? earliest...latest : nil
  }

  /// Counts one record, which stays where it is: copying one costs more than many a field of it.
  @inline(__always)
  package mutating func add(_ record: UnsafePointer<LogRecord>, bytes: Int) {
    tally.lines &+= 1
    tally.parsed &+= 1
    tally.bytes &+= UInt64(bytes)
    if let stamp = record.pointee.time { neighbour = (stamp, arrival) }
    guard record.pointee.kind != .message else {
      return startUps.note(record, at: record.pointee.time ?? arrival, source)
    }
    guard let time = open(slotOf: record) else { return }
    if record.pointee.cache != .unknown, record.pointee.kind != .lookup {
      caches.add(record.pointee.cache)
    }
    switch record.pointee.kind {
    case .request: addRequest(record, time)
    case .query: addQuery(record, time)
    case .outbound: addOutbound(record, time)
    case .task: addTask(record)
    case .lookup: addLookup(record, time)
    case .stall:
      readings.append(
        SignalReading(
          signal: .loopLagSeconds, subject: "", time: time, value: record.pointee.seconds))
    case .message: break
    }
  }

  /// Keeps what the log shows of an entry in place of its lines.
  mutating func show(_ record: UnsafePointer<LogRecord>) {
    shown.add(record, at: arrival, source)
  }

  /// Counts the values that an entry shows; its record has been added.
  @inline(never)
  package mutating func add(_ values: [LogReading], of record: UnsafePointer<LogRecord>) {
    guard let time = open(slotOf: record) else { return }
    for value in values {
      readings.append(
        SignalReading(
          signal: value.signal, subject: value.subject, time: time, value: value.value))
    }
  }

  /// The time to count a record under, its slot being open; `nil` when it is too old.
  @inline(__always)
  private mutating func open(slotOf record: UnsafePointer<LogRecord>) -> Timestamp? {
    var time = record.pointee.time ?? usualTime
    // A stamp from the far future would make everything else look long past.
    if time.microseconds > arrival.microseconds &+ LogAccumulator.dayMicroseconds { time = arrival }
    if let since = configuration.since, time < since { return nil }
    if time < earliest { earliest = time }
    if time > latest { latest = time }
    if time.microseconds &- openSlotStart >= slotMicroseconds || time.microseconds < openSlotStart {
      closeSlot()
      openSlotStart =
        LogAccumulator.floorDivide(time.microseconds, slotMicroseconds) &* slotMicroseconds
    }
    return time
  }

  /// The time of records without a stamp: that of the line before among those that arrived together.
  ///
  /// Lines of the past that are read at once did not happen when they were read.
  private var usualTime: Timestamp {
    guard let neighbour, neighbour.arrival == arrival else { return arrival }
    return neighbour.stamp
  }

  /// Counts what stood around the lines.
  package mutating func addEnvelope(bytes: UInt64) {
    tally.bytes &+= bytes
  }

  /// Counts lines that a reader dropped because they were too long.
  package mutating func addDropped(lines: UInt64) {
    lineNumber &+= lines
    tally.lines &+= lines
    tally.unparsed &+= lines
  }

  /// Deltas of slots of time that are over, as they stand in the next batch.
  package var closedDeltas: Int { traffic.count + queryDeltas.count }

  /// Everything since the last batch; the accumulator starts anew but keeps its tables.
  package mutating func takeBatch(at time: Timestamp) -> Batch {
    closeSlot()
    openSlotStart = .max
    discovery.renew()
    var batch = Batch(source: source, time: time)
    batch.traffic = traffic
    batch.queries = queryDeltas
    batch.readings = readings
    batch.covered = extent
    batch.tally = tally
    if !unparsedExample.isEmpty {
      batch.tally.unparsedExample = unparsedExample.withUnsafeBytes { DisplayText($0, limit: 200) }
    }
    batch.requestSpans = requestSpans.take()
    batch.querySpans = querySpans.take()
    if !(batch.requestSpans.isEmpty && batch.querySpans.isEmpty) {
      batch.spanEndpoints = (0..<endpoints.names.count).map { endpoints.names.name(of: $0) }
    }
    batch.outboundSpans = outboundSpans.take()
    if !batch.outboundSpans.isEmpty {
      batch.outboundNames = (0..<outbound.names.count).map { outbound.names.name(of: $0) }
    }
    lookups.take(into: &batch)
    batch.startUps = startUps.take()
    batch.refusals = refusals.take { endpoints.names.name(of: $0) }
    batch.sessions = sessions.take()
    endpoints.recycle()
    outbound.recycle()
    tasks.recycle()
    expectedTraffic = traffic.count
    // The batch has the storage now; keeping the capacity would allocate it a second time.
    traffic = []
    queryDeltas = []
    readings = []
    earliest = Timestamp(microseconds: .max)
    latest = Timestamp(microseconds: .min)
    tally = SourceTally()
    unparsedExample.removeAll(keepingCapacity: true)
    return batch
  }
}

extension LogAccumulator {
  @inline(never)
  private mutating func closeSlot() {
    guard openSlotStart != .max else { return }
    let time = Timestamp(microseconds: openSlotStart)
    // Deltas are large, and an array that grows step by step copies them as often.
    if traffic.isEmpty { traffic.reserveCapacity(expectedTraffic) }
    endpoints.close(at: time, into: &traffic)
    outbound.close(at: time, into: &traffic)
    tasks.close(at: time, into: &traffic)
    for id in querySlot.touched {
      var delta = QueryDelta(
        id: queries.hashes[id], fingerprint: queries.fingerprints[id], time: time,
        calls: querySlot.row(id).statuses.total, latency: querySlot.latency(of: id))
      let row = queries.takeRow(id: id)
      delta.rowsSent = row.rowsSent
      delta.rowsSentCalls = row.rowsSentCalls
      delta.rowsExamined = row.rowsExamined
      delta.rowsExaminedCalls = row.rowsExaminedCalls
      if row.firstSeen <= row.lastSeen { delta.seen = row.firstSeen...row.lastSeen }
      delta.examples = row.examples
      queryDeltas.append(delta)
    }
    querySlot.clear()
    refusals.close()
    caches.close(at: time, subject: configuration.cacheName, into: &readings)
    lookups.close(at: time, into: &readings) { endpoints.names.name(of: $0) }
  }

  @inline(__always)
  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
