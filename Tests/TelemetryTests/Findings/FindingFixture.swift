@testable import Telemetry

/// A history that is filled with what a test is about, from second 1,000,000 on.
struct FindingFixture {
  static let start = 1_000_000.0
  var history: History
  private(set) var end = start
  var thresholds = Thresholds()

  /// A history of sources, which are called `s0`, `s1` and so on.
  init(_ kinds: SourceIdentity.Kind...) {
    history = History(
      sources: kinds.enumerated().map { place, kind in
        SourceIdentity(name: DisplayText("s\(place)"[...]), kind: kind, location: "here")
      })
  }

  /// Adds a batch of a source that speaks for `seconds` from `at`, counted from the start.
  mutating func add(
    _ source: SourceID = 0, at: Double, seconds: Double = 5, _ fill: (inout Batch, Double) -> Void
  ) {
    let from = Self.start + at
    var batch = Batch(source, covered: from...(from + seconds))
    fill(&batch, from)
    end = max(end, from + seconds)
    history.fold(batch)
  }

  /// Requests of an endpoint in one slot, with how long each took.
  mutating func requests(
    _ name: String, at: Double, took: [Double], errors: Int = 0, kind: TrafficKind = .endpoint,
    source: SourceID = 0
  ) {
    add(source, at: at) { batch, from in
      batch.traffic = [TrafficDelta(name, at: from, kind: kind, took: took, errors: errors)]
    }
  }

  /// Calls of a statement in one slot, with how long each took.
  mutating func calls(
    _ statement: String, id: UInt64 = 7, at: Double, took: [Double], rows: UInt64? = nil,
    examined: UInt64? = nil, source: SourceID = 0
  ) {
    add(source, at: at) { batch, from in
      var delta = QueryDelta(
        id: id, fingerprint: DisplayText(statement.lowercased()), time: Timestamp(seconds: from),
        calls: UInt64(took.count), latency: LatencyDelta(took))
      if let rows {
        delta.rowsSent = rows
        delta.rowsSentCalls = UInt64(took.count)
      }
      if let examined {
        delta.rowsExamined = examined
        delta.rowsExaminedCalls = UInt64(took.count)
      }
      delta.examples = [
        QueryExample(
          statement: DisplayText(statement), seconds: took.max() ?? 0,
          time: Timestamp(seconds: from), line: 12, source: source)
      ]
      batch.queries = [delta]
    }
  }

  /// Readings of signals of one source at one moment.
  mutating func readings(
    at: Double, source: SourceID = 0, _ values: (Signal, DisplayText, Double)...
  ) {
    add(source, at: at, seconds: 1) { batch, from in
      batch.readings = values.map {
        SignalReading(signal: $0.0, subject: $0.1, time: Timestamp(seconds: from), value: $0.2)
      }
    }
  }

  /// What the detectors say of all of it.
  func findings(_ window: Window = .all) -> [Finding] {
    var history = history
    history.settleAll()
    return Diagnosis(
      of: history, window: window, now: Timestamp(seconds: end), thresholds: thresholds
    ).findings
  }

  /// Findings as `slow-endpoint high`, the worst first.
  func picture(_ window: Window = .all) -> [String] {
    findings(window).map { "\($0.kind.rawValue) \($0.severity.name)" }
  }
}
