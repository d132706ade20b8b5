/// A label set as the strict grammars have it, unescaped.
struct StrictLabels {
  /// Which liberties the grammar of text 0.0.4 allows and that of OpenMetrics does not.
  enum Grammar { case openMetrics, prometheus }

  /// The metric name, where it stood in quotes among the labels.
  var quotedName: String?
  var labels: [String: String] = [:]

  /// Reads from the opening brace to the closing one.
  init(_ scanner: inout ByteScanner, _ grammar: Grammar, allowsName: Bool) throws(Flaw) {
    guard scanner.take(UInt8(ascii: "{")) else { throw Flaw("expected '{'") }
    let isLenient = grammar == .prometheus
    if isLenient { scanner.skipBlanks() }
    if scanner.take(UInt8(ascii: "}")) { return }
    while true {
      try readTerm(&scanner, grammar, allowsName: allowsName)
      if isLenient { scanner.skipBlanks() }
      if scanner.take(UInt8(ascii: "}")) { return }
      guard scanner.take(UInt8(ascii: ",")) else {
        throw Flaw(
          scanner.isAtEnd ? "the label list is not closed" : "expected ',' or '}' after a label")
      }
      if isLenient {
        scanner.skipBlanks()
        if scanner.take(UInt8(ascii: "}")) { return }
      }
    }
  }

  private mutating func readTerm(
    _ scanner: inout ByteScanner, _ grammar: Grammar, allowsName: Bool
  ) throws(Flaw) {
    let isQuoted = scanner.next == UInt8(ascii: "\"")
    let key: String
    if isQuoted {
      key = try StrictLabels.quoted(&scanner, grammar)
      if key.isEmpty { throw Flaw("an empty name in quotes") }
    } else {
      key = StrictLabels.name(&scanner, allowsColon: false)
      if key.isEmpty { throw Flaw("no valid label name") }
    }
    if grammar == .prometheus { scanner.skipBlanks() }
    guard scanner.take(UInt8(ascii: "=")) else {
      guard isQuoted, allowsName, quotedName == nil else {
        throw Flaw("expected '=' after a label name")
      }
      quotedName = key
      return
    }
    if grammar == .prometheus { scanner.skipBlanks() }
    guard scanner.next == UInt8(ascii: "\"") else {
      throw Flaw("a label value must stand in double quotes")
    }
    let value = try StrictLabels.quoted(&scanner, grammar)
    if key == "__name__" { throw Flaw("the label name __name__ is reserved") }
    guard labels.updateValue(value, forKey: key) == nil else {
      throw Flaw(DisplayText("the label \(key) stands twice"))
    }
  }

  /// Takes a run of name characters; empty when there is none.
  static func name(_ scanner: inout ByteScanner, allowsColon: Bool) -> String {
    let start = scanner.position
    while isNameByte(scanner.next, isFirst: scanner.position == start, allowsColon) {
      scanner.position += 1
    }
    return String(decoding: scanner.bytes.part(start, scanner.position), as: UTF8.self)
  }

  static func isNameByte(_ byte: UInt8, isFirst: Bool, _ allowsColon: Bool) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      || (allowsColon && byte == UInt8(ascii: ":")) || (!isFirst && byte.isDigit)
  }

  /// Takes a string in quotes; text 0.0.4 knows three escapes, OpenMetrics lets others stand.
  static func quoted(_ scanner: inout ByteScanner, _ grammar: Grammar) throws(Flaw) -> String {
    guard let raw = scanner.quoted() else { throw Flaw("a quote is not closed") }
    if grammar == .prometheus { try checkEscapes(raw) }
    return MetricLabels.unescaped(raw)
  }

  /// Refuses what text 0.0.4 does not know as an escape.
  static func checkEscapes(_ text: Bytes) throws(Flaw) {
    var at = 0
    while let slash = text.find(UInt8(ascii: "\\"), from: at) {
      guard slash + 1 < text.count, [0x6E, 0x5C, 0x22].contains(text[slash + 1]) else {
        throw Flaw("an unknown escape: only \\\\, \\\" and \\n are allowed")
      }
      at = slash + 2
    }
  }
}
