/// The numbers of the strict grammars.
enum StrictNumber {
  /// A value of OpenMetrics: a decimal, `Inf` or `Infinity` with a sign or without, or `NaN`.
  static func openMetrics(_ word: Bytes) -> Double? {
    if isDecimal(word) { return finite(word) }
    return special(word, allowsInfinity: true)
  }

  /// A time stamp of OpenMetrics: a decimal.
  static func timestamp(_ word: Bytes) -> Double? { isDecimal(word) ? finite(word) : nil }

  /// A value of text 0.0.4, as Go's `ParseFloat` reads it, without hexadecimals and `_`.
  static func prometheus(_ word: Bytes) -> Double? { openMetrics(word) }

  /// Milliseconds of text 0.0.4: a 64-bit integer.
  static func milliseconds(_ word: Bytes) -> Int64? {
    Int64(String(decoding: word, as: UTF8.self))
  }

  private static func special(_ word: Bytes, allowsInfinity: Bool) -> Double? {
    if word.equalsAnyCase("nan") { return .nan }
    let isSigned = word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "+")
    let rest = isSigned ? word.from(1) : word
    guard rest.equalsAnyCase("inf") || rest.equalsAnyCase("infinity") else { return nil }
    return word.first == UInt8(ascii: "-") ? -.infinity : .infinity
  }

  /// The value, where it fits a double.
  private static func finite(_ word: Bytes) -> Double? {
    ExpositionNumber.parse(word).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func isDecimal(_ word: Bytes) -> Bool {
    var scanner = ByteScanner(word)
    if !scanner.take(UInt8(ascii: "-")) { _ = scanner.take(UInt8(ascii: "+")) }
    var digits = skipDigits(&scanner)
    if scanner.take(UInt8(ascii: ".")) { digits += skipDigits(&scanner) }
    guard digits > 0 else { return false }
    if scanner.next | 0x20 == UInt8(ascii: "e") {
      scanner.position += 1
      if !scanner.take(UInt8(ascii: "-")) { _ = scanner.take(UInt8(ascii: "+")) }
      guard skipDigits(&scanner) > 0 else { return false }
    }
    return scanner.isAtEnd
  }

  private static func skipDigits(_ scanner: inout ByteScanner) -> Int {
    let start = scanner.position
    while scanner.next.isDigit { scanner.position += 1 }
    return scanner.position - start
  }
}
