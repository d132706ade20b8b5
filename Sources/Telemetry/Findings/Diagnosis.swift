/// What is wrong with a service at one moment, and how it scores.
package struct Diagnosis: Hashable, Sendable {
  /// Causes, the worst first; what they explain is among their symptoms.
  package var findings: [Finding]
  /// As `findings` add up to, with the areas of which nothing is known.
  package var score: Score

  /// Nothing wrong and nothing known.
  package init() {
    findings = []
    score = Score([])
  }

  /// What all detectors see in a window of a history.
  ///
  /// Cost: about that of the window's rows. For a picture that is taken once; a running program
  /// asks a `FindingTracker`, which waits before it speaks.
  package init(
    of history: History, window: Window, now: Timestamp, thresholds: Thresholds = Thresholds()
  ) {
    self.init(
      of: history, WindowRows(of: history, window: window, now: now), thresholds: thresholds,
      known: [:])
  }

  /// The same in rows that were summed up, with what is known of when findings began.
  init(
    of history: History, _ rows: WindowRows, thresholds: Thresholds,
    known beginnings: [Finding.ID: KnownBeginning]
  ) {
    let scene = Scene(history: history, rows: rows, thresholds: thresholds, known: beginnings)
    let all = DetectorCatalog.all.flatMap { $0.findings(in: scene) }
    var known: Set<Finding.ID> = []
    let distinct = all.filter { known.insert($0.id).inserted }
    findings = CausalPass(distinct, in: scene).folded()
    score = Score(findings, unknown: scene.unknownAreas)
  }

  /// Adds what was told at that moment and a single look does not see, nor explain by another cause.
  package mutating func add(told: [Finding]) {
    let missing = told.filter { finding in
      !findings.contains { seen in
        seen.id == finding.id
          || seen.symptoms.contains {
            $0.kind == .explained(finding.kind) && $0.subject == finding.subject
          }
      }
    }
    guard !missing.isEmpty else { return }
    findings = CausalPass.ordered(findings + missing)
    score = Score(findings, unknown: score.unknown)
  }
}
