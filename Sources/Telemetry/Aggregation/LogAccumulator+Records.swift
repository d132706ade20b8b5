/// How records of each kind are counted.
extension LogAccumulator {
  @inline(__always)
  mutating func addRequest(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    let status = record.pointee.status
    let isLost = record.pointee.failed
    // A request that became a websocket lasts as long as that, which says nothing of the service.
    let seconds = status == 101 ? Double.nan : record.pointee.seconds
    let id = endpoints.add(
      method: record.pointee.method, target: record.pointee.target, route: record.pointee.route,
      status: status,
      hasAnswer: status != 0 || !isLost, seconds: seconds)
    if seconds >= requestThreshold {
      var request = RequestSpan(endpoint: id, span: span(of: record, time))
      request.queryCount = Int32(clamping: record.pointee.queryCount)
      requestSpans.append(request)
    }
    sessions.add(record, time)
    if record.pointee.cache != .unknown { lookups.add(record.pointee.cache, of: id) }
    if status == 429 || status == 413 {
      refusals.add(
        status: status, endpoint: id, client: record.pointee.client, time: time,
        line: countsLines ? lineNumber : 0)
    }
  }

  mutating func addQuery(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    let id = queryID(of: record.pointee.statement)
    querySlot.add(
      id: id, status: record.pointee.failed ? 500 : 200, hasAnswer: true,
      seconds: record.pointee.seconds)
    queries.addRows(id: id, sent: record.pointee.rowsSent, examined: record.pointee.rowsExamined)
    queries.see(id: id, at: time)
    let seconds = record.pointee.seconds >= 0 ? record.pointee.seconds : 0
    if queries.wantsExample(id: id, seconds: seconds) {
      queries.addExample(
        id: id,
        QueryExample(
          statement: DisplayText(statement: record.pointee.statement, limit: 2048),
          seconds: seconds,
          time: time,
          line: countsLines ? lineNumber : 0, source: source))
    }
    requestThreshold = configuration.spanThreshold
    let comment = SQLComment(in: record.pointee.statement)
    // The endpoint that a comment in the statement names is entered into the table.
    let endpoint = comment?.endpoint.map { endpoints.id(ofRoute: $0) }
    var query = QuerySpan(
      query: queries.hashes[id], endpoint: endpoint, span: span(of: record, time))
    if let trace = comment?.traceID, !trace.isEmpty, query.span.traceID == 0 {
      query.span.traceID = ByteHash.of(trace)
    }
    query.literals = StatementIdentity.of(record.pointee.statement)
    query.line = countsLines ? lineNumber : 0
    querySpans.append(query)
  }

  @inline(__always)
  private mutating func queryID(of statement: Bytes) -> Int {
    if let hash = fingerprinter.recall(statement), let known = queries.known(hash) { return known }
    let fingerprint = fingerprinter.fingerprint(statement)
    return queries.id(hash: fingerprinter.lastID, fingerprint: fingerprint)
  }

  mutating func addOutbound(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    let id = outbound.add(
      method: record.pointee.method, target: record.pointee.target, route: record.pointee.name,
      status: record.pointee.status,
      hasAnswer: !record.pointee.failed, seconds: record.pointee.seconds)
    // Calls are tied to requests, which are remembered from now on.
    requestThreshold = configuration.spanThreshold
    var call = OutboundSpan(name: id, span: span(of: record, time))
    call.target = record.pointee.target.isEmpty ? 0 : FingerprintHash.of(record.pointee.target)
    call.line = countsLines ? lineNumber : 0
    outboundSpans.append(call)
  }

  @inline(never)
  mutating func addLookup(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    requestThreshold = configuration.spanThreshold
    lookups.add(record, span(of: record, time), usual: configuration.cacheName)
  }

  mutating func addTask(_ record: UnsafePointer<LogRecord>) {
    let none = Bytes(start: nil, count: 0)
    tasks.add(
      method: none, target: none, route: record.pointee.name,
      status: record.pointee.failed ? 500 : 200,
      hasAnswer: true, seconds: record.pointee.seconds)
  }

  private func span(of record: UnsafePointer<LogRecord>, _ time: Timestamp) -> Span {
    var span = Span(
      end: time, seconds: record.pointee.seconds, uncertainty: record.pointee.timeResolution)
    if !record.pointee.requestID.isEmpty { span.requestID = ByteHash.of(record.pointee.requestID) }
    if !record.pointee.traceID.isEmpty { span.traceID = ByteHash.of(record.pointee.traceID) }
    if !record.pointee.connectionID.isEmpty {
      span.connectionID = ByteHash.of(record.pointee.connectionID)
    } else if !record.pointee.processID.isEmpty {
      span.connectionID = ByteHash.of(record.pointee.processID)
    }
    return span
  }
}
