/// How to read lines otherwise that cannot be written otherwise.
extension LogAdvice {
  /// How to name the unit of a key where it was guessed; `nil` where it is known.
  static func unit(_ unit: LatencyUnit) -> DisplayText? {
    guard case .guess(let values) = unit.origin else { return nil }
    let other = unit.secondsPerUnit >= 1 ? "ms" : "seconds"
    return DisplayText(
      """
      \(unit.key) is taken for \(unit.name), a guess from \(LatencyUnit.count(values)): put \
      the unit into the key, such as \(unit.key)_ms or \(unit.key)_s; where that cannot be, an expression \
      with groups decides: --format \
      'regex:(?<time>...)...(?<method>...)...(?<path>...)...(?<status>...)...\(unit.key)\\W+(?<\(other)>[0-9.]+)'
      """)
  }

  /// How to have lines read that stand below the names of their columns.
  static func columns(_ header: ColumnHeader) -> DisplayText {
    DisplayText(
      """
      the first line names columns, which no format reads by itself: name them with --format \
      'regex:\(header.expression)'
      """)
  }
}
