/// The time after a key for which nothing but its answer is shown.
///
/// The picture of a second is some 1,260 bytes and an answer 670: on a slow line whoever presses the
/// next key waits behind both. The answer to a key shows all figures that are known, so that nobody
/// who goes on pressing keys sees old ones.
struct KeyPause {
  /// Longer than a key that is held takes to repeat, shorter than a glance.
  static let seconds = 0.06

  private var lastKey = -Double.infinity

  /// A key is answered, at a time of the monotonic clock in seconds.
  mutating func begin(at seconds: Double) {
    lastKey = seconds
  }

  /// How long the pause goes on, in seconds; 0 where there is none.
  func remaining(at seconds: Double) -> Double {
    max(0, lastKey + KeyPause.seconds - seconds)
  }
}
