/// Reads what people append to the combined log format: times, ids, a cache's answer and more.
///
/// Times are known by their three decimals (`$request_time`) or six (gunicorn's `%(L)s`), or by a
/// key, which people write in all these ways:
///
///     rt=0.151 urt="0.140"     request_time:0.151 upstream_response_time: 0.140
///     rt=0.151, urt=0.140      request_time 0.151 upstream_response_time 0.140
///
/// Of several the longest single one is the request's, and the last other one, or a list
/// (`"1.000, 0.250"`), is the upstream's: a request lasts at least as long as its upstream.
enum AccessTail {
  /// Reads the fields of `tail` into `record`; whether a key or a unit told which is the time.
  @discardableResult
  static func read(_ tail: Bytes, into record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(tail)
    var times = Times()
    while true {
      scanner.skipBlanks()
      if scanner.isAtEnd { break }
      if let text = scanner.quoted() {
        take(text, isQuoted: true, &times, &record)
        continue
      }
      let word = scanner.word()
      if let end = keyEnd(word, before: scanner) {
        pair(tail, at: scanner.position &- word.count, end, &scanner, &record)
      } else if word.equals(":"), times.isInList {
        continue
      } else if word.last == UInt8(ascii: ",") || scanner.rest.has(" : ") {
        times.list(word, continues: true)
      } else if let milliseconds = milliseconds(word, before: &scanner) {
        record.seconds = milliseconds / 1000
      } else {
        take(word, isQuoted: false, &times, &record)
      }
    }
    let isNamed = record.seconds == record.seconds
    if !isNamed { record.seconds = times.longest }
    if record.upstreamSeconds != record.upstreamSeconds { record.upstreamSeconds = times.upstream }
    return isNamed
  }

  /// The whole number outside of quotes, where one stands by itself: two are bytes in and out, or
  /// ports.
  static func loneNumber(in tail: Bytes) -> Int? {
    var scanner = ByteScanner(tail)
    var found: Int?
    while true {
      scanner.skipBlanks()
      if scanner.isAtEnd { return found }
      guard scanner.quoted() == nil, let number = scanner.word().unsigned else { continue }
      if found != nil { return nil }
      found = number
    }
  }

  /// The number before ` ms`, as morgan's `:response-time ms` is written; takes the unit too.
  private static func milliseconds(_ word: Bytes, before scanner: inout ByteScanner) -> Double? {
    guard scanner.rest.has(" ms"), scanner.peek(3).isBlank || scanner.rest.count == 3 else {
      return nil
    }
    var number = ByteScanner(word)
    guard number.next.isDigit, let value = number.decimal(), number.isAtEnd else { return nil }
    scanner.position &+= 3
    return value
  }

  /// How long the key is that a word begins with or is; `nil` where it has none.
  private static func keyEnd(_ word: Bytes, before scanner: ByteScanner) -> Int? {
    if let equals = word.find(UInt8(ascii: "=")), equals > 0 { return equals }
    guard let first = word.first, first.isLetter else { return nil }
    if let colon = word.find(UInt8(ascii: ":")) {
      // What else has a colon in it: addresses, and the names of hosts and sockets.
      let hasValue = colon &+ 1 < word.count
      return !hasValue || word.from(colon &+ 1).first == UInt8(ascii: "\"")
        || meansTime(word.part(0, colon)) ? colon : nil
    }
    return scanner.peek(1).isDigit && meansTime(word) ? word.count : nil
  }

  /// Whether a key names one of the times that are read.
  private static func meansTime(_ key: Bytes) -> Bool {
    let field = FieldAliases.meaning(of: key).field
    return field == .seconds || field == .upstreamSeconds || isShort(key)
  }

  private static func isShort(_ key: Bytes) -> Bool {
    key.equalsAnyCase("rt") || isUpstreamShort(key)
  }

  private static func isUpstreamShort(_ key: Bytes) -> Bool {
    key.equalsAnyCase("urt") || key.equalsAnyCase("ut")
  }

