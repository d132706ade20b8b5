/// One sample line that follows the grammar of its format.
struct StrictSample {
  struct Exemplar {
    /// Code points of its label names and values.
    var length: Int
    var value: Double
  }

  var name = ""
  var labels: [String: String] = [:]
  var value = Double.nan
  /// In the unit of the format.
  var timestamp: Double?
  var exemplar: Exemplar?

  /// Reads a line of OpenMetrics: single blanks and nothing to spare.
  init(openMetrics line: Bytes) throws(Flaw) {
    var scanner = ByteScanner(line)
    try readSeries(&scanner, .openMetrics)
    guard scanner.take(0x20) else {
      throw Flaw(scanner.isAtEnd ? "no value" : "expected a blank and the value")
    }
    let word = scanner.word()
    guard let value = StrictNumber.openMetrics(word) else {
      throw Flaw("the value is not a number")
    }
    self.value = value
    if scanner.isAtEnd { return }
    guard scanner.take(0x20) else { throw Flaw("unexpected text after the value") }
    if scanner.next != UInt8(ascii: "#") {
      guard let time = StrictNumber.timestamp(scanner.word()) else {
        throw Flaw("the time stamp is not a number")
      }
      timestamp = time
      if scanner.isAtEnd { return }
      guard scanner.take(0x20) else { throw Flaw("unexpected text after the time stamp") }
    }
    exemplar = try StrictSample.exemplar(&scanner)
  }

  /// Reads a line of text 0.0.4: any blanks between the parts.
  init(prometheus line: Bytes) throws(Flaw) {
    var scanner = ByteScanner(line)
    scanner.skipBlanks()
    try readSeries(&scanner, .prometheus)
    scanner.skipBlanks()
    if scanner.isAtEnd { throw Flaw("no value") }
    guard let value = StrictNumber.prometheus(scanner.word()) else {
      throw Flaw("the value is not a number")
    }
    self.value = value
    scanner.skipBlanks()
    if scanner.isAtEnd { return }
    guard let time = StrictNumber.milliseconds(scanner.word()) else {
      throw Flaw("the time stamp is not a whole number of milliseconds")
    }
    timestamp = Double(time)
    scanner.skipBlanks()
    guard scanner.isAtEnd else { throw Flaw("unexpected text after the time stamp") }
  }

  private mutating func readSeries(
    _ scanner: inout ByteScanner, _ grammar: StrictLabels.Grammar
  ) throws(Flaw) {
    name = StrictLabels.name(&scanner, allowsColon: true)
    let start = scanner.position
    if grammar == .prometheus { scanner.skipBlanks() }
    if scanner.next == UInt8(ascii: "{") {
      let set = try StrictLabels(&scanner, grammar, allowsName: name.isEmpty)
      labels = set.labels
      if let quoted = set.quotedName { name = quoted }
      if name.isEmpty { throw Flaw("no metric name") }
    } else {
      if name.isEmpty { throw Flaw("no valid metric name") }
      guard scanner.position > start || scanner.isAtEnd || scanner.next.isBlank else {
        throw Flaw("a character that a metric name may not have")
      }
    }
  }

  private static func exemplar(_ scanner: inout ByteScanner) throws(Flaw) -> Exemplar {
    guard scanner.take("# ") else { throw Flaw("expected an exemplar, '# {'") }
    let set = try StrictLabels(&scanner, .openMetrics, allowsName: false)
    guard scanner.take(0x20), let value = StrictNumber.openMetrics(scanner.word()) else {
      throw Flaw("the exemplar has no value")
    }
    if !scanner.isAtEnd {
      guard scanner.take(0x20), StrictNumber.timestamp(scanner.word()) != nil, scanner.isAtEnd
      else {
        throw Flaw("the time stamp of the exemplar is not a number")
      }
    }
    let length = set.labels.reduce(0) {
      $0 + $1.key.unicodeScalars.count + $1.value.unicodeScalars.count
    }
    if length > 128 { throw Flaw("the labels of the exemplar have more than 128 code points") }
    return Exemplar(length: length, value: value)
  }

  /// The labels but one, as a key.
  func key(without label: String? = nil) -> String {
    labels.filter { $0.key != label }.sorted { $0.key < $1.key }
      .map { "\($0.key)\u{0}\($0.value)\u{1}" }.joined()
  }
}
