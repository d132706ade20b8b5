import Telemetry

/// One request of a log: who asked, and when in seconds after midnight of 2026-01-01.
struct Visit {
  var second: Int
  var address = "203.0.113.9"
  var user = "-"
  var agent = "curl/8.5.0"

  /// The line that nginx writes about it.
  var line: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let stamp =
      "\(two(1 + second / 86_400))/Jan/2026:\(two(second / 3600 % 24)):\(two(second / 60 % 60)):"
      + two(second % 60)
    return "\(address) - \(user) [\(stamp) +0000] \"GET / HTTP/1.1\" 200 512 \"-\" "
      + "\"\(agent)\" 0.057\n"
  }
}

/// Sessions of logs that were read in pieces.
enum SessionFeed {
  /// Midnight of 2026-01-01.
  static let midnight = Timestamp(seconds: 1_767_225_600)

  /// What one reader makes of some requests.
  static func batch(_ visits: some Sequence<Visit>, source: SourceID = 0) -> Batch {
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read(visits.map(\.line).joined())
    var batch = feed.next()
    batch.source = source
    return batch
  }

  /// A history of batches, of two sources at most.
  static func history(_ batches: [Batch]) -> History {
    var history = History(sources: [
      SourceIdentity(name: "a", kind: .log, location: "a.log"),
      SourceIdentity(name: "b", kind: .log, location: "b.log"),
    ])
    for batch in batches { history.fold(batch) }
    return history
  }

  /// A session without who it was: when it began, how long it lasted, its requests.
  struct Session: Hashable, Comparable, CustomStringConvertible {
    var from: Int
    var seconds: Int
    var requests: Int

    init(_ from: Int, _ seconds: Int, _ requests: Int) {
      self.from = from
      self.seconds = seconds
      self.requests = requests
    }

    init(_ run: SessionRun) {
      self.init(
        Int(run.first - SessionFeed.midnight), Int(run.last - run.first), Int(run.requests))
    }

    var description: String { "\(from)+\(seconds): \(requests)" }

    static func < (left: Session, right: Session) -> Bool {
      (left.from, left.seconds, left.requests) < (right.from, right.seconds, right.requests)
    }
  }

  /// The sessions of some requests, in order, by sorting all of them.
  static func truth(_ visits: [Visit]) -> [Session] {
    var sessions: [Session] = []
    let byVisitor = Dictionary(grouping: visits) { visit in
      visit.user == "-" ? "\(visit.address) \(visit.agent)" : visit.user
    }
    for visits in byVisitor.values {
      var open: Session?
      for second in visits.map(\.second).sorted() {
        if let known = open, second - known.from - known.seconds <= 1800 {
          open = Session(known.from, second - known.from, known.requests + 1)
        } else {
          if let known = open { sessions.append(known) }
          open = Session(second, 0, 1)
        }
      }
      if let known = open { sessions.append(known) }
    }
    return sessions.sorted()
  }
}
