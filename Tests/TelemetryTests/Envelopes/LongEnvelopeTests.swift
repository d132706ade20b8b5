import Testing

@testable import Telemetry

/// Envelopes that take several lines, and one that holds several.
@Suite struct LongEnvelopeTests {
  /// Time, text and whether the stream is that of the line before, one line each; `?` for lines in
  /// no envelope.
  private func open(_ envelope: any LogEnvelope, _ chunks: [UInt8]...) -> [String] {
    var opener = EnvelopeOpener(envelope)
    var lines: [String] = []
    for chunk in chunks {
      chunk.withUnsafeBytes { bytes in
        opener.open(bytes) { line, time, _ in
          lines.append(
            (time.map { iso($0) } ?? "?") + " " + String(decoding: line, as: UTF8.self))
        }
      }
    }
    return lines
  }

  /// An entry of the journal; a message with control characters stands below its length.
  private func entry(_ second: Int, _ message: String, unit: String = "api.service") -> [UInt8] {
    var bytes = Array(
      """
      __CURSOR=s=b450a905;i=1;b=a1b2;m=3e8;t=65bf;x=6c00
      __REALTIME_TIMESTAMP=\(1_767_261_600 + second)000000
      _SYSTEMD_UNIT=\(unit)
      A_VALUE=a=b
      BLOB

      """.utf8)
    bytes += [3, 0, 0, 0, 0, 0, 0, 0, 0x0A, 0x0A, 0xFF, 0x0A]
    if message.utf8.contains(where: { $0 < 0x20 }) {
      bytes += Array("MESSAGE\n".utf8)
      bytes += (0..<8).map { UInt8(truncatingIfNeeded: message.utf8.count >> ($0 * 8)) }
      bytes += Array(message.utf8) + [0x0A]
    } else {
      bytes += Array("MESSAGE=\(message)\n".utf8)
    }
    return bytes + Array("_PID=77\n\n".utf8)
  }

