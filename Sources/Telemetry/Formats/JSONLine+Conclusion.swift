/// What the fields of a line amount to.
extension JSONLine {
  /// Joins what Fastify tells of a request at its start with the answer at its end.
  ///
  ///     {"reqId":"req-1","req":{"method":"GET","url":"/a"},"msg":"incoming request"}
  ///     {"reqId":"req-1","res":{"statusCode":200},"responseTime":11.7,"msg":"request completed"}
  ///
  /// Source: https://fastify.dev/docs/latest/Reference/Logging/
  private mutating func join(_ fields: inout JSONFields, _ record: inout LogRecord) {
    if !fields.hasStatus, !fields.target.isEmpty, record.message.equals("incoming request") {
      open.start(
        ByteHash.of(record.requestID), method: record.method, target: fields.target,
        at: record.time)
    } else if fields.hasStatus, fields.hasSeconds, fields.target.isEmpty, fields.endpoint.isEmpty,
      record.route.isEmpty, let request = open.finish(ByteHash.of(record.requestID))
    {
      record.method = request.method
      fields.target = request.target
    }
  }

  /// Decides what the fields amount to; `false` when they amount to nothing.
  mutating func conclude(
    _ fields: inout JSONFields, _ record: inout LogRecord
  ) -> Bool {
    fields.settle(units)
    guard decide(&fields, &record) else { return false }
    if record.kind != .message, record.seconds == fields.seconds {
      units.note(fields.number, isTask: record.kind == .task, by: fields.traits)
    }
    return true
  }

  /// Makes `record` what the fields amount to, now that the duration is known.
  private mutating func decide(_ fields: inout JSONFields, _ record: inout LogRecord) -> Bool {
    fields.settleTimes(&record)
    // A statement on the way has the duration to itself.
    if record.statement.isEmpty, fields.call.hasEnded, fields.call.settle(&record, &texts) {
      return true
    }
    if !record.requestID.isEmpty { join(&fields, &record) }
    if fields.settleEvent(&record, ofProduct: names.requiredMarks != 0) { return true }
    if !record.statement.isEmpty {
      record.kind = .message
      if record.message.isEmpty { record.message = record.statement }
      return true
    }
    let hadText = !record.message.isEmpty
    if hadText { _ = MessagePatterns.read(record.message, into: &record) }
    if record.kind == .message, record.cache != .unknown { record.kind = .lookup }
    if record.hasReadings {
      PoolReadings.read(record.message, countsTimeouts: true, limit: &poolLimit, into: &readings)
      record.hasReadings = !readings.isEmpty
    }
    return hadText || record.level != .unknown || record.time != nil
  }
}
