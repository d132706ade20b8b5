import Testing

@testable import Telemetry

@Suite struct FormatDetectionTests {
  private func detect(_ text: String) -> FormatDetection {
    var text = text
    return text.withUTF8 { FormatDetection(Bytes($0)) }
  }

  private let combined =
    #"1.1.1.1 - - [01/Jan/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "curl""#

  @Test func `prefers the format that reads the time`() {
    #expect(detect("\(combined) 0.100\n").primary?.label == "nginx-timed")
    #expect(detect("\(combined)\n").primary?.label == "nginx-combined")
    #expect(detect("\(combined) 0.100\n\(combined)\n").primary?.label == "nginx-combined")
  }

  @Test func `names formats for the lines that the first one does not read`() {
    let detection = detect(
      """
      INFO:     1.1.1.1:1 - "GET / HTTP/1.1" 200 OK
      INFO:     1.1.1.1:1 - "GET / HTTP/1.1" 200 OK
      INFO:     1.1.1.1:1 - "GET / HTTP/1.1" 200 OK
      {"level":"info","msg":"a"}
      2026-01-01 10:00:00 WARNING SLOW QUERY (0.7s): SELECT 1
      loose text

      """)
    #expect(detection.primary?.label == "app-line")
    #expect(detection.alternates.map(\.label) == ["json-access"])
    #expect(detection.firstUnparsed == "loose text")
    #expect(detection.lineCount == 6)
  }

  @Test func `counts the lines of an entry together`() {
    let detection = detect(
      "2026-11-21 02:25:43.832 UTC [1] LOG:  duration: 0.704 ms  statement: SELECT u.id\n\tFROM users u\n\tJOIN users v ON v.id = u.id\n2026-11-21 02:25:43.832 UTC [1] ERROR:  x\n"
    )
    #expect(detection.primary?.label == "postgresql")
    #expect(detection.shares.first?.ratio == 1)
    #expect(detection.firstUnparsed == nil)
  }

  @Test func `says when nothing is understood`() {
    let detection = detect("some text\nmore text\n")
    #expect(detection.primary == nil)
    #expect(detection.closest == nil)
    #expect(!detection.isNoLog)
    #expect(detection.firstUnparsed == "some text")
    #expect(detect("").lineCount == 0)
  }

  @Test func `knows what is not text`() {
    func kind(_ bytes: [UInt8]) -> DisplayText? {
      bytes.withUnsafeBytes { FormatDetection($0).otherKind }
    }
    #expect(kind([0x1F, 0x8B, 8, 0]) == "gzip-compressed")
    #expect(kind([0xFF, 0xFE, 0x41, 0, 0x42, 0]) == "UTF-16 text")
    #expect(kind([0x41, 0, 0x42, 0, 0x43, 0]) == "UTF-16 text or binary data")
    #expect(kind([0, 0, 0, 0]) == "NUL bytes only")
    #expect(kind(Array(repeating: [1, 2, 3, 4, 65], count: 20).flatMap { $0 }) == "binary data")
    #expect(
      kind(Array("# HELP up Up.\n# TYPE up gauge\nup 1\n".utf8))?.string.hasPrefix(
        "a saved page of metrics") == true)
    #expect(kind(Array("# Time: 2026-01-01T10:00:00\n".utf8)) == nil)
    #expect(kind(Array("\u{1B}[32mINFO\u{1B}[0m: caf\u{E9}\r\n".utf8)) == nil)
  }

  @Test func `reads on after the hole of a truncated file`() {
    let detection = detect(String(repeating: "\0", count: 5000) + combined + "\n" + combined + "\n")
    #expect(!detection.isNoLog)
    #expect(detection.shares.first?.lines == 2)
  }

  @Test func `leaves out a line that the end of the chunk has cut`() {
    let detection = detect("\(combined)\n\(combined.prefix(40))")
    #expect(detection.lineCount == 1)
    #expect(detection.shares.first?.ratio == 1)
    #expect(detect(combined).lineCount == 1)
  }

  @Test func `finds formats by name and suggests near ones`() {
    func suggestions(_ name: String) -> [String]? {
      guard case .unknown(let names) = FormatDetection.lookUp(name: name) else { return nil }
      return names
    }
    for format in LogFormatCatalog.all { #expect(suggestions(format.name.uppercased()) == nil) }
    #expect(suggestions("nginx-timd")?.first == "nginx-timed")
    #expect(suggestions("postgres")?.first == "postgresql")
    #expect(
      suggestions("nginx")
        == ["nginx-timed", "nginx-keyed", "ingress-nginx", "nginx-upstream", "nginx-combined"])
    #expect(
      suggestions("ngnix") == ["nginx-timed", "nginx-upstream", "nginx-combined", "nginx-keyed"])
    #expect(suggestions("zzzzzz")?.count == LogFormatCatalog.all.count)
  }
}
