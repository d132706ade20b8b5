import Telemetry

/// Times all detectors on a history of 200 endpoints and 500 statements over five minutes.
enum FindingsBenchmark {
  private static let endpoints = 200
  private static let statements = 500
  private static let slots = 60
  /// The moment at which that history ends.
  static let now = Timestamp(seconds: 1_000_000 + Double(slots * 5))

  static let benchmark = Benchmark(
    name: "findings", arguments: "",
    purpose: "all detectors at 200 endpoints and 500 statements, five minutes"
  ) { _ in
    let history = filled()
    return Work(unit: "runs") {
      for _ in 0..<10 { _ = Diagnosis(of: history, window: .last(300), now: now) }
      return 10
    }
  }

  /// With beginnings before the window, which are looked for once and then known.
  static let again = Benchmark(
    name: "findings-hour", arguments: "",
    purpose: "the same look after look, at the end of an hour"
  ) { _ in
    let hour = 720
    let history = filled(from: slots - hour)
    var tracker = FindingTracker()
    tracker.intervalSeconds = 0
    // The first seconds are taken for the past that is being read, when looks are a second apart.
    _ = tracker.update(history: history, window: .last(300), now: now - 10)
    return Work(unit: "runs") {
      for _ in 0..<10 { _ = tracker.update(history: history, window: .last(300), now: now) }
      return 10
    }
  }

  /// The history that is looked at, from a slot on.
  static func filled(from first: Int = 0) -> History {
    var history = History(
      sources: [SourceIdentity(name: "app", kind: .log, location: "app.log")])
    for slot in first..<slots {
      let time = Timestamp(seconds: 1_000_000 + Double(slot * 5))
      var batch = Batch(source: 0, time: time + 5)
      batch.covered = time...(time + 5)
      for place in 0..<endpoints {
        var statuses = StatusCounts()
        statuses[2] = 20
        batch.traffic.append(
          TrafficDelta(
            name: EndpointName(method: "GET", route: DisplayText("/e\(place)"[...])), time: time,
            statuses: statuses, latency: latency(20, seed: place + slot - first)))
      }
      for place in 0..<statements {
        batch.queries.append(
          QueryDelta(
            id: UInt64(place + 1),
            fingerprint: DisplayText("select a, b from t\(place) where c = ? order by d"[...]),
            time: time, calls: 20, latency: latency(20, seed: place * 3 + slot - first)))
      }
      history.fold(batch)
    }
    return history
  }

  /// Durations from 1 to 900 ms.
  private static func latency(_ count: Int, seed: Int) -> LatencyDelta {
    var histogram: [Int: UInt64] = [:]
    var sum = 0.0
    for place in 0..<count {
      let seconds = 0.001 * Double(1 + (place * 37 + seed * 101) % 900)
      histogram[LogScale.index(of: seconds), default: 0] += 1
      sum += seconds
    }
    return LatencyDelta(
      layout: .logarithmic,
      counts: SparseCounts(
        sorted: histogram.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) }),
      count: UInt64(count), sumSeconds: sum, minSeconds: 0.001, maxSeconds: 0.9)
  }
}
