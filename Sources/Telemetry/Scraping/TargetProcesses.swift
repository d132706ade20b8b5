/// The processes that answer on one port, told apart by when they started.
///
/// Several workers without a shared registry take turns in answering; the counters of one must
/// never be compared with those of another. Each keeps the values of its own last scrape.
struct TargetProcesses: Sendable {
  /// What tells a process from the others behind its port.
  ///
  /// Workers that were forked together may have one start time, which is exact to 10 ms; their
  /// `_created` stamps are exact to the microsecond.
  struct Identity: Sendable {
    /// `process_start_time_seconds`; `nil` when the target does not say.
    var start: Double?
    /// The first `_created` of all series; `nil` as long as there is none.
    var created: Double?

    /// When the process began, as well as it is known.
    var began: Double? { start ?? created }

    /// Whether both may be one process, whose first series can come after its first scrape.
    func agrees(with other: Identity) -> Bool {
      start == other.start
        && (created == other.created || created == nil || other.created == nil)
    }
  }

  /// One process with what it last said.
  struct Process: Sendable {
    var identity: Identity
    /// Values by slot; NaN for absent series.
    var values: [Double]
    /// What series had when they were last there that the last scrape lacked, by slot.
    var absent: [Int: Double] = [:]
    var lastScrape: Int

    /// The last value of each series, which what comes is measured from: a series that was away
    /// for a scrape has not begun anew.
    var lastValues: [Double] {
      var last = values
      for (slot, value) in absent {
        while last.count <= slot { last.append(.nan) }
        last[slot] = value
      }
      return last
    }

    /// Notes the values of a scrape, and what series had that it lacks.
    mutating func take(_ new: [Double], scrape: Int) {
      absent = absent.filter { $0.key >= new.count || new[$0.key].isNaN }
      for (slot, value) in values.enumerated()
      where !value.isNaN && (slot >= new.count || new[slot].isNaN) {
        absent[slot] = value
      }
      values = new
      lastScrape = scrape
    }
  }

  private(set) var processes: [Process] = []
  /// Whether a process came back after another had answered.
  private(set) var isAlternating = false
  /// Scrapes in a row, up to the last, that came from one process as far as can be told.
  private(set) var agreeing = 0
  private var last = -1
  private var scrapes = 0
  /// Processes remembered at most, and scrapes after which a silent one is forgotten.
  private static let limit = 16
  private static let patience = 50
  /// How far the clocks of the target and of this host may be apart for a restart to be believed.
  private static let clockTolerance = 1.0

  /// What the answer of a process is to be compared with.
  ///
  /// An unknown start time after the previous scrape is a restart: everything counts from zero.
  /// One from before it belongs to a process that was running unseen: nothing is known yet.
  mutating func origin(
    _ identity: Identity, previousScrape: Timestamp?, now: Timestamp
  ) -> Increases.Origin {
    if let known = processes.firstIndex(where: { $0.identity.agrees(with: identity) }) {
      if last >= 0, known != last { isAlternating = true }
      return .values(processes[known].lastValues)
    }
    guard let start = identity.began, let previousScrape, last >= 0 else { return .unknown }
    let isRestart =
      start >= previousScrape.seconds - TargetProcesses.clockTolerance
      && start <= now.seconds + TargetProcesses.clockTolerance
    guard isRestart, processes[last].identity.began.map({ $0 < start }) ?? false else {
      return .unknown
    }
    if !isAlternating { processes = [] }
    return .zero
  }

  /// The values the process that answered last had before this scrape.
  func previousValues(_ identity: Identity) -> [Double] {
    processes.first { $0.identity.agrees(with: identity) }?.values ?? []
  }

  /// Remembers the values of the process that just answered.
  ///
  /// Others that do not tell who they are may have answered meanwhile, unless `isSure`: where
  /// counters fall, that is a restart or another process.
  mutating func remember(_ values: [Double], _ identity: Identity, isSure: Bool = true) {
    scrapes += 1
    let isNew = !processes.contains { $0.identity.agrees(with: identity) }
    defer {
      agreeing = processes.count == 1 && !isNew && isSure ? agreeing + 1 : 0
    }
    processes.removeAll {
      !$0.identity.agrees(with: identity) && scrapes - $0.lastScrape > TargetProcesses.patience
    }
    if let known = processes.firstIndex(where: { $0.identity.agrees(with: identity) }) {
      processes[known].identity = identity
      processes[known].take(values, scrape: scrapes)
      last = known
      // The others have gone, as those of before a deployment have.
      if processes.count == 1 { isAlternating = false }
      return
    }
    if processes.count >= TargetProcesses.limit,
      let oldest = processes.indices.min(by: {
        processes[$0].lastScrape < processes[$1].lastScrape
      })
    {
      processes.remove(at: oldest)
    }
    processes.append(Process(identity: identity, values: values, lastScrape: scrapes))
    last = processes.count - 1
  }

  /// Renumbers the values after slots were dropped; `kept` holds the old number of each new slot.
  mutating func renumber(_ kept: [Int]) {
    for place in processes.indices {
      let old = processes[place].values
      processes[place].values = kept.map { $0 < old.count ? old[$0] : .nan }
      guard !processes[place].absent.isEmpty else { continue }
      let absent = processes[place].absent
      processes[place].absent = [:]
      for (new, old) in kept.enumerated() { processes[place].absent[new] = absent[old] }
    }
  }

  /// The processes whose values make up the target: all that take turns, or the last one.
  var current: [Process] {
    if isAlternating { return processes }
    return last >= 0 && last < processes.count ? [processes[last]] : []
  }
}
