/// The text log of Rails, with its default formatter or without, tagged or not.
///
///     Started GET "/users/1" for 127.0.0.1 at 2026-01-01 10:00:00 +0000
///     Processing by UsersController#show as HTML
///       User Load (0.3ms)  SELECT "users".* FROM "users" WHERE "users"."id" = 1
///     Completed 200 OK in 123ms (Views: 5.0ms | ActiveRecord: 12.1ms (31 queries, 2 cached) | GC: 0.5ms)
///
/// The end of a request does not name its path: it is joined with its start by the request id among
/// the tags, else by the process. Lines without a stamp have that of the last start.
/// Sources: railties/lib/rails/rack/logger.rb, actionpack/lib/action_controller/log_subscriber.rb,
/// activerecord/lib/active_record/log_subscriber.rb of https://github.com/rails/rails
package struct RailsFormat: LocalStampFormat {
  package static let name = "rails"
  package static let vantage = "rails"
  package static let isGeneral = true
  package static let isSequential = true
  package static let samples = [
    #"Started GET "/users/1?a=1" for 127.0.0.1 at 2026-01-01 10:00:00 +0000"#,
    #"I, [2024-06-26T17:00:04.316736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] Started POST "/auth" for 10.0.0.7 at 2024-06-26 17:00:04 +0000"#,
    "Processing by UsersController#show as HTML",
    "Completed 200 OK in 180ms (Views: 0.4ms | ActiveRecord: 143.3ms | Allocations: 10027)",
    "I, [2024-06-26T17:00:04.497736 #126554]  INFO -- : [4eebb5e2-0d2c-4b5c-9f43-1c7a3c0e8f11] Completed 201 Created in 227ms (Views: 0.1ms | ActiveRecord: 105.5ms (10 queries, 1 cached) | GC: 13.1ms)",
    #"  Rendered users/show.html.erb within layouts/application (Duration: 1.2ms | GC: 0.0ms)"#,
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  private var head = LineHead()
  private var texts = TextArena()
  private var open = OpenRequests()
  /// Stamp of the last start, which lines without a head have.
  private var lastStart: Timestamp?
  private var lastLevel = LogLevel.unknown
  /// Whether a line of Rails was seen, so that odd lines may belong to it.
  private var isInside = false

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    var text = line
    let start = line.first?.isBlank == true ? nil : head.read(line, into: &record)
    if let start { text = line.from(start) }
    let tagged = text.trimmed
    text = Self.withoutTags(tagged, into: &record)
    record.message = text
    let key = Self.key(record, tags: tagged.part(0, tagged.count &- text.count).trimmed)
    if read(text, key, &record) {
      isInside = true
    } else if start == nil {
      guard isInside, line.first?.isBlank == true || StackTrace.continuesTrace(line) else {
        return false
      }
      record.level = lastLevel
    } else if !isInside {
      return false
    }
    if record.time == nil, let lastStart {
      record.time = lastStart
      record.timeResolution = 1
    }
    lastLevel = record.level
    return true
  }

  /// Reads the text behind head and tags; `false` when it is nothing that Rails writes.
  private mutating func read(_ text: Bytes, _ key: UInt64, _ record: inout LogRecord) -> Bool {
    switch text.first {
    case UInt8(ascii: "S") where text.has("Started "): return started(text, key, &record)
    case UInt8(ascii: "C") where text.has("Completed "): return completed(text, key, &record)
    case UInt8(ascii: "A") where text.has("ActionController::RoutingError (No route matches"):
      return unrouted(key, &record)
    case UInt8(ascii: "P") where text.has("Processing by ") || text.has("Parameters: {"):
      return true
    case UInt8(ascii: "R") where text.has("Rendering ") || text.has("Rendered "): return true
    default: break
    }
    if MessagePatterns.bracketedQuery(text, &record) {
      open.countQuery(key)
      if record.requestID.isEmpty { record.requestID = open.id(of: key) }
      record.statement = Self.withoutBinds(record.statement)
      return true
    }
    if text.has("Performed ") || text.has("Error performing ") {
      return MessagePatterns.read(text, into: &record)
    }
    return text.has("↳ ") || Self.isHitInQueryCache(text)
  }

  /// Reads `Started GET "/users/1" for 127.0.0.1 at 2026-01-01 10:00:00 +0000`.
  private mutating func started(
    _ text: Bytes, _ key: UInt64, _ record: inout LogRecord
  ) -> Bool {
    var scanner = ByteScanner(text, at: 8)
    let method = scanner.word()
    guard !method.isEmpty, scanner.take(UInt8(ascii: " ")), let target = scanner.quoted(),
      scanner.take(" for ")
    else { return false }
    record.client = scanner.word()
    guard scanner.take(" at ") else { return false }
    if let stamp = head.stamps.stamp(&scanner) {
      lastStart = stamp.time
      if record.time == nil {
        record.time = stamp.time
        record.timeResolution = stamp.resolution
      }
    }
    open.start(key, method: method, target: target, at: record.time)
    return true
  }

  /// Reads `Completed 200 OK in 123ms (Views: 5.0ms | ActiveRecord: 12.1ms)`.
  ///
  /// Without its start, which an older file may hold, it names no endpoint and stays a message.
  private mutating func completed(
    _ text: Bytes, _ key: UInt64, _ record: inout LogRecord
  ) -> Bool {
    var scanner = ByteScanner(text, at: 10)
    guard let status = scanner.digits(3), scanner.next == UInt8(ascii: " "),
      let mark = text.find(" in ", from: scanner.position)
    else { return false }
    scanner.position = mark &+ 4
    guard let seconds = DurationScanner.duration(&scanner) else { return false }
    record.status = status
    record.seconds = seconds
    databaseWork(text.from(scanner.position), &record)
    guard let request = open.finish(key) else {
      record.status = 0
      record.seconds = .nan
      return true
    }
    record.kind = .request
    record.method = request.method
    record.target = request.target
    if record.requestID.isEmpty { record.requestID = request.id }
    if record.queryCount < 0, request.queries > 0 { record.queryCount = Int64(request.queries) }
    if record.time == nil, let start = request.start {
      record.time = start + seconds
      record.timeResolution = 1
    }
    return true
  }

  /// `ActiveRecord: 12.1ms (31 queries, 2 cached)`; answers from the query cache are no calls.
  private func databaseWork(_ text: Bytes, _ record: inout LogRecord) {
    guard let mark = text.find("ActiveRecord: ") else { return }
    var scanner = ByteScanner(text, at: mark &+ 14)
    guard let seconds = DurationScanner.duration(&scanner) else { return }
    record.databaseSeconds = seconds
    guard scanner.take(" ("), let all = scanner.number(),
      scanner.take(" queries, ") || scanner.take(" query, "), let cached = scanner.number()
    else { return }
    record.queryCount = Int64(max(0, all &- cached))
  }

  /// A path without a route: the request ends without a line that says so.
  private mutating func unrouted(_ key: UInt64, _ record: inout LogRecord) -> Bool {
    guard let request = open.finish(key) else { return true }
    record.kind = .request
    record.method = request.method
    record.target = request.target
    record.status = 404
    if record.requestID.isEmpty { record.requestID = request.id }
    return true
  }

  /// The text after `[4eebb5e2-...] [10.0.0.7] `; the id of the request is kept.
  private static func withoutTags(_ text: Bytes, into record: inout LogRecord) -> Bytes {
    var rest = text
    while rest.first == UInt8(ascii: "["), let close = rest.find(UInt8(ascii: "]")), close < 100 {
      let tag = rest.part(1, close)
      if record.requestID.isEmpty, TraceContext.isRequestID(tag) { record.requestID = tag }
      rest = rest.from(close &+ 1).trimmed
    }
    return rest
  }

  /// A statement without the values that Rails writes after it: `[["id", 1], ["LIMIT", 1]]`.
  private static func withoutBinds(_ sql: Bytes) -> Bytes {
    guard sql.last == UInt8(ascii: "]"), let open = sql.find("  [[") else { return sql }
    return sql.part(0, open)
  }

  private static func isHitInQueryCache(_ text: Bytes) -> Bool {
    guard text.has("CACHE "), let open = text.find(" (") else { return false }
    var scanner = ByteScanner(text, at: open &+ 2)
    return DurationScanner.duration(&scanner) != nil && scanner.take(")  ")
  }

  /// What the lines of one request have in common: its id, whatever tags, the process, or nothing.
  private static func key(_ record: LogRecord, tags: Bytes) -> UInt64 {
    if !record.requestID.isEmpty { return ByteHash.of(record.requestID) }
    if !tags.isEmpty { return ByteHash.of(tags) }
    return record.processID.isEmpty ? 0 : ByteHash.of(record.processID)
  }
}
