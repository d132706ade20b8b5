/// One label of a series as it was written, still escaped.
package struct MetricLabel {
  /// Without quotes; escaped where it was quoted and `hasEscapes`.
  package var name: Bytes
  /// Without its quotes, still escaped.
  package var value: Bytes
  /// Whether `value` (or a quoted `name`) holds a backslash and must be unescaped to be shown.
  package var hasEscapes: Bool
}

/// Why a line of an exposition was left out.
package enum ExpositionFault: String, Error, Hashable, Sendable {
  /// The line begins with nothing that can be a name, or a blank is missing after it.
  case badName = "no valid metric name"
  /// The line ends before the closing brace, as when the body was cut off.
  case openLabels = "the label list is not closed"
  /// A label lacks its `=`, its quotes or its name.
  case badLabel = "a label is not name=\"value\""
  /// Something other than `,` or `}` follows a value.
  case strayQuote = "text after a label's closing quote (an unescaped quote?)"
  /// Braces without a name before or in them.
  case noName = "a label list without a metric name"
  /// The line ends after the series.
  case noValue = "no value"
  /// The word after the series is no number.
  case badValue = "the value is not a number"
  /// The word after the value is no number.
  case badTimestamp = "the time stamp is not a number"
  /// More words follow than a time, a start time and an exemplar.
  case trailingText = "unexpected text after the value"
  /// A histogram in braces (OpenMetrics 2.0) that lacks a part.
  case badComposite = "a composite value that is not well formed"
  /// A `# TYPE` line with a word that is no type.
  case badType = "an unknown type"
}

