import Dispatch
import Synchronization

/// What waits for a loop on the main actor, whoever sends it; what is urgent goes before the rest.
///
/// An `AsyncStream` has each element cross to another thread and back, which wakes two threads more
/// and keeps a key waiting where the processors are busy.
final class Mailbox<Message: Sendable>: Sendable {
  private struct State {
    var urgent: [Message] = []
    var others: [Message] = []
    var reader: CheckedContinuation<Void, Never>?

    mutating func next() -> Message? {
      if !urgent.isEmpty { return urgent.removeFirst() }
      return others.isEmpty ? nil : others.removeFirst()
    }
  }

  private let state = Mutex(State())

  /// Adds a message behind all others, or behind the urgent ones.
  func send(_ message: Message, isUrgent: Bool = false) {
    let reader = state.withLock { state in
      if isUrgent { state.urgent.append(message) } else { state.others.append(message) }
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume()
  }

  /// The next message, if there is one.
  func poll() -> Message? {
    state.withLock { $0.next() }
  }

  /// Lets everything else that waits for the main actor's thread go first.
  ///
  /// `Task.yield()` would come back by way of the threads that collectors keep busy, and a key that
  /// was pressed waits as long.
  @MainActor
  func letOthersSend() async {
    await withCheckedContinuation { continuation in
      DispatchQueue.main.async { continuation.resume() }
    }
  }

  /// The next message; there may be one reader at a time.
  @MainActor
  func next() async -> Message {
    while true {
      if let message = poll() { return message }
      await withCheckedContinuation { continuation in
        let isEmpty = state.withLock { state in
          let isEmpty = state.urgent.isEmpty && state.others.isEmpty
          if isEmpty { state.reader = continuation }
          return isEmpty
        }
        if !isEmpty { continuation.resume() }
      }
    }
  }
}
