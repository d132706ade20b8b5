/// Tells apart the notations in which a user may describe the lines of a log.
///
/// `nginx:$remote_addr ...`, `apache:%h ...`, `gunicorn:%(h)s ...`, `goaccess:%h %^[%d ...` and
/// `regex:(?<path>...)`, or without the word in front when the text itself shows which it is. A
/// whole directive, `log_format main '...' '...';` or `LogFormat "..." name`, is taken as it stands,
/// also with what stands around it in the configuration (see `LayoutDirective`).
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
    let (own, body) = try layout(in: source)
    let label = label(notation, name, own)
    let pattern: LayoutPattern
    do {
      pattern = try self.pattern(notation, body)
    } catch {
      // What variables stand for is of no importance where keys have names.
      if isJSON(body) { return JSONAccessFormat() }
      throw error
    }
    return notation == .gunicorn
      ? format(GunicornServer.self, pattern, isJSON: isJSON(body), label)
      : format(FrontServer.self, pattern, isJSON: isJSON(body), label)
  }

  private static func pattern(
    _ notation: Notation, _ body: LayoutSource
  ) throws(LayoutError) -> LayoutPattern {
    switch notation {
    case .nginx: try NginxLayout.pattern(body)
    case .goaccess: try GoAccessLayout.pattern(body)
    case .gunicorn: try GunicornLayout.pattern(body)
    case .apache, .lighttpd, .regex:
      try ApacheLayout.pattern(body, isStampedAtStart: notation == .apache)
    }
  }

  private static func format<Server: LayoutServer>(
    _ server: Server.Type, _ pattern: LayoutPattern, isJSON: Bool, _ label: DisplayText
  ) -> any LogFormat {
    if isJSON { return JSONLayoutFormat<Server>(pattern, label: label) }
    return LayoutFormat<Server>(pattern, label: label)
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
    switch LayoutDirective.keyword(in: text) {
    case .nginx: return .nginx
    case .apache: return .apache
    case .lighttpd: return .lighttpd
    // aiohttp's has the notation of Apache.
    case .gunicorn, nil: break
    }
    if text.contains("(?<") || text.contains("(?P<") { return .regex }
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

  /// The body of a directive in `source`, or of what stands there in its place, without its quotes.
  private static func layout(
    in source: LayoutSource
  ) throws(LayoutError) -> (name: String, body: LayoutSource) {
    var rest = source
    rest.skipSpace()
    let text = String(decoding: rest.bytes[rest.position...], as: UTF8.self)
    if LayoutDirective.keyword(in: text) != nil,
      let directive = try LayoutDirective.first(in: rest)
    {
      return (directive.name, directive.body)
    }
    let start = rest
    guard let body = try rest.unquoted() else { return ("", LayoutSource(rest: start)) }
    rest.skipSpace()
    let nickname = rest.take { $0.isWord || $0 == UInt8(ascii: "-") }
    rest.skipSpace()
    _ = rest.take(UInt8(ascii: ";"))
    rest.skipSpace()
    // `"$request" $status` only begins like a text in quotes.
    return rest.isAtEnd ? (nickname, body) : ("", LayoutSource(rest: start))
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
