import Collectors
import Curses
import Dashboard
import Dispatch
import Telemetry
import TextUI

/// The loop: events change the model, the model is drawn, the difference is shown.
///
///     collectors ─┐
///     keyboard ───┼─▶ events ─▶ update(model) ─▶ effects
///     clock ──────┘                  └─▶ view(model) ─▶ terminal
///
/// Figures are computed and shown at the next tick, so that a busy source costs no more frames than a
/// quiet one; keys, new sizes and the first batch of each source are answered at once. What is long
/// is done in pieces and beside the loop (`LoopWork`), so that no key waits for it.
@MainActor
struct DashboardRun {
  let plan: SourcePlan
  let settings: Settings
  let filter: FilterExpression?
  let screen: ScreenOptions
  var configuration = Configuration()
  /// What was given on the command line, which goes before the configuration.
  var options: CommonOptions?

  private static let frameSeconds = 1.0
  /// Longest wait for the collectors: a child that ignores SIGTERM is killed within that time.
  static let leavingSeconds = 2.0

  /// Shows the dashboard until the user quits.
  func run() async throws {
    ProcessMemory.shareHeap()
    if screen.plain {
      return await PlainRun(
        plan: plan, settings: settings, filter: filter, screen: screen,
        configuration: configuration, options: options
      ).run()
    }
    let theme = try screen.loadTheme()
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(options: try screen.terminalOptions())
    } catch let error as TerminalError {
      throw Failure.usage(error.description)
    }
    defer { terminal.close() }
    var model = Model(
      history: History(sources: plan.identities, configuration: configuration.retention),
      settings: settings, theme: theme.adapted(to: terminal.colorDepth),
      themes: screen.allThemes().map { $0.adapted(to: terminal.colorDepth) },
      symbols: terminal.symbols, size: terminal.size, clock: ArrivalTime.now().wall,
      filter: filter, hasMouse: screen.mouse)
    model.configure(configuration.preferences(besides: options))
    model.watchForFindings()
    if let notice = terminal.notice ?? configuration.keyWarnings.first { model.tell(notice) }
    let mailbox = Mailbox<Happening>()
    let backlog = Backlog()
    listen(to: terminal, mailbox)
    let collecting = collect(backlog, mailbox)
    let ticking = DashboardRun.ticks(to: mailbox)
    let view = View(model)
    terminal.present(view.buffer, cursor: view.cursor)
    model.isReckonedBeside = true
    var work = LoopWork(backlog: backlog)
    await answer(mailbox, on: terminal, &model, &work)
    ticking.cancel()
    backlog.close()
    collecting.cancel()
    // The screen is the user's again while the commands behind the sources come to their end.
    terminal.close()
    await DashboardRun.wait(for: collecting, atMostSeconds: DashboardRun.leavingSeconds)
  }

  /// Lets events change the model and shows it, until one of them ends the program.
  private func answer(
    _ mailbox: Mailbox<Happening>, on terminal: CursesTerminal, _ model: inout Model,
    _ work: inout LoopWork
  ) async {
    var isFirst = Set(plan.identities.indices)
    var atTick = TickDuties(
      themes: try? screen.themeWatch(),
      configuration: ConfigurationWatch(configuration, options: options))
    var isBusy = false
    while true {
      // What waits to be done is done when nothing else waits, a piece at a time.
      let happening = isBusy ? mailbox.poll() : await mailbox.next()
      switch happening {
      case .event(.batch(let batch)) where isFirst.remove(batch.source) == nil: work.add(batch)
      case .event(.batch(let batch)):
        work.foldFirst(batch, &model)
        show(&model, on: terminal, &work)
      case .event(.tick(let time)):
        atTick.perform(on: &model, screen, depth: terminal.colorDepth)
        _ = model.update(.tick(time))
        work.tick()
      case .event(let event):
        if perform(model.update(event), on: terminal, &model) { return }
        show(&model, on: terminal, &work)
      case .reckoned(let reckoned):
        work.finish(reckoned, &model)
        if work.isTouched {
          show(&model, on: terminal, &work)
        } else {
          terminal.present(reckoned.view.buffer, cursor: reckoned.view.cursor)
        }
      case .leave: return
      case nil: break
      }
      let turn = work.turn(&model)
      isBusy = turn.isBusy
      switch turn {
      case .wait, .again: break
      case .show: show(&model, on: terminal, &work)
      case .reckon(let handover):
        Task.detached {
          if let reckoned = handover.reckoned() { mailbox.send(.reckoned(reckoned)) }
        }
      }
      // The terminal's own events come on this thread, and so only where it is let go.
      if isBusy { await mailbox.letOthersSend() }
    }
  }

  /// What reaches the loop.
  private enum Happening: Sendable {
    case event(Event)
    /// What was worked out beside the loop.
    case reckoned(Reckoned)
    /// The terminal is gone or a signal asks to end.
    case leave
  }

  private func listen(to terminal: CursesTerminal, _ mailbox: Mailbox<Happening>) {
    terminal.listen { event in
      switch event {
      case .key(let key): mailbox.send(.event(.key(key)), isUrgent: true)
      case .resize(let size): mailbox.send(.event(.resize(size)), isUrgent: true)
      case .resumed: mailbox.send(.event(.tick(ArrivalTime.now().wall)))
      case .hangup, .terminate: mailbox.send(.leave, isUrgent: true)
      }
    }
  }

  private func collect(
    _ backlog: Backlog, _ mailbox: Mailbox<Happening>
  ) -> Task<Void, Never> {
    let plan = plan
    return Task.detached {
      await plan.collect {
        mailbox.send(.event(.batch($0)))
        await backlog.add($0)
      }
    }
  }

  /// A clock on the loop's own queue: a sleeping task would wake two more threads each time.
  private static func ticks(
    to mailbox: Mailbox<Happening>
  ) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(
      deadline: .now() + frameSeconds, repeating: frameSeconds, leeway: .milliseconds(50))
    timer.setEventHandler { mailbox.send(.event(.tick(ArrivalTime.now().wall))) }
    timer.activate()
    return timer
  }

  /// Waits until a task is over, and no longer than some seconds.
  static func wait(for task: Task<Void, Never>, atMostSeconds seconds: Double) async {
    let (ends, continuation) = AsyncStream<Void>.makeStream()
    let over = Task.detached {
      await task.value
      continuation.finish()
    }
    let late = Task.detached {
      try? await Task.sleep(for: .seconds(seconds))
      continuation.finish()
    }
    for await _ in ends {}
    over.cancel()
    late.cancel()
  }

  /// Carries out effects; `true` when the program is to end.
  private func perform(
    _ effects: [Effect], on terminal: CursesTerminal, _ model: inout Model
  ) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .saveSnapshot(let name, let text):
        _ = model.update(.saved(TextFile.write(text, to: name)))
      case .copy(let text):
        if !terminal.copy(text) { model.tell("not copied: more than a terminal takes") }
      case .setMouse(let isOn): terminal.setMouse(isOn)
      case .setInterval(let seconds):
        let pace = plan.pace
        Task { await pace.set(seconds: seconds) }
      case .refresh:
        let pace = plan.pace
        Task { await pace.hurry() }
      }
    }
    return false
  }

  private func show(
    _ model: inout Model, on terminal: CursesTerminal, _ work: inout LoopWork
  ) {
    model.bringUpToDate()
    let view = View(model)
    terminal.present(view.buffer, cursor: view.cursor)
    work.touch()
  }
}
