/// A format whose times are plain numbers, of which it leaves those that may be of another unit.
protocol PlainNumberFormat: LogFormat {
  /// Whether every number is taken: where a user named the format, or the log shows the unit.
  var isSure: Bool { get set }

  /// Whether no number that stands by itself is taken: where those of the log may be no times.
  var isDoubtful: Bool { get set }

  /// Whether lines show by their numbers together which unit they have.
  static func isShown(by lines: [[UInt8]]) -> Bool
}

extension PlainNumberFormat {
  static func isShown(by lines: [[UInt8]]) -> Bool { false }

  package func settled(by lines: [[UInt8]]) -> any LogFormat {
    guard !isSure else { return self }
    var settled = self
    settled.isDoubtful = !BareNumbers.areTimes(in: lines)
    settled.isSure = !settled.isDoubtful && Self.isShown(by: lines)
    return settled
  }
}

extension LogFormat {
  /// The same parser, as one for a log whose user named its format.
  var named: any LogFormat {
    guard var plain = self as? any PlainNumberFormat else { return self }
    plain.isSure = true
    return plain
  }
}
