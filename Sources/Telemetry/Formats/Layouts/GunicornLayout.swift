/// Reads gunicorn's `access_log_format`, which hypercorn shares: `%(h)s`, `%({x-request-id}i)s`.
///
/// Source: https://docs.gunicorn.org/en/stable/settings.html#access-log-format
enum GunicornLayout {
  /// The pattern of a layout without its quotes.
  ///
  /// With `isExact`, `%(L)s` must have six decimals.
  static func pattern(
    _ source: LayoutSource, isExact: Bool = false
  ) throws(LayoutError) -> LayoutPattern {
    var source = source
    var layout = LayoutBuilder()
    while !source.isAtEnd {
      let column = source.column
      guard source.take(UInt8(ascii: "%")) else {
        layout.add(literal: source.next)
        source.position += 1
        continue
      }
      if source.take(UInt8(ascii: "%")) {
        layout.add(literal: UInt8(ascii: "%"))
        continue
      }
      guard source.take(UInt8(ascii: "(")), let name = source.upTo(UInt8(ascii: ")")) else {
        throw LayoutError("`%` without `(name)s`", column: column, hint: "write %(h)s")
      }
      guard source.take(UInt8(ascii: "s")) || source.take(UInt8(ascii: "d")) else {
        throw LayoutError("`%(\(DisplayText(name)))` without `s` after it", column: column)
      }
      try add(name, column, isExact, &layout)
    }
    return try layout.finish(column: source.column)
  }

  /// A pattern of our own, which has no mistakes.
  static func pattern(_ layout: String) -> LayoutPattern {
    do {
      return try pattern(LayoutSource(layout), isExact: true)
    } catch {
      preconditionFailure("\(layout): \(error)")
    }
  }

  private static func add(
    _ name: String, _ column: Int, _ isExact: Bool, _ layout: inout LayoutBuilder
  ) throws(LayoutError) {
    switch name {
    case "t":
      layout.add(literal: UInt8(ascii: "["))
      try layout.add(.time, column: column)
      layout.add(literal: UInt8(ascii: "]"))
    case "p":
      layout.add(literal: UInt8(ascii: "<"))
      try layout.add(.processID, column: column)
      layout.add(literal: UInt8(ascii: ">"))
    default: try layout.add(field(name, isExact), column: column)
    }
  }

  private static func field(_ name: String, _ isExact: Bool) -> LayoutField {
    switch name {
    case "h": return .client
    case "u": return .user
    case "a": return .agent
    case "r", "R": return .request
    case "m": return .method
    case "U", "Uq": return .target
    case "q": return .arguments
    case "s": return .status
    case "b", "B": return .bytesSent
    case "T": return .seconds(unit: 1, digits: .any)
    case "M": return .seconds(unit: 1e-3, digits: .any)
    case "D": return .seconds(unit: 1e-6, digits: .any)
    case "L": return .seconds(unit: 1, digits: isExact ? .six : .any)
    default:
      guard name.hasPrefix("{"), let end = name.firstIndex(of: "}") else { return .skipped }
      return ApacheLayout.named(String(name[name.index(after: name.startIndex)..<end]))
    }
  }
}
