import Testing

@testable import Telemetry

/// Access logs whose lines are laid out in two ways, as after a change of the server's configuration.
@Suite struct ChangedLayoutTests {
  private static func line(_ path: String, _ tail: String) -> String {
    "10.0.0.1 - - [14/Oct/2025:14:00:00 +0000] \"GET /\(path) HTTP/1.1\" 200 5\(tail)"
  }

  private static let agent = #" "-" "curl/8""#

  /// What stands behind the bytes in the lines of both kinds; all of the second took 250 ms.
  private static let tails: [(plain: String, timed: String)] = [
    ("", "\(agent) 0.250"), ("", "\(agent) rt=0.250"), ("", " rt=0.250"), ("", " 0.250"),
    ("", " 0.250 0.249\(agent)"), (agent, "\(agent) 0.250"), (agent, "\(agent) rt=0.250"),
    (agent, " rt=0.250"), (agent, " 0.250"),
  ]

  @Test(arguments: tails)
  func `no time is lost to the plainer layout`(plain: String, timed: String) throws {
    for count in [1, 5] {
      for isPlainMost in [true, false] {
        let lines =
          Array(repeating: Self.line("c", plain), count: isPlainMost ? count : 1)
          + Array(repeating: Self.line("t", timed), count: isPlainMost ? 1 : count)
        let batch = try Batch(detecting: lines.joined(separator: "\n"))
        #expect(batch.picture.contains { $0.hasPrefix("GET /t ") && $0.hasSuffix("2xx 250.0 ms") })
        #expect(batch.picture.contains { $0.hasPrefix("GET /c ") && $0.hasSuffix("2xx") })
        #expect(batch.tally.unparsed == 0)
      }
    }
  }

  /// Times in microseconds, as many as it takes to know them for times.
  private static let microseconds = [
    48_211, 1893, 120_455, 22_310, 9087, 31_544, 250_000, 15_021, 41_200, 66_718, 2954, 38_807,
    27_310, 154_020, 19_433, 73_551, 12_044, 50_120, 33_871, 8790,
  ]

  /// What stands behind the bytes in the lines of both kinds, `#` for the time.
  private static let numberTails: [(plain: String, timed: String)] = [
    ("", "\(agent) #"), ("", " #"), ("", " #\(agent)"), (agent, "\(agent) #"), (agent, " #"),
    (agent, " #\(agent)"),
  ]

  @Test(arguments: numberTails)
  func `no number that is a time is lost to the plainer layout`(
    plain: String, timed: String
  ) throws {
    for count in [5, 100] {
      let lines =
        Array(repeating: Self.line("c", plain), count: count)
        + Self.microseconds.map { Self.line("t", timed.replacing("#", with: "\($0)")) }
      let batch = try Batch(detecting: lines.joined(separator: "\n"))
      #expect(batch.picture.contains { $0.hasPrefix("GET /t ") && $0.hasSuffix("2xx 250.0 ms") })
      #expect(batch.picture.contains { $0.hasPrefix("GET /c ") && $0.hasSuffix("2xx") })
      #expect(batch.tally.unparsed == 0)
    }
  }

  @Test func `lines of two servers keep their times`() throws {
    let lines = Self.microseconds.flatMap {
      [Self.line("nginx", "\(Self.agent) 0.100"), Self.line("apache", "\(Self.agent) \($0)")]
    }
    let batch = try Batch(detecting: lines.joined(separator: "\n"))
    let statuses = Array(repeating: "2xx", count: 20).joined(separator: " ")
    #expect(
      batch.picture == ["GET /apache \(statuses) 250.0 ms", "GET /nginx \(statuses) 100.0 ms"])
  }

  @Test func `a layout that shows up later is read too`() throws {
    let plain = Array(repeating: Self.line("c", ""), count: 300)
    let lines = plain + [Self.line("t", "\(Self.agent) 0.250"), Self.line("t", " rt=0.250")]
    let batch = try Batch(detecting: lines.joined(separator: "\n"))
    #expect(batch.picture.last == "GET /t 2xx 2xx 250.0 ms")
  }

  @Test func `numbers are left where one of them can be no time`() throws {
    let lines = [
      Self.line("c", Self.agent), Self.line("t", "\(Self.agent) 3"),
      Self.line("t", "\(Self.agent) 250000"),
    ]
    let batch = try Batch(detecting: lines.joined(separator: "\n"))
    #expect(batch.picture == ["GET /c 2xx", "GET /t 2xx 2xx"])
  }
}
