import Telemetry
import TestSupport
import Testing

struct ExpositionScannerTests {
  /// What a body says, one line per item.
  private func read(_ body: String, isOpenMetrics: Bool = false) -> [String] {
    Array(body.utf8).withUnsafeBytes { bytes in
      var scanner = ExpositionScanner(bytes, isOpenMetrics: isOpenMetrics)
      var items: [String] = []
      while let item = scanner.next() {
        switch item {
        case .sample(let sample):
          let series = String(decoding: sample.series, as: UTF8.self)
          let stamp = sample.timestampSeconds.isNaN ? "" : " @\(sample.timestampSeconds)"
          items.append("\(series) = \(sample.value)\(stamp)")
        case .composite(let sample, let value):
          let series = String(decoding: sample.series, as: UTF8.self)
          items.append("\(series) = \(String(decoding: value, as: UTF8.self))")
        case .type(let name, let type):
          items.append("\(String(decoding: name, as: UTF8.self)) is a \(type)")
        case .unit(let name, let unit):
          items.append(
            "\(String(decoding: name, as: UTF8.self)) in \(String(decoding: unit, as: UTF8.self))")
        case .endMark: items.append("end")
        case .bad(let fault, _): items.append("line \(scanner.line): \(fault.rawValue)")
        }
      }
      return items
    }
  }

  @Test(arguments: [
    ("a 1", "a = 1.0"),
    ("  a\t1  ", "a = 1.0"),
    ("a 1\r", "a = 1.0"),
    ("a{} 1", "a{} = 1.0"),
    ("a{b=\"c\",} 1", "a{b=\"c\",} = 1.0"),
    ("a { b = \"c\" } 1", "a { b = \"c\" } = 1.0"),
    ("a{b=\"x\\\"}y\"} 1", "a{b=\"x\\\"}y\"} = 1.0"),
    ("a{b=\"1 2 # {\"} 1", "a{b=\"1 2 # {\"} = 1.0"),
    ("{\"a.b\",c=\"d\"} 1", "{\"a.b\",c=\"d\"} = 1.0"),
    ("a 1 1700000000123", "a = 1.0 @1700000000.123"),
    ("a 1 # {trace_id=\"x\"} 0.5", "a = 1.0"),
    ("a 1 1700000000123 # {trace_id=\"x\"} 0.5 1.2", "a = 1.0 @1700000000.123"),
    ("a NaN", "a = nan"),
    ("a +Inf", "a = inf"),
    ("a -inf", "a = -inf"),
    ("a -1.5e-3", "a = -0.0015"),
    ("a 0.30000000000000004", "a = 0.30000000000000004"),
    ("a 123456789012345678", "a = 1.2345678901234568e+17"),
    ("# TYPE a counter", "a is a counter"),
    ("# UNIT a_seconds seconds", "a_seconds in seconds"),
    ("# EOF", "end"),
    ("a", "line 1: no value"),
    ("a x", "line 1: the value is not a number"),
    ("a 0x1p3", "line 1: the value is not a number"),
    ("a 1_0", "line 1: the value is not a number"),
    ("a 1 2 3", "line 1: unexpected text after the value"),
    ("a 1 soon", "line 1: the time stamp is not a number"),
    ("a{b=\"c} 1", "line 1: the label list is not closed"),
    ("a{b=\"c\"", "line 1: the label list is not closed"),
    ("1a 1", "line 1: no valid metric name"),
    ("a {count:1,sum:2}", "a = {count:1,sum:2}"),
    ("a{b=\"c\"} {count:1,sum:2} 3 st@4", "a{b=\"c\"} = {count:1,sum:2}"),
    ("a {count:1,sum:2", "line 1: a composite value that is not well formed"),
    ("a 1 st@4", "a = 1.0"),
    ("# TYPE a thing", "line 1: an unknown type"),
  ]) func `reads one line leniently`(line: String, expected: String) {
    #expect(read(line + "\n") == [expected])
    #expect(read(line) == [expected], "without a line end")
  }

  @Test func `takes time stamps of OpenMetrics as seconds`() {
    #expect(read("a 1 1700000000.5\n", isOpenMetrics: true) == ["a = 1.0 @1700000000.5"])
    #expect(read("a 1 1700000000\n", isOpenMetrics: true) == ["a = 1.0 @1700000000.0"])
  }

