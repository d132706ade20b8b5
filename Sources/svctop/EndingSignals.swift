import Dispatch
import Glibc

/// The signals that ask a program without a screen to end.
enum EndingSignals {
  /// Calls the handler for each of them, until the sources are cancelled.
  ///
  /// What is ignored from the start stays so: under `nohup` a lost connection is to end nothing. Until
  /// `group` is left they end the program, for which it must have nothing to leave in order yet.
  static func listen(
    on queue: DispatchQueue, entering group: DispatchGroup = DispatchGroup(),
    _ handler: @escaping @Sendable (Int32) -> Void
  ) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT].compactMap { number in
      let before = signal(number, SIG_IGN)
      guard unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else {
        return nil
      }
      // One that is ignored until somebody listens would be lost.
      signal(number, before)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { handler(number) }
      group.enter()
      source.setRegistrationHandler { group.leave() }
      source.activate()
      return source
    }
  }

  /// Does some work to its end; where a signal comes first, cancels it and ends as the signal would.
  ///
  /// Commands behind sources run in process groups of their own, which no signal to this one
  /// reaches: they are ended by the work, which begins when all signals are listened to.
  static func heed(during work: @escaping @Sendable () async -> Void) async {
    let (signals, continuation) = AsyncStream<Int32>.makeStream()
    let group = DispatchGroup()
    let sources = listen(on: .global(), entering: group) { continuation.yield($0) }
    await withCheckedContinuation { ready in group.notify(queue: .global()) { ready.resume() } }
    let task = Task(operation: work)
    let over = Task {
      await task.value
      continuation.finish()
    }
    var caught: Int32?
    for await number in signals {
      caught = number
      break
    }
    if let caught {
      task.cancel()
      await DashboardRun.wait(for: task, atMostSeconds: DashboardRun.leavingSeconds)
      end(by: caught)
    }
    await over.value
    for source in sources {
      source.cancel()
      signal(Int32(source.handle), SIG_DFL)
    }
  }

  /// Ends the program by a signal, so that whoever started it learns what ended it.
  private static func end(by number: Int32) -> Never {
    signal(number, SIG_DFL)
    // Threads of the pool have all signals blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    raise(number)
    exit(128 + number)
  }
}
