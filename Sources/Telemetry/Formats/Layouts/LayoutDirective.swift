/// The directive that describes log lines, in what a user copied out of a server's configuration.
///
///     # the log of the shop                                            passed over, like all but
///     log_format timed '$remote_addr [$time_local] "$request" '        ← the first such directive,
///                      '$status $request_time';  # in seconds          or, if there are several,
///     access_log /var/log/nginx/access.log timed;                      ← that which a log uses
struct LayoutDirective {
  /// The words that such directives begin with.
  enum Keyword: String, CaseIterable {
    case nginx = "log_format"
    case apache = "LogFormat"
    case lighttpd = "accesslog.format"
    case gunicorn = "access_log_format"

    /// Whether a semicolon rather than the end of the line ends its directives.
    fileprivate var endsInSemicolon: Bool { self == .nginx }
  }

  /// The name that the layout has in the configuration; empty where it has none.
  let name: String
  /// The layout without its quotes.
  let body: LayoutSource

  /// The keyword of the first directive of the kind in `text`, if there is one.
  static func keyword(in text: String) -> Keyword? {
    for statement in text.split(whereSeparator: { $0.isNewline || ";{}".contains($0) }) {
      let words = statement.drop(while: \.isWhitespace)
      for keyword in Keyword.allCases where words.hasPrefix(keyword.rawValue) {
        guard let next = words.dropFirst(keyword.rawValue.count).first,
          next.isWhitespace || "='\"".contains(next)
        else { continue }
        return keyword
      }
    }
    return nil
  }

  /// The directive in `source`; `nil` where there is none.
  static func first(in source: LayoutSource) throws(LayoutError) -> LayoutDirective? {
    var rest = source
    var found: [LayoutDirective] = []
    var used: Set<String> = []
    rest.skipComments()
    while !rest.isAtEnd {
      let word = rest.take { $0.isWord || $0 == UInt8(ascii: ".") }
      if let keyword = Keyword(rawValue: word) {
        found.append(try directive(keyword, &rest))
      } else if word == "access_log" || word == "CustomLog" {
        if let name = format(ofLog: &rest) { used.insert(name) }
      } else {
        skipStatement(&rest)
      }
      rest.skipComments()
    }
    return found.first { used.contains($0.name) } ?? found.first
  }

  /// Takes what stands behind the keyword, up to the end of the directive.
  private static func directive(
    _ keyword: Keyword, _ rest: inout LayoutSource
  ) throws(LayoutError) -> LayoutDirective {
    rest.skipComments()
    var name = ""
    switch keyword {
    case .nginx:
      name = rest.take { !$0.isSpace }
      rest.skipComments()
      var ahead = rest
      if ahead.take(while: { $0.isLetter }) == "escape", ahead.take(UInt8(ascii: "=")) {
        _ = ahead.take(while: \.isLetter)
        rest = ahead
      }
    case .apache: break
    case .lighttpd, .gunicorn: _ = rest.take(UInt8(ascii: "="))
    }
    rest.skipComments()
    guard let body = try rest.unquoted(hasComments: true) else {
      throw LayoutError("the layout is not in quotes", column: rest.column)
    }
    if keyword == .apache { name = rest.take { $0.isWord || $0 == UInt8(ascii: "-") } }
    if keyword.endsInSemicolon { rest.skipComments() } else { rest.skipBlanks() }
    guard rest.take(UInt8(ascii: ";")) || rest.isAtEnd || rest.isAtLineEnd else {
      throw LayoutError("text after the layout", column: rest.column)
    }
    return LayoutDirective(name: name, body: body)
  }

  /// The second argument of `access_log` or `CustomLog`, which names the format.
  private static func format(ofLog rest: inout LayoutSource) -> String? {
    var arguments: [String] = []
    while arguments.count < 2 {
      rest.skipBlanks()
      let quote = rest.next
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        rest.position += 1
        arguments.append(rest.take { $0 != quote && $0 != 0x0A })
        _ = rest.take(quote)
      } else {
        let argument = rest.take { !$0.isSpace && $0 != UInt8(ascii: ";") }
        if argument.isEmpty { break }
        arguments.append(argument)
      }
    }
    skipStatement(&rest)
    return arguments.count == 2 ? arguments[1] : nil
  }

  /// Moves past a directive of another kind: to the end of its line, or past `;`, `{` or `}`.
  private static func skipStatement(_ rest: inout LayoutSource) {
    var quote: UInt8 = 0
    while !rest.isAtEnd {
      let byte = rest.next
      rest.position += 1
      if byte == 0x0A { return }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{")
        || byte == UInt8(ascii: "}")
      {
        return
      }
    }
  }
}
