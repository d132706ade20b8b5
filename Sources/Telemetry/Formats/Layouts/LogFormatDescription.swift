/// Tells apart the notations in which a user may describe the lines of a log.
///
/// `nginx:$remote_addr ...`, `apache:%h ...`, `gunicorn:%(h)s ...`, `goaccess:%h %^[%d ...` and
/// `regex:(?<path>...)`, or without the word in front when the text itself shows which it is. A
/// whole directive, `log_format main '...' '...';` or `LogFormat "..." name`, is taken as it stands.
package enum LogFormatDescription {
  private enum Notation: String, CaseIterable {
    case nginx, apache, lighttpd, gunicorn, goaccess, regex
  }

  /// Whether `text` means a description rather than the name of a format.
  package static func isMeant(by text: String) -> Bool {
    notation(of: LayoutSource(text)) != nil
  }

  /// The format that `text` describes; `name` is what the user calls it, or empty.
  package static func format(
    named name: String = "", from text: String
  ) throws(LayoutError) -> any LogFormat {
    var source = LayoutSource(text)
    source.skipSpace()
    guard let notation = notation(of: source) else {
      throw LayoutError(
        "neither $name (nginx), %x (Apache) nor (?<name>..) is in this layout",
        column: source.column, hint: "copy the log_format or LogFormat of the server")
    }
    takePrefix(notation, &source)
    if notation == .regex {
      return try ExpressionFormat(
        String(decoding: source.bytes[source.position...], as: UTF8.self),
        label: label(notation, name, ""), column: source.column)
    }
    let directive = try takeDirective(&source)
    if isJSON(directive.body) { return JSONAccessFormat() }
    let label = label(notation, name, directive.name)
    switch notation {
    case .nginx:
      return LayoutFormat<FrontServer>(try NginxLayout.pattern(directive.body), label: label)
    case .goaccess:
      return LayoutFormat<FrontServer>(try GoAccessLayout.pattern(directive.body), label: label)
    case .gunicorn:
      return LayoutFormat<GunicornServer>(try GunicornLayout.pattern(directive.body), label: label)
    case .apache, .lighttpd, .regex:
      let pattern = try ApacheLayout.pattern(
        directive.body, isStampedAtStart: notation == .apache)
      return LayoutFormat<FrontServer>(pattern, label: label)
    }
  }

  /// `nginx:main`, `apache:custom`, or the name that the user gave.
  private static func label(
    _ notation: Notation, _ given: String, _ own: String
  ) -> DisplayText {
    if !given.isEmpty { return DisplayText(given) }
    return DisplayText("\(notation.rawValue):\(own.isEmpty ? "custom" : own)")
  }

  /// The notation that is named in front or that shows.
  private static func notation(of source: LayoutSource) -> Notation? {
    let text = String(decoding: source.bytes[source.position...], as: UTF8.self)
    for notation in Notation.allCases where text.hasPrefix(notation.rawValue + ":") {
      return notation
    }
    if text.contains("(?<") || text.contains("(?P<") { return .regex }
    if text.hasPrefix("log_format") { return .nginx }
    if text.hasPrefix("LogFormat") { return .apache }
    if text.hasPrefix("accesslog.format") { return .lighttpd }
    if text.contains("%(") { return .gunicorn }
    if hasVariable(text, after: "$") { return .nginx }
    guard hasVariable(text, after: "%") else { return nil }
    let isGoAccess =
      text.contains("%d:%t") || text.contains("%d %t") || text.contains("%x ")
      || text.contains("%^[") || text.contains("%^ ") || text.contains("%^]")
    return isGoAccess ? .goaccess : .apache
  }

  /// Whether a letter or a bracket follows `mark` anywhere.
  private static func hasVariable(_ text: String, after mark: Character) -> Bool {
    var isMarked = false
    for character in text {
      if isMarked, character.isLetter || "{>^".contains(character) { return true }
      isMarked = character == mark
    }
    return false
  }

  private static func takePrefix(_ notation: Notation, _ source: inout LayoutSource) {
    let prefix = Array((notation.rawValue + ":").utf8)
    if source.bytes[source.position...].starts(with: prefix) { source.position += prefix.count }
  }

  /// The body of a whole directive, or of what stands there in its place, without its quotes.
  private static func takeDirective(
    _ source: inout LayoutSource
  ) throws(LayoutError) -> (name: String, body: LayoutSource) {
    var rest = source
    rest.skipSpace()
    let start = rest
    let word = rest.take { $0.isWord || $0 == UInt8(ascii: ".") }
    var name = ""
    switch word {
    case "log_format":
      rest.skipSpace()
      name = rest.take { $0 != 0x20 && !(0x09...0x0D).contains($0) }
      rest.skipSpace()
      var ahead = rest
      if ahead.take(while: { $0.isLetter }) == "escape", ahead.take(UInt8(ascii: "=")) {
        _ = ahead.take(while: \.isLetter)
        rest = ahead
      }
    case "LogFormat": break
    case "accesslog.format", "access_log_format":
      rest.skipSpace()
      _ = rest.take(UInt8(ascii: "="))
    default: rest = start
    }
    let isDirective = rest.position > start.position
    guard let body = try rest.unquoted() else {
      guard !isDirective else {
        throw LayoutError("the layout is not in quotes", column: rest.column)
      }
      return (name, LayoutSource(rest: start))
    }
    let nickname = rest.take { $0.isWord || $0 == UInt8(ascii: "-") }
    rest.skipSpace()
    _ = rest.take(UInt8(ascii: ";"))
    rest.skipSpace()
    guard rest.isAtEnd else {
      // `"$request" $status` only begins like a text in quotes.
      guard isDirective else { return (name, LayoutSource(rest: start)) }
      throw LayoutError("text after the layout", column: rest.column)
    }
    return (name.isEmpty ? nickname : name, body)
  }

  /// Whether the lines will be JSON objects.
  private static func isJSON(_ body: LayoutSource) -> Bool {
    var body = body
    body.skipSpace()
    guard body.take(UInt8(ascii: "{")) else { return false }
    body.skipSpace()
    return body.next == UInt8(ascii: "\"")
  }
}
