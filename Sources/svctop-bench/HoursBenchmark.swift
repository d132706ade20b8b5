import Telemetry

/// Two simulated hours of a steady service: 200 endpoints in a log of 1,000 lines/s and in a page of
/// metrics that is scraped each second.
///
/// Tells how much memory is resident after ten minutes, an hour and two.
struct HoursBenchmark {
  private static let minutesNoted = [10, 30, 60, 90, 110, 120]
  private static let endpoints = 200
  private static let linesPerSecond = 1_000
  private static let start = 1_767_225_600.0
  private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  static let benchmark = Benchmark(
    name: "hours", arguments: "[MINUTES]",
    purpose: "2 simulated hours of 200 endpoints in a log of 1,000 lines/s and in an exposition"
  ) { arguments in
    guard let minutes = Int(arguments.first ?? "120"), (1...1440).contains(minutes) else {
      throw WrongArguments(description: "\(arguments[0]): no minutes such as 120")
    }
    let notes = Notes()
    return Work(unit: "seconds", isLong: true) {
      var hours = HoursBenchmark()
      let before = Clock.residentKilobytes()
      for minute in 1...minutes {
        for second in 60 * (minute - 1)..<60 * minute { hours.step(second) }
        guard minutesNoted.contains(minute) || minute == minutes else { continue }
        let now = Clock.residentKilobytes()
        notes.lines.append(
          "minute \(minute): \(now) KiB resident, \(now - before) more than at the start")
      }
      return 60 * minutes
    } notes: {
      notes.lines
    }
  }

  private final class Notes {
    var lines: [String] = []
  }

  private var history = History(sources: [
    SourceIdentity(name: "nginx", kind: .log, location: "access.log"),
    SourceIdentity(name: "app", kind: .metrics, location: "http://app/metrics"),
  ])
  private var access = LogReader(
    source: 0, format: NginxTimedFormat(), alternates: [], arrival: Timestamp(seconds: start))
  private var scrapes = ScrapeSession()
  private var dice: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var text: [UInt8] = []
  /// Requests of each endpoint in each bucket of the page, and their seconds.
  private var buckets = [[UInt64]](
    repeating: Array(repeating: 0, count: bounds.count + 1), count: endpoints)
  private var sums = [Double](repeating: 0, count: endpoints)

  private mutating func step(_ second: Int) {
    let now = Timestamp(seconds: HoursBenchmark.start + Double(second))
    text.removeAll(keepingCapacity: true)
    let clock = HoursBenchmark.clock(second)
    for _ in 0..<HoursBenchmark.linesPerSecond {
      let endpoint = roll(HoursBenchmark.endpoints)
      let seconds = duration(of: endpoint)
      note(seconds, of: endpoint)
      let status = roll(50) > 0 ? 200 : roll(2) > 0 ? 404 : 500
      append("10.0.0.\(roll(250)) - - [01/Jan/2026:\(clock) +0000] \"GET ")
      append(HoursBenchmark.route(endpoint, "\(roll(10_000))"))
      append(" HTTP/1.1\" \(status) 512 \"-\" \"curl\" ")
      append("\(HoursBenchmark.decimal(seconds))\n")
    }
    text.withUnsafeBytes { access.read($0, arrival: now) }
    history.fold(access.takeBatch(at: now, lines: 20))
    text.removeAll(keepingCapacity: true)
    exposition()
    history.fold(
      text.withUnsafeBytes {
        scrapes.ingest(
          $0, contentType: nil, wall: now, monotonicSeconds: Double(second), source: 1)
      })
    history.settle(now: now)
  }

  private mutating func note(_ seconds: Double, of endpoint: Int) {
    let bucket = HoursBenchmark.bounds.firstIndex { seconds <= $0 } ?? HoursBenchmark.bounds.count
    buckets[endpoint][bucket] += 1
    sums[endpoint] += seconds
  }

  private mutating func exposition() {
    append("# TYPE http_request_duration_seconds histogram\n")
    for endpoint in 0..<HoursBenchmark.endpoints {
      let labels = "method=\"GET\",path=\"\(HoursBenchmark.route(endpoint, "{id}"))\""
      var total: UInt64 = 0
      for (place, count) in buckets[endpoint].enumerated() {
        total += count
        let bound = place < HoursBenchmark.bounds.count ? "\(HoursBenchmark.bounds[place])" : "+Inf"
        append("http_request_duration_seconds_bucket{\(labels),le=\"\(bound)\"} \(total)\n")
      }
      append("http_request_duration_seconds_sum{\(labels)} \(sums[endpoint])\n")
      append("http_request_duration_seconds_count{\(labels)} \(total)\n")
    }
  }

  /// About a lognormal duration, whole milliseconds, around a median of 5 to 400 ms.
  private mutating func duration(of endpoint: Int) -> Double {
    var sum = 0.0
    for _ in 0..<6 { sum += Double(roll(1_000)) / 1_000 - 0.5 }
    let octaves = sum * 1.4 + Double(endpoint * 37 % 200) / 32
    var factor = 1.0
    for _ in 0..<Int(octaves.rounded(.down).magnitude) { factor *= 2 }
    let fraction = octaves - octaves.rounded(.down)
    let scale = octaves < 0 ? 1 / factor : factor
    return (0.005 * scale * (1 + fraction) * 1_000).rounded(.up) / 1_000
  }

  /// A number from 0 to less than `sides`.
  private mutating func roll(_ sides: Int) -> Int {
    dice ^= dice << 13
    dice ^= dice >> 7
    dice ^= dice << 17
    return Int((dice >> 33) % UInt64(sides))
  }

  private mutating func append(_ words: String) { text.append(contentsOf: words.utf8) }

  private static func decimal(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1_000).rounded())
    let rest = milliseconds % 1_000
    return "\(milliseconds / 1_000).\(rest < 10 ? "00" : rest < 100 ? "0" : "")\(rest)"
  }

  /// A path with few words in each position, so that none of them looks like a value.
  private static func route(_ endpoint: Int, _ id: String) -> String {
    let letters = Array("abcdefghijklmnopqrst")
    return "/api/list\(letters[endpoint / 10])/\(id)/part\(letters[endpoint % 10])"
  }

  private static func clock(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
