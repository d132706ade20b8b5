import Collectors
import Curses
import Dashboard
import Dispatch
import Telemetry

/// The loop: events change the model, the model is drawn, the difference is shown.
///
///     collectors ─┐
///     keyboard ───┼─▶ events ─▶ update(model) ─▶ effects
///     clock ──────┘                  └─▶ view(model) ─▶ terminal
///
/// Figures are computed and shown at the next tick, so that a busy source costs no more frames than a
/// quiet one; keys, new sizes and the first batch of each source are answered at once. What is long
/// is done in pieces and beside the loop (`LoopWork`), so that no key waits for it, and the picture of a
/// tick waits while keys are answered (`KeyPause`).
@MainActor
final class DashboardLoop {
  /// What reaches the loop.
  enum Happening: Sendable {
    case event(Event)
    /// What was worked out beside the loop.
    case reckoned(Reckoned)
    /// A picture that waited for the pause after a key to end.
    case pauseEnds
    /// The terminal is gone or a signal asks to end.
    case leave
  }

  private var model: Model
  private let terminal: CursesTerminal
  private let mailbox: Mailbox<Happening>
  private var work: LoopWork
  private let plan: SourcePlan
  private let screen: ScreenOptions
  /// Sources that have not sent a batch yet.
  private var silent: Set<SourceID>
  private var atTick: TickDuties
  private var keyPause = KeyPause()
  /// Whether the picture of a tick waits until no key has come for a while.
  private var isPictureDue = false

  /// A loop for a model that is on the terminal already, for `mailbox` to be answered with.
  init(
    _ model: Model, on terminal: CursesTerminal, _ mailbox: Mailbox<Happening>, work: LoopWork,
    plan: SourcePlan, screen: ScreenOptions, atTick: TickDuties
  ) {
    self.model = model
    self.terminal = terminal
    self.mailbox = mailbox
    self.work = work
    self.plan = plan
    self.screen = screen
    silent = Set(plan.identities.indices)
    self.atTick = atTick
  }

  /// Lets a happening change the model and shows it; without one, does a piece of what waits.
  func answer(_ happening: Happening?) -> Mailbox<Happening>.Next {
    switch happening {
    case .event(.batch(let batch)) where silent.remove(batch.source) == nil: work.add(batch)
    case .event(.batch(let batch)):
      work.foldFirst(batch, &model)
      show()
    case .event(.tick(let time)):
      atTick.perform(
        on: &model, screen, depth: terminal.colorDepth, terminalBytes: terminal.writtenBytes)
      _ = model.update(.tick(time))
      work.tick()
    case .event(let event):
      if case .key(let key) = event {
        keyPause.begin(at: ArrivalTime.now().monotonicSeconds)
        atTick.prepare(for: key, &model, depth: terminal.colorDepth)
      }
      if perform(model.update(event)) { return .end }
      show()
    case .reckoned(let reckoned):
      work.finish(reckoned, &model)
      showTick(work.isTouched ? nil : reckoned.view)
    case .pauseEnds:
      if isPictureDue { showTick(nil) }
    case .leave: return .end
    case nil: break
    }
    let turn = work.turn(&model)
    switch turn {
    case .wait, .again: break
    case .show: showTick(nil)
    case .reckon(let handover):
      let mailbox = mailbox
      Task.detached {
        if let reckoned = handover.reckoned() { mailbox.send(.reckoned(reckoned)) }
      }
    }
    return turn.isBusy ? .again : .wait
  }

  /// Carries out effects; `true` when the program is to end.
  private func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .saveSnapshot(let name, let text):
        _ = model.update(.saved(TextFile.writeAnew(text, to: name)))
      case .copy(let text):
        if !terminal.copy(text) { model.tell("not copied: more than a terminal takes") }
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .setInterval(let seconds):
        let pace = plan.pace
        Task { await pace.set(seconds: seconds) }
      case .refresh:
        let pace = plan.pace
        Task { await pace.hurry() }
      case .readLines(let moment):
        let (plan, mailbox) = (plan, mailbox)
        Task.detached { mailbox.send(.event(.earlierLines(plan.lines(until: moment)))) }
      }
    }
    return false
  }

  /// Shows the picture of a tick, `view` where nothing has changed since that was drawn; the answer to
  /// the next key may come before it and shows the same.
  private func showTick(_ view: View?) {
    let rest = keyPause.remaining(at: ArrivalTime.now().monotonicSeconds)
    if rest > 0 {
      isPictureDue = true
      let mailbox = mailbox
      DispatchQueue.main.asyncAfter(deadline: .now() + rest) { mailbox.send(.pauseEnds) }
    } else if let view {
      isPictureDue = false
      terminal.present(view.buffer, cursor: view.cursor)
    } else {
      show()
    }
  }

  private func show() {
    isPictureDue = false
    model.bringUpToDate()
    let view = View(model)
    terminal.present(view.buffer, cursor: view.cursor)
    work.touch()
  }
}
