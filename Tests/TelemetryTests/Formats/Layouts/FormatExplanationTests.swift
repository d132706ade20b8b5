import Testing

@testable import Telemetry

@Suite struct FormatExplanationTests {
  private func detect(_ text: String, only: (any LogFormat)? = nil) -> FormatDetection {
    var text = text
    return text.withUTF8 { FormatDetection(Bytes($0), only: only) }
  }

  @Test func `names the format that comes nearest and the column where it differs`() {
    let head = #"203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /api HTTP/1.1""#
    let broken = head + #" OK 512 "-" "curl" 0.057"#
    #expect(
      detect(broken + "\n").explanation?.string
        == "0 of 1 lines understood as requests, for example: \(broken); closest: nginx-timed, "
        + "differs at column 66: expected a status of three digits")
    let other = #"203.0.113.9 [01/Jan/2026:00:00:00 +0000] "GET /api HTTP/1.1" fine"#
    #expect(
      detect("\(other)\n\(other)\n").explanation?.string
        == "0 of 2 lines understood as requests, for example: \(other)")
  }

  @Test func `says nothing of a nearest format when none is near`() {
    #expect(
      detect("some text\nmore text\n").explanation
        == "0 of 2 lines understood, for example: some text")
  }

  @Test func `is silent when lines are understood`() {
    for format in LogFormatCatalog.all {
      let explanation = detect((format.samples.first ?? "") + "\n").explanation?.string
      // One line does not tell what a number without a unit is.
      #expect(explanation?.hasPrefix("latency not read") ?? true, "\(explanation ?? "")")
    }
    #expect(detect("").explanation == nil)
  }

  @Test func `speaks up when hardly any line is understood`() {
    let good = #"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 0.057"#
    let text = good + "\n" + String(repeating: "what is this\n", count: 1500)
    #expect(
      detect(text).explanation
        == "1 of the first 200 lines understood, for example: what is this")
  }

  @Test func `tells a user where his own layout differs`() throws {
    let own = try LogFormatDescription.format(from: "nginx:$uri <$status>")
    #expect(
      detect("/a 200\n", only: own).explanation?.string
        == "0 of 1 lines understood, for example: /a 200; closest: nginx:custom, "
        + "differs at column 3: expected ` <`")
    #expect(detect("/a <200>\n", only: own).explanation == nil)
  }
}
