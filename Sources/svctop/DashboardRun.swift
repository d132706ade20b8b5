import Collectors
import Curses
import Dashboard
import Dispatch
import Synchronization
import Telemetry
import TextUI

/// The dashboard on a terminal, from its first picture until the user quits.
///
/// Opens the terminal and starts what feeds the loop: collectors, keyboard and clock.
@MainActor
struct DashboardRun {
  let plan: SourcePlan
  let settings: Settings
  let filter: FilterExpression?
  let screen: ScreenOptions
  let configuration: Configuration
  /// What was given on the command line, which goes before the configuration.
  let options: CommonOptions
  /// What shows the same without a screen.
  let alternative: String

  private static let frameSeconds = 1.0
  /// The first tick comes sooner than the others, to show what of the past was read by then.
  private static let firstTickSeconds = 0.25
  /// Deltas of a batch that is folded together with the next tick: those of a second of most sources.
  nonisolated private static let fewDeltas = 512
  /// Longest wait for the collectors: a child that ignores SIGTERM is killed within that time.
  static let leavingSeconds = 2.0

  /// Shows the dashboard until the user quits.
  func run() async throws {
    if screen.plain {
      return try await PlainRun(
        plan: plan, settings: settings, filter: filter, screen: screen,
        configuration: configuration, options: options
      ).run()
    }
    let theme = try screen.loadTheme(configured: configuration.theme)
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(options: try screen.terminalOptions())
    } catch let error as TerminalError {
      throw Failure.usage(error.description(other: alternative))
    }
    defer { terminal.close() }
    let mailbox = Mailbox<DashboardLoop.Happening>()
    let backlog = Backlog()
    listen(to: terminal, mailbox)
    // Read while the rest is got ready.
    let collecting = collect(backlog, mailbox)
    var model = Model(
      history: History(sources: plan.identities, configuration: configuration.retention),
      settings: settings, theme: theme.adapted(to: terminal.colorDepth),
      themes: [theme.adapted(to: terminal.colorDepth)],
      symbols: terminal.symbols, size: terminal.size, clock: ArrivalTime.now().wall,
      filter: filter, hasMouse: screen.mouse)
    model.configure(configuration.preferences(besides: options))
    model.watchForFindings()
    let notices = [
      terminal.notice, configuration.notice, configuration.keyWarning, plan.notice,
    ]
    if let notice = notices.compactMap(\.self).first { model.tell(notice) }
    let ticking = DashboardRun.ticks(to: mailbox)
    let view = View(model)
    terminal.present(view.buffer, cursor: view.cursor)
    model.isReckonedBeside = true
    let loop = DashboardLoop(
      model, on: terminal, mailbox, work: LoopWork(backlog: backlog), plan: plan, screen: screen,
      atTick: TickDuties(
        themes: ThemeWatch(ThemeLibrary(folder: screen.themesDir)),
        configuration: ConfigurationWatch(configuration, options: options)))
    await mailbox.answer { loop.answer($0) }
    ticking.cancel()
    backlog.close()
    collecting.cancel()
    // The screen is the user's again while the commands behind the sources come to their end.
    terminal.close()
    await DashboardRun.wait(for: collecting, atMostSeconds: DashboardRun.leavingSeconds)
  }

  private func listen(to terminal: CursesTerminal, _ mailbox: Mailbox<DashboardLoop.Happening>) {
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
    _ backlog: Backlog, _ mailbox: Mailbox<DashboardLoop.Happening>
  ) -> Task<Void, Never> {
    let plan = plan
    let begun = Mutex<Set<SourceID>>([])
    return Task.detached {
      await plan.collect { batch in
        // What is not shown before the next tick need not wake the loop before.
        let isFirst = begun.withLock { $0.insert(batch.source).inserted }
        if isFirst || batch.deltaCount > Self.fewDeltas {
          mailbox.send(.event(.batch(batch)))
        } else {
          mailbox.leave(.event(.batch(batch)))
        }
        await backlog.add(batch)
      }
    }
  }

  /// A clock on the loop's own queue: a sleeping task would wake two more threads each time.
  private static func ticks(
    to mailbox: Mailbox<DashboardLoop.Happening>
  ) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(
      deadline: .now() + firstTickSeconds, repeating: frameSeconds, leeway: .nanoseconds(0))
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
}
