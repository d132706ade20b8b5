import Telemetry
import Testing

/// Who asked, as lines of several formats say it.
@Suite struct VisitorTests {
  private func visitors(_ format: any LogFormat, _ lines: [String]) -> [String] {
    var reader = LogReader(
      source: 0, format: format, alternates: [], arrival: Timestamp(seconds: 1_800_000_000))
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    bytes.withUnsafeBytes { reader.read($0, arrival: Timestamp(seconds: 1_800_000_000)) }
    let batch = reader.takeBatch(at: Timestamp(seconds: 1_800_000_000), lines: 0)
    return (batch.sessions?.runs ?? []).map { "\($0.kind.name) \($0.requests)" }.sorted()
  }

  private static let stamp = "[01/Jan/2026:00:00:00 +0000]"

  @Test func `an agent is told from what stands around it in access logs`() {
    func line(_ rest: String) -> String {
      "203.0.113.9 - - \(Self.stamp) \"GET /a HTTP/1.1\" 200 1 \(rest)"
    }
    #expect(
      visitors(
        NginxTimedFormat(),
        [
          line(#""-" "UA/1" 0.057"#), line(#""https://x.io/?a=1" "UA/1" 0.012"#),
          line(#""-" "UA/1" "8f3a9c" 0.001"#), line(#""-" "UA/1" "MISS" 4.001 "1.000, 0.250""#),
          line(#""say \"hi\"" "UA/1" rt=0.151"#), line(#""-" "UA/2" 0.057"#),
        ]) == ["address and agent 1", "address and agent 5"])
    // A time in place of an agent is none.
    #expect(
      visitors(
        ApacheTimedFormat(),
        [
          "203.0.113.9 - - \(Self.stamp) \"GET /a HTTP/1.1\" 200 1880 8680",
          "203.0.113.9 - - \(Self.stamp) \"GET /a HTTP/1.1\" 200 1880 1251",
        ]) == ["address 2"])
  }

  private static let lines: [(format: any LogFormat, line: String, known: String)] = [
    (
      JSONAccessFormat(),
      #"{"time":"2026-01-01T00:00:00Z","method":"GET","path":"/a","status":200,"user_id":7,"sessionId":"s-1"}"#,
      "session"
    ),
    (
      JSONAccessFormat(),
      #"{"time":"2026-01-01T00:00:00Z","method":"GET","path":"/a","status":200,"user":"bob"}"#,
      "user"
    ),
    (
      JSONAccessFormat(),
      #"{"time":"2026-01-01T00:00:00Z","method":"GET","path":"/a","status":200,"remote_addr":"203.0.113.9:4711","http_user_agent":"UA/1"}"#,
      "address and agent"
    ),
    (
      JSONAccessFormat(),
      #"{"time":"2026-01-01T00:00:00Z","method":"GET","path":"/a","status":200,"remote_addr":"203.0.113.9"}"#,
      "address"
    ),
    (
      LogfmtFormat(),
      "time=2026-01-01T00:00:00Z level=info method=GET path=/a status=200 client_id=web-81",
      "session"
    ),
    (
      AppLineFormat(),
      #"2026-01-01 00:00:00,123 INFO chat.access: "GET /api/chat HTTP/1.1" 200 in 12ms user_id=u7"#,
      "user"
    ),
    (
      LTSVFormat(),
      "time:01/Jan/2026:00:00:00 +0000\thost:203.0.113.9\treq:GET / HTTP/1.1\tstatus:200\tua:UA/1\tapptime:0.02",
      "address and agent"
    ),
    (
      UvicornFormat(), #"INFO:     203.0.113.9:51234 - "GET /items/42 HTTP/1.1" 200 OK"#, "address"
    ),
    (
      ApplicationLoadBalancerFormat(),
      ApplicationLoadBalancerFormat.samples[0]
        .replacing("192.168.131.39", with: "203.0.113.9"), "address and agent"
    ),
    (VhostCombinedFormat(), VhostCombinedFormat.samples[0], "address and agent"),
    (VhostCombinedFormat(), VhostCombinedFormat.samples[2], "user"),
  ]

  @Test(arguments: lines.indices)
  func `the surest id of a line is taken`(_ place: Int) {
    let (format, line, known) = Self.lines[place]
    #expect(visitors(format, [line]) == ["\(known) 1"], "\(line)")
  }

  @Test func `a port is no part of an address`() {
    #expect(
      visitors(
        UvicornFormat(),
        [51234, 51240].map { #"INFO:     203.0.113.9:\#($0) - "GET /items/42 HTTP/1.1" 200 OK"# })
        == ["address 2"])
  }
}
