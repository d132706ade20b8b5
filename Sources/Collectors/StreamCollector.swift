import Telemetry

/// Reads lines from stdin, a named pipe or a command until it is closed.
package struct StreamCollector: Sendable {
  /// Where the lines come from.
  package enum Input: Hashable, Sendable {
    case standardInput
    case pipe(path: String)
    case command(String)
  }

  private let input: Input
  private let source: SourceID
  private let formatName: String?
  private let batchSeconds: Double

  /// A collector of one stream.
  package init(
    _ input: Input, source: SourceID, formatName: String?, batchSeconds: Double = 0.5
  ) {
    self.input = input
    self.source = source
    self.formatName = formatName
    self.batchSeconds = batchSeconds
  }

  /// Reads until the stream ends or the task is cancelled; the last batch says that it ended.
  package func run(_ yield: @Sendable (Batch) -> Void) async {
    do {
      switch input {
      case .standardInput: await read(StreamReader.standardInput(), yield)
      case .pipe(let path): await read(try StreamReader.pipe(path: path), yield)
      case .command(let command):
        // Held until the reading is over: it ends the command when it goes.
        let running = try StreamCommand(command)
        await read(running.reader(), yield)
        withExtendedLifetime(running) {}
      }
    } catch let error as SourceError {
      yield(failure(error.description))
    } catch let error as FileTailError {
      yield(failure(error.description))
    } catch {
      yield(failure(DisplayText("\(error)")))
    }
  }

  private func failure(_ reason: DisplayText) -> Batch {
    var batch = Batch(source: source, time: ArrivalTime.now().wall)
    batch.health = .failing(reason)
    return batch
  }

  private func read(
    _ stream: consuming StreamReader, _ yield: @Sendable (Batch) -> Void
  ) async {
    var reader = stream
    var session = LogSession(source: source, formatName: formatName)
    var lastBatch = 0.0
    var isOpen = true
    while isOpen, !Task.isCancelled {
      let outcome = await reader.read(waitingAtMost: batchSeconds) { session.read($0) }
      let now = ArrivalTime.now().monotonicSeconds
      switch outcome {
      case .bytes where now - lastBatch < batchSeconds: continue
      case .bytes, .idle: break
      case .ended: isOpen = false
      case .failed(let error):
        yield(session.failure(DisplayText("cannot read on: \(error)")))
        return
      }
      if let refusal = session.refusal { return yield(session.failure(refusal)) }
      if !isOpen || outcome == .idle { session.flush() }
      lastBatch = now
      if var batch = session.takeBatch(lines: 100) ?? (isOpen ? nil : session.empty()) {
        if !isOpen { batch.health = .ended }
        yield(batch)
      }
    }
  }
}
