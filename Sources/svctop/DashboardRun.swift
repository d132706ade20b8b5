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
/// Batches are folded at once, and figures are computed and shown at the next tick, so that a busy
/// source costs no more frames than a quiet one; keys, new sizes and the first batch of each source
/// are answered at once.
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
  /// Frames after which the code that only reading the past or an odd key needed is given back.
  private static let ticksPerRelease = 20
  /// Longest wait for the collectors: a child that ignores SIGTERM is killed within that time.
  static let leavingSeconds = 2.0

  /// Shows the dashboard until the user quits.
  func run() async throws {
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
    let (events, continuation) = AsyncStream<Happening>.makeStream()
    let tasks = start(terminal, continuation)
    let ticking = DashboardRun.ticks(to: continuation)
    show(&model, on: terminal)
    await answer(events, on: terminal, &model)
    ticking.cancel()
    for task in tasks { task.cancel() }
    // The screen is the user's again while the commands behind the sources come to their end.
    terminal.close()
    await DashboardRun.wait(for: tasks[0], atMostSeconds: DashboardRun.leavingSeconds)
  }

  /// Lets events change the model and shows it, until one of them ends the program.
  private func answer(
    _ events: AsyncStream<Happening>, on terminal: CursesTerminal, _ model: inout Model
  ) async {
    var isFirst = Set(plan.identities.indices)
    var ownUse = OwnUse()
    var ticks = 0
    var watch = try? screen.themeWatch()
    var configurationWatch = ConfigurationWatch(configuration, options: options)
    for await happening in events {
      switch happening {
      case .event(let event):
        if case .tick = event { model.ownCost.add(ownUse.sample()) }
        let effects = model.update(event)
        if perform(effects, on: terminal, &model) { return }
        if case .tick = event {
          ticks += 1
          if ticks.isMultiple(of: DashboardRun.ticksPerRelease) { StartUpCode.release() }
          watch?.apply(to: &model, depth: terminal.colorDepth)
          configurationWatch?.apply(to: &model, screen, depth: terminal.colorDepth)
        }
        if case .batch(let batch) = event, isFirst.remove(batch.source) == nil { continue }
      case .leave: return
      }
      show(&model, on: terminal)
    }
  }

  /// What reaches the loop.
  private enum Happening: Sendable {
    case event(Event)
    /// The terminal is gone or a signal asks to end.
    case leave
  }

  private func start(
    _ terminal: CursesTerminal, _ continuation: AsyncStream<Happening>.Continuation
  ) -> [Task<Void, Never>] {
    let plan = plan
    let collecting = Task.detached {
      await plan.collect { continuation.yield(.event(.batch($0))) }
    }
    let terminalEvents = terminal.events
    let listening = Task {
      for await event in terminalEvents {
        switch event {
        case .key(let key): continuation.yield(.event(.key(key)))
        case .resize(let size): continuation.yield(.event(.resize(size)))
        case .resumed: continuation.yield(.event(.tick(ArrivalTime.now().wall)))
        case .hangup, .terminate: continuation.yield(.leave)
        }
      }
    }
    return [collecting, listening]
  }

  /// A clock on the loop's own queue: a sleeping task would wake two more threads each time.
  private static func ticks(
    to continuation: AsyncStream<Happening>.Continuation
  ) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(
      deadline: .now() + frameSeconds, repeating: frameSeconds, leeway: .milliseconds(50))
    timer.setEventHandler { continuation.yield(.event(.tick(ArrivalTime.now().wall))) }
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

  private func show(_ model: inout Model, on terminal: CursesTerminal) {
    model.bringUpToDate()
    let view = View(model)
    terminal.present(view.buffer, cursor: view.cursor)
  }
}
