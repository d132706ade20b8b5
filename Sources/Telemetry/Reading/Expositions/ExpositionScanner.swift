import Glibc

/// What the `# TYPE` line of a family says.
package enum MetricType: UInt8, Hashable, Sendable {
  /// `untyped` of the text format is `unknown`.
  case unknown, counter, gauge, histogram, summary, gaugeHistogram, info, stateSet

  /// The type of a name as written in text or OpenMetrics.
  init?(_ word: Bytes) {
    switch String(decoding: word, as: UTF8.self).lowercased() {
    case "counter": self = .counter
    case "gauge": self = .gauge
    case "histogram": self = .histogram
    case "summary": self = .summary
    case "untyped", "unknown": self = .unknown
    case "gaugehistogram": self = .gaugeHistogram
    case "info": self = .info
    case "stateset": self = .stateSet
    default: return nil
    }
  }
}

/// One sample as it stands in the body.
package struct ExpositionSample {
  /// Name and labels as written; the identity of the series.
  package var series: Bytes
  /// NaN and infinities are passed on as they are written.
  package var value: Double
  /// Seconds since 1970; NaN when the line has no time stamp.
  package var timestampSeconds: Double
  /// Unix time at which the series began to count (`st@` of OpenMetrics 2.0); else NaN.
  package var startSeconds = Double.nan
}

