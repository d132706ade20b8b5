/// Looks for one kind of trouble; one file each in `Detectors`, one line in `DetectorCatalog`.
protocol Detector: Sendable {
  /// The kinds of findings it can make.
  var kinds: [FindingKind] { get }

  /// What it sees; nothing where data is missing or too little.
  func findings(in scene: Scene) -> [Finding]
}

extension Finding {
  /// The finding with a piece of evidence more.
  func showing(
    _ what: String, value: Double? = nil, threshold: Double? = nil, in unit: Target.Unit = .count,
    source: SourceID? = nil, line: UInt64 = 0, range: TimeRange? = nil, sample: DisplayText? = nil
  ) -> Finding {
    var evidence = FindingEvidence(DisplayText(what), value: value, threshold: threshold)
    evidence.unit = unit
    evidence.source = source
    evidence.line = line > 0 ? line : nil
    evidence.range = range
    evidence.sample = sample
    var finding = self
    finding.evidence.append(evidence)
    return finding
  }

  /// The finding with a piece of advice more.
  func advising(_ text: String?) -> Finding {
    guard let text else { return self }
    var finding = self
    finding.advice.append(DisplayText(text))
    return finding
  }

  /// The finding with the time that mending it would save in the window; none is no gain.
  func gaining(_ seconds: Double, _ text: String) -> Finding {
    guard seconds > 0, seconds.isFinite else { return self }
    var finding = self
    finding.gain = FindingGain(seconds: seconds, text: DisplayText(text))
    return finding
  }

  /// The finding with the beginning that all that is remembered shows; `nil` where that shows none.
  func lasting(since beginning: KnownBeginning?, likely reason: String? = nil) -> Finding {
    var finding = since(beginning?.time, likely: reason)
    if case .open? = beginning { finding.isOpen = true }
    return finding
  }

  /// The finding with when it began and how sure it is.
  func since(_ time: Timestamp?, likely reason: String? = nil) -> Finding {
    var finding = self
    finding.since = time
    if let reason { finding.certainty = .likely(DisplayText(reason)) }
    return finding
  }
}

/// Whether few events say enough.
enum Chance {
  /// Whether so many of the requests are over a limit of their p95 that chance hardly explains it
  /// (one in five): two at least, and of 200 requests whatever is over the limit.
  static func tellsSlow(_ slow: Double, among requests: UInt64) -> Bool {
    let slow = UInt64(max(0, slow.rounded()))
    return slow >= 2 && (requests >= 200 || ofAtLeast(slow, among: requests, share: 0.05) <= 0.2)
  }

  /// Whether so many failures are hardly chance (one in ten) where a share of `limit` may fail: two
  /// at least, and of 60 requests whatever is over the limit.
  static func tellsFailing(_ failed: UInt64, among requests: UInt64, limit: Double) -> Bool {
    failed >= 2 && (requests >= 60 || ofAtLeast(failed, among: requests, share: limit) <= 0.1)
  }

  /// Whether so many hits are more than chance gives once in a thousand times, among however many
  /// trials of which a share hits by chance.
  ///
  /// By the normal quantile and the term for skewness of Cornish and Fisher, for few hits scatter
  /// upwards: https://en.wikipedia.org/wiki/Cornish%E2%80%93Fisher_expansion
  static func tellsMore(_ hits: Double, among trials: Double, than share: Double) -> Bool {
    let quantile = 3.09
    let deviation = (trials * share * (1 - share)).squareRoot()
    let skewed = (1 - 2 * share) * (quantile * quantile - 1) / 6
    return hits > trials * share + quantile * deviation + skewed
  }

  /// Probability of at least `hits` among a few hundred `trials`, each of probability `share`.
  static func ofAtLeast(_ hits: UInt64, among trials: UInt64, share: Double) -> Double {
    guard hits > 0 else { return 1 }
    guard hits <= trials else { return 0 }
    // Sum of the lower tail, term by term.
    var term = 1.0
    for _ in 0..<trials { term *= 1 - share }
    var below = 0.0
    for place in 0..<hits {
      below += term
      term *= Double(trials - place) / Double(place + 1) * share / (1 - share)
    }
    return max(0, 1 - below)
  }
}
