import Telemetry

/// What a tick has to work out: findings, figures and the picture of them.
///
/// A shell that may not keep keys waiting works it out beside its loop:
///
///     model ──▶ Reckoning ──▶ worked out beside the loop ──▶ Reckoned ──▶ model.adopt
///
/// It holds the history, so that whoever folds a batch before it is gone has everything copied
/// that the batch touches. There is but one of each, to be sure of when that is.
package struct Reckoning: ~Copyable, Sendable {
  private var model: Model

  /// What there is to work out of the model as it is now.
  package init(of model: Model) {
    self.model = model
  }

  /// Works it out and lets go of the history.
  ///
  /// Costs what a tick costs.
  package consuming func reckoned() -> Reckoned {
    let revision = model.revision
    let isLive = model.heldAt == nil
    model.reckon()
    return Reckoned(
      figures: model.figures, watch: model.watch, revision: revision, isLive: isLive,
      view: View(model))
  }
}

/// What became of a reckoning.
package struct Reckoned: Sendable {
  let figures: Figures
  let watch: Watch?
  /// The model's revision that it was worked out for.
  let revision: Int
  let isLive: Bool
  /// The model as it then was, drawn; for a model that nobody has touched since.
  package let view: View
}

extension Model {
  /// Lets the detectors look and computes the figures, which a held picture keeps.
  mutating func reckon() {
    guard goingOn == nil else { return look() }
    let rows = WindowRows(of: history, window: settings.window, now: moment, memo: memos.sums)
    look(at: rows)
    refresh(rows)
  }

  /// Takes over what was worked out beside the loop, as far as it is still what is asked for.
  package mutating func adopt(_ reckoned: Reckoned) {
    watch = reckoned.watch
    reckonedRevision = reckoned.revision
    guard reckoned.isLive, goingOn == nil, reckoned.revision == revision else { return }
    show(reckoned.figures)
  }
}
