/// What a source is, as far as its name and its kind go.
package struct SourceIdentity: Hashable, Sendable {
  /// Where the bytes come from.
  package enum Kind: String, Sendable {
    /// `log` is text by lines; `metrics` an exposition or JSON that is polled.
    case log, metrics
  }

  /// What the user calls it, or what it is called after its location.
  package var name: DisplayText
  /// Decides which time its rates divide by.
  package var kind: Kind
  /// Path or URL, free of secrets.
  package var location: DisplayText
  /// The service it belongs to; empty unless the user said so.
  package var service: DisplayText = ""

  /// A source with its name, kind and location.
  package init(name: DisplayText, kind: Kind, location: DisplayText, service: DisplayText = "") {
    self.name = name
    self.kind = kind
    self.location = location
    self.service = service
  }
}

/// One source with its health and what became of its input.
package struct SourceState: Sendable {
  /// Which source it is, as the user gave it.
  package internal(set) var identity: SourceIdentity
  /// As its last batch said.
  package internal(set) var health = SourceHealth.waiting
  /// When something was last read successfully; `nil` before the first time.
  package internal(set) var lastSuccess: Timestamp?
  /// Formats or presets in use; empty until one is known.
  package internal(set) var recognised: [DisplayText] = []
  /// Whose view of the traffic it is; empty until that is known.
  package internal(set) var vantage: DisplayText = ""
  /// What a user should know, at most 20; each scrape says it anew.
  package internal(set) var notes: [DisplayText] = []
  /// What was said last of several processes that answer behind one address.
  package internal(set) var processNote: DisplayText?
  /// Whose its pools are, as its last page said.
  private(set) var pools: [PoolIdentity] = []
  /// Whether its file has lines that are older than what was read when it was opened.
  package private(set) var leavesOutOlder = false
  /// Bytes of its past that are yet to be read; `nil` where that is not known.
  package private(set) var unreadBytes: UInt64?
  /// Whether any of it told of a request, a statement, a call, a task or a gauge.
  package private(set) var hasTold = false
  /// What became of all its input since the start.
  package internal(set) var tally = SourceTally()
  /// First and last instant that its records or scrapes speak of.
  package internal(set) var extent: ClosedRange<Timestamp>?
  /// Seconds its scrapes speak for, in slots; empty for logs, which speak for all their time.
  ///
  /// Each scrape speaks for the time that passed since the one before, by a clock that never jumps or
  /// by the stamps of its samples: that adds up. Where they end is told by the wall clock, so that
  /// stretches may overlap when it is set back although no time is told of twice.
  var coverage = TimeTiers<CoverageSlot>()
  /// What was read of it, in slots of the time it was read at.
  private(set) var intake = TimeTiers<IntakeSlot>()

  /// A source nothing was read from yet.
  package init(identity: SourceIdentity) {
    self.identity = identity
  }

  mutating func replaceTexts(_ change: (DisplayText) -> DisplayText) {
    identity.location = change(identity.location)
    if case .failing(let reason) = health { health = .failing(change(reason)) }
    notes = notes.map(change)
    processNote = processNote.map(change)
    tally.unparsedExample = tally.unparsedExample.map(change)
  }

  /// The source as it is, without anything that was counted.
  func emptied() -> SourceState {
    var state = self
    state.tally = SourceTally()
    state.extent = nil
    state.coverage = TimeTiers<CoverageSlot>()
    state.intake = TimeTiers<IntakeSlot>()
    return state
  }

  mutating func fold(_ batch: Batch) {
    health = batch.health
    switch batch.health {
    case .ok, .ended: lastSuccess = max(lastSuccess ?? batch.time, batch.time)
    case .failing, .waiting: break
    }
    if !batch.recognised.isEmpty { recognised = batch.recognised }
    if !batch.vantage.string.isEmpty { vantage = batch.vantage }
    // Each scrape says anew all that there is to say of a target, which may have recovered.
    if identity.kind == .metrics, case .ok = batch.health {
      notes.removeAll()
      processNote = nil
    }
    processNote = batch.processNote ?? processNote
    for note in batch.notes where !notes.contains(note) && notes.count < 20 { notes.append(note) }
    if !batch.pools.isEmpty { pools = batch.pools }
    hasTold = hasTold || batch.tells
    leavesOutOlder = leavesOutOlder || batch.leavesOutOlder
    unreadBytes = batch.unreadBytes ?? unreadBytes
    tally.bytes &+= batch.tally.bytes
    tally.lines &+= batch.tally.lines
    tally.parsed &+= batch.tally.parsed
    tally.unparsed &+= batch.tally.unparsed
    tally.unparsedExample = batch.tally.unparsedExample ?? tally.unparsedExample
    if batch.tally.bytes > 0 {
      intake.merge(
        IntakeSlot(bytes: Double(batch.tally.bytes), lines: Double(batch.tally.lines)),
        at: batch.time)
    }
    guard let covered = batch.covered else { return }
    let known = extent ?? covered
    extent =
      min(known.lowerBound, covered.lowerBound)...max(known.upperBound, covered.upperBound)
    if identity.kind == .metrics {
      coverage.merge(
        CoverageSlot(seconds: covered.upperBound - covered.lowerBound), at: covered.upperBound)
    }
  }

  /// Seconds of a window that this source speaks for: what rates are divided by.
  func coveredSeconds(_ window: Window, _ range: TimeRange, now: Timestamp) -> Double {
    guard let extent else { return 0 }
    if window == .all, identity.kind == .log { return extent.upperBound - extent.lowerBound }
    switch identity.kind {
    case .log:
      return max(0, min(range.to, max(now, extent.upperBound)) - max(range.from, extent.lowerBound))
    case .metrics:
      var seconds = 0.0
      coverage.forEachSummand(in: range, now: now) { seconds += $0.seconds }
      return seconds
    }
  }
}

extension Batch {
  /// Whether anything in it is counted; what is not are messages, which are shown as they are.
  fileprivate var tells: Bool {
    !traffic.isEmpty || !queries.isEmpty || !readings.isEmpty || !lookups.isEmpty
      || !refusals.isEmpty || !startUps.isEmpty
  }
}

/// Seconds of a slot that a source speaks for.
struct CoverageSlot: PlainSlot {
  var seconds: Double

  mutating func merge(_ other: CoverageSlot) {
    seconds += other.seconds
  }
}
