import Telemetry

/// Reads lines from stdin, a named pipe or a command until it is closed.
package struct StreamCollector: Sendable {
  /// Where the lines come from.
  package enum Input: Hashable, Sendable {
    /// Whatever was piped into svctop.
    case standardInput
    /// A named pipe, read until its last writer has closed it.
    case pipe(path: String)
    /// For /bin/sh; the last line it writes to stderr stands in the message when it fails.
    case command(String)
  }

  private let input: Input
  private let source: SourceID
  private let preferences: LogPreferences
  private let restarts: Bool
  private let batchSeconds: Double
  private let clock: any Clock<Duration>

  /// A collector of one stream.
  ///
  /// A command that ended is started again, after a pause, if the stream `restarts`; one that
  /// succeeded and had nothing to add is no failure. Pauses are those of the `clock`.
  package init(
    _ input: Input, source: SourceID, preferences: LogPreferences = .init(), restarts: Bool = false,
    batchSeconds: Double = 0.5, clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.input = input
    self.source = source
    self.preferences = preferences
    self.restarts = restarts
    self.batchSeconds = batchSeconds
    self.clock = clock
  }

  /// Reads until the stream ends or the task is cancelled; the last batch says that it ended.
  package func run(_ yield: @Sendable (Batch) async -> Void) async {
    var session = LogSession(source: source, preferences: preferences)
    do {
      switch input {
      case .standardInput:
        await readOnce(StreamReader.standardInput(), &session, yield)
      case .pipe(let path):
        await readOnce(try StreamReader.pipe(path: path), &session, yield)
      case .command(let command): try await repeatedly(command, &session, yield)
      }
    } catch let error as SourceError {
      await yield(session.failure(error.description))
    } catch let error as FileTailError {
      await yield(session.failure(error.description))
    } catch {
      await yield(session.failure(DisplayText("\(error)")))
    }
  }

  private func readOnce(
    _ stream: consuming StreamReader, _ session: inout LogSession,
    _ yield: @Sendable (Batch) async -> Void
  ) async {
    var output = RepeatedOutput()
    guard await read(stream, &session, &output, yield) else { return }
    await yield(ended(&session))
  }

  private func ended(_ session: inout LogSession) -> Batch {
    var batch = session.takeBatch(lines: 100) ?? session.empty()
    batch.health = .ended
    return batch
  }

  /// Runs a command, and again when it has ended, if that is wanted.
  private func repeatedly(
    _ command: String, _ session: inout LogSession, _ yield: @Sendable (Batch) async -> Void
  ) async throws {
    var pause = RestartPause()
    var output = RepeatedOutput()
    while !Task.isCancelled {
      let start = ArrivalTime.now().monotonicSeconds
      let known = output.total
      guard let life = try await live(command, &session, &output, yield) else { return }
      if Task.isCancelled { return }
      guard restarts else {
        let last = ended(&session)
        // A command that failed without a word is no source that was read.
        if life.exit == .status(0) || last.tally.bytes > 0 { await yield(last) }
        if life.exit != .status(0) { await yield(session.failure(DisplayText(life.description))) }
        return
      }
      let outcome = outcome(of: life, hasNews: output.total > known, wasRead: known > 0)
      let seconds = pause.next(
        afterLifeOf: ArrivalTime.now().monotonicSeconds - start, outcome)
      switch outcome {
      case .news: if let batch = session.takeBatch(lines: 100) { await yield(batch) }
      // All that there is to say was said; what is asked again may have more to say some time.
      case .silence: await yield(ended(&session))
      case .failure:
        let reason = DisplayText("\(life.description); starting again in \(Int(seconds)) s")
        await yield(session.failure(reason))
      }
      // Cancelled, it ends with the loop.
      try? await clock.sleep(for: .seconds(seconds))
      output.restart()
    }
  }

  /// How a life came out; one that never wrote anything is no source that works.
  private func outcome(of life: Life, hasNews: Bool, wasRead: Bool) -> RestartPause.Outcome {
    guard life.exit == .status(0), hasNews || wasRead else { return .failure }
    return hasNews ? .news : .silence
  }

  /// How one run of a command ended.
  private struct Life {
    var exit: StreamCommand.Exit
    /// The last line it wrote to stderr.
    var lastWords: String

    var description: String {
      "exec: \(exit.description)" + (lastWords.isEmpty ? "" : ": \(lastWords)")
    }
  }

  /// Runs a command once; `nil` when there is no use in running it again.
  private func live(
    _ command: String, _ session: inout LogSession, _ output: inout RepeatedOutput,
    _ yield: @Sendable (Batch) async -> Void
  ) async throws -> Life? {
    let running = try StreamCommand(command)
    let complaints = Task { await StreamCollector.lastLine(of: running.errors) }
    let isReadable = await withTaskCancellationHandler {
      await read(running.reader(), &session, &output, yield)
    } onCancel: {
      // At once, as whoever cancels may be about to leave without waiting.
      running.terminate()
    }
    let exit = await running.ending()
    complaints.cancel()
    let lastWords = await complaints.value
    return isReadable ? Life(exit: exit, lastWords: lastWords) : nil
  }

  /// The last line that comes before the task is cancelled or the stream ends.
  private static func lastLine(of errors: FileDescriptor) async -> String {
    var last: [UInt8] = []
    func take(_ chunk: Bytes) {
      let line = chunk.split(separator: 0x0A).last
      if let line { last = Array(line.prefix(400)) }
    }
    var reader = StreamReader(errors)
    while case .bytes = await reader.read(take) {}
    // What was written just before the end is still in the pipe.
    while case .bytes = reader.readNow(take) {}
    reader.finish(take)
    return String(decoding: last, as: UTF8.self)
  }

  /// Reads until the stream ends; `false` when it broke or is no log, which was told then.
  private func read(
    _ stream: consuming StreamReader, _ session: inout LogSession,
    _ output: inout RepeatedOutput, _ yield: @Sendable (Batch) async -> Void
  ) async -> Bool {
    var reader = stream
    var lastBatch = 0.0
    var droppedLines = 0
    while !Task.isCancelled {
      let outcome = await reader.read(waitingAtMost: batchSeconds) { chunk in
        output.read(chunk) { session.read($0) }
      }
      session.addDropped(lines: reader.droppedLines - droppedLines)
      droppedLines = reader.droppedLines
      switch outcome {
      case .bytes: break
      case .idle: output.pause { session.read($0) }
      case .ended, .failed: output.finish { session.read($0) }
      }
      let now = ArrivalTime.now().monotonicSeconds
      if let refusal = session.refusal {
        await yield(session.failure(refusal))
        return false
      }
      switch outcome {
      case .bytes where now - lastBatch < batchSeconds: continue
      case .bytes: break
      case .idle: session.flush()
      case .ended:
        session.flush()
        return true
      case .failed(let error):
        await yield(session.failure(DisplayText("cannot read on: \(error)")))
        return false
      }
      lastBatch = now
      if let batch = session.takeBatch(lines: 100) { await yield(batch) }
    }
    return true
  }
}
