import Telemetry

/// Expositions scraped into the history.
enum ScrapeBenchmark {
  static let first = Benchmark(
    name: "first-scrape", arguments: "FILE", purpose: "an exposition never seen before"
  ) { arguments in
    let file = try InputFile(arguments)
    return Work(bytes: file.bytes.count, unit: "scrapes") {
      var history = newHistory()
      var session = ScrapeSession()
      scrape(file, &session, &history, second: 0)
      return 1
    }
  }

  static let repeated = Benchmark(
    name: "repeated-scrape", arguments: "FILE FILE",
    purpose: "the second exposition after the first, whose series it shares"
  ) { arguments in
    let files = [try InputFile(arguments), try InputFile(arguments, 1)]
    var history = newHistory()
    var session = ScrapeSession()
    scrape(files[0], &session, &history, second: 0)
    var second = 0
    return Work(bytes: files[1].bytes.count, unit: "scrapes") {
      second += 1
      scrape(files[second % 2], &session, &history, second: Double(second))
      return 1
    }
  }

  private static func newHistory() -> History {
    History(sources: [SourceIdentity(name: "app", kind: .metrics, location: "http://app/metrics")])
  }

  private static func scrape(
    _ file: InputFile, _ session: inout ScrapeSession, _ history: inout History, second: Double
  ) {
    file.bytes.withUnsafeBytes {
      history.fold(
        session.ingest(
          $0, contentType: nil, wall: Timestamp(seconds: 1_800_000_000 + second),
          monotonicSeconds: second, source: 0))
    }
  }
}