  /// A pair like `rt=0.151` or `uct="0.000, 0.004"`, whose value may hold blanks.
  private static func pair(
    _ tail: Bytes, at start: Int, _ keyEnd: Int, _ scanner: inout ByteScanner,
    _ record: inout LogRecord
  ) {
    let key = tail.part(start, start &+ keyEnd)
    scanner.position = start &+ keyEnd
    // `key=value`, `key:value`, `key: value` or `key value`.
    if scanner.next != UInt8(ascii: " ") { scanner.position &+= 1 }
    if scanner.next == UInt8(ascii: " "), tail[start &+ keyEnd] != UInt8(ascii: "=") {
      scanner.position &+= 1
    }
    var value: Bytes
    if let text = scanner.quoted() {
      value = text
    } else {
      let first = scanner.position
      while true {
        let isListed = scanner.word().last == UInt8(ascii: ",")
        // A comma may also stand between pairs.
        let goesOn = scanner.peek(1).isDigit || scanner.peek(1) == UInt8(ascii: "-")
        guard isListed && scanner.next == UInt8(ascii: " ") && goesOn || scanner.take(" : ")
        else { break }
        scanner.skipBlanks()
      }
      value = tail.part(first, scanner.position)
      while let last = value.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") {
        value = value.part(0, value.count &- 1)
      }
    }
    let meaning = FieldAliases.meaning(of: key)
    // Servers write seconds where the key does not say otherwise.
    let unit = key.last == UInt8(ascii: "s") && meaning.unit > 0 ? meaning.unit : 1
    switch meaning.field {
    case .requestID: record.requestID = dashless(value)
    case .traceID: record.traceID = TraceContext.traceID(dashless(value))
    case .seconds: seconds(value, unit, &record)
    case .upstreamSeconds:
      record.upstreamSeconds = DurationScanner.listSum(value, plainUnit: unit) ?? .nan
    default:
      if key.equalsAnyCase("rt") { seconds(value, 1, &record) }
      let isUpstream = key.equals("upstream") && seconds(value) != nil
      if isUpstreamShort(key) || isUpstream {
        record.upstreamSeconds = DurationScanner.listSum(value) ?? .nan
      }
      if key.equals("rid") { record.requestID = dashless(value) }
      if key.equals("cs") || key.equals("cache") || key.equals("upstream_cache_status") {
        record.cache = CacheWords.outcome(of: value)
      }
    }
  }

  /// Seconds of `0.057` or `0.012345`; other numbers are no times.
  static func seconds(_ text: Bytes) -> Double? {
    guard let point = text.find(UInt8(ascii: ".")), point > 0, point <= 7 else { return nil }
    let decimals = text.count &- point &- 1
    guard decimals == 3 || decimals == 6 else { return nil }
    var scanner = ByteScanner(text)
    guard scanner.next.isDigit, let seconds = scanner.decimal(), scanner.isAtEnd else { return nil }
    return seconds
  }

  private static func seconds(_ value: Bytes, _ unit: Double, _ record: inout LogRecord) {
    if let seconds = DurationScanner.seconds(value, plainUnit: unit) { record.seconds = seconds }
  }

  private static func dashless(_ value: Bytes) -> Bytes { value.equals("-") ? .none : value }

  private static func take(
    _ text: Bytes, isQuoted: Bool, _ times: inout Times, _ record: inout LogRecord
  ) {
    if times.isInList {
      times.list(text, continues: false)
    } else if text.find(UInt8(ascii: ",")) != nil {
      times.list(text, continues: false)
    } else if let seconds = seconds(text) {
      times.single(seconds, isQuoted: isQuoted)
    } else if text.count == 32, text.allSatisfy(\.isHex) {
      record.requestID = text
    } else if text.count == 55, TraceContext.isTraceparent(text) {
      record.traceID = TraceContext.traceID(text)
    } else if text.count == 36, TraceContext.isUUID(text) {
      record.requestID = text
    } else if text.first?.isUpper == true, text.count <= 11, record.cache == .unknown {
      record.cache = CacheWords.outcome(of: text)
    }
  }
}

extension LogRecord {
  /// Whether a line without a time may end in a number that is none of its own fields.
  @inline(__always)
  var endsInNumber: Bool { seconds != seconds && agent.last?.isDigit == true }

  /// Whether a request without a time has a number behind it that may be one, in whatever unit.
  ///
  /// Asked of records whose `agent` is the rest of an access line.
  var leavesNumber: Bool {
    kind == .request && seconds != seconds && agent.first == UInt8(ascii: " ")
      && AccessTail.loneNumber(in: agent) != nil
  }
}

/// The times found in a tail so far, in seconds; NaN where there is none.
private struct Times {
  var longest = Double.nan
  var upstream = Double.nan
  private(set) var isInList = false
  private var sum = Double.nan

  mutating func single(_ seconds: Double, isQuoted: Bool) {
    if longest != longest {
      longest = seconds
    } else if seconds > longest, !isQuoted {
      upstream = longest
      longest = seconds
    } else {
      upstream = seconds
    }
  }

  /// One element of a list, or a whole list in quotes.
  mutating func list(_ text: Bytes, continues: Bool) {
    var rest = ByteScanner(text)
    while !rest.isAtEnd {
      let start = rest.position
      while !rest.isAtEnd, rest.next != UInt8(ascii: ","), !rest.next.isBlank {
        rest.position &+= 1
      }
      if let seconds = AccessTail.seconds(text.part(start, rest.position)) {
        sum = (sum == sum ? sum : 0) + seconds
      }
      rest.position &+= 1
    }
    isInList = continues
    if !continues {
      if sum == sum { upstream = sum }
      sum = .nan
    }
  }
}
