/// Spells out the conversions of strftime(3), as Apache's `%{...}t` takes them.
///
/// Source: https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
enum StampNotation {
  /// Adds the parts of a stamp to a layout.
  ///
  /// Parts have fixed widths, so that `%Y%m%d` needs nothing between them.
  static func add(
    _ notation: LayoutSource, to layout: inout LayoutBuilder
  ) throws(LayoutError) {
    var notation = notation
    while !notation.isAtEnd {
      let column = notation.column
      guard notation.take(UInt8(ascii: "%")) else {
        layout.add(literal: notation.next)
        notation.position += 1
        continue
      }
      // Flags and widths of the C library do not change what is meant.
      _ = notation.take { "-_0^#EO".utf8.contains($0) }
      guard !notation.isAtEnd else {
        throw LayoutError("nothing after `%` of the time", column: column)
      }
      let letter = notation.next
      notation.position += 1
      try add(letter, column: column, to: &layout)
    }
  }

  private static func add(
    _ letter: UInt8, column: Int, to layout: inout LayoutBuilder
  ) throws(LayoutError) {
    if let part = part(letter) {
      return try layout.add(.stampPart(part), column: column)
    }
    let spelled: String
    switch letter {
    case UInt8(ascii: "T"), UInt8(ascii: "X"): spelled = "%H:%M:%S"
    case UInt8(ascii: "R"): spelled = "%H:%M"
    case UInt8(ascii: "r"): spelled = "%I:%M:%S %p"
    case UInt8(ascii: "F"): spelled = "%Y-%m-%d"
    case UInt8(ascii: "D"), UInt8(ascii: "x"): spelled = "%m/%d/%y"
    case UInt8(ascii: "c"): spelled = "%a %b %e %H:%M:%S %Y"
    case UInt8(ascii: "n"): return layout.add(literal: 0x0A)
    case UInt8(ascii: "t"): return layout.add(literal: 0x09)
    case UInt8(ascii: "%"): return layout.add(literal: letter)
    default:
      let shown = DisplayText(String(decoding: [letter], as: UTF8.self))
      throw LayoutError(
        "`%\(shown)` of a time is not known", column: column,
        hint: "known are %Y %m %d %b %H %M %S %z %F %T %s and their like")
    }
    try add(LayoutSource(spelled, column: column), to: &layout)
  }

  private static func part(_ letter: UInt8) -> StampPart? {
    switch letter {
    case UInt8(ascii: "Y"): .year
    case UInt8(ascii: "y"): .shortYear
    case UInt8(ascii: "m"): .month
    case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"): .monthName
    case UInt8(ascii: "d"), UInt8(ascii: "e"): .day
    case UInt8(ascii: "a"), UInt8(ascii: "A"): .weekday
    case UInt8(ascii: "H"), UInt8(ascii: "I"), UInt8(ascii: "k"), UInt8(ascii: "l"): .hour
    case UInt8(ascii: "M"): .minute
    case UInt8(ascii: "S"): .second
    case UInt8(ascii: "p"), UInt8(ascii: "P"): .halfOfDay
    case UInt8(ascii: "z"), UInt8(ascii: "Z"): .zone
    case UInt8(ascii: "s"): .epoch(perSecond: 1)
    case UInt8(ascii: "f"): .fraction(digits: 6)
    default: nil
    }
  }
}
