/// Reads GoAccess's `log-format` notation: `%h %^[%d:%t %^] "%r" %s %b "%R" "%u" %T`.
///
/// Source: https://goaccess.io/man#custom-log
enum GoAccessLayout {
  /// The pattern of a layout.
  ///
  /// Date and time stand together there, so that the stamp may have any layout.
  static func pattern(_ source: LayoutSource) throws(LayoutError) -> LayoutPattern {
    var source = source
    var layout = LayoutBuilder()
    while !source.isAtEnd {
      let column = source.column
      guard source.take(UInt8(ascii: "%")) else {
        // A backslash only keeps the shell from reading a quote.
        if source.next == UInt8(ascii: "\\"), source.peek(1) == UInt8(ascii: "\"") {
          source.position += 1
        }
        layout.add(literal: source.next)
        source.position += 1
        continue
      }
      guard !source.isAtEnd else {
        throw LayoutError("nothing after `%`", column: column)
      }
      let letter = source.next
      source.position += 1
      if letter == UInt8(ascii: "d") { takeRestOfStamp(&source) }
      // `%^[` skips to the bracket, also over nothing: `%h %^[` is written for `1.1.1.1 - - [`.
      if letter == UInt8(ascii: "~") { continue }
      try layout.add(field(letter, column), column: column)
    }
    return try layout.finish(column: source.column)
  }

  /// Takes what follows a date up to the end of the stamp: `:%t %^`, ` %t`, `T%t`.
  private static func takeRestOfStamp(_ source: inout LayoutSource) {
    guard source.peek(1) == UInt8(ascii: "%"), source.peek(2) == UInt8(ascii: "t") else { return }
    source.position += 3
    if source.next == UInt8(ascii: " "), source.peek(1) == UInt8(ascii: "%"),
      source.peek(2) == UInt8(ascii: "^"), source.peek(3) == UInt8(ascii: "]")
    {
      source.position += 3
    }
  }

  private static func field(_ letter: UInt8, _ column: Int) throws(LayoutError) -> LayoutField {
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "d"): return .time
    case UInt8(ascii: "t"):
      throw LayoutError("`%t` without `%d` before it", column: column, hint: "write %d:%t or %x")
    case UInt8(ascii: "h"): return .client
    case UInt8(ascii: "e"): return .user
    case UInt8(ascii: "u"): return .agent
    case UInt8(ascii: "r"): return .request
    case UInt8(ascii: "m"): return .method
    case UInt8(ascii: "U"): return .target
    case UInt8(ascii: "q"): return .arguments
    case UInt8(ascii: "s"): return .status
    case UInt8(ascii: "b"): return .bytesSent
    case UInt8(ascii: "v"): return .host
    case UInt8(ascii: "C"): return .cache
    case UInt8(ascii: "T"): return .seconds(unit: 1, digits: .any)
    case UInt8(ascii: "L"): return .seconds(unit: 1e-3, digits: .any)
    case UInt8(ascii: "D"): return .seconds(unit: 1e-6, digits: .any)
    case UInt8(ascii: "n"): return .seconds(unit: 1e-9, digits: .any)
    case UInt8(ascii: "^"), UInt8(ascii: "H"), UInt8(ascii: "R"),
      UInt8(ascii: "M"), UInt8(ascii: "K"), UInt8(ascii: "k"):
      return .skipped
    default:
      let shown = DisplayText(String(decoding: [letter], as: UTF8.self))
      throw LayoutError("`%\(shown)` is not known to GoAccess", column: column)
    }
  }
}
