import Telemetry
import Testing

struct LogInspectionTests {
  private static func inspect(
    _ text: String, format: String? = nil, lines: Int = 0
  ) -> LogInspection {
    let bytes = Array(text.utf8)
    var given: (any LogFormat)?
    if let format, case .found(let known) = FormatDetection.lookUp(name: format) { given = known }
    return bytes.withUnsafeBytes {
      LogInspection(
        $0, stamps: StampContext(now: Timestamp(seconds: 1_800_000_000)), format: given,
        lines: lines)
    }
  }

  private static let combined = """
    1.2.3.4 - - [10/Oct/2025:13:55:36 +0000] "GET /users/1 HTTP/1.1" 200 23 "-" "curl/8"
    what is this
    1.2.3.4 - - [10/Oct/2025:13:55:37 +0000] "GET /users/2 HTTP/1.1" 500 23 "-" "curl/8"

    """

  @Test func `a log without latencies is told what to add`() {
    let inspection = Self.inspect(Self.combined)
    #expect(inspection.format == "nginx-combined")
    #expect(inspection.understood == 2)
    #expect(inspection.lineCount == 3)
    #expect(inspection.requests == 2)
    #expect(inspection.fields[.route] == 2)
    #expect(inspection.fields[.latency] == nil)
    #expect(inspection.resolutionSeconds == 1)
    #expect(inspection.advice.first?.string.contains("rt=$request_time") == true)
  }

  @Test func `lines that are not understood come with their numbers`() {
    let failures = Self.inspect(Self.combined).failures
    #expect(failures.map(\.number) == [2])
    #expect(failures.map(\.text) == ["what is this"])
  }

  @Test func `each line says what was read from it`() {
    let lines = Self.inspect(Self.combined, lines: 2).lines
    #expect(lines.map(\.number) == [1, 2])
    #expect(lines.map(\.reading) == ["request GET /users/1 200", nil])
  }

  @Test func `lines in envelopes are opened`() {
    let line =
      #"{"log":"INFO:     1.2.3.4:5 - \"GET /a HTTP/1.1\" 200 OK\n","stream":"stdout","time":"2026-01-01T10:00:00Z"}"#
    let inspection = Self.inspect(line + "\n")
    #expect(inspection.envelope == "docker")
    #expect(inspection.format == "uvicorn")
    #expect(inspection.advice.contains { $0.string.hasPrefix("no stamps: uvicorn") })
  }

  @Test func `lines that a collector cut and entries of several lines are read as a whole`() {
    let inspection = Self.inspect(
      """
      2026-01-01T10:00:00.0Z stdout F 2026-01-01 10:00:00.4 UTC [1] LOG:  duration: 1.0 ms  statement: SELECT 2
      2026-01-01T10:00:00.1Z stdout P 2026-01-01 10:00:00.5 UTC [1] LOG:  duration: 1.0 ms  state
      2026-01-01T10:00:00.2Z stderr F INFO:     1.2.3.4:5 - "GET /a HTTP/1.1" 200 OK
      2026-01-01T10:00:00.3Z stdout F ment: SELECT 1
      2026-01-01T10:00:00.4Z stdout F \tFROM t

      """.replacing("Z std", with: "00000000Z std"), lines: 9)
    #expect(inspection.envelope == "cri")
    #expect(inspection.lines.map(\.number) == [1, 3, 4])
    #expect(
      inspection.lines.map(\.reading) == [
        "query info in 1 ms SELECT 2", "request info GET /a 200 (no stamp)",
        "query info in 1 ms SELECT 1␊ FROM t",
      ])
  }

  /// An access log whose lines end in numbers.
  private static func log(_ numbers: [Int]) -> String {
    numbers.enumerated().map { place, number in
      #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET / HTTP/1.1" 200 "#
        + "\(50_000 + place % 7) \"-\" \"ua\" \(number)\n"
    }.joined()
  }

  private static let microseconds = [
    340, 1200, 77, 21, 8870, 15_400, 260, 31_250, 905, 44, 12_100, 690, 2750, 118, 53_300, 430,
    9800, 61, 1530, 24_600,
  ]

  @Test func `says in which unit it takes times that are written without one`() {
    func unit(_ text: String) -> Substring? {
      let start = "times are read as "
      return Self.inspect(text).advice.first { $0.string.hasPrefix(start) }?.string
        .dropFirst(start.count).prefix { $0 != " " }
    }
    #expect(unit(Self.log(Self.microseconds)) == "microseconds")
    #expect(unit(Self.log(Self.microseconds.map { $0 == 21 ? 12 : $0 })) == "milliseconds")
    #expect(unit(Self.log([340])) == nil)
    #expect(unit(Self.combined) == nil)
  }

  @Test func `says that a number behind the requests is not read, and how to name it`() {
    let line =
      #"192.168.74.9 - - [04/Apr/2018:10:29:11 +0000] "GET / HTTP/1.1" 200 1 "-" "ua" 3"#
    let advice = Self.inspect(line + "\n").advice.first?.string
    #expect(advice?.hasPrefix("latency not read: the number behind 1 of 1 requests") == true)
    #expect(advice?.contains("--format apache-milliseconds") == true)
    #expect(advice?.contains("$request_length") == true)
    let named = Self.inspect(line + "\n", format: "apache-milliseconds")
    #expect(named.fields[.latency] == 1)
  }

  @Test func `binary bytes are no log`() {
    let bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0]
    let inspection = bytes.withUnsafeBytes {
      LogInspection(
        $0, stamps: StampContext(now: Timestamp(seconds: 0)), format: nil, lines: 5)
    }
    #expect(inspection.otherKind == "gzip-compressed")
    #expect(inspection.lineCount == 0)
  }
}
