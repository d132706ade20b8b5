/// What the keys of a line show about the library that wrote it.
///
/// A duration whose key names no unit is a number of what that library counts in:
///
///     {"time":"2024-01-01T00:00:00Z","level":"INFO","msg":"request","duration":12300000}     ns
///     {"level":"info","duration":12.5,"time":"2024-01-01T00:00:00Z","message":"http"}        ms
///     {"@t":"2024-01-01T00:00:00Z","@mt":"{RequestPath} responded","Elapsed":12.3456}        ms
struct WriterTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// Keys that only Rails and its kin write.
  static let rails = WriterTraits(rawValue: 1)
  /// Keys that only Serilog writes.
  static let serilog = WriterTraits(rawValue: 2)
  static let time = WriterTraits(rawValue: 4)
  static let ts = WriterTraits(rawValue: 8)
  static let level = WriterTraits(rawValue: 16)
  static let msg = WriterTraits(rawValue: 32)
  static let message = WriterTraits(rawValue: 64)
  /// A level in JSON that is a word, and one that starts with a small letter.
  static let levelWord = WriterTraits(rawValue: 128)
  static let smallLevel = WriterTraits(rawValue: 256)
  /// A time that is a number.
  static let epoch = WriterTraits(rawValue: 512)
  /// Keys in the order of slog, which is `time`, `level`, `msg`, or sorted as those of logrus.
  static let goOrder = WriterTraits(rawValue: 1024)
  /// A time as Go writes it.
  static let goStamp = WriterTraits(rawValue: 2048)

  /// A level before the time, as zerolog has them, whose hook adds the time at the end.
  static let levelFirst = WriterTraits(rawValue: 4096)
  /// Keys that only APISIX writes.
  static let apisix = WriterTraits(rawValue: 8192)

  /// What only zerolog writes, where its keys do not show it.
  static let zerolog = WriterTraits(rawValue: 16384)

  /// Adds what the next key of the line shows.
  @inline(__always)
  mutating func add(_ key: WriterTraits) {
    if key == .level && contains(.time) && !contains(.msg)
      || key == .time && isSuperset(of: [.level, .msg])
    {
      insert(.goOrder)
    }
    if key == .time, contains(.level), !contains(.time) { insert(.levelFirst) }
    formUnion(key)
  }

  /// Whether `stamp` is of RFC 3339 as Go's clock writes it: with a zone, which is `Z` for UTC.
  ///
  /// Python writes `+00:00` or no zone at all. Source: https://pkg.go.dev/time#pkg-constants
  @inline(__always)
  static func isGoStamp(_ stamp: Bytes) -> Bool {
    let count = stamp.count
    guard count >= 20, stamp[10] == UInt8(ascii: "T") else { return false }
    if stamp[count &- 1] == UInt8(ascii: "Z") { return true }
    return count >= 25 && stamp[count &- 3] == UInt8(ascii: ":")
      && !stamp.has("+00:00", at: count &- 6)
  }

  /// Seconds that a number whose key names no unit stands for; NaN when it cannot be a duration.
  ///
  /// Where the keys do not tell, a fraction (`isWhole` is false) means seconds and a whole number
  /// milliseconds: that is for lines whose source is not known yet, see `PlainUnits`.
  func seconds(ofPlain number: Double, isWhole: Bool) -> Double {
    if isGo, isWhole, number >= Self.leastNanoseconds { return number * 1e-9 }
    let seconds = isWhole || countsMilliseconds ? number / 1000 : number
    guard isWhole, seconds > Self.longest else { return seconds }
    return number * 1e-9 <= Self.longest ? number * 1e-9 : .nan
  }

  /// Whether the writer's fractions are milliseconds, as its whole numbers are.
  var countsMilliseconds: Bool { !isDisjoint(with: Self.ofMilliseconds) || isZerolog }

  private static let ofMilliseconds: WriterTraits = [.rails, .serilog, .apisix, .zerolog]
  /// Longest time that a whole number of milliseconds may be, in seconds.
  private static let longest = 3600.0
  /// Nothing that is worth a line takes less than a microsecond, so a smaller number is none of
  /// nanoseconds.
  private static let leastNanoseconds = 1000.0

  /// Whether slog or logrus wrote the line, whose durations are Go's: whole nanoseconds.
  ///
  /// bunyan and pino have the same keys, but a number for the level or for the time, or the keys in
  /// another order, and Python another stamp; as `key=value` Go writes a duration with its unit.
  /// Sources: https://pkg.go.dev/log/slog#JSONHandler,
  /// https://pkg.go.dev/github.com/sirupsen/logrus#JSONFormatter
  var isGo: Bool {
    isSuperset(of: [.time, .level, .levelWord, .msg, .goOrder, .goStamp]) && !contains(.epoch)
  }

  /// Whether zerolog wrote the line, whose `Dur` is a fraction of milliseconds; an empty message
  /// has no key.
  ///
  /// Source: https://pkg.go.dev/github.com/rs/zerolog#pkg-variables (DurationFieldUnit)
  private var isZerolog: Bool {
    isSuperset(of: [.time, .level, .smallLevel]) && isDisjoint(with: [.ts, .msg])
      && (contains(.message) || isSuperset(of: [.goStamp, .levelFirst]))
  }
}
