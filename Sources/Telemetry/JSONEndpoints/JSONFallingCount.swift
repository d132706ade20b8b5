/// A count that fell by less than half, and what it said from then on.
///
/// The count of recent requests rises and falls by small steps. Several processes that answer in
/// turn have a few counts that each only grow, and what is read leaps between them.
struct JSONFallingCount: Sendable {
  /// Counts of as many processes are told apart at most.
  private static let processLimit = 16
  /// Polls of each process, and polls in all, before it is judged.
  private static let leastPollsEach = 2
  private static let leastPolls = 5
  /// What the counts grow by is at most this part of the way that is leapt between them.
  private static let growthShare = 0.2
  /// A rise by this part of a count is one to another process's.
  private static let newProcessShare = 0.1

  /// The last value of each count that only grew.
  private var lasts: [Double]
  private var last: Double
  private var polls = 1
  private var grown = 0.0
  private var leapt = 0.0
  /// Whether there were more counts than so many processes can explain.
  private var isScattered = false

  /// A count that fell from one value to another.
  init(_ before: Double, _ after: Double) {
    lasts = [before]
    last = before
    add(after)
  }

  /// Takes the value of one more poll.
  mutating func add(_ value: Double) {
    polls += 1
    leapt += abs(value - last)
    last = value
    let nearest = lasts.indices.filter { lasts[$0] <= value }.max { lasts[$0] < lasts[$1] }
    if let nearest {
      // A leap to a count that no poll has shown before is a process of its own.
      let step = value - lasts[nearest]
      if step > value * JSONFallingCount.newProcessShare,
        lasts.count < JSONFallingCount.processLimit
      {
        lasts.append(value)
      } else {
        grown += step
        lasts[nearest] = value
      }
    } else if lasts.count < JSONFallingCount.processLimit {
      lasts.append(value)
    } else {
      isScattered = true
    }
  }

  /// Whether there were polls enough to tell the two apart.
  var isJudged: Bool {
    polls >= JSONFallingCount.leastPolls && polls >= lasts.count * JSONFallingCount.leastPollsEach
  }

  /// Whether several processes explain it.
  var takesTurns: Bool {
    isJudged && !isScattered && lasts.count > 1
      && grown <= leapt * JSONFallingCount.growthShare
  }
}
