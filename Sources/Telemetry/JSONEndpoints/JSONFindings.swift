/// What was made of one place in a JSON body, for people who ask why a number is (not) there.
package struct JSONDecision: Hashable, Sendable {
  /// `endpoints.*.total_requests`: keys that name something are `*`, elements of arrays `[]`.
  package var path: DisplayText
  /// "request count", "request duration", a signal ("poolInUse"), or "not counted: ...".
  package var role: DisplayText
  /// The shape that said so: `expvar`, `generic`, `mapping`.
  package var shape: DisplayText
  /// Unit of the values; empty where it does not apply.
  package var unit: DisplayText
}

/// Work of one endpoint or task as a body tells it: totals since the start of the process.
package struct JSONTraffic: Sendable {
  var kind = TrafficKind.endpoint
  /// HTTP method, or empty.
  var method = ""
  /// Path or template or the name of a handler; `nil` for the service as a whole.
  var route: String?
  /// Work done since the start; `nil` when the body does not say.
  var requests: Double?
  /// Of these, those that failed.
  var errors: Double?
  /// Totals by class of status, where they are told.
  var statuses: [Int: Double] = [:]
  /// Seconds of all work since the start.
  var sumSeconds: Double?
  /// How far `sumSeconds` may be off because it was made from a rounded mean.
  var sumUncertainty = 0.0
  /// The mean that `sumSeconds` was made from; `nil` where the sum itself is told.
  var meanSeconds: Double?
  /// The share of failures as the application says; `nil` where failures are counted.
  var errorRate: Double?
  var reported: [ReportedQuantile] = []
  var maxSeconds = Double.nan
  /// Whether the counts cover recent requests only, so that they must not become rates.
  var isRecentOnly = false
  /// Whether the counts are those of several processes together.
  var isOfProcesses = false

  /// What tells it apart from others.
  var key: String { "\(kind.rawValue) \(method) \(route ?? "\u{0}")" }
}

/// One statement that an application lists as slow.
struct JSONStatement: Sendable {
  var statement: String
  var seconds: Double
  /// `nil` when the list does not say when.
  var time: Timestamp?
}

/// Everything that one body says in words of our own, before differences are taken.
package struct JSONFindings: Sendable {
  /// Names of values kept that nothing was made of.
  private static let unknownLimit = 500

  /// Requests, calls and tasks, mostly as totals since the start.
  package internal(set) var traffic: [JSONTraffic] = []
  /// Values of signals; those of counters are totals since the start.
  var readings: [LogReading] = []
  var statements: [JSONStatement] = []
  /// Sizes of the pools that tell no limit: it is unknown once more than the size was open.
  var sizes: [DisplayText: Double] = [:]
  /// Shapes that took part: `expvar`.
  package internal(set) var shapes: [String] = []
  /// Whose view of the traffic it is; see `LogFormat.vantage`.
  package internal(set) var vantage = "app"
  /// What a user should know of the body.
  package internal(set) var notes: [DisplayText] = []
  /// What was made of its numbers, for people who ask; at most 500.
  package internal(set) var decisions: [JSONDecision] = []
  /// Numbers nothing was made of, by path.
  package private(set) var unknown: [DisplayText] = []
  /// How many there are in all.
  package private(set) var unknownCount = 0
  private var unknownPaths: Set<String> = []
  private var decided: Set<JSONDecision> = []
  /// Further addresses of the same service that have to be asked as well.
  package internal(set) var followUps: [String] = []
  /// When the process that answered was started, as Unix time.
  var processStart: Double?
  /// What tells the process that answered from others behind one port.
  var processID: String?
  /// Whether the body is one that is known, although nothing in it can be counted.
  var isKnown = false

  /// Whether something was recognised.
  package var isRecognised: Bool {
    isKnown || !traffic.isEmpty || !readings.isEmpty || !statements.isEmpty || !followUps.isEmpty
  }

  /// Whether the application computed quantiles.
  package var hasQuantiles: Bool { traffic.contains { !$0.reported.isEmpty } }

  /// Nothing yet.
  init() {}

  mutating func decide(_ path: String, _ role: DisplayText, _ shape: String, unit: String = "") {
    let decision = JSONDecision(
      path: DisplayText(path), role: role, shape: DisplayText(shape), unit: DisplayText(unit))
    guard decisions.count < JSONFindings.unknownLimit, decided.insert(decision).inserted else {
      return
    }
    decisions.append(decision)
  }

  mutating func note(_ text: String) {
    let note = DisplayText(text)
    if !notes.contains(note), notes.count < 20 { notes.append(note) }
  }

  /// Adds a value of a signal, where there is one.
  mutating func add(
    _ signal: Signal, _ value: Double?, _ subject: String, at path: String, _ shape: String,
    unit: String = ""
  ) {
    guard let value, value.isFinite else { return }
    readings.append(LogReading(signal, value, subject: DisplayText(subject)))
    decide(path, DisplayText("\(signal)"), shape, unit: unit)
  }

  /// Takes back that nothing was made of a number.
  mutating func forgetUnknown(_ path: String) {
    guard unknownPaths.remove(path) != nil else { return }
    unknownCount -= 1
    unknown.removeAll { $0.string == path }
  }

  /// Takes the number of the process that answered, which tells it from others behind one port.
  mutating func readProcess(_ object: JSONObject, shape: String) {
    for key in ["pid", "process_id", "processId", "worker_pid", "workerPid"] {
      guard let number = object[key]?.number else { continue }
      processID = "\(number)"
      decide(key, "process", shape)
      // Where the page is one record its members are named from the root.
      for path in [key, "$.\(key)"] { forgetUnknown(path) }
      return
    }
  }

  mutating func addUnknown(_ path: String) {
    guard unknownPaths.count < JSONFindings.unknownLimit else {
      unknownCount += 1
      return
    }
    guard unknownPaths.insert(path).inserted else { return }
    unknownCount += 1
    unknown.append(DisplayText(path))
  }
}
