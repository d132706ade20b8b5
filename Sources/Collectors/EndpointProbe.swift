import Telemetry

/// Finds out which of the usual paths of a service tell something.
///
///     1  /metrics, /actuator/prometheus ...   an exposition that counts requests ends the search,
///                                             and so does silence on all of them
///     2  the JSON paths of all shapes          all that are recognised are kept, as one source
///
/// Only GET is used, four requests at a time, each of them short.
struct EndpointProbe {
  /// One path that told something.
  struct Found: Hashable, Sendable {
    var location: String
    /// `prometheus text`, `openmetrics`, or the shapes of JSON.
    var kind: String
    var isExposition: Bool
  }

  /// A path that told nothing, and why.
  struct Refusal: Hashable, Sendable {
    var location: String
    var reason: String
  }

  /// What came of asking all paths.
  struct Outcome: Sendable {
    var found: [Found] = []
    /// What each path answered that told nothing, for the error.
    var refusals: [Refusal] = []
    /// Why the service could not be asked at all.
    var failure: FetchError?

    /// The refusals with the first paths of each reason: a screen has no room for thirty.
    ///
    /// What is not a plain 404 comes first, since it may be what was meant.
    var refusalPhrase: String {
      var reasons: [String] = []
      for refusal in refusals where !reasons.contains(refusal.reason) {
        reasons.append(refusal.reason)
      }
      reasons = reasons.filter { $0 != "404" } + reasons.filter { $0 == "404" }
      return reasons.map { reason in
        let paths = refusals.filter { $0.reason == reason }.map(\.location)
        let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
        return "\(paths.prefix(3).joined(separator: ", "))\(more): \(reason)"
      }.joined(separator: "; ")
    }
  }

  /// Longest wait for one path: nobody waits for a list of misses.
  private static let seconds = 2.0

  let fetcher: any SiblingFetcher
  /// What is asked for; a body that none of it reads tells nothing.
  var presets = PresetSelection.all

  /// Asks the service.
  func run() async -> Outcome {
    var outcome = Outcome()
    // One path first: a service that is down is not asked thirty times.
    let first = await fetcher.fetch(
      [ExpositionPaths.all[0]], withinSeconds: EndpointProbe.seconds)
    for answer in first {
      if case .failure(let error) = answer.result, EndpointProbe.isDown(error) {
        outcome.failure = error
        return outcome
      }
    }
    let others = await fetcher.fetch(
      Array(ExpositionPaths.all.dropFirst()), withinSeconds: EndpointProbe.seconds)
    if let silence = EndpointProbe.silence(first + others) {
      outcome.failure = silence
      return outcome
    }
    for answer in first + others {
      guard !outcome.found.contains(where: \.isExposition) else { break }
      take(answer, &outcome)
    }
    if let exposition = outcome.found.first(where: \.isExposition),
      let body = EndpointProbe.body(of: exposition, in: first + others),
      countsRequests(body)
    {
      outcome.found = [exposition]
      return outcome
    }
    let asked = outcome.found.map(\.location)
    let paths = JSONShapeCatalog.paths.filter { !asked.contains($0) }
    for answer in await fetcher.fetch(paths, withinSeconds: EndpointProbe.seconds) {
      take(answer, &outcome)
    }
    return outcome
  }

  private func take(_ answer: SiblingAnswer, _ outcome: inout Outcome) {
    switch answer.result {
    case .failure(.status(let code)):
      outcome.refusals.append(Refusal(location: answer.location, reason: "\(code)"))
    case .failure(let error):
      outcome.refusals.append(
        Refusal(location: answer.location, reason: EndpointProbe.short(error)))
    case .success(let body):
      guard let found = recognised(body, at: answer.location) else {
        let sniff = EndpointProbe.sniff(body)
        let phrase =
          sniff == .json
          ? "JSON in which nothing is recognised"
          : sniff.isExposition ? "text that is no exposition" : sniff.phrase.string
        outcome.refusals.append(Refusal(location: answer.location, reason: phrase))
        return
      }
      if !outcome.found.contains(where: { $0.location == found.location }) {
        outcome.found.append(found)
      }
    }
  }

  /// What a body is, if it tells something.
  func recognised(_ body: FetchedBody, at location: String) -> Found? {
    let sniff = EndpointProbe.sniff(body)
    switch sniff {
    case .json, .stubStatus:
      let parsed = try? JSONSession.look(
        JSONBody(location: location, bytes: body.bytes), presets: presets)
      guard let findings = parsed, findings.isRecognised else { return nil }
      return Found(
        location: location, kind: findings.shapes.joined(separator: ", "), isExposition: false)
    default:
      guard presets.hasExpositions, sniff.isExposition, EndpointProbe.isReadable(body) else {
        return nil
      }
      return Found(
        location: location, kind: sniff == .openMetrics ? "openmetrics" : "prometheus text",
        isExposition: true)
    }
  }

  private static func sniff(_ body: FetchedBody) -> ExpositionSniff {
    body.bytes.withUnsafeBytes { ExpositionSniff($0, contentType: body.contentType) }
  }

  /// Whether most lines are samples: many a page of text ends its lines in numbers.
  private static func isReadable(_ body: FetchedBody) -> Bool {
    var session = ScrapeSession()
    let batch = body.bytes.withUnsafeBytes {
      session.ingest(
        $0, contentType: body.contentType, wall: body.arrival.wall, monotonicSeconds: 0, source: 0)
    }
    return batch.tally.parsed > 0 && batch.tally.unparsed * 4 <= batch.tally.lines
  }

  private static func body(of found: Found, in answers: [SiblingAnswer]) -> FetchedBody? {
    for answer in answers where answer.location == found.location {
      if case .success(let body) = answer.result { return body }
    }
    return nil
  }

  /// Whether an exposition tells of requests, so that JSON would tell of them once more.
  private func countsRequests(_ body: FetchedBody) -> Bool {
    var session = ScrapeSession(presets: presets)
    _ = body.bytes.withUnsafeBytes {
      session.ingest(
        $0, contentType: body.contentType, wall: body.arrival.wall, monotonicSeconds: 0, source: 0)
    }
    return session.decisions.contains(where: \.use.countsRequests)
  }

  /// Whether an error means that no path of the service would answer.
  private static func isDown(_ error: FetchError) -> Bool {
    switch error {
    case .refused, .unreachable, .unknownHost, .tls, .certificateFile, .secret, .cancelled,
      .protocolViolation, .closed, .closedUnanswered:
      true
    default: false
    }
  }

  /// The time-out, if nothing else was heard.
  private static func silence(_ answers: [SiblingAnswer]) -> FetchError? {
    var last: FetchError?
    for answer in answers {
      guard case .failure(let error) = answer.result, case .timedOut = error else { return nil }
      last = error
    }
    return last
  }

  private static func short(_ error: FetchError) -> String {
    if case .timedOut = error { return "no answer" }
    return String(error.description.string.prefix { $0 != ";" })
  }
}
