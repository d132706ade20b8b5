import Telemetry

/// A service whose JSON endpoints are polled every five seconds.
struct JSONPoll {
  var session: JSONSession
  private(set) var polls = 0
  static let epoch = Timestamp(seconds: 1_800_000_000)

  init(mapping: JSONMapping = JSONMapping()) {
    session = JSONSession(mapping: mapping)
  }

  /// Polls bodies by location.
  @discardableResult
  mutating func poll(_ bodies: (location: String, body: String)...) -> Batch {
    defer { polls += 1 }
    return session.ingest(
      bodies.map { JSONBody(location: $0.location, bytes: Array($0.body.utf8)) },
      wall: JSONPoll.epoch + Double(polls) * 5, monotonicSeconds: Double(polls) * 5, source: 3)
  }

  /// Polls one body.
  @discardableResult
  mutating func poll(_ body: String) -> Batch { poll(("/stats", body)) }
}

extension Batch {
  /// Notes, one a line.
  var notesPicture: String { notes.map(\.string).joined(separator: "\n") }
}
