import Dispatch
import Synchronization

/// What waits to be answered on the main thread, whoever sends it; what is urgent goes before the rest.
///
/// Each answer is a block of the main queue. A task that waits for the next message would do, but one
/// that is resumed comes back by way of the threads that collectors and reckonings keep busy, whatever
/// actor it belongs to, and a key that was pressed waits as long.
final class Mailbox<Message: Sendable>: Sendable {
  /// What is to be done after an answer.
  enum Next {
    /// Answer the next message when there is one.
    case wait
    /// Come back, with a message or without, when all that waits for the main thread had its turn.
    case again
    /// Answer nothing any more.
    case end
  }

  private struct State {
    var urgent: [Message] = []
    var others: [Message] = []
    /// Whether anything but what can wait was sent among the others.
    var isAwaited = false
    /// Whether somebody answers.
    var isAnswered = false
    /// Whether a turn is on its way.
    var isCalled = false

    mutating func next() -> Message? {
      if !urgent.isEmpty { return urgent.removeFirst() }
      if others.count <= 1 { isAwaited = false }
      return others.isEmpty ? nil : others.removeFirst()
    }

    /// Whether a turn has to be called for.
    mutating func call() -> Bool {
      let isNeeded = isAnswered && !isCalled && (isAwaited || !urgent.isEmpty)
      if isNeeded { isCalled = true }
      return isNeeded
    }
  }

  /// Messages that wait for another at most.
  private static var mostLeft: Int { 16 }

  private let state = Mutex(State())

  /// Adds a message behind all others, or behind the urgent ones.
  func send(_ message: Message, isUrgent: Bool = false) {
    let isNeeded = state.withLock { state in
      if isUrgent {
        state.urgent.append(message)
      } else {
        state.others.append(message)
        state.isAwaited = true
      }
      return state.call()
    }
    if isNeeded { DispatchQueue.main.async { self.turn() } }
  }

  /// Adds a message behind all others that can wait until one is sent that is not urgent: it wakes nobody,
  /// unless there are many.
  func leave(_ message: Message) {
    let isNeeded = state.withLock { state in
      state.others.append(message)
      if state.others.count > Self.mostLeft { state.isAwaited = true }
      return state.call()
    }
    if isNeeded { DispatchQueue.main.async { self.turn() } }
  }

  @MainActor private var answer: (@MainActor (Message?) -> Next)?
  @MainActor private var ended: CheckedContinuation<Void, Never>?

  /// Empty, and answered by nobody yet.
  nonisolated init() {}

  /// Answers one message after the other, until an answer is `.end`.
  ///
  /// Between two answers other blocks of the main queue have their turn, and so the terminal's own
  /// events come in. `nil` is asked for after `.again` where nothing waits. There may be one such call
  /// at a time.
  @MainActor
  func answer(with answer: @escaping @MainActor (Message?) -> Next) async {
    self.answer = answer
    await withCheckedContinuation { continuation in
      ended = continuation
      let isNeeded = state.withLock { state in
        state.isAnswered = true
        return state.call()
      }
      if isNeeded { DispatchQueue.main.async { self.turn() } }
    }
  }

  @MainActor private func turn() {
    guard let answer else { return }
    switch answer(state.withLock { $0.next() }) {
    case .again: DispatchQueue.main.async { self.turn() }
    case .wait:
      let isNeeded = state.withLock { state in
        state.isCalled = false
        return state.call()
      }
      if isNeeded { DispatchQueue.main.async { self.turn() } }
    case .end:
      state.withLock { $0.isAnswered = false }
      self.answer = nil
      ended?.resume()
      ended = nil
    }
  }
}
