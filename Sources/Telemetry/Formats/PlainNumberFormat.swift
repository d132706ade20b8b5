/// A format whose times are plain numbers, of which it leaves those that may be of another unit.
protocol PlainNumberFormat: LogFormat {
  /// Whether every number is taken: where a user named the format, or the log shows the unit.
  var isSure: Bool { get set }

  /// Whether lines show by their numbers together which unit they have.
  static func isShown(by lines: [[UInt8]]) -> Bool
}

extension PlainNumberFormat {
  static func isShown(by lines: [[UInt8]]) -> Bool { false }

  package func settled(by lines: [[UInt8]]) -> any LogFormat {
    guard Self.isShown(by: lines) else { return self }
    var sure = self
    sure.isSure = true
    return sure
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
