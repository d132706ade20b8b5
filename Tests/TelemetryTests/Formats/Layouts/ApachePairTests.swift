import Testing

@testable import Telemetry

/// Two numbers at the end of a line of Apache: seconds and microseconds, or bytes in and out.
@Suite struct ApachePairTests {
  private static let plain =
    #"1.1.1.1 - - [04/Apr/2018:10:29:11 +0000] "GET /docs/ HTTP/1.1" 200 1880 "-" "ua" "#

  @Test(arguments: [
    ("2 2000680", "2.00068s"), ("2/2000680", "2.00068s"), ("0/8680", "0.00868s"),
    ("0 8680", "0.00868s"), ("**0/8680**", "0.00868s"), ("8680", "0.00868s"),
    // `combinedio` writes the bytes of request and response.
    ("86 2201", nil), ("3 2000680", nil), ("86/2201", nil), ("**1/8680**", nil),
  ])
  func `the first is the seconds of the second`(numbers: String, time: String?) {
    let line = Self.plain + numbers
    let read = summary(of: line, as: ApacheTimedFormat.self)
    #expect(read?.contains(time ?? "none") == time.map { _ in true }, "\(read ?? "nil")")
    if numbers.hasPrefix("*") { return }
    let hosted = summary(of: "a.io:443 " + line, as: ApacheTimedFormat.self)
    #expect(hosted == read, "a virtual host is no client")
  }

  @Test func `combinedio is read without a time`() {
    let text = Self.plain + "86 2201\n"
    let detection = withBytes(text) { FormatDetection($0) }
    #expect(detection.primary?.label == "nginx-combined")
  }
}
