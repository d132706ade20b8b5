import Telemetry
import Testing

/// Envelopes around lines of other formats.
@Suite struct LogEnvelopeTests {
  private let now = Timestamp(seconds: 1_800_000_000)

  @Test func `every envelope opens its own samples`() {
    for type in LogEnvelopeCatalog.all {
      for sample in type.samples {
        var envelope = type.init()
        var letter = Enclosed()
        // An envelope of several lines is complete with the last one.
        for line in type.spansLines
          ? sample.split(separator: "\n", omittingEmptySubsequences: false) : [sample[...]]
        {
          letter = Enclosed()
          let opened = Array(line.utf8).withUnsafeBytes { envelope.open($0, into: &letter) }
          #expect(opened, "\(type.name): \(line)")
        }
        #expect(!letter.isIncomplete, "\(type.name): \(sample)")
      }
    }
  }

  @Test func `lines in an envelope are read in their own format, at its time`() throws {
    let lines = (0..<4).map { index in
      #"{"log":"INFO:     10.0.0.1:5000 - \"GET /a HTTP/1.1\" 200 OK\n","stream":"stdout","#
        + #""time":"2026-01-01T10:00:0\#(index).5Z"}"#
    }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    let batch = try text.withUnsafeBytes { bytes in
      let found = FormatDetection(bytes)
      let format = try #require(found.primary)
      var reader = LogReader(
        source: 0, format: format, alternates: [], envelope: found.envelope?.init(), arrival: now)
      reader.read(bytes, arrival: now)
      return reader.takeBatch(at: now, lines: 2)
    }
    #expect(batch.recognised == ["docker", "uvicorn"])
    #expect(
      batch.covered == Timestamp(seconds: 1_767_261_600.5)...Timestamp(seconds: 1_767_261_603.5))
    #expect(batch.tally.bytes == UInt64(text.count))
    #expect(batch.lines.map(\.text).last == #"INFO:     10.0.0.1:5000 - "GET /a HTTP/1.1" 200 OK"#)
  }

  @Test func `a line that the collector cut is read as one`() {
    let text =
      #"{"log":"{\"method\":\"GET\",\"path\":\"/a\",","stream":"stdout","time":"2026-01-01T10:00:00Z"}"#
      + "\n"
      + #"{"log":"\"status\":200,\"duration_ms\":5}\n","stream":"stdout","time":"2026-01-01T10:00:00Z"}"#
      + "\n"
    var reader = LogReader(
      source: 0, format: JSONAccessFormat(), alternates: [], envelope: DockerEnvelope(),
      arrival: now)
    Array(text.utf8).withUnsafeBytes { reader.read($0, arrival: now) }
    let batch = reader.takeBatch(at: now, lines: 0)
    #expect(batch.traffic.map(\.name.route) == ["/a"])
    #expect(batch.tally.unparsed == 0)
  }
}
