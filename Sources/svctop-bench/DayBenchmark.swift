import Telemetry

/// Twenty-four simulated hours of following in which everything that can differ does.
///
/// A million distinct paths, statements and label sets: memory must stay flat.
struct DayBenchmark {
  private static let secondsPerBatch = 5.0
  private static let batches = 17_280
  /// So that a day has a million of each.
  private static let perBatch = 58

  static let benchmark = Benchmark(
    name: "day", arguments: "",
    purpose: "24 simulated hours with 1,000,000 distinct paths, statements and label sets"
  ) { _ in
    let notes = Notes()
    return Work(unit: "batches", isLong: true) {
      var day = DayBenchmark()
      for batch in 0..<batches {
        day.step(batch)
        if batch % 1440 == 1439 {
          notes.lines.append(
            "hour \((batch + 1) / 720): \(Clock.residentKilobytes()) KiB resident")
        }
      }
      return batches
    } notes: {
      notes.lines
    }
  }

  private final class Notes {
    var lines: [String] = []
  }

  private static let start = 1_767_225_600.0
  private var history = History(sources: [
    SourceIdentity(name: "nginx", kind: .log, location: "access.log"),
    SourceIdentity(name: "postgres", kind: .log, location: "postgresql.log"),
    SourceIdentity(name: "app", kind: .metrics, location: "http://app/metrics"),
  ])
  private var access = LogReader(
    source: 0, format: NginxTimedFormat(), alternates: [], arrival: Timestamp(seconds: start))
  private var statements = LogReader(
    source: 1, format: PostgreSQLFormat(), alternates: [], arrival: Timestamp(seconds: start))
  private var scrapes = ScrapeSession()
  private var text: [UInt8] = []

  private mutating func step(_ batch: Int) {
    let seconds = DayBenchmark.start + Double(batch) * DayBenchmark.secondsPerBatch
    let now = Timestamp(seconds: seconds)
    let clock = DayBenchmark.clock(Int(seconds) % 86_400)
    let numbers = (0..<DayBenchmark.perBatch).map { batch * DayBenchmark.perBatch + $0 }
    fill(numbers) { number in
      "10.0.0.1 - - [01/Jan/2026:\(clock) +0000] \"GET /\(DayBenchmark.word(number % 97))/\(DayBenchmark.word(number))/edit HTTP/1.1\" 200 512 \"-\" \"curl\" 0.\(100 + number % 900)\n"
    }
    text.withUnsafeBytes { access.read($0, arrival: now) }
    history.fold(access.takeBatch(at: now, lines: 20))
    fill(numbers) { number in
      "2026-01-01 \(clock).000 UTC [42] LOG:  duration: \(number % 500).5 ms  statement: SELECT \(DayBenchmark.word(number)) FROM t WHERE id = \(number)\n"
    }
    text.withUnsafeBytes { statements.read($0, arrival: now) }
    statements.flush()
    history.fold(statements.takeBatch(at: now, lines: 20))
    fill(numbers) { number in
      "http_requests_total{method=\"GET\",path=\"/x/\(DayBenchmark.word(number))\",status=\"200\"} \(number % 7)\n"
    }
    history.fold(
      text.withUnsafeBytes {
        scrapes.ingest(
          $0, contentType: nil, wall: now, monotonicSeconds: seconds, source: 2)
      })
    history.settle(now: now)
  }

  private mutating func fill(_ numbers: [Int], _ line: (Int) -> String) {
    text.removeAll(keepingCapacity: true)
    for number in numbers { text.append(contentsOf: line(number).utf8) }
  }

  /// A word without digits that is another for each number.
  private static func word(_ number: Int) -> String {
    var rest = number
    var letters: [UInt8] = [UInt8(ascii: "w")]
    repeat {
      letters.append(UInt8(97 + rest % 26))
      rest /= 26
    } while rest > 0
    return String(decoding: letters, as: UTF8.self)
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