/// Reads Prometheus text (0.0.4, 1.0) and OpenMetrics (1.0, 2.0) line by line, leniently.
///
/// One grammar covers all: blank lines, any white space, trailing commas, a missing last line
/// end, late or repeated `# TYPE` lines and carriage returns all pass; exemplars are skipped.
/// A line that cannot be read costs that line. The formats differ in one point that cannot be
/// seen in a line, the unit of time stamps (milliseconds, or seconds in OpenMetrics).
package struct ExpositionScanner {
  /// What one line turned out to be.
  package enum Item {
    /// One line with its value.
    case sample(ExpositionSample)
    /// A histogram or summary in one piece; the value of the sample is NaN.
    case composite(ExpositionSample, value: Bytes)
    /// A `# TYPE` line; it may come after samples of its family.
    case type(name: Bytes, MetricType)
    /// A `# UNIT` line, which only OpenMetrics has.
    case unit(name: Bytes, unit: Bytes)
    /// `# EOF`: the body is whole.
    case endMark
    /// A line that is left out, with what is wrong with it.
    case bad(ExpositionFault, line: Bytes)
  }

  let body: Bytes
  let isOpenMetrics: Bool
  /// Where the next line starts.
  var position: Int
  /// Number of the line `next` returned last, from 1.
  package var line = 0

  /// A reader at the start of a body.
  package init(_ body: Bytes, isOpenMetrics: Bool) {
    self.body = body
    self.isOpenMetrics = isOpenMetrics
    let hasMark = body.count >= 3 && body[0] == 0xEF && body[1] == 0xBB && body[2] == 0xBF
    position = hasMark ? 3 : 0
  }

  /// The next line that says something; `nil` at the end of the body.
  package mutating func next() -> Item? {
    while position < body.count {
      line += 1
      var text = takeLine()
      while let first = text.first, MetricLabels.isBlank(first) {
        text = Bytes(rebasing: text[1...])
      }
      guard let first = text.first else { continue }
      if first != UInt8(ascii: "#") { return sample(text) }
      if let item = comment(text) { return item }
    }
    return nil
  }

  /// The bytes up to the next line end, without carriage returns before it.
  private mutating func takeLine() -> Bytes {
    let rest = Bytes(rebasing: body[position...])
    var length = rest.count
    if let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) {
      length = UnsafeRawPointer(found) - base
    }
    position += min(length + 1, rest.count)
    while length > 0, rest[length - 1] == 0x0D { length -= 1 }
    return Bytes(rebasing: rest[..<length])
  }

  private func sample(_ text: Bytes) -> Item {
    let length: Int
    switch MetricLabels.length(of: text) {
    case .success(let found): length = found
    case .failure(let fault): return .bad(fault, line: text)
    }
    if let value = plainValue(text, after: length) {
      return .sample(
        ExpositionSample(
          series: Bytes(rebasing: text[..<length]), value: value, timestampSeconds: .nan))
    }
    var rest = Words(text, from: length)
    guard let word = rest.next() else { return .bad(.noValue, line: text) }
    if rest.start == length, length < text.count {
      return .bad(.badName, line: text)
    }
    var sample = ExpositionSample(
      series: Bytes(rebasing: text[..<length]), value: .nan, timestampSeconds: .nan)
    if word.first == UInt8(ascii: "{") {
      guard let close = text.find(UInt8(ascii: "}"), from: rest.start) else {
        return .bad(.badComposite, line: text)
      }
      let value = text.part(rest.start, close + 1)
      rest = Words(text, from: close + 1)
      if let fault = readTimes(&rest, into: &sample) { return .bad(fault, line: text) }
      return .composite(sample, value: value)
    }
    guard let number = ExpositionNumber.parse(word) else { return .bad(.badValue, line: text) }
    sample.value = number
    if let fault = readTimes(&rest, into: &sample) { return .bad(fault, line: text) }
    return .sample(sample)
  }

  /// The value of a line that has one blank, a plain decimal and nothing else after its series.
  @inline(__always)
  private func plainValue(_ text: Bytes, after length: Int) -> Double? {
    guard let start = text.baseAddress, length < text.count, text[length] == 0x20 else {
      return nil
    }
    var position = length + 1
    let value = ExpositionNumber.scan(
      start.assumingMemoryBound(to: UInt8.self), &position, text.count)
    return position == text.count ? value : nil
  }

  /// Reads what may follow a value: a time stamp, a start time, and exemplars, which are skipped.
  private func readTimes(
    _ rest: inout Words, into sample: inout ExpositionSample
  ) -> ExpositionFault? {
    var isFirst = true
    while let word = rest.next(), word.first != UInt8(ascii: "#") {
      if ExpositionScanner.isStartTime(word) {
        sample.startSeconds = ExpositionNumber.parse(word.from(3)) ?? .nan
      } else if isFirst {
        guard let written = ExpositionNumber.parse(word) else { return .badTimestamp }
        sample.timestampSeconds = isOpenMetrics || word.contains(0x2E) ? written : written / 1000
      } else {
        return .trailingText
      }
      isFirst = false
    }
    return nil
  }

  /// Whether a word is the start time of OpenMetrics 2.0 (`st@1700000000.1`).
  private static func isStartTime(_ word: Bytes) -> Bool {
    word.count > 3 && word[0] == 0x73 && word[1] == 0x74 && word[2] == 0x40
  }

  private func comment(_ text: Bytes) -> Item? {
    // HELP is by far the commonest comment and says nothing that is needed.
    if text.count > 2, text[2] == UInt8(ascii: "H") { return nil }
    var words = Words(text, from: 1)
    guard let keyword = words.next() else { return nil }
    switch String(decoding: keyword, as: UTF8.self) {
    case "EOF": return .endMark
    case "TYPE":
      guard let name = words.next(), let word = words.next() else { return nil }
      guard let type = MetricType(word) else { return .bad(.badType, line: text) }
      return .type(name: ExpositionScanner.unquoted(name), type)
    case "UNIT":
      guard let name = words.next(), let unit = words.next() else { return nil }
      return .unit(name: ExpositionScanner.unquoted(name), unit: unit)
    default: return nil
    }
  }

  private static func unquoted(_ name: Bytes) -> Bytes {
    guard name.count >= 2, name.first == 0x22, name.last == 0x22 else { return name }
    return Bytes(rebasing: name[1..<(name.count - 1)])
  }

  /// Words between blanks, from some point of a line on.
  private struct Words {
    private let text: Bytes
    private var position: Int
    /// Where the last word started.
    private(set) var start: Int

    init(_ text: Bytes, from position: Int) {
      self.text = text
      self.position = position
      start = position
    }

    mutating func next() -> Bytes? {
      while position < text.count, MetricLabels.isBlank(text[position]) { position += 1 }
      guard position < text.count else { return nil }
      start = position
      // A quoted family name may hold blanks.
      var isQuoted = false
      while position < text.count, isQuoted || !MetricLabels.isBlank(text[position]) {
        if text[position] == 0x22 { isQuoted.toggle() }
        position += 1
      }
      return Bytes(rebasing: text[start..<position])
    }
  }
}
