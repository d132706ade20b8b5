import Collectors
import Dashboard
import Dispatch
import Glibc
import Telemetry
import TextUI

/// The dashboard as lines of text: a summary, then what changes, until it is ended.
///
/// Nothing is drawn and no cursor is moved, so that a screen reader, a pipe or a printer can follow.
@MainActor
struct PlainRun {
  let plan: SourcePlan
  let settings: Settings
  let filter: FilterExpression?
  let screen: ScreenOptions
  let configuration: Configuration
  /// What was given on the command line, which goes before the configuration.
  let options: CommonOptions?

  /// Longest wait for the first word of every source.
  private static let patienceSeconds = 3.0

  private enum Happening: Sendable {
    case batch(Batch)
    case tick(Timestamp)
    case leave
  }

  /// Writes until the user ends it or nobody reads it any more.
  func run() async throws {
    let (events, continuation) = AsyncStream<Happening>.makeStream()
    let keyboard = PlainInput { continuation.yield(.leave) }
    let backlog = Backlog()
    let tasks = collect(continuation, backlog)
    var failure: Failure?
    do throws(Failure) {
      try await tell(events, backlog, hint: keyboard.hint)
    } catch {
      failure = error
    }
    keyboard.close()
    backlog.close()
    for task in tasks { task.cancel() }
    await DashboardRun.wait(for: tasks[0], atMostSeconds: DashboardRun.leavingSeconds)
    if let failure { throw failure }
  }

  /// Writes what events change, until one of them is the end.
  private func tell(
    _ events: AsyncStream<Happening>, _ backlog: Backlog, hint: String
  ) async throws(Failure) {
    let start = ArrivalTime.now().wall
    var model = Model(
      history: History(sources: plan.identities, configuration: configuration.retention),
      settings: settings, theme: .default,
      symbols: .ascii, size: Size(width: 80, height: 24), clock: start, filter: filter)
    model.configure(configuration.preferences(besides: options))
    model.watchForFindings()
    var watch = ConfigurationWatch(configuration, options: options)
    var announcements = Announcements(thresholds: settings.thresholds)
    var silent = Set(plan.identities.indices)
    var hasBegun = false
    for await happening in events {
      var isRead = true
      switch happening {
      case .batch(let batch):
        _ = model.update(.batch(batch))
        backlog.folded(batch)
        silent.remove(batch.source)
      case .tick(let time):
        _ = model.update(.tick(time))
        isRead = try write(takeOver(&watch, to: &model))
        announcements.thresholds = model.settings.thresholds
        model.bringUpToDate()
        if !isRead { break }
        if hasBegun {
          isRead = try write(
            announcements.changes(
              to: model.figures, sources: model.history.sources, at: model.clock))
        } else if silent.isEmpty || time - start >= PlainRun.patienceSeconds {
          hasBegun = true
          announcements.begin(with: model.figures, sources: model.history.sources)
          let notices = [configuration.notice, plan.notice, hint].compactMap(\.self)
          isRead = try write(PlainSummary.lines(of: model) + notices)
        }
      case .leave: isRead = false
      }
      if !isRead { break }
    }
  }

  /// Takes a configuration over that was saved, and says so or why not.
  private func takeOver(_ watch: inout ConfigurationWatch?, to model: inout Model) -> [String] {
    guard watch?.apply(to: &model, screen, depth: .none) == true, let notice = model.notice else {
      return []
    }
    return ["\(CalendarTime(model.clock).clock) \(notice.text)"]
  }

  private func collect(
    _ continuation: AsyncStream<Happening>.Continuation, _ backlog: Backlog
  ) -> [Task<Void, Never>] {
    let plan = plan
    let collecting = Task.detached {
      await plan.collect {
        continuation.yield(.batch($0))
        await backlog.add($0)
      }
    }
    let ticking = Task.detached {
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(1))
        continuation.yield(.tick(ArrivalTime.now().wall))
      }
    }
    return [collecting, ticking]
  }

  private func write(_ lines: [String]) throws(Failure) -> Bool {
    guard !lines.isEmpty else { return true }
    return try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }
}

/// What ends a run without a screen: signals, and `q` where a person sits at the keyboard.
@MainActor
final class PlainInput {
  private var sources: [any DispatchSourceProtocol] = []
  /// How to end, as the last line of the summary.
  let hint: String

  /// Calls `leave`, perhaps more than once.
  init(_ leave: @escaping @MainActor () -> Void) {
    let hasKeyboard = isatty(STDIN_FILENO) == 1
    hint =
      hasKeyboard
      ? "changes follow; q and Enter, or Ctrl-C, ends" : "changes follow; Ctrl-C ends"
    // Whoever reads the lines may go away; the write then says so.
    signal(SIGPIPE, SIG_IGN)
    sources = EndingSignals.listen(on: .main) { _ in MainActor.assumeIsolated { leave() } }
    guard hasKeyboard else { return }
    let keys = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
    keys.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      // The end of the terminal is an end too.
      let isEnd = count <= 0 || bytes[..<max(0, count)].contains { $0 == 0x71 || $0 == 0x51 }
      if isEnd { MainActor.assumeIsolated { leave() } }
    }
    keys.activate()
    sources.append(keys)
  }

  /// Listens no more.
  func close() {
    for source in sources { source.cancel() }
    sources = []
  }
}
