/// How long to wait before a command that ended is started again.
struct RestartPause {
  private static let longest = 60.0
  /// A command that lived this long is taken to work.
  private static let healthyLife = 60.0
  /// Seconds of pause for each second of a life that added nothing: a twentieth of the time at most
  /// goes into reading what is known, as of a file that is unpacked again.
  private static let pausePerIdleSecond = 19.0
  private var seconds = 1.0

  /// Seconds to wait after a life: 1, then twice as long each time, at most 60; longer after a long
  /// one that added nothing.
  mutating func next(afterLifeOf lived: Double, addedNothing: Bool = false) -> Double {
    if lived >= RestartPause.healthyLife { seconds = 1 }
    defer { seconds = min(RestartPause.longest, seconds * 2) }
    return addedNothing ? max(seconds, RestartPause.pausePerIdleSecond * lived) : seconds
  }
}