  @Test func `skips blank lines and comments and counts every line`() {
    let body = "\n# HELP a Some help.\n#just talk\n\na 1\n\n?\n"
    #expect(read(body) == ["a = 1.0", "line 7: no valid metric name"])
  }

  @Test func `undoes escapes and keeps those it does not know`() {
    for (written, plain) in [
      ("a\\\\b", "a\\b"), ("a\\nb", "a\nb"), ("\\\"", "\""), ("a\\tb", "a\\tb"), ("x\\", "x\\"),
    ] {
      let shown = Array(written.utf8).withUnsafeBytes { MetricLabels.unescaped($0) }
      #expect(shown == plain)
    }
  }

  @Test func `loses one line to an unescaped quote, not the scrape`() {
    var target = ScrapeTarget()
    let batch = target.scrape(
      """
      redis_up 1
      http_requests_total{path="/a"b"c",status="200"} 1
      redis_db_keys{db="0"} 4

      """)
    #expect(batch.tally.parsed == 2)
    #expect(batch.tally.unparsed == 1)
    #expect(
      batch.tally.unparsedExample?.string.contains("an unescaped quote?") == true)
  }

  @Test(arguments: [
    ("{\"status\":\"ok\"}", ExpositionSniff.json),
    ("{}", .json),
    ("[1]", .json),
    ("{\"a.b\",c=\"d\"} 1\n", .prometheusText),
    ("\n <!DOCTYPE html><p>", .html),
    ("Active connections: 291 \nserver accepts", .stubStatus),
    ("", .empty),
    (" \n", .empty),
    ("\u{1F}\u{8B}\u{08}", .binary),
    ("\u{00}\u{01}\u{02}\u{03}abc", .binary),
    ("a 1\n# EOF\n", .openMetrics),
    ("a 1\n# EOF", .openMetrics),
    ("# HELP a b\na 1\n", .prometheusText),
    ("a 1\n", .prometheusText),
    ("Hello, this is a service.\n", .plainText),
  ]) func `tells what a body is`(body: String, expected: ExpositionSniff) {
    let bytes = body == "\u{1F}\u{8B}\u{08}" ? [0x1F, 0x8B, 0x08] : Array(body.utf8)
    bytes.withUnsafeBytes { #expect(ExpositionSniff($0, contentType: "text/plain") == expected) }
  }

  @Test func `believes the content type where the bytes leave a choice`() {
    Array("a 1\n".utf8).withUnsafeBytes {
      let type = "application/openmetrics-text; version=1.0.0; charset=utf-8"
      #expect(ExpositionSniff($0, contentType: type) == .openMetrics)
    }
  }

  @Test func `notes an OpenMetrics body that was cut off`() {
    var target = ScrapeTarget()
    let batch = target.scrape("redis_up 1\n", contentType: "application/openmetrics-text")
    #expect(batch.notes.contains("the body ends without # EOF: it may be cut off"))
  }

  @Test func `survives ten thousand damaged bodies`() {
    var random = Dice(42)
    let bodies = [
      FastAPIInstrumentatorSample.first, PrometheusServerSample.first, RedisExporterSample.first,
      "{\"a.b\",\"c.d\"=\"x\\\\y\"} 1 # {t=\"1\"} 2 3\n# TYPE \"a.b\" gauge\nb{le=\"1\"} 1e400\n",
    ].map { Array($0.utf8.prefix(500)) }
    let marks = Array("{}\"\\=,# \n\t\r+-.eE0123456789NaInf_\0\u{FF}".utf8)
    let presets = PresetSelection(metrics: Array(MetricPresetCatalog.all.prefix(2)))
    var target = ScrapeTarget()
    for round in 0..<10_000 {
      if round % 20 == 0 {
        target = ScrapeTarget(seriesLimit: 500, endpointLimit: 20, presets: presets)
      }
      var body = bodies[Int.random(in: bodies.indices, using: &random)]
      for _ in 0..<Int.random(in: 1...8, using: &random) where !body.isEmpty {
        let place = Int.random(in: body.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: body[place] = marks.randomElement(using: &random) ?? 0
        case 1: body[place] = UInt8.random(in: 0...255, using: &random)
        case 2: body.removeSubrange(place..<min(body.count, place + 20))
        default: body.insert(contentsOf: body[..<min(place, 40)], at: place)
        }
      }
      let batch = target.scrape(bytes: body)
      #expect(batch.tally.lines == batch.tally.parsed + batch.tally.unparsed)
    }
  }
}
