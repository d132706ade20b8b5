import Testing

@testable import Telemetry

/// What each envelope takes out of its lines.
@Suite struct EnvelopeTests {
  /// Content, time and whether it is a piece; `nil` for a line that is no such envelope.
  private func open<Envelope: LogEnvelope>(_ line: String, _ type: Envelope.Type) -> String? {
    var envelope = type.make(StampContext(now: Timestamp(seconds: 1_800_000_000)))
    return withBytes(line) { bytes in
      var letter = Enclosed()
      guard envelope.open(bytes, into: &letter) else { return nil }
      let time = letter.time.map { iso($0) } ?? "no time"
      let content = String(decoding: letter.content, as: UTF8.self)
      return "\(time) [\(content)]" + (letter.isPartial ? " …" : "")
    }
  }

  @Test(arguments: [
    (
      "2016-10-06T00:17:09.669794202Z stdout F log content 2",
      "2016-10-06T00:17:09.669794Z [log content 2]"
    ),
    (
      "2016-10-06T00:17:09.669794202+02:00 stderr P log ",
      "2016-10-05T22:17:09.669794Z [log ] …"
    ),
    ("2016-10-06T00:17:09.669794202Z stdout F:x a", "2016-10-06T00:17:09.669794Z [a]"),
    ("2016-10-06T00:17:09.669794202Z stdout F", "2016-10-06T00:17:09.669794Z []"),
    ("2016-10-06T00:17:09.669794202Z stdout X a", nil),
    ("2016-10-06T00:17:09.669794202Z stdlog F a", nil),
    ("2016-10-06T00:17:09Z", nil), ("", nil), ("hello", nil),
  ])
  func `opens lines of container runtimes`(line: String, expected: String?) {
    #expect(open(line, CRIEnvelope.self) == expected)
  }

