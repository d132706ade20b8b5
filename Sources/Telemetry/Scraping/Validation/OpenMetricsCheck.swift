/// Holds the lines of one exposition to OpenMetrics 1.0.
struct OpenMetricsCheck {
  private var family: OpenMetricsFamily?
  private var usedNames = Set<String>()
  private var hasEnded = false
  private var line = 0

  mutating func read(_ text: Bytes) throws(Flaw) {
    line += 1
    if hasEnded { throw Flaw("text after # EOF") }
    if text.isEmpty { throw Flaw("a blank line") }
    if text.last == 0x0D { throw Flaw("a carriage return at the end of the line") }
    if text.equals("# EOF") {
      try closeFamily()
      hasEnded = true
    } else if text.first == UInt8(ascii: "#") {
      try readMetadata(text)
    } else {
      try readSample(StrictSample(openMetrics: text))
    }
  }

  mutating func finish(isCut: Bool) throws(Flaw) {
    if !hasEnded { throw Flaw("no # EOF at the end") }
  }

  private mutating func readMetadata(_ text: Bytes) throws(Flaw) {
    var scanner = ByteScanner(text)
    let isHelp = scanner.take("# HELP ")
    let isType = !isHelp && scanner.take("# TYPE ")
    let isUnit = !isHelp && !isType && scanner.take("# UNIT ")
    guard isHelp || isType || isUnit else {
      throw Flaw("a comment that is not HELP, TYPE, UNIT or EOF")
    }
    var name = StrictLabels.name(&scanner, allowsColon: true)
    if name.isEmpty, scanner.next == UInt8(ascii: "\"") {
      name = try StrictLabels.quoted(&scanner, .openMetrics)
    }
    if name.isEmpty { throw Flaw("no valid metric name") }
    guard scanner.take(0x20) else { throw Flaw("expected a blank after the metric name") }
    if family?.name != name {
      try closeFamily()
      family = OpenMetricsFamily(name: name, line: line)
    } else if family?.hasSamples == true {
      throw Flaw("metadata after samples of the family")
    }
    let rest = scanner.rest
    if isHelp { try family?.setHelp(rest) }
    if isType { try family?.setType(rest) }
    if isUnit { try family?.setUnit(rest) }
  }

  private mutating func readSample(_ sample: StrictSample) throws(Flaw) {
    if family?.owns(sample.name) != true {
      try closeFamily()
      family = OpenMetricsFamily(name: sample.name, line: line)
    }
    try family?.add(sample)
  }

  private mutating func closeFamily() throws(Flaw) {
    guard var closing = family else { return }
    family = nil
    try closing.close()
    for name in closing.sampleNames where !usedNames.insert(name).inserted {
      throw Flaw(
        DisplayText("the name \(name) belongs to an earlier family, or clashes with one"),
        line: closing.line)
    }
  }
}
