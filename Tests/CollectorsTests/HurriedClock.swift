import Synchronization

/// A clock on which waits are over at once, and which tells how long they would have been.
final class HurriedClock: Clock {
  typealias Duration = Swift.Duration

  /// Time since the clock was made, at which it stands still.
  struct Instant: InstantProtocol {
    typealias Duration = Swift.Duration

    var offset = Swift.Duration.zero

    func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }

    func duration(to other: Instant) -> Swift.Duration { other.offset - offset }

    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let most: Int
  private let told = Mutex<[Swift.Duration]>([])

  /// A clock on which so many waits are over at once, and the next one only when it is cancelled.
  init(waits most: Int = .max) {
    self.most = most
  }

  /// How long each wait until now was meant to be.
  var waits: [Swift.Duration] { told.withLock { $0 } }

  var now: Instant { Instant() }

  var minimumResolution: Swift.Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
    let count = told.withLock {
      $0.append(deadline.offset)
      return $0.count
    }
    if count > most { try await Task.sleep(for: .seconds(3600)) }
    try Task.checkCancellation()
  }
}
