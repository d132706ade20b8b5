import Telemetry
import TestSupport
import Testing

/// What `DisplayText` makes of bytes, with every scalar outside of printable ASCII spelled out.
private func shown(_ bytes: [UInt8], limit: Int = 4096) -> String {
  spelled(bytes.withUnsafeBytes { DisplayText($0, limit: limit) })
}

private func spelled(_ text: DisplayText) -> String {
  text.string.unicodeScalars.map { scalar in
    (0x20..<0x7F).contains(scalar.value)
      ? String(scalar) : "<\(String(scalar.value, radix: 16, uppercase: true))>"
  }
  .joined()
}

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", ""),
    ("GET /users/{id}", "GET /users/{id}"),
    ("~ end of ASCII", "~ end of ASCII"),
    ("tab\there", "tab here"),
    ("nul\u{0}", "nul<2400>"),
    ("\u{1B}[31mred", "<241B>[31mred"),
    ("two\r\nlines", "two<240D><240A>lines"),
    ("\u{1F}", "<241F>"),
    ("rub\u{7F}out", "rub<2421>out"),
    ("\u{80}\u{9B}31m\u{9F}", "<FFFD><FFFD>31m<FFFD>"),
    ("soft\u{AD}hyphen", "soft<FFFD>hyphen"),
    ("\u{202E}gpj.exe", "<FFFD>gpj.exe"),
    ("\u{2066}isolated\u{2069}", "<FFFD>isolated<FFFD>"),
    ("\u{61C}\u{200E}\u{200F}", "<FFFD><FFFD><FFFD>"),
    (
      "zero\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}width", "zero<FFFD><FFFD><FFFD><FFFD><FFFD>width"
    ),
    ("filler\u{3164}\u{115F}\u{FFA0}\u{34F}", "filler<FFFD><FFFD><FFFD><FFFD>"),
    ("line\u{2028}and\u{2029}paragraph", "line<FFFD>and<FFFD>paragraph"),
    ("tag\u{E0041}", "tag<FFFD>"),
    ("é 日本 😀", "<E9> <65E5><672C> <1F600>"),
  ])
  func `leaves nothing that a terminal acts upon or does not show`(text: String, clean: String) {
    #expect(spelled(DisplayText(text[...])) == clean)
    #expect(shown(Array(text.utf8)) == clean)
  }

  @Test func `lets no scalar through that Unicode calls a control or ignorable`() {
    var leaks: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isForbidden =
        properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint
        || properties.isBidiControl || properties.generalCategory == .lineSeparator
        || properties.generalCategory == .paragraphSeparator
      let kept = DisplayText(String(scalar)[...]).string.unicodeScalars.first == scalar
      if kept == isForbidden { leaks.append(String(value, radix: 16)) }
    }
    // Marks of interlinear annotations are not ignorable, but nothing shows them either.
    #expect(leaks == ["fff9", "fffa", "fffb"])
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a<FFFD>b"),
      ([0xC3], "<FFFD>"),
      ([0xC3, 0x28], "<FFFD>("),
      ([0x9B, 0x33, 0x31, 0x6D], "<FFFD>31m"),
      ([0xC2, 0x9B, 0x33, 0x31, 0x6D], "<FFFD>31m"),
      ([0xC0, 0x9B, 0x41], "<FFFD><FFFD>A"),
      ([0xE2, 0x80], "<FFFD>"),
      ([0xF0, 0x9F, 0x98, 0x80], "<1F600>"),
    ] as [([UInt8], String)])
  func `replaces broken UTF-8`(bytes: [UInt8], clean: String) {
    #expect(shown(bytes) == clean)
  }

  @Test func `never leaves a control character in random bytes`() {
    var dice = Dice(1)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &dice)).map { _ in
        Bool.random(using: &dice)
          ? UInt8.random(in: 0...255, using: &dice) : UInt8.random(in: 0...31, using: &dice)
      }
      let text = bytes.withUnsafeBytes { DisplayText($0) }
      for scalar in text.string.unicodeScalars {
        #expect(scalar.properties.generalCategory != .control, "\(bytes)")
      }
    }
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcde<2026>"), ("abcdef", 0, "<2026>"), ("", 0, ""),
    ("aé", 2, "a<FFFD><2026>"), ("aé", 3, "a<E9>"), ("\u{1B}\u{1B}", 1, "<241B><2026>"),
  ])
  func `takes so many bytes and says when there were more`(
    text: String, limit: Int, clean: String
  ) {
    #expect(shown(Array(text.utf8), limit: limit) == clean)
  }

  @Test(arguments: [
    ("SELECT 1", "SELECT 1"),
    ("\n\t SELECT\n\t\ta,  b\r\n  FROM t", "SELECT a, b FROM t"),
    ("SELECT '\u{1B}'", "SELECT '<241B>'"),
    ("", ""), (" \n\t", ""),
  ])
  func `puts a statement of several lines on one`(text: String, clean: String) {
    let bytes = Array(text.utf8)
    #expect(spelled(bytes.withUnsafeBytes { DisplayText(statement: $0, limit: 100) }) == clean)
  }

  @Test func `counts the limit of a statement after its white space is gone`() {
    let bytes = Array("a    \n    b    c".utf8)
    let texts = [3, 4, 5].map { limit in
      spelled(bytes.withUnsafeBytes { DisplayText(statement: $0, limit: limit) })
    }
    #expect(texts == ["a b<2026>", "a b <2026>", "a b c"])
  }

  @Test func `orders like its text`() {
    let texts = ["b", "a", "ab", ""].map { DisplayText($0[...]) }
    #expect(texts.sorted().map(\.description) == ["", "a", "ab", "b"])
  }
}
