/// Sessions in fixed memory, each of a sample of the identities once there are too many.
///
/// Sessions are joined wherever one goes on in another, so that neither the pieces that a log was
/// read in nor their order changes the answer. Memory: 32 bytes a session.
struct SessionTable: Sendable {
  private let capacity: Int
  /// How long sessions are remembered that ended; for good when `nil`.
  private var memorySeconds: Double?
  private(set) var sampling = SessionSampling()
  /// By identity and first request.
  private(set) var runs: [SessionRun] = []
  private var newest = Timestamp(microseconds: .min)

  init(capacity: Int, memorySeconds: Double? = nil) {
    self.capacity = capacity
    self.memorySeconds = memorySeconds
  }

  /// Since when nothing was forgotten.
  var rememberedSince: Timestamp {
    guard let memorySeconds, !runs.isEmpty else { return Timestamp(microseconds: .min) }
    return newest - memorySeconds
  }

  /// What windows up to an hour need.
  private static let longestWindowSeconds = 3600.0

  /// Adds the sessions of a batch.
  mutating func fold(_ batch: SessionRuns) {
    // A session is remembered until it cannot go on.
    if let known = memorySeconds {
      let needed = SessionTable.longestWindowSeconds + Double(batch.gap) / 1_000_000
      memorySeconds = max(known, needed)
    }
    let before = sampling
    sampling.narrow(to: batch.sampling)
    // What the sample lacks must not make room scarce.
    if sampling != before { runs.removeAll { !sampling.keeps($0.identity) } }
    var others = batch.runs
    if sampling != batch.sampling { others.removeAll { !sampling.keeps($0.identity) } }
    others.weigh(by: sampling)
    runs.merge(others, gap: batch.gap)
    for run in batch.runs where run.last > newest { newest = run.last }
    if let memorySeconds, !runs.isEmpty {
      let oldest = newest - memorySeconds
      runs.removeAll { $0.last < oldest }
    }
    while runs.count > capacity {
      sampling.narrow(for: runs)
      runs.removeAll { !sampling.keeps($0.identity) }
    }
    if sampling != before { runs.weigh(by: sampling) }
    widen()
  }

  /// After a rush keeps more identities again, where what is old goes.
  ///
  /// Sessions that go on at that moment are then known from there on only.
  private mutating func widen() {
    guard memorySeconds != nil, sampling.exponent > 0, runs.count < capacity / 4 else { return }
    sampling.widen()
  }
}

extension [SessionRun] {
  /// Has each stand for as many as the sample says, or more where it did.
  fileprivate mutating func weigh(by sampling: SessionSampling) {
    guard sampling.exponent > 0 else { return }
    for place in indices {
      self[place].exponent = Swift.max(self[place].exponent, sampling.exponent)
    }
  }
}

/// The sessions that each view of the traffic shows.
///
/// Two sources of one vantage are two servers of one service, between which a session may go to
/// and fro; sources of different vantages show the same sessions, and the surest one is asked.
/// Memory: at most four views of two tables of 96 and 192 KiB.
struct SessionStore: Sendable {
  private struct View: Sendable {
    var service: DisplayText
    var vantage: DisplayText
    /// What the windows up to an hour need, and half an hour for sessions to go on.
    var recent = SessionTable(capacity: 3072, memorySeconds: 3600 + SessionRules.gapSeconds)
    var whole = SessionTable(capacity: 6144)

    /// The sessions that may have a request after `start`, of the table that knows more of them.
    func runs(from start: Timestamp) -> [SessionRun] {
      let isFiner = recent.sampling.exponent < whole.sampling.exponent
      return isFiner && start >= recent.rememberedSince ? recent.runs : whole.runs
    }
  }

  private static let mostViews = 4
  private var views: [View] = []
  /// Pause that ends a session, in seconds, as the newest batch has it.
  private(set) var gapSeconds = SessionRules.gapSeconds

  /// Adds the sessions of a batch of `source`; those of a fifth view are not kept.
  mutating func fold(_ runs: SessionRuns, from source: SourceState) {
    gapSeconds = Double(runs.gap) / 1_000_000
    let place = views.firstIndex {
      $0.vantage == source.vantage && $0.service == source.identity.service
    }
    if place == nil, views.count == SessionStore.mostViews { return }
    if place == nil {
      views.append(View(service: source.identity.service, vantage: source.vantage))
    }
    views[place ?? views.count - 1].recent.fold(runs)
    views[place ?? views.count - 1].whole.fold(runs)
  }

  /// The sessions of the view of each service that knows best who asked, and how it knows.
  ///
  /// `start` is the first instant that matters. Of several services the least sure one counts.
  func best(from start: Timestamp) -> (runs: [SessionRun], identity: SessionIdentity)? {
    var chosen: [DisplayText: (view: View, identity: SessionIdentity, sum: Double)] = [:]
    for view in views {
      guard let (identity, sum) = SessionStore.commonest(view.whole.runs) else { continue }
      if let known = chosen[view.service], (known.identity, -known.sum) <= (identity, -sum) {
        continue
      }
      chosen[view.service] = (view, identity, sum)
    }
    let known = chosen.sorted { $0.key < $1.key }.map(\.value)
    guard let identity = known.map(\.identity).max() else { return nil }
    let runs = known.map { $0.view.runs(from: start) }
    return (runs.count == 1 ? runs[0] : runs.flatMap { $0 }, identity)
  }

  /// How most of the requests were told apart, the surer one of two alike, and how many there are.
  private static func commonest(
    _ runs: [SessionRun]
  ) -> (identity: SessionIdentity, requests: Double)? {
    guard !runs.isEmpty else { return nil }
    var sums = [Double](repeating: 0, count: 4)
    for run in runs { sums[Int(run.kind.rawValue)] += Double(run.requests) * run.weight }
    let most = sums.max() ?? 0
    let place = sums.firstIndex(of: most) ?? 0
    return SessionIdentity(rawValue: UInt8(place)).map { ($0, sums.reduce(0, +)) }
  }
}
