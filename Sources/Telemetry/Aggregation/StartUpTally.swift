/// The messages in which a program says that it begins and that it serves, and those between them.
///
/// They are few and stand far back in a log, where the tail of it no longer reaches.
struct StartUpTally {
  private static let beginnings: [StaticString] = [
    "started server process", "starting gunicorn", "booting worker",
    "waiting for application startup", "starting application", "starting service", "starting up",
    "booting puma", "initializing",
  ]
  private static let readiness: [StaticString] = [
    "application startup complete", "uvicorn running on", "startup complete", "ready to serve",
    "listening on", "server started", "now listening", "ready for connections", "ready in",
  ]
  private static let ends = PhraseSearch(readiness)
  /// Most messages are about neither, and are searched once for both.
  private static let either = PhraseSearch(beginnings + readiness)
  /// Longer messages say something else.
  private static let longestMessage = 400
  /// Messages between a beginning and its end that are kept.
  private static let betweenKept = 30
  private static let linesKept = 128

  private var lines: [StartUpLine] = []
  /// Messages that may still be kept as part of a start; 0 outside of one.
  private var rest = 0

  @inline(never)
  mutating func note(_ record: UnsafePointer<LogRecord>, at time: Timestamp, _ source: SourceID) {
    let message = record.pointee.message
    guard message.count < StartUpTally.longestMessage, record.pointee.level < .error else { return }
    let phase: StartUpLine.Phase
    if !StartUpTally.either.hasAny(in: message) {
      guard rest > 0 else { return }
      phase = .between
      rest -= 1
    } else if StartUpTally.ends.hasAny(in: message) {
      phase = .ready
      rest = 0
    } else {
      phase = .beginning
      rest = StartUpTally.betweenKept
    }
    guard lines.count < StartUpTally.linesKept else { return }
    lines.append(
      StartUpLine(
        phase: phase,
        line: LogLine(
          time: time, level: record.pointee.level, text: DisplayText(message, limit: 400),
          source: source)))
  }

  /// What came since the last time.
  mutating func take() -> [StartUpLine] {
    defer { lines = [] }
    return lines
  }
}
