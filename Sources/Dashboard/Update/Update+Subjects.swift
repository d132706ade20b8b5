import Telemetry

/// Going from a finding to what it is about.
extension Model {
  /// Where the subject of a finding is shown.
  enum SubjectView: Hashable {
    /// It has a detail of its own.
    case place(Place)
    /// It is a row of a pane.
    case row(PaneID, Int)
  }

  /// What the rows of a pane are about, row by row; empty where they open details, and where
  /// nothing is found about them.
  func subjects(in pane: PaneID) -> [FindingSubject] {
    switch pane {
    case .pools: poolsInOrder.map { .pool($0.name, source: $0.source) }
    case .caches: figures.cachesByHitRate.map { .cache($0.name, source: $0.source) }
    case .memory: figures.memory.map { .process($0.name, source: $0.source) }
    case .breakers: figures.breakersByState.map { .breaker($0.name, source: $0.source) }
    case .queues: figures.queues.map { .queue($0.name, source: $0.source) }
    case .sources: history.sources.indices.map { .source($0) }
    default: []
    }
  }

  /// Where the subject of a finding is shown; `nil` for the service as a whole and for what is gone.
  func view(of subject: FindingSubject) -> SubjectView? {
    func row(_ pane: PaneID) -> SubjectView? {
      subjects(in: pane).firstIndex(of: subject).map { .row(pane, $0) }
    }
    switch subject {
    case .endpoint(let name): return figures.endpoint(name).map { _ in .place(.endpoint(name)) }
    case .query(let id): return figures.query(id).map { _ in .place(.query(id)) }
    case .outbound(let name):
      let isKnown = figures.outbound.contains { $0.name == name }
      return isKnown ? .place(.work(.outbound, name)) : nil
    case .task(let name):
      let isKnown = figures.tasks.contains { $0.name == name }
      return isKnown ? .place(.work(.task, name)) : nil
    case .pool: return row(.pools)
    case .cache: return row(.caches)
    case .process: return row(.memory)
    case .breaker: return row(.breakers)
    case .queue: return row(.queues)
    case .source: return row(.sources)
    case .service: return nil
    }
  }

  /// Goes to what the finding on the screen is about.
  mutating func openSubject(of id: Finding.ID) {
    guard let subject = finding(id)?.finding.subject, let view = view(of: subject) else {
      return say("there is nothing more to show of it in this window")
    }
    switch view {
    case .place(let place):
      // Where the finding was reached from the detail of its subject, that is one step back.
      if path.dropLast().last == place {
        back()
      } else {
        path.append(place)
        focus = .queries
        keepFocusInSight()
      }
    case .row(let pane, let row):
      // Alone in front of the finding, so that Esc comes back to it.
      focus = pane
      isZoomed = true
      selection[place, default: [:]][pane] = row
    }
  }
}
