/// Reads Apache's `LogFormat` notation, which lighttpd and aiohttp share: `%h`, `%>s`, `%{ms}T`.
///
/// Source: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
enum ApacheLayout {
  /// The pattern of a layout without its quotes.
  ///
  /// With `isExact`, `%D` and `%{ms}T` must be whole numbers. Apache's `%t` is when a request came, which
  /// `isStampedAtStart` says; lighttpd's is when it was answered.
  static func pattern(
    _ source: LayoutSource, isExact: Bool = false, isStampedAtStart: Bool = true
  ) throws(LayoutError) -> LayoutPattern {
    var source = source
    var layout = LayoutBuilder()
    let isEndAsked = String(decoding: source.bytes, as: UTF8.self).contains("%{end:")
    while !source.isAtEnd {
      let column = source.column
      if source.next == UInt8(ascii: "\\"), let byte = escaped(source.peek(1)) {
        layout.add(literal: byte)
        source.position += 2
      } else if source.take(UInt8(ascii: "%")) {
        try directive(&source, column, isExact, &layout)
      } else {
        layout.add(literal: source.next)
        source.position += 1
      }
    }
    var pattern = try layout.finish(column: source.column)
    pattern.isStampedAtStart = isStampedAtStart && !isEndAsked
    return pattern
  }

  /// A pattern of our own, which has no mistakes.
  static func pattern(_ layout: String, isStampedAtStart: Bool = true) -> LayoutPattern {
    do {
      return try pattern(
        LayoutSource(layout), isExact: true, isStampedAtStart: isStampedAtStart)
    } catch {
      preconditionFailure("\(layout): \(error)")
    }
  }

  private static func escaped(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    default: nil
    }
  }

  /// What stands after a `%`: `>s`, `!200,304{Referer}i`, `{ms}T`, `^FB`, `%`.
  private static func directive(
    _ source: inout LayoutSource, _ column: Int, _ isExact: Bool, _ layout: inout LayoutBuilder
  ) throws(LayoutError) {
    _ = source.take { "!<>,".utf8.contains($0) || $0.isDigit }
    var name: String?
    let nameColumn = source.column + 1
    if source.take(UInt8(ascii: "{")) {
      name = source.upTo(UInt8(ascii: "}"))
      guard name != nil else {
        throw LayoutError("`%{` is never closed", column: column, hint: "add `}` and a letter")
      }
    }
    guard !source.isAtEnd else {
      throw LayoutError("nothing after `%`", column: column, hint: "write %% for the character")
    }
    let letter = source.next
    source.position += 1
    if letter == UInt8(ascii: "%") { return layout.add(literal: letter) }
    if letter == UInt8(ascii: "^") {
      // `%^FB`, `%{name}^ti` and `%{name}^to`.
      guard source.peek(0).isLetter, source.peek(1).isLetter else {
        throw LayoutError("`%^` needs two letters", column: column)
      }
      source.position += 2
      return try layout.add(.skipped, column: column)
    }
    guard letter.isLetter else {
      let shown = DisplayText(String(decoding: [letter], as: UTF8.self))
      throw LayoutError("`%\(shown)` is not known", column: column, hint: "write %% for `%`")
    }
    if letter == UInt8(ascii: "t") { return try stamp(name, nameColumn, column, &layout) }
    let field = try field(letter, name, column, isExact: isExact)
    // aiohttp's `%Tf` is a fraction of seconds.
    if letter == UInt8(ascii: "T"), name == nil { _ = source.take(UInt8(ascii: "f")) }
    try layout.add(field, column: column)
  }

  private static func field(
    _ letter: UInt8, _ name: String?, _ column: Int, isExact: Bool
  ) throws(LayoutError) -> LayoutField {
    switch letter {
    case UInt8(ascii: "h"), UInt8(ascii: "a"): return .client
    case UInt8(ascii: "u"): return .user
    case UInt8(ascii: "r"): return .request
    case UInt8(ascii: "m"): return .method
    case UInt8(ascii: "U"): return .target
    case UInt8(ascii: "q"): return .arguments
    case UInt8(ascii: "s"): return .status
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "O"): return .bytesSent
    case UInt8(ascii: "v"), UInt8(ascii: "V"), UInt8(ascii: "p"): return .host
    case UInt8(ascii: "P"): return name == nil || name == "pid" ? .processID : .skipped
    case UInt8(ascii: "k"), UInt8(ascii: "l"): return .skipped
    case UInt8(ascii: "L"): return .requestID
    case UInt8(ascii: "D"): return .seconds(unit: 1e-6, digits: isExact ? .whole : .any)
    case UInt8(ascii: "T"):
      switch name ?? "s" {
      case "s", "sec": return .seconds(unit: 1, digits: .any)
      case "ms", "msec": return .seconds(unit: 1e-3, digits: isExact ? .whole : .any)
      case "us", "usec": return .seconds(unit: 1e-6, digits: .any)
      case "ns", "nsec": return .seconds(unit: 1e-9, digits: .any)
      default:
        throw LayoutError(
          "`\(DisplayText(name ?? ""))` is not a unit of %T", column: column,
          hint: "units are s, ms and us")
      }
    case UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "e"), UInt8(ascii: "n"),
      UInt8(ascii: "x"):
      return named(name ?? "")
    default: return .skipped
    }
  }

  /// Headers, notes and environment variables that carry an id.
  static func named(_ name: String) -> LayoutField {
    switch name.lowercased() {
    case "x-request-id", "unique_id", "request_id", "x-correlation-id", "request-id": .requestID
    case "traceparent", "x-trace-id", "trace_id", "x-b3-traceid": .traceID
    case "user-agent": .agent
    case "x-user-id": .user
    case "x-session-id", "sessionid", "jsessionid", "phpsessid": .session
    case "x-cache", "x-cache-status", "cache-status": .cache
    default: .skipped
    }
  }

  /// `%t`, `%{sec}t`, `%{msec_frac}t`, `%{end:%Y-%m-%dT%H:%M:%S}t`.
  private static func stamp(
    _ name: String?, _ nameColumn: Int, _ column: Int, _ layout: inout LayoutBuilder
  ) throws(LayoutError) {
    guard var notation = name, !notation.isEmpty else {
      layout.add(literal: UInt8(ascii: "["))
      try layout.add(.time, column: column)
      return layout.add(literal: UInt8(ascii: "]"))
    }
    var start = nameColumn
    for mark in ["begin:", "end:"] where notation.hasPrefix(mark) {
      notation.removeFirst(mark.count)
      start += mark.count
    }
    switch notation {
    case "sec": try layout.add(.stampPart(.epoch(perSecond: 1)), column: column)
    case "msec": try layout.add(.stampPart(.epoch(perSecond: 1000)), column: column)
    case "usec": try layout.add(.stampPart(.epoch(perSecond: 1_000_000)), column: column)
    case "msec_frac": try layout.add(.stampPart(.fraction(digits: 3)), column: column)
    case "usec_frac": try layout.add(.stampPart(.fraction(digits: 6)), column: column)
    default: try StampNotation.add(LayoutSource(notation, column: start), to: &layout)
    }
  }
}
