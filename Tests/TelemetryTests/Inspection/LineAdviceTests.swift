import Testing

@testable import Telemetry

/// What is said about lines that can be read in more than one way.
struct LineAdviceTests {
  private static func inspect(_ text: String, format: (any LogFormat)? = nil) -> LogInspection {
    withBytes(text) {
      LogInspection(
        $0, stamps: StampContext(now: Timestamp(seconds: 1_800_000_000)), format: format, lines: 0)
    }
  }

  private static func log(_ key: String, _ values: [String]) -> String {
    values.map {
      #"{"time":"2025-10-10T13:55:36.5Z","method":"GET","path":"/x","status":200,"\#(key)":\#($0)}"#
        + "\n"
    }.joined()
  }

  @Test func `a unit that was guessed is shown, and how to name it`() {
    let inspection = Self.inspect(Self.log("duration", Array(repeating: "12.5", count: 300)))
    let unit = inspection.latencyUnits.first
    #expect(unit?.key == "duration" && unit?.symbol == "ms")
    #expect(unit?.origin == LatencyUnit.Origin.guess(values: 200))
    let advice = inspection.advice.first?.string ?? ""
    #expect(
      advice.hasPrefix("duration is taken for milliseconds, a guess from 200 values"), "\(advice)")
    #expect(advice.contains("duration_ms") && advice.contains("(?<seconds>"))
  }

  @Test(arguments: [1, 2, 7, 8, 30])
  func `values that a unit was guessed from are counted once`(count: Int) {
    let inspection = Self.inspect(Self.log("duration", Array(repeating: "12.5", count: count)))
    #expect(
      inspection.latencyUnits.first?.origin == LatencyUnit.Origin.guess(values: count))
  }

  @Test(arguments: [("duration_us", "us"), ("responseTime", "ms"), ("latency_ns", "ns")])
  func `a unit that the key tells needs no advice`(key: String, symbol: String) {
    let inspection = Self.inspect(Self.log(key, ["1200", "340"]))
    #expect(inspection.latencyUnits.map(\.symbol.string) == [symbol])
    #expect(inspection.latencyUnits.first?.origin == LatencyUnit.Origin.key)
    #expect(!inspection.advice.contains { $0.string.contains("a guess") })
  }

  @Test func `a logger that counts milliseconds says so`() {
    let line =
      #"{"level":"info","method":"GET","path":"/x","status":200,"duration":12.5,"time":"2024-01-01T00:00:00Z","message":"http"}"#
    let units = Self.inspect(line + "\n" + line + "\n").latencyUnits
    #expect(units.map(\.origin) == [LatencyUnit.Origin.writer])
  }

  @Test(arguments: [
    (
      "timestamp,method,path,status,duration_ms", "2025-10-10T13:55:36Z,GET,/a/1,200,12",
      #"^(?<timestamp>[^,]*),(?<method>[^,]*),(?<path>[^,]*),(?<status>[^,]*),(?<duration_ms>[^,]*)$"#
    ),
    (
      "time;host;url;code;duration", "2025-10-10T13:55:36Z;h;/a/1;200;12",
      #"^(?<time>[^;]*);[^;]*;(?<url>[^;]*);(?<code>[^;]*);(?<ms>[^;]*)$"#
    ),
    (
      #""time","path","status""#, #""2025-10-10T13:55:36Z","/a/1","200""#,
      #"^"(?<time>[^"]*)","(?<path>[^"]*)","(?<status>[^"]*)"$"#
    ),
    (
      "time|path|status", "2025-10-10T13:55:36Z|/a/1|200",
      #"^(?<time>[^|]*)\|(?<path>[^|]*)\|(?<status>[^|]*)$"#
    ),
  ])
  func `columns under a header are read by the expression that is named`(
    header: String, line: String, expression: String
  ) throws {
    let text = header + "\n" + String(repeating: line + "\n", count: 20)
    let inspection = Self.inspect(text)
    #expect(inspection.requests == 0)
    #expect(inspection.advice.contains { $0.string.hasSuffix("--format 'regex:\(expression)'") })
    let format = try LogFormatDescription.format(from: "regex:" + expression)
    #expect(Self.inspect(text, format: format).requests == 20)
  }

  @Test(arguments: [
    "GET /a, 200, 12", "name,size,colour", "2025-10-10T13:55:36Z,GET,/a,200,12", "path,status", "",
    "time,method,path",
  ])
  func `other first lines are no header`(line: String) {
    #expect(withBytes(line) { ColumnHeader($0)?.expression } == nil)
  }
}
