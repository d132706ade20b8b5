import Telemetry

/// All that is remembered of one source of metrics: which paths tell something, and their counters.
///
/// An exposition goes to a `ScrapeSession`, JSON and stub_status to a `JSONSession`; a service
/// that has both tells its requests by one of them only.
package struct MetricsSession {
  /// Longest pause between two probes of a service that tells nothing, in seconds.
  private static let longestPause = 60.0
  /// Scrapes in a row that fail before the service is probed anew.
  private static let patience = 3
  /// Paths of one service that are fetched, follow-ups included.
  private static let pathLimit = 64

  private let presets: PresetSelection
  private var scrapes: ScrapeSession
  private var json: JSONSession
  private var found: [EndpointProbe.Found] = []
  private var followUps: [String] = []
  private var hasSettled = false
  private var lastRefusal: DisplayText?
  private var nextProbe = 0.0
  private var pause = 1.0
  private var failures = 0
  private var hasExposition = false
  private var hasJSON = false
  /// Scrapes for which the exposition, which tells of requests that the JSON beside it tells of as well,
  /// may be missing and still be expected back.
  private var scrapesOfExposedTraffic = 0
  private var reuse = ConnectionReuse()
  /// Whether the last pages that answered held an exposition: JSON does not tell processes apart.
  private var tellsProcesses = false
  /// Seconds of a clock that never jumps.
  private let seconds: @Sendable () -> Double

  /// A session that has seen nothing yet.
  package init(mapping: JSONMapping = JSONMapping(), presets: PresetSelection = .all) {
    self.init(mapping: mapping, presets: presets) { ArrivalTime.now().monotonicSeconds }
  }

  /// A session that goes by a clock of its own.
  init(
    mapping: JSONMapping = JSONMapping(), presets: PresetSelection = .all,
    seconds: @escaping @Sendable () -> Double
  ) {
    self.seconds = seconds
    self.presets = presets
    scrapes = ScrapeSession(presets: presets)
    json = JSONSession(mapping: mapping, presets: presets)
  }

  /// What was made of each family of the last exposition.
  package var decisions: [MetricDecision] { scrapes.decisions }

  /// What the JSON bodies of the last scrape said.
  package var findings: [JSONFindings] { json.findings }

  /// Path and query of each page that tells something, without those that they lead to.
  package var locations: [String] { found.map(\.location) }

  /// Asks the source once and returns what happened since the last time.
  package mutating func scrape(_ fetcher: any Fetcher, source: SourceID) async -> Batch {
    guard let service = fetcher as? any SiblingFetcher else {
      return await scrapeAlone(fetcher, source: source)
    }
    if service.location == "/" {
      if found.isEmpty, let failing = await probe(service, source) { return failing }
    } else if found.isEmpty {
      found = [.init(location: service.location, kind: "", isExposition: false)]
    }
    return await scrape(service, source)
  }

  /// What to ask for: protobuf once text has shown that it leaves out the buckets.
  private var accept: AcceptHeader { scrapes.wantsProtobuf ? .protobufFirst : .textFirst }

  /// Totals since the start of the process, as the last scrape told them.
  package mutating func lifetime(source: SourceID) -> Batch {
    if !hasJSON { return scrapes.lifetime(source: source) }
    let page = json.lifetime(source: source)
    return hasExposition ? MetricsSession.joined(scrapes.lifetime(source: source), page) : page
  }

  private mutating func scrapeAlone(_ fetcher: any Fetcher, source: SourceID) async -> Batch {
    do throws(FetchError) {
      let answer = try await fetcher.fetch(asking: accept)
      return take([SiblingAnswer(location: "/", result: .success(answer))], source)
    } catch {
      return .failing(error.description, source)
    }
  }

  /// Looks for paths that tell something; a batch that says why, where there are none.
  private mutating func probe(_ service: any SiblingFetcher, _ source: SourceID) async -> Batch? {
    let now = ArrivalTime.now().monotonicSeconds
    if let lastRefusal, now < nextProbe { return .failing(lastRefusal, source) }
    let outcome = await EndpointProbe(fetcher: service, presets: presets).run()
    if let failure = outcome.failure {
      lastRefusal = nil
      guard case .timedOut(let seconds) = failure else {
        return .failing(failure.description, source)
      }
      // The probe's own limit may be shorter than that of --timeout.
      return .failing(
        DisplayText(
          "timed out: none of the usual paths answers within \(FetchError.shortest(seconds)) s; "
            + "name the full address of the metrics"), source)
    }
    guard outcome.found.isEmpty else {
      found = outcome.found
      pause = 1
      lastRefusal = nil
      return nil
    }
    let refusal = DisplayText(
      "no metrics found; tried \(outcome.refusalPhrase); "
        + "name the full address of the metrics")
    lastRefusal = refusal
    pause = min(pause * 2, MetricsSession.longestPause)
    nextProbe = ArrivalTime.now().monotonicSeconds + pause
    return .failing(refusal, source)
  }

  private mutating func scrape(_ service: any SiblingFetcher, _ source: SourceID) async -> Batch {
    var locations = found.map(\.location)
    locations += followUps
    let use = reuse.next(
      agreeing: tellsProcesses ? scrapes.scrapesOfOneProcess : 0, isRound: locations.count > 1,
      at: seconds())
    var answers = await service.fetch(locations, asking: accept, withinSeconds: nil, for: use)
    if !hasSettled {
      // An index leads to pages, and a page to narrower ones, all within the first scrape.
      for _ in 0..<3 {
        let more = followUps(of: answers).filter { !locations.contains($0) }
          .prefix(max(0, MetricsSession.pathLimit - locations.count))
        if more.isEmpty { break }
        locations += more
        followUps += more
        answers += await service.fetch(Array(more), withinSeconds: nil)
      }
    }
    let isFailure = !answers.contains { if case .success = $0.result { true } else { false } }
    reuse.note(use, isFailure: isFailure, at: seconds())
    if isFailure, service.location == "/" {
      failures += 1
      // The service may have come back with other paths: what was found is forgotten.
      if failures >= MetricsSession.patience { (found, followUps, hasSettled) = ([], [], false) }
    } else if !isFailure {
      failures = 0
      hasSettled = true
    }
    var batch = take(answers, source)
    if service.location == "/", case .ok = batch.health {
      batch.tellOfPaths(DisplayText(MetricsSession.phrase(found)))
    }
    return batch
  }

  /// Sorts answers by what they are and hands them on.
  private mutating func take(_ answers: [SiblingAnswer], _ source: SourceID) -> Batch {
    var bodies: [JSONBody] = []
    var exposition: FetchedBody?
    var failure: DisplayText?
    var lost: [DisplayText] = []
    var arrival: ArrivalTime?
    for answer in answers {
      switch answer.result {
      case .failure(let error):
        failure = failure ?? error.description
        lost.append(DisplayText("\(answer.location): \(error.description)"))
      case .success(let body):
        arrival = body.arrival
        let sniff = body.bytes.withUnsafeBytes {
          ExpositionSniff($0, contentType: body.contentType)
        }
        let written =
          sniff == .json ? body.bytes.withUnsafeBytes { JSONExposition.text($0) } : nil
        if let written {
          if exposition == nil {
            exposition = body
            exposition?.bytes = written
            exposition?.contentType = ""
          }
        } else if sniff == .json || sniff == .stubStatus {
          bodies.append(JSONBody(location: answer.location, bytes: body.bytes))
        } else if exposition == nil {
          exposition = body
        }
      }
    }
    guard let arrival else {
      return .failing(failure ?? "no answer", source)
    }
    tellsProcesses = exposition != nil
    if exposition == nil, hasExposition, !hasJSON {
      // A health page in the place of the metrics is no metrics: its figures would stand still.
      return .failing("not an exposition but JSON; it was one before", source)
    }
    var batch: Batch?
    if let exposition {
      hasExposition = true
      batch = exposition.bytes.withUnsafeBytes {
        scrapes.ingest(
          $0, contentType: exposition.contentType, wall: exposition.arrival.wall,
          monotonicSeconds: exposition.arrival.monotonicSeconds, source: source)
      }
      if batch?.traffic.isEmpty == false { scrapesOfExposedTraffic = MetricsSession.patience }
    }
    if !bodies.isEmpty {
      hasJSON = true
      var page = json.ingest(
        bodies, wall: arrival.wall, monotonicSeconds: arrival.monotonicSeconds, source: source)
      if scrapesOfExposedTraffic > 0 {
        // The exposition tells of these requests and of this time, this one or the next.
        page.traffic = []
        page.covered = nil
        if exposition == nil { scrapesOfExposedTraffic -= 1 }
      }
      batch = batch.map { MetricsSession.joined($0, page) } ?? page
    }
    var whole = batch ?? .failing("no answer", source)
    whole.notes += lost.prefix(3)
    return whole
  }

  /// An exposition and the JSON of the same service: what the first tells is not told twice.
  private static func joined(_ exposition: Batch, _ page: Batch) -> Batch {
    guard case .ok = exposition.health else { return page }
    guard case .ok = page.health else { return exposition }
    var whole = exposition
    if whole.traffic.isEmpty { whole.traffic = page.traffic }
    whole.queries += page.queries
    let known = Set(exposition.readings.map(\.signal))
    whole.readings += page.readings.filter { !known.contains($0.signal) }
    whole.covered = exposition.covered ?? page.covered
    whole.tally.bytes &+= page.tally.bytes
    whole.tally.lines &+= page.tally.lines
    whole.tally.parsed &+= page.tally.parsed
    whole.tally.unparsed &+= page.tally.unparsed
    whole.recognised += page.recognised
    whole.notes += page.notes
    whole.processNote = whole.processNote ?? page.processNote
    return whole
  }

  private func followUps(of answers: [SiblingAnswer]) -> [String] {
    var found: [String] = []
    for answer in answers {
      guard case .success(let body) = answer.result,
        let findings = try? JSONSession.look(
          JSONBody(location: answer.location, bytes: body.bytes), presets: presets)
      else { continue }
      for location in findings.followUps where !found.contains(location) { found.append(location) }
    }
    return found
  }

  /// `/metrics (prometheus text)`, or paths of one kind together.
  private static func phrase(_ found: [EndpointProbe.Found]) -> String {
    var kinds: [String] = []
    for one in found where !kinds.contains(one.kind) { kinds.append(one.kind) }
    return kinds.map { kind in
      let paths = found.filter { $0.kind == kind }.map(\.location)
      return "\(paths.joined(separator: ", ")) (\(kind))"
    }.joined(separator: "; ")
  }
}
