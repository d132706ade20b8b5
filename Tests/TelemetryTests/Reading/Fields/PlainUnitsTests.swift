import Testing

@testable import Telemetry

/// Durations under keys that name no unit: the first values of a key decide for all of a source.
@Suite struct PlainUnitsTests {
  /// A request in JSON that took so long.
  private static func request(_ key: String, _ value: String) -> String {
    #"{"time":"2025-10-10T13:55:36Z","method":"GET","path":"/x","status":200,"\#(key)":\#(value)}"#
  }

  /// The format that is found for lines.
  private static func format(of lines: [String]) throws -> any LogFormat {
    try #require(
      withBytes(lines.joined(separator: "\n") + "\n") { FormatDetection($0).primary })
  }

  /// Seconds that a format reads of a line.
  private static func seconds(_ line: String, by format: inout any LogFormat) -> Double {
    withBytes(line) { bytes in
      var record = LogRecord()
      let isRead = format.parse(bytes, into: &record)
      #expect(isRead, "\(line)")
      return record.seconds
    }
  }

  /// Seconds of each line of a log that begins with them.
  private static func seconds(_ lines: [String]) throws -> [Double] {
    var format = try Self.format(of: lines)
    return lines.map { seconds($0, by: &format) }
  }

  private static func isNear(_ seconds: [Double], _ values: [String], _ unit: Double) -> Bool {
    zip(seconds, values).allSatisfy { seconds, text in
      abs(seconds - (Double(text.filter { $0 != "\"" }) ?? .nan) * unit) < 1e-9
    }
  }

  @Test(arguments: [
    ("duration", "12.5 7 340.25 3 55.125 1200.5 9", 1e-3), ("duration", "12.5 7", 1e-3),
    ("duration", "1.5 1", 1), ("took", "0.012 1 0.5 2 0.03 0", 1),
    // Go's encoders write short times with an exponent.
    ("latency", "0.000123 1.2e-05 0.034 12.001", 1),
    ("elapsed", "12 340 3 1200", 1e-3), ("elapsed", "0.4 0.7 1.2 250", 1e-3),
    ("latency", "12300000 45000000 310000", 1e-9),
    // A long one among short ones does not make nanoseconds of all.
    ("duration", "12 340 3 5000000 8", 1e-3),
    ("response_time", "12 340 3 1200", 1e-3), ("response_time", "0 1 0 2 0", 1),
    ("response_time", "0.057 0.321 1.002", 1), ("response_time", "12.345 45.100 8.001", 1e-3),
    ("execution_time", "12 31 250", 1e-3), ("time_taken", "31 250 12", 1e-3),
    ("process_time", "0.00123 0.5", 1), ("processing_time", "15.2 31 8.75", 1e-3),
    // pino's key, whatever is under it.
    ("responseTime", "0.5 2 1.25", 1e-3), ("response_time_ms", "0.5 2 1.25", 1e-3),
    // nginx has three decimals.
    ("request_time", "0.000 30.001 61.200", 1), ("request_time", "12 340 3 1200", 1e-3),
    ("request_time", #""0.000" "30.001" "61.200""#, 1),
  ])
  func `all numbers under a key have one unit`(key: String, text: String, unit: Double) throws {
    let values = text.split(separator: " ").map(String.init)
    let seconds = try Self.seconds(values.map { Self.request(key, $0) })
    #expect(Self.isNear(seconds, values, unit), "\(seconds)")
  }

  @Test(arguments: [
    ("latency", "340.25 12 7.5", 1e-3), ("took", "12.5 3 80", 1e-3), ("took", "1.5 1 0.2", 1),
    ("response_time", "12 340 3", 1e-3),
  ])
  func `pairs are read in the same way`(key: String, text: String, unit: Double) throws {
    let values = text.split(separator: " ").map(String.init)
    let seconds = try Self.seconds(
      values.map {
        "time=2025-10-10T13:55:36Z level=info method=GET path=/x status=200 \(key)=\($0)"
      })
    #expect(Self.isNear(seconds, values, unit), "\(seconds)")
  }

  @Test(arguments: [("12 340 1200 7", 1e-3), ("12300000 900 45000", 1e-9), ("0.5 2 0.031", 1)])
  func `whole numbers of Go are nanoseconds only where most are many`(
    text: String, unit: Double
  ) throws {
    let values = text.split(separator: " ").map(String.init)
    let seconds = try Self.seconds(
      values.map {
        #"{"time":"2024-01-01T00:00:00Z","level":"INFO","msg":"request","method":"GET","path":"/x","status":200,"duration":\#($0)}"#
      })
    #expect(Self.isNear(seconds, values, unit), "\(seconds)")
  }

  @Test func `jobs may take as many seconds as requests take milliseconds`() throws {
    let values = ["45.5", "12", "120.25", "90"]
    let seconds = try Self.seconds(
      values.map {
        #"{"time":"2025-10-10T13:55:36Z","level":"info","task":"render","elapsed":\#($0)}"#
      })
    #expect(Self.isNear(seconds, values, 1), "\(seconds)")
  }

  @Test func `what the first lines show holds for every reader`() throws {
    let values = ["12.5", "7", "340.25", "3", "55.125", "1200.5", "9", "31"]
    let found = try Self.format(of: values.map { Self.request("duration", $0) })
    for _ in 0..<2 {
      var reader = found
      for value in ["0.25", "0.5", "1"] {
        let seconds = Self.seconds(Self.request("duration", value), by: &reader)
        #expect(Self.isNear([seconds], [value], 1e-3))
      }
    }
  }

  @Test func `where the first lines hold too little, those that follow decide`() {
    var reader: any LogFormat = JSONAccessFormat()
    var seconds: [Double] = []
    for _ in 0..<10 {
      for value in ["12.5", "7", "340.25"] {
        seconds.append(Self.seconds(Self.request("duration", value), by: &reader))
      }
    }
    #expect(Self.isNear(Array(seconds.suffix(3)), ["12.5", "7", "340.25"], 1e-3))
    #expect(reader.latencyUnits.map(\.symbol) == ["ms"])
  }

  @Test func `programs that write into one log may count differently`() throws {
    let lines = (10..<40).flatMap { number in
      [
        #"{"level":"info","ts":1716723772.6,"msg":"handled request","request":{"method":"GET","uri":"/a"},"duration":0.0\#(number),"status":200}"#,
        Self.request("duration", number % 2 == 0 ? "12.5" : "7"),
      ]
    }
    let batch = try Batch(detecting: lines.joined(separator: "\n"))
    #expect(
      batch.picture.map { $0.replacing("2xx ", with: "") } == ["GET /a 39.0 ms", "GET /x 12.5 ms"])
  }

  @Test func `few lines of another shape are read as most are`() throws {
    var lines = ["12.5", "7", "340.25", "3", "55.125", "1200.5", "9", "31"].map {
      Self.request("duration", $0)
    }
    lines.append(
      #"{"time":"2025-10-10T13:55:36Z","level":"warn","msg":"slow","method":"GET","path":"/x","status":200,"duration":940.5}"#
    )
    let seconds = try Self.seconds(lines)
    #expect(Self.isNear([seconds.last ?? .nan], ["940.5"], 1e-3))
  }

  @Test func `keys are told apart, and each says where its unit is from`() throws {
    var lines = ["12.5", "7"].map { Self.request("duration", $0) }
    lines += ["0.5", "0.75"].map { Self.request("process_time", $0) }
    lines.append(Self.request("latency_us", "1500"))
    var format = try Self.format(of: lines)
    for line in lines { _ = Self.seconds(line, by: &format) }
    let units = format.latencyUnits
    #expect(units.map(\.key) == ["duration", "process_time", "latency_us"])
    #expect(units.map(\.symbol) == ["ms", "s", "us"])
    #expect(units.last?.origin == LatencyUnit.Origin.key)
  }

  @Test func `a number that can be no time is left out`() throws {
    let values = ["12", "7", "31", "9", "8", "15", "4", "22", "1767261600000"]
    let seconds = try Self.seconds(values.map { Self.request("duration", $0) })
    #expect(seconds.last?.isNaN == true)
  }
}