  @Test(arguments: [
    (
      #"{"MESSAGE":"a \"b\" c","__REALTIME_TIMESTAMP":"1767261600123456","_PID":"7"}"#,
      #"2026-01-01T10:00:00.123456Z [a "b" c]"#
    ),
    (
      #"{"__REALTIME_TIMESTAMP":"1767261600123456","MESSAGE":[27,91,49,109,104,105],"X":[1,2]}"#,
      "2026-01-01T10:00:00.123456Z [\u{1B}[1mhi]"
    ),
    (
      #"{"__REALTIME_TIMESTAMP":"1767261600123456","MESSAGE":null}"#,
      "2026-01-01T10:00:00.123456Z []"
    ),
    (
      "\u{1E}" + #"{"__REALTIME_TIMESTAMP":"1767261600123456","MESSAGE":"of a sequence"}"#,
      "2026-01-01T10:00:00.123456Z [of a sequence]"
    ),
    (
      #"data: {"__REALTIME_TIMESTAMP":"1767261600123456","MESSAGE":"of an event"}"#,
      "2026-01-01T10:00:00.123456Z [of an event]"
    ),
    ("\u{1E}", nil), ("data: ", nil), (#"data:{"__REALTIME_TIMESTAMP":"1767261600123456"}"#, nil),
    (#"{"MESSAGE":"x"}"#, nil), (#"{"__REALTIME_TIMESTAMP":"1767261600123456","MESSAGE":[1"#, nil),
  ])
  func `opens the journal in JSON`(line: String, expected: String?) {
    #expect(open(line, JournaldEnvelope.self) == expected)
  }

  @Test(arguments: [
    ("<13>Nov 21 05:35:21 vm api: boom", "2026-11-21T05:35:21Z [boom]"),
    ("Nov 21 05:35:21 vm api[77]: boom", "2026-11-21T05:35:21Z [boom]"),
    ("Nov 21 05:35:21 vm api[77] boom", "2026-11-21T05:35:21Z [boom]"),
    ("Nov 21 05:35:21 api[77]: boom", "2026-11-21T05:35:21Z [boom]"),
    ("2026-11-21T05:35:21.531231+01:00 vm api[77]: boom", "2026-11-21T04:35:21.531231Z [boom]"),
    ("2026-01-01T10:00:00+0000 web1 api[77]: plain", "2026-01-01T10:00:00Z [plain]"),
    ("Jan 01 10:00:01.123456 web1 api[77]: hi", "2027-01-01T10:00:01.123456Z [hi]"),
    ("Thu 2026-01-01 10:00:00 UTC web1 api.service[77]: plain", "2026-01-01T10:00:00Z [plain]"),
    ("Fri 10 Oct 2025 01:55:36 PM UTC vm api: hi", "2025-10-10T13:55:36Z [hi]"),
    ("Nov 21 05:35:21 vm api: #033[1mhi#011x #12", "2026-11-21T05:35:21Z [\u{1B}[1mhi\tx #12]"),
    (#"Nov 21 05:35:21 vm api: @cee: {"a":1}"#, #"2026-11-21T05:35:21Z [{"a":1}]"#),
    ("<192>Nov 21 05:35:21 vm api: boom", nil), ("Nov 21 05:35:21 boom", nil),
    ("2026-01-01 10:00:00 web1 api[77]: plain", nil), ("boom", nil), ("", nil),
  ])
  func `opens syslog and the journal in text`(line: String, expected: String?) {
    #expect(open(line, SyslogEnvelope.self) == expected)
  }

  @Test(arguments: [
    (
      "<34>1 2003-10-11T22:14:15.003Z host su - ID47 - \u{FEFF}'su root' failed",
      "2003-10-11T22:14:15.003Z ['su root' failed]"
    ),
    (
      #"<165>1 2003-10-11T22:14:15.003Z h p - ID47 [a@1 k="v\"]" b="]"][b@2 c="d"] text"#,
      "2003-10-11T22:14:15.003Z [text]"
    ),
    ("<13>1 - - - - - - text", "no time [text]"),
    ("<13>1 2026-11-21T05:35:21Z vm api 7 - -", "2026-11-21T05:35:21Z []"),
    (
      "83 <40>1 2012-11-30T06:45:29+00:00 host app web.3 - State changed",
      "2012-11-30T06:45:29Z [State changed]"
    ),
    ("<13>2 2026-11-21T05:35:21Z vm api 7 - - x", nil),
    ("<13>Nov 21 05:35:21 vm api: boom", nil), ("<13>1 ", nil), ("", nil),
  ])
  func `opens syslog with structured data`(line: String, expected: String?) {
    #expect(open(line, Syslog5424Envelope.self) == expected)
  }

  @Test(arguments: [
    ("@400000003b4a39c23294b13c fatal: x", "2001-07-09T23:09:44.848605Z [fatal: x]"),
    ("@4000000068E910620754D4C0 a b", "2025-10-10T13:55:36.123Z [a b]"),
    ("@4000000068e910620754d4c0", "2025-10-10T13:55:36.123Z []"),
    ("@4000000068e910620754d4c0 ", "2025-10-10T13:55:36.123Z []"),
    ("@4000000068e910620754d4c0x", nil), ("@4000000068e910620754d4c", nil),
    ("@4000000068e91062ffffffff a", nil), ("@0000000068e910620754d4c0 a", nil),
    ("@ffffffffffffffff0754d4c0 a", nil), ("@400000003b4a39g23294b13c a", nil), ("", nil),
  ])
  func `opens the lines of multilog`(line: String, expected: String?) {
    #expect(open(line, MultilogEnvelope.self) == expected)
  }

  @Test(arguments: [
    ("web-1  | INFO: hi", "no time [INFO: hi]"),
    (
      "\u{1B}[36mweb-1  | \u{1B}[0m\u{1B}[32mINFO\u{1B}[0m: hi",
      "no time [\u{1B}[32mINFO\u{1B}[0m: hi]"
    ),
    ("db-1   |", "no time []"), ("web-1 |  indented", "no time [ indented]"),
    ("a b | c", nil), ("web-1|x", nil), ("| x", nil), ("", nil),
  ])
  func `opens the lines of docker compose`(line: String, expected: String?) {
    #expect(open(line, ComposeEnvelope.self) == expected)
  }

  @Test(arguments: [
    ("[pod/api-1/app] hi", "no time [hi]"),
    ("[pod/api-1/app] 2026-01-01T10:00:00.123456789Z hi", "2026-01-01T10:00:00.123456Z [hi]"),
    ("[pod/api-1/app] 2026-01-01T10:00:00Z hi", "no time [2026-01-01T10:00:00Z hi]"),
    ("[pod] hi", nil), ("", nil),
  ])
  func `opens the lines of kubectl`(line: String, expected: String?) {
    #expect(open(line, KubectlEnvelope.self) == expected)
  }

  @Test(arguments: [
    ("2019-03-14T00:23:00+00:00 app[web.1]: hi", "2019-03-14T00:23:00Z [hi]"),
    ("2019-03-14T00:23:00.5+00:00 heroku[router]: at=info", "2019-03-14T00:23:00.5Z [at=info]"),
    ("2019-03-14T00:23:00+00:00 vm api[77]: hi", nil),
    ("2019-03-14T00:23:00+00:00 app: hi", nil), ("", nil),
  ])
  func `opens the lines of Heroku`(line: String, expected: String?) {
    #expect(open(line, HerokuEnvelope.self) == expected)
  }

  @Test(arguments: [
    (#"{"message":"a \"b\"","stream":"stdout"}"#, #"no time [a "b"]"#),
    (
      #"{"@timestamp":"2026-01-01T10:00:00.5Z","log":"a\n","kubernetes":{"x":{}}}"#,
      "2026-01-01T10:00:00.5Z [a]"
    ),
    (#"{"log":"a","stream":"stderr","logtag":"P"}"#, "no time [a] …"),
    (#"{"message":"a","stream":"video"}"#, nil), (#"{"message":"a"}"#, nil),
    (#"{"stream":"stdout"}"#, nil), ("", nil),
  ])
  func `opens the JSON of collectors`(line: String, expected: String?) {
    #expect(open(line, FluentEnvelope.self) == expected)
  }

  @Test func `leaves to Fluent Bit what looks like Docker's`() {
    let line = #"{"log":"a","stream":"stderr","logtag":"F","time":"2026-01-01T10:00:00Z"}"#
    #expect(open(line, DockerEnvelope.self) == nil)
    #expect(open(line, FluentEnvelope.self) == "2026-01-01T10:00:00Z [a]")
  }

  @Test(arguments: [
    ("2026-01-01T10:00:00.584725130Z INFO: hi", "2026-01-01T10:00:00.584725Z [INFO: hi]"),
    ("2026-01-01T10:00:00.584725130Z \tAND x", "2026-01-01T10:00:00.584725Z [\tAND x]"),
    ("2026-01-01T10:00:00.584725130Z", "2026-01-01T10:00:00.584725Z []"),
    ("2026-01-01T10:00:00.584Z INFO: hi", nil), ("2026-01-01 10:00:00.584725130 hi", nil),
    ("", nil),
  ])
  func `takes off stamps with nanoseconds alone`(line: String, expected: String?) {
    #expect(open(line, DockerLogsEnvelope.self) == expected)
    let program = expected ?? "no time [\(line)]"
    #expect(open("web-1  | \(line)", ComposeEnvelope.self) == program)
    #expect(open("[pod/a/b] \(line)", KubectlEnvelope.self) == program)
  }

  @Test func `keeps the pieces of streams apart`() {
    var opener = EnvelopeOpener(CRIEnvelope())
    var lines: [String] = []
    let text = Array(
      """
      2016-10-06T00:17:09.1Z0 no envelope
      2016-10-06T00:17:09.100000000Z stdout P out one
      2016-10-06T00:17:09.200000000Z stderr P err one
      2016-10-06T00:17:09.300000000Z stdout P , out two
      2016-10-06T00:17:09.400000000Z stderr F , err two
      2016-10-06T00:17:09.500000000Z stderr F whole
      2016-10-06T00:17:09.600000000Z stdout F , out three

      """.utf8)
    text.withUnsafeBytes { bytes in
      opener.open(bytes) { line, time, _ in
        lines.append((time.map { iso($0) } ?? "-") + " " + String(decoding: line, as: UTF8.self))
      }
    }
    #expect(
      lines == [
        "- 2016-10-06T00:17:09.1Z0 no envelope", "2016-10-06T00:17:09.4Z err one, err two",
        "2016-10-06T00:17:09.5Z whole", "2016-10-06T00:17:09.6Z out one, out two, out three",
      ])
  }

  @Test func `mutations of samples never stop an envelope`() {
    for type in LogEnvelopeCatalog.all {
      for sample in type.samples {
        let whole = Array(sample.utf8)
        for cut in 0...whole.count {
          for replacement: UInt8? in [nil, 0x22, 0x5B, 0x20, 0x39] {
            var line = Array(whole[..<cut])
            if let replacement, cut > 0 { line = whole; line[cut - 1] = replacement }
            var envelope = type.init()
            line.withUnsafeBytes { bytes in
              var letter = Enclosed()
              guard envelope.open(bytes, into: &letter) else { return }
              #expect(letter.content.reduce(0) { $0 &+ Int($1) } >= 0)
              #expect(letter.content.count <= line.count)
            }
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("cri", "2026-01-01T10:00:00.100000000Z stdout F "), ("compose", "web-1  | "),
    ("multilog", "@4000000068e910620754d4c0 "),
    ("heroku", "2019-03-14T00:23:00+00:00 app[web.1]: "),
    ("syslog-5424", "<13>1 2026-11-21T05:35:21Z vm api 7 - - "),
  ])
  func `is found around lines that only make sense without it`(name: String, head: String) {
    let lines = [
      #"Started GET "/a" for 10.0.0.7 at 2024-06-26 17:00:04 +0000"#,
      "Completed 200 OK in 7ms (ActiveRecord: 1.5ms)",
    ]
    let text = lines.map { head + $0 + "\n" }.joined()
    let found = withBytes(text) { FormatDetection($0) }
    #expect(found.envelope?.name == name)
    #expect(found.primary?.label == "rails")
  }

  @Test func `is left alone around lines that a format reads with it`() {
    let line = "Jan  1 10:00:00 vm api[7]: ERROR boom\n"
    #expect(withBytes(line + line) { FormatDetection($0) }.envelope == nil)
  }
}
