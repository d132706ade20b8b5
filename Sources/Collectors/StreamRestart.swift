/// How long to wait before a command that ended is started again.
///
/// A command that succeeds is one that polls, such as `docker logs --since 10s`: what it told of
/// is lost if it is not asked again within that time. One that fails needs time to recover.
struct RestartPause {
  /// How a life of the command came out.
  enum Outcome {
    /// It succeeded and told something new.
    case news
    /// It succeeded and had nothing to add.
    case silence
    case failure
  }

  private static let longest = 60.0
  /// Longest pause after a short life that succeeded.
  private static let longestOfPolls = 4.0
  /// A command that lived this long is taken to work.
  private static let healthyLife = 60.0
  /// A life that took no longer than this costs little, however often.
  private static let shortLife = 1.0
  /// Seconds of pause for each second of a longer life that added nothing: a twentieth of the time
  /// at most goes into reading what is known, as of a file that is unpacked again.
  private static let pausePerIdleSecond = 19.0
  private var seconds = 1.0

  /// Seconds to wait after a life: 1, then twice as long each time, at most 60, or 4 after a
  /// success; 1 again after news or a healthy life, and longer after a long life without news.
  mutating func next(afterLifeOf lived: Double, _ outcome: Outcome = .failure) -> Double {
    if lived >= RestartPause.healthyLife || outcome == .news { seconds = 1 }
    let most = outcome == .failure ? RestartPause.longest : RestartPause.longestOfPolls
    let pause = min(seconds, most)
    seconds = outcome == .news ? 1 : min(most, pause * 2)
    switch outcome {
    case .failure: return pause
    // What was known is read once more with the news.
    case .news: return lived < RestartPause.healthyLife ? max(pause, lived) : pause
    case .silence:
      let rest = RestartPause.pausePerIdleSecond * lived
      return max(pause, lived > RestartPause.shortLife ? rest : min(rest, most))
    }
  }
}
