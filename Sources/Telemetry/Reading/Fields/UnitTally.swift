/// How much a key tells of the unit of the duration under it.
enum UnitRule: UInt8, Sendable {
  /// The key names the unit, or the product that writes the key documents it.
  case stated
  /// Nothing: `duration`, `latency`.
  case open
  /// Most writers mean seconds: `response_time`, `process_time`.
  case usuallySeconds
  /// nginx means seconds, which it writes with three decimals: `request_time`.
  case nginxSeconds
}

/// What the values under one key show about the unit that they all are in.
///
/// | values | unit |
/// |---|---|
/// | whole numbers, most of them from 100,000 on (for loggers of Go from 10,000) | ns |
/// | whole numbers under a key that tells nothing | ms |
/// | whole numbers under one of seconds, if many are 3 and more or one is 100 and more | ms |
/// | numbers most of which are 10 and more | ms: nobody waits so long for most of the answers |
/// | fractions among which a tenth are whole from 3 on, or one is whole from 100 on | ms |
/// | all others, and nginx's three decimals whatever they are | s |
///
/// Jobs take longer than requests: for them it takes numbers sixty times as large.
struct UnitTally: Sendable {
  /// Values that are looked at.
  static let most = 200

  /// Values seen so far.
  private(set) var count = 0
  /// Numbers with a point or an exponent.
  private var fractions = 0
  /// Numbers that do not have three decimals.
  private var uneven = 0
  /// Numbers that are 10 and more.
  private var long = 0
  /// Whole numbers that are 3 and more, which fractions of seconds hardly ever are by chance.
  private var counted = 0
  /// Whole numbers that are 100 and more.
  private var hundreds = 0
  /// Whole numbers that would be minutes of milliseconds.
  private var huge = 0

  /// Adds a value that a request, or a job (`isTask`), had.
  mutating func note(_ number: PlainDuration, isTask: Bool, isGo: Bool) {
    guard count < Self.most else { return }
    count += 1
    let patience = isTask ? 60.0 : 1
    if number.decimals != 3 { uneven += 1 }
    if number.value >= 10 * patience { long += 1 }
    guard number.isWhole else {
      fractions += 1
      return
    }
    if number.value >= 3 * patience { counted += 1 }
    if number.value >= 100 * patience { hundreds += 1 }
    if number.value >= (isGo ? 1e4 : 1e5 * patience) { huge += 1 }
  }

  /// Seconds per unit, by the values so far.
  ///
  /// One value says no more than how a number is read for want of others.
  func unit(_ rule: UnitRule) -> Double {
    guard count > 1 else { return rule == .open && fractions == 0 ? 1e-3 : 1 }
    if huge * 2 > count { return 1e-9 }
    let isLong = long * 2 > count || hundreds > 0
    if fractions == 0 {
      return rule == .open || isLong || counted * 2 >= count ? 1e-3 : 1
    }
    if rule == .nginxSeconds, uneven == 0 { return 1 }
    return isLong || counted * 10 >= count ? 1e-3 : 1
  }
}