/// The grammar of `name{label="value",...}` and of `{"quoted name",label="value"}`.
package enum MetricLabels {
  /// Length of the series that starts at the front of `text`, or what is wrong with it.
  ///
  /// A name is not held to Prometheus's alphabet strictly: dots, slashes, hyphens and anything
  /// beyond ASCII pass, since exporters that should quote such names do not always do so.
  @inline(__always)
  static func length(of text: Bytes) -> Result<Int, ExpositionFault> {
    var at = nameLength(text)
    if at == 0, text.first != UInt8(ascii: "{") { return .failure(.badName) }
    let nameEnd = at
    while at < text.count, isBlank(text[at]) { at += 1 }
    guard at < text.count, text[at] == UInt8(ascii: "{") else { return .success(nameEnd) }
    if at > nameEnd, nameEnd > 0, opensComposite(text, at) { return .success(nameEnd) }
    at += 1
    while let mark = first(of: UInt8(ascii: "\""), UInt8(ascii: "}"), in: text, from: at) {
      if text[mark] == UInt8(ascii: "}") { return .success(mark + 1) }
      var hasEscapes = false
      guard let close = closingQuote(text, from: mark + 1, &hasEscapes) else {
        return .failure(.openLabels)
      }
      at = close + 1
    }
    return .failure(.openLabels)
  }

  /// Whether a brace after a blank opens a value of OpenMetrics 2.0: no label has a colon.
  private static func opensComposite(_ text: Bytes, _ brace: Int) -> Bool {
    text.has("count:", at: brace + 1) || text.has("gcount:", at: brace + 1)
  }

  /// Calls `body` for each label and returns the metric name, or what is wrong.
  ///
  /// `series` is what `length(of:)` measured. One pass, nothing is allocated.
  @inline(__always)
  static func read(
    _ series: Bytes, _ body: (MetricLabel) -> Void
  ) -> Result<Bytes, ExpositionFault> {
    var at = nameLength(series)
    var name = Bytes(rebasing: series[..<at])
    skipBlanks(series, &at)
    guard at < series.count, series[at] == UInt8(ascii: "{") else {
      return name.isEmpty ? .failure(.badName) : .success(name)
    }
    at += 1
    while true {
      skipBlanks(series, &at)
      guard at < series.count else { return .failure(.openLabels) }
      if series[at] == UInt8(ascii: "}") { break }
      var hasEscapes = false
      guard let (key, keyIsQuoted) = readKey(series, &at, &hasEscapes) else {
        return .failure(.badLabel)
      }
      skipBlanks(series, &at)
      guard at < series.count else { return .failure(.openLabels) }
      if series[at] == UInt8(ascii: "=") {
        at += 1
        skipBlanks(series, &at)
        guard at < series.count, series[at] == UInt8(ascii: "\""),
          let close = closingQuote(series, from: at + 1, &hasEscapes)
        else { return .failure(.badLabel) }
        let value = Bytes(rebasing: series[(at + 1)..<close])
        at = close + 1
        body(MetricLabel(name: key, value: value, hasEscapes: hasEscapes))
      } else if keyIsQuoted, name.isEmpty {
        name = key
      } else {
        return .failure(.badLabel)
      }
      skipBlanks(series, &at)
      guard at < series.count else { return .failure(.openLabels) }
      if series[at] == UInt8(ascii: ",") {
        at += 1
      } else if series[at] != UInt8(ascii: "}") {
        return .failure(.strayQuote)
      }
    }
    return name.isEmpty ? .failure(.noName) : .success(name)
  }

  /// Label text without its escapes; an unknown escape keeps its backslash, as Prometheus does.
  package static func unescaped(_ text: Bytes) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      guard byte == UInt8(ascii: "\\"), at < text.count else {
        plain.append(byte)
        continue
      }
      let escape = text[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): plain.append(escape)
      default: plain += [byte, escape]
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Length of the unquoted metric or label name at the front of `text`.
  ///
  /// Looks at eight bytes at a time.
  @inline(__always)
  private static func nameLength(_ text: Bytes, from start: Int = 0) -> Int {
    var at = start
    while at &+ 8 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let others = otherBytes(word)
      if others != 0 {
        at &+= others.trailingZeroBitCount / 8
        return at > start && isLetter(text[start]) ? at &- start : 0
      }
      at &+= 8
    }
    while at < text.count, isNameByte(text[at]) { at &+= 1 }
    return at > start && isLetter(text[start]) ? at &- start : 0
  }

  /// The high bit of each byte that cannot stand in a name, see `isNameByte`.
  @inline(__always)
  private static func otherBytes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (ones &* 0x7F)
    let small = low | (ones &* 0x20)
    // A sum reaches 0x80 where the byte is at least the bound.
    let marks = (low &+ ones &* (0x80 - 0x2D)) & ~(low &+ ones &* (0x80 - 0x3B))
    let letters = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B))
    let others = (low ^ (ones &* 0x5F)) &+ ones &* 0x7F
    return ~(marks | letters | ~others | word) & (ones &* 0x80)
  }

  @inline(__always)
  private static func readKey(
    _ text: Bytes, _ position: inout Int, _ hasEscapes: inout Bool
  ) -> (Bytes, isQuoted: Bool)? {
    if text[position] == UInt8(ascii: "\"") {
      guard let close = closingQuote(text, from: position + 1, &hasEscapes) else { return nil }
      let key = Bytes(rebasing: text[(position + 1)..<close])
      position = close + 1
      return (key, true)
    }
    let length = nameLength(text, from: position)
    guard length > 0 else { return nil }
    defer { position += length }
    return (Bytes(rebasing: text[position..<(position + length)]), false)
  }

  /// Where the quote is that closes a string; sets `hasEscapes` on a backslash before it.
  @inline(__always)
  private static func closingQuote(
    _ text: Bytes, from start: Int, _ hasEscapes: inout Bool
  ) -> Int? {
    var at = start
    while let mark = first(of: UInt8(ascii: "\""), UInt8(ascii: "\\"), in: text, from: at) {
      if text[mark] == UInt8(ascii: "\"") { return mark }
      hasEscapes = true
      at = mark + 2
    }
    return nil
  }

  /// Offset of the first of two bytes, looked for in eight bytes at a time.
  ///
  /// Label values are too short for two calls of `memchr` to pay.
  @inline(__always)
  private static func first(
    of one: UInt8, _ other: UInt8, in text: Bytes, from start: Int
  ) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while at &+ 8 <= text.count {
      let word = UInt64(
        littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let left = word ^ (ones &* UInt64(one))
      let right = word ^ (ones &* UInt64(other))
      // A byte becomes 0x80 where it was equal; higher ones may too, but never a lower one.
      let hits = ((left &- ones) & ~left | (right &- ones) & ~right) & highs
      if hits != 0 { return at &+ hits.trailingZeroBitCount / 8 }
      at &+= 8
    }
    while at < text.count {
      if text[at] == one || text[at] == other { return at }
      at &+= 1
    }
    return nil
  }

  @inline(__always)
  private static func skipBlanks(_ text: Bytes, _ position: inout Int) {
    while position < text.count, isBlank(text[position]) { position += 1 }
  }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x2D < 13  // - . / 0-9
  }
}