  @Test func `the journal's export format is opened, binary values too`() {
    let trace = "Traceback:\r\n  File \"a.py\"\n__CURSOR is no cursor\nZeroDivisionError: x"
    // Ten bytes: their length is a line end.
    let ten = "ten bytes\t"
    #expect(
      open(
        JournalExportEnvelope(),
        entry(0, "plain = text") + entry(1, trace) + entry(2, ten) + entry(3, "\u{1B}[1mhi"))
        == [
          "2026-01-01T10:00:00Z plain = text", "2026-01-01T10:00:01Z \(trace)",
          "2026-01-01T10:00:02Z \(ten)", "2026-01-01T10:00:03Z \u{1B}[1mhi",
        ])
  }

  @Test func `an entry of the journal may be cut anywhere between lines`() {
    let text = entry(0, "one\ntwo") + entry(1, "three")
    let wanted = ["2026-01-01T10:00:00Z one\ntwo", "2026-01-01T10:00:01Z three"]
    for end in text.indices where text[end] == 0x0A {
      let (head, tail) = (Array(text[...end]), Array(text[(end + 1)...]))
      #expect(open(JournalExportEnvelope(), head, tail) == wanted)
    }
  }

  @Test func `what is lost of the journal costs one entry`() {
    var damaged = entry(0, "a\nb")
    // A length that nothing is as long as.
    if let place = damaged.firstIndex(of: 3) { damaged[place + 5] = 0x7F }
    let noEnd = entry(1, "no empty line").dropLast()
    let noTime = Array("__CURSOR=s=1\nMESSAGE=when\n\n".utf8)
    #expect(
      open(
        JournalExportEnvelope(),
        Array("_PID=7\n\n".utf8) + damaged + noEnd + entry(2, "after") + noTime
          + entry(3, "last"))
        == [
          "? _PID=7", "2026-01-01T10:00:00Z ", "2026-01-01T10:00:01Z no empty line",
          "2026-01-01T10:00:02Z after",
          "2026-01-01T10:00:03Z last",
        ])
  }

  @Test func `the journal's JSON over several lines is opened`() {
    let text = """
      {
      \t"MESSAGE" : "a \\"b\\" {",
      \t"__REALTIME_TIMESTAMP" : "1767261600123456",
      \t"_UDEV" : [
      \t\t"x",
      \t\t"y"
      \t]
      }
      {
      \t"__REALTIME_TIMESTAMP" : "1767261601000000",
      \t"MESSAGE" : [
      \t\t27,
      \t\t104,
      \t\t105
      \t]
      }
      }

      """
    #expect(
      open(JournalPrettyEnvelope(), Array(text.utf8)) == [
        "2026-01-01T10:00:00.123456Z a \"b\" {", "2026-01-01T10:00:01Z \u{1B}hi", "? }",
      ])
  }

  @Test func `both of the journal's formats are found, and read as what is inside`() {
    let access = (0..<40).map { "INFO:     10.0.0.7:5000 - \"GET /a/\($0) HTTP/1.1\" 200 OK" }
    let export = access.enumerated().flatMap { entry($0, $1) }
    let pretty = access.enumerated().map { second, line in
      "{\n\t\"_PID\" : \"7\",\n\t\"MESSAGE\" : \"\(line.replacing("\"", with: "\\\""))\",\n"
        + "\t\"__REALTIME_TIMESTAMP\" : \"\(1_767_261_600 + second)000000\"\n}\n"
    }
    for text in [export, Array(pretty.joined().utf8)] {
      text.withUnsafeBytes { bytes in
        let found = FormatDetection(bytes)
        #expect(found.envelope?.name == "journald" && found.primary?.label == "uvicorn")
        var reader = LogReader(
          source: 0, format: UvicornFormat(), alternates: [], envelope: found.envelope?.init(),
          arrival: Timestamp(seconds: 1_800_000_000))
        reader.read(bytes, arrival: Timestamp(seconds: 1_800_000_000))
        let batch = reader.takeBatch(at: Timestamp(seconds: 1_800_000_000), lines: 3)
        #expect(batch.traffic.reduce(0) { $0 + $1.statuses.total } == 40)
        #expect(batch.tally.bytes == UInt64(text.count) && batch.tally.unparsed == 0)
        #expect(batch.lines.map(\.text.string) == Array(access.suffix(batch.lines.count)))
        #expect(!batch.lines.isEmpty)
        #expect(reader.stamp(of: Bytes(rebasing: bytes.prefix(400))) != nil)
      }
    }
  }

  @Test func `the log records of OpenTelemetry are opened one by one`() {
    func value(_ text: String) -> String { "{\"stringValue\":\"\(text)\"}" }
    let line =
      #"{"resourceLogs":[{"resource":{"attributes":[]},"scopeLogs":[{"logRecords":[]},"#
      + #"{"scope":{},"logRecords":[{"timeUnixNano":"1767261600000000000","body":"#
      + value(#"10.0.0.1 said \"hi\" of \"logRecords\":["#)
      + #"},{"observedTimeUnixNano":1767261601000000000,"severityNumber":17,"body":"#
      + value("no") + #","attributes":[{"key":"http.route","value":"# + value("/a/{id}")
      + #"},{"key":"http.response.status_code","value":{"intValue":"503"}},"#
      + #"{"key":"list","value":{"arrayValue":{"values":[{"intValue":1}]}}},"#
      + #"{"key":"http.server.request.duration","value":{"doubleValue":0.25}}],"traceId":"5b8e"}]}]},"#
      + #"{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1767261602000000000","body":"#
      + value("last") + "}]}]}]}\n"
    #expect(
      open(OTLPEnvelope(), Array((line + line).utf8))
        == (0..<2).flatMap { _ in
          [
            #"2026-01-01T10:00:00Z 10.0.0.1 said "hi" of "logRecords":["#,
            #"2026-01-01T10:00:01Z {"message":"no","time":"1767261601000000000","#
              + #""severityText":"ERROR","traceId":"5b8e","http.route":"/a/{id}","#
              + #""http.response.status_code":503,"http.server.request.duration":0.25}"#,
            "2026-01-01T10:00:02Z last",
          ]
        })
    for cut in line.utf8.indices.dropLast(40) {
      #expect(!open(OTLPEnvelope(), Array(line.utf8[..<cut])).contains { $0.hasSuffix(" last") })
    }
  }

  @Test func `requests among the log records of OpenTelemetry are counted`() {
    let line = (OTLPEnvelope.samples.first ?? "") + "\n"
    withBytes(String(repeating: line, count: 5)) { bytes in
      let found = FormatDetection(bytes)
      #expect(found.envelope?.name == "otlp" && found.primary?.label == "json-access")
    }
    var opener = EnvelopeOpener(OTLPEnvelope())
    var seen: [String?] = []
    Array(line.utf8).withUnsafeBytes { bytes in
      opener.open(bytes) { line, _, _ in
        seen.append(
          summary(of: String(decoding: line, as: UTF8.self), as: JSONAccessFormat.self))
      }
    }
    #expect(
      seen == [
        "request info 2026-09-21T14:13:20Z GET route=/users/{id} 200 0.0125s trace=5b8efff798038103d269b633813fc60c"
      ])
  }

  @Test func `JSON that is written for people is read as one object`() {
    let text = """
      {
          "body": "charged",
          "severity_number": 9,
          "severity_text": "INFO",
          "attributes": {
              "http.request.method": "GET",
              "http.route": "/users/{id}",
              "http.response.status_code": 200,
              "http.server.request.duration": 0.25
          },
          "timestamp": "2026-01-01T10:00:00.000001Z",
          "trace_id": "0x00000000000000000000000000000000",
          "resource": {
              "attributes": {
                  "http.route": "/not/this"
              }
          }
      }

      """
    withBytes(text + text) { bytes in
      let found = FormatDetection(bytes)
      #expect(found.envelope?.name == "pretty-json" && found.primary?.label == "json-access")
    }
    let lines = open(PrettyJSONEnvelope(), Array(text.utf8))
    let read = summary(of: String(lines.first?.dropFirst(2) ?? ""), as: JSONAccessFormat.self)
    #expect(read?.contains("GET route=/users/{id} 200 0.25s") == true, "\(read ?? "nothing")")
    #expect(read?.contains("trace=") == false)
  }
}
