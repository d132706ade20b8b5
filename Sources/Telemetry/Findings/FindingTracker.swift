/// Findings over time: what comes must last before it is told, and what goes must stay away.
///
/// A finding is told once it has been seen for a while, or at once where the first look already
/// shows it, for then it is part of the past that was read. It goes when it has not been seen for
/// longer. Its severity rises at once and falls only when the lower one has lasted.
///
/// Where a log has ended no time passes in which anything could last. While it is read each look is
/// a new one: what is told in the end is what all of it shows, whatever was read first.
package struct FindingTracker: Sendable {
  private struct State: Sendable {
    var finding: Finding
    var firstSeen: Timestamp
    var lastSeen: Timestamp
    /// When its severity was last as high as what is told.
    var lastAsBad: Timestamp
    var isTold: Bool
  }

  /// What an endpoint was told for before it fell silent.
  private struct Pause: Sendable {
    var since: Timestamp
    var lastSeen: Timestamp
  }

  /// What was told for a while, in the words of its beginning: later ones tell of what came after.
  private struct Telling: Sendable {
    var from: Timestamp
    var to: Timestamp
    var findings: [Finding]

    /// Whether the same is told, and as bad; the order may change with each look.
    func isOf(_ told: [Finding]) -> Bool {
      func severities(_ findings: [Finding]) -> [Finding.ID: Severity] {
        Dictionary(findings.map { ($0.id, $0.severity) }, uniquingKeysWith: max)
      }
      return severities(findings) == severities(told)
    }
  }

  /// How long a finding must have been seen before it is told, in seconds.
  package var confirmSeconds = 10.0
  /// How long it must have been gone before it is dropped, in seconds.
  package var releaseSeconds = 20.0
  /// Detectors run no more often than this, in seconds.
  package var intervalSeconds = 5.0
  /// What is seen so soon after the first batch is part of the past that was read, in seconds.
  private static let pastSeconds = 6.0
  /// A moment that is later by more than time has passed is that of more that was read, in seconds.
  ///
  /// Chosen: whoever watches looks more often.
  private static let leapSeconds = 60.0
  /// Changes of what is told that are remembered.
  private static let tellingsKept = 64

  private var states: [Finding.ID: State] = [:]
  private var pauses: [Finding.ID: Pause] = [:]
  /// Oldest first, all of the last window.
  private var tellings: [Telling] = []
  private var lastRun: Timestamp?
  /// The moment that was asked about last, whether the detectors ran or not.
  private var lastAsked: Timestamp?
  /// That of the history when the detectors ran.
  private var lastVersion: Int?
  private var lastWindow: Window?
  private var lastThresholds: Thresholds?
  /// Since when each source told of anything, as of the last run.
  private var lastFirsts: [Timestamp?] = []
  /// When there was something to look at for the first time.
  private var firstData: Timestamp?
  /// The findings and the score as of the last run.
  package private(set) var diagnosis = Diagnosis()

  /// A tracker that has seen nothing.
  package init() {}

  /// Runs the detectors where it is time to, and returns what is to be told, the worst first.
  ///
  /// Another window, other thresholds or a moment before the last one is a new look at everything:
  /// what is seen in it is told at once. So is whatever more was read of a log that has ended, for
  /// which the moment lies before the `clock`. Whoever has the rows of that window at that moment
  /// gives them, so that they are not summed up twice.
  ///
  /// A log that has ended is looked at whenever more of it was read: whoever asks decides how often.
  package mutating func update(
    history: History, window: Window, now: Timestamp, clock: Timestamp? = nil,
    thresholds: Thresholds = Thresholds(), rows: WindowRows? = nil
  ) -> [Finding] {
    let time = clock ?? now
    if history.version > 0, firstData == nil { firstData = time }
    // The past is read in pieces: what it shows is told without waiting.
    let readsPast = firstData.map { time - $0 < FindingTracker.pastSeconds } ?? true
    let isNewLook =
      lastWindow != window || lastThresholds != thresholds || lastRun.map { now < $0 } ?? true
      || now < time && isMoreOfPast(history, now, readsPast)
    lastAsked = now
    if isNewLook { (states, pauses, tellings) = ([:], [:], []) }
    let interval = readsPast ? 1 : intervalSeconds
    if !isNewLook, let lastRun, now - lastRun < interval { return diagnosis.findings }
    lastVersion = history.version
    lastRun = now
    (lastWindow, lastThresholds) = (window, thresholds)
    let rows = rows ?? WindowRows(of: history, window: window, now: now)
    let seen = Diagnosis(
      of: history, rows, thresholds: thresholds, known: beginnings(in: history))
    for finding in seen.findings { note(finding, at: now, isTold: isNewLook || readsPast) }
    release(at: now) { name in
      let row = rows.endpoints.first { $0.name == name }
      return (row?.requests ?? 0) < thresholds.fewestRequests
    }
    let told = CausalPass.ordered(states.values.filter(\.isTold).map(\.finding))
    diagnosis.findings = told
    diagnosis.score = Score(told, unknown: seen.score.unknown)
    remember(told, at: now)
    return told
  }

  /// What was told at a moment of the window; nothing where that is not remembered.
  ///
  /// What is told lasts longer than one look sees it.
  package func told(at moment: Timestamp, in window: Window) -> [Finding] {
    guard window == lastWindow, let telling = tellings.last(where: { $0.from <= moment }),
      moment < telling.to + intervalSeconds
    else { return [] }
    return telling.findings
  }

  /// Whether a log that has ended tells more than when the detectors ran, though no time has passed:
  /// one that is still written to by a clock that is behind goes on by itself.
  private func isMoreOfPast(_ history: History, _ now: Timestamp, _ readsPast: Bool) -> Bool {
    guard let lastAsked, history.version != lastVersion else { return false }
    return readsPast || now == lastAsked || now - lastAsked > FindingTracker.leapSeconds
  }

  /// When the findings at hand began; nothing where more of the past was read since the last run.
  private mutating func beginnings(in history: History) -> [Finding.ID: KnownBeginning] {
    let firsts = history.sources.map { $0.extent?.lowerBound }
    defer { lastFirsts = firsts }
    guard firsts == lastFirsts else { return [:] }
    return states.compactMapValues { state -> KnownBeginning? in
      if let since = state.finding.since { return .at(since) }
      return state.finding.isOpen ? .open : nil
    }
  }

  private mutating func remember(_ told: [Finding], at now: Timestamp) {
    if let last = tellings.last, last.isOf(told) {
      tellings[tellings.count - 1].to = now
      return
    }
    tellings.append(Telling(from: now, to: now, findings: told))
    if tellings.count > FindingTracker.tellingsKept { tellings.removeFirst() }
  }

  /// Drops what has been gone for long enough, and remembers of endpoints that are silent since
  /// when it was so.
  private mutating func release(at now: Timestamp, isSilent: (EndpointName) -> Bool) {
    for (id, state) in states
    where now - state.lastSeen >= (state.isTold ? releaseSeconds : 0.001) {
      states[id] = nil
      guard state.isTold, let since = state.finding.since else { continue }
      pauses[id] = Pause(since: since, lastSeen: state.lastSeen)
    }
    pauses = pauses.filter { id, pause in
      guard case .endpoint(let name) = id.subject else { return false }
      return states[id] == nil && now - pause.lastSeen < Finding.pauseSeconds
        && isSilent(name)
    }
  }

  private mutating func note(_ finding: Finding, at now: Timestamp, isTold: Bool) {
    guard var state = states[finding.id] else {
      var finding = finding
      if let pause = pauses[finding.id] {
        finding.since = min(finding.since ?? pause.since, pause.since)
      }
      states[finding.id] = State(
        finding: isTold ? finding : finding.withBeginning(now), firstSeen: now, lastSeen: now,
        lastAsBad: now,
        isTold: isTold || confirmSeconds <= 0)
      return
    }
    var shown = finding
    if finding.severity >= state.finding.severity {
      state.lastAsBad = now
    } else if now - state.lastAsBad < releaseSeconds {
      shown.severity = state.finding.severity
    } else {
      state.lastAsBad = now
    }
    shown.weight = finding.steadyWeight(after: state.finding.weight)
    // What slides out of the window began no later for that.
    if let known = state.finding.since { shown.since = min(shown.since ?? known, known) }
    state.finding = shown
    state.lastSeen = now
    if isTold || now - state.firstSeen >= confirmSeconds { state.isTold = true }
    states[finding.id] = state
  }
}

extension Finding {
  /// The finding with a beginning, if it has none and one look could not know it.
  fileprivate func withBeginning(_ now: Timestamp) -> Finding {
    var finding = self
    if !isOpen { finding.since = since ?? now }
    return finding
  }
}
