import Telemetry

/// A scenario of the demo played into a `History`, without files, clock or network.
///
/// Logs go through format detection and `LogReader`, pages through `JSONSession` and
/// `ScrapeSession`, as the collectors do it.
///
///     var play = ScenarioPlay("ecs", seed: 7)
///     play.play()                                   // the whole past, up to the opening
///     play.play(seconds: 300)                       // five minutes more
///     play.history.endpointRows(.all, now: play.now)
package struct ScenarioPlay: ScenarioReading {
  /// When every scenario opens: 2026-11-18 11:06:40 UTC.
  package static let opening = Timestamp(seconds: 1_795_000_000)

  package private(set) var history: History
  /// The instant up to which everything was read.
  package private(set) var now: Timestamp
  private var scenario: any Scenario
  private var readers: [LogReader]
  private var pages: [Pages]
  private let opening: Timestamp

  /// What is remembered of the pages of one source.
  private struct Pages {
    var source: SourceID
    var path: String
    var json = JSONSession()
    var scrapes = ScrapeSession()
  }

  /// A scenario at the beginning of its past; an unknown name plays the first one.
  package init(
    _ name: String, seed: UInt64 = 1, isRepaired: Bool = false,
    opening: Timestamp = ScenarioPlay.opening
  ) {
    let entry = ScenarioCatalog.entry(name) ?? ScenarioCatalog.all[0]
    let scenario = entry.make(
      ScenarioSetting(seed: seed, opening: opening, isRepaired: isRepaired))
    self.scenario = scenario
    self.opening = opening
    now = scenario.beginning
    var identities: [SourceIdentity] = []
    var logs: [SourceID] = []
    pages = []
    for (source, place) in scenario.sources.enumerated() {
      switch place.place {
      case .log(let file):
        identities.append(
          SourceIdentity(name: DisplayText(place.name), kind: .log, location: DisplayText(file)))
        logs.append(source)
      case .endpoint(let path):
        identities.append(
          SourceIdentity(
            name: DisplayText(place.name), kind: .metrics,
            location: DisplayText("http://127.0.0.1\(path)")))
        pages.append(Pages(source: source, path: path))
      }
    }
    history = History(sources: identities)
    // Formats are found out from the past, as they are from a file that is there already.
    var past = scenario
    let texts = past.advance(to: opening)
    readers = zip(logs, texts).map { source, text in
      ScenarioPlay.reader(of: text, source: source, arrival: scenario.beginning)
    }
  }

  private static func reader(
    of text: [UInt8], source: SourceID, arrival: Timestamp
  ) -> LogReader {
    let sample = text.prefix(1 << 16).lastIndex(of: 0x0A).map { Array(text[...$0]) } ?? text
    let found = sample.withUnsafeBytes { FormatDetection($0) }
    var configuration = LogAccumulator.Configuration()
    configuration.discoverable = LogFormatCatalog.all
    return LogReader(
      source: source, format: found.primary ?? AppLineFormat(), alternates: found.alternates,
      arrival: arrival, configuration: configuration)
  }

  /// Plays on up to the opening.
  package mutating func play(pollSeconds: Double = 10) {
    play(until: opening, pollSeconds: pollSeconds)
  }

  /// Plays on for some time.
  package mutating func play(seconds: Double, pollSeconds: Double = 10) {
    play(until: now + seconds, pollSeconds: pollSeconds)
  }

  private mutating func play(until end: Timestamp, pollSeconds: Double) {
    if now == scenario.beginning { step(to: now) }
    while now < end { step(to: min(now + pollSeconds, end)) }
    history.settle(now: now)
  }

  private mutating func step(to time: Timestamp) {
    now = time
    for (place, text) in scenario.advance(to: time).enumerated() {
      text.withUnsafeBytes { readers[place].read($0, arrival: time) }
      readers[place].flush()
      history.fold(readers[place].takeBatch(at: time, lines: 5))
    }
    let served = scenario.pages(at: time)
    for place in pages.indices {
      var polled = pages[place]
      poll(&polled, served)
      pages[place] = polled
    }
  }

  private mutating func poll(_ pages: inout Pages, _ served: [DemoPage]) {
    let probed = Set(JSONShapeCatalog.paths)
    let wanted = served.filter {
      pages.path == "/" ? probed.contains($0.path) : $0.path == pages.path
    }
    let seconds = now - scenario.beginning
    if let page = wanted.first, page.contentType.hasPrefix("text/plain") {
      let batch = page.body.withUnsafeBytes {
        pages.scrapes.ingest(
          $0, contentType: page.contentType, wall: now, monotonicSeconds: seconds,
          source: pages.source)
      }
      history.fold(batch)
    } else if !wanted.isEmpty {
      history.fold(
        pages.json.ingest(
          wanted.map { JSONBody(location: $0.path, bytes: $0.body) }, wall: now,
          monotonicSeconds: seconds, source: pages.source))
    }
  }

  /// What was read so far, which tests can share.
  package var played: PlayedScenario { PlayedScenario(history: history, now: now) }
}

/// What a scenario has come to: everything that was read, and until when.
package struct PlayedScenario: ScenarioReading, Sendable {
  package let history: History
  package let now: Timestamp

  /// The whole past of a scenario.
  package init(_ name: String, seed: UInt64 = 1, isRepaired: Bool = false) {
    var play = ScenarioPlay(name, seed: seed, isRepaired: isRepaired)
    play.play()
    self = play.played
  }

  fileprivate init(history: History, now: Timestamp) {
    self.history = history
    self.now = now
  }
}

/// Something that read a scenario, and what tests ask it.
package protocol ScenarioReading {
  /// All that was read.
  var history: History { get }
  /// The instant up to which everything was read, which is the end of every window.
  var now: Timestamp { get }
}

extension ScenarioReading {
  /// What is found in all of it, each as `severity id subject`.
  package var findings: [String] {
    Diagnosis(of: history, window: .all, now: now).findings.map { finding in
      "\(finding.severity.name) \(finding.kind.rawValue) \(subject(of: finding))"
    }
  }

  /// What a finding is about, in words that do not change with the seed.
  private func subject(of finding: Finding) -> String {
    switch finding.subject {
    case .endpoint(let name), .outbound(let name), .task(let name): name.description
    case .query(let id):
      history.queryRows(.all, now: now).first { $0.id == id }.map {
        String($0.fingerprint.string.prefix(70))
      } ?? ""
    case .pool(let name, _), .cache(let name, _), .process(let name, _), .breaker(let name, _),
      .queue(let name, _):
      name.string
    case .source(let id): history.sources[id].identity.name.string
    case .service: "service"
    }
  }

  /// The endpoint of that name in everything that was played.
  package func endpoint(_ name: String) -> EndpointRow? {
    history.endpointRows(.all, now: now).first { $0.name.description == name }
  }

  /// The task of that name.
  package func task(_ name: String) -> EndpointRow? {
    history.taskRows(.all, now: now).first { $0.name.description == name }
  }

  /// All calls of statements whose fingerprint holds a text.
  package func queries(_ text: String = "") -> [QueryRow] {
    history.queryRows(.all, now: now)
      .filter { text.isEmpty || $0.fingerprint.string.contains(text) }
  }
}
