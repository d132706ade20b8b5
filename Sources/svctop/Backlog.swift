import Synchronization
import Telemetry

/// How much of what collectors read is yet to be folded: above a limit they wait.
///
/// A log may be read faster than its minutes can be remembered; what is not read yet costs nothing.
final class Backlog: Sendable {
  /// Deltas that may wait: some megabytes.
  private static let mostDeltas = 16_384

  private struct State {
    var deltas = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
    var isClosed = false

    var hasRoom: Bool { isClosed || deltas < Backlog.mostDeltas }

    mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
      defer { waiting = [] }
      return waiting
    }
  }

  private let state = Mutex(State())

  /// Collectors that wait.
  var waiting: Int { state.withLock { $0.waiting.count } }

  /// Counts a batch in, and waits until there is room for the next.
  func add(_ batch: Batch) async {
    state.withLock { $0.deltas += batch.deltaCount }
    await withCheckedContinuation { continuation in
      let hasRoom = state.withLock { state in
        if !state.hasRoom { state.waiting.append(continuation) }
        return state.hasRoom
      }
      if hasRoom { continuation.resume() }
    }
  }

  /// Notes that a batch, or a piece of one, was folded.
  func folded(_ batch: Batch) {
    let released = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.deltas -= batch.deltaCount
      return state.hasRoom ? state.takeWaiting() : []
    }
    for continuation in released { continuation.resume() }
  }

  /// Lets everyone go who waits, now and later, as nothing is folded any more.
  func close() {
    let released = state.withLock { state in
      state.isClosed = true
      return state.takeWaiting()
    }
    for continuation in released { continuation.resume() }
  }
}
