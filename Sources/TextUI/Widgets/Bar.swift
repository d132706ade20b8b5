/// A horizontal gauge.
///
///     █████████▉      a tenth of a cell less than full, with room for more
package struct Bar: Widget, Hashable, Sendable {
  /// 0 for empty, 1 for the whole width; nil draws nothing, as for a value not known.
  package var fraction: Double?
  /// Where the limit stands, 0 to 1.
  package var limit: Double?
  /// Of the filled part.
  package var style: Style
  /// Of the mark at the limit; over the filled part it is drawn reversed.
  package var limitStyle: Style

  /// A gauge; more than full looks full.
  package init(
    fraction: Double?, limit: Double? = nil, style: Style = .plain, limitStyle: Style = .plain
  ) {
    self.fraction = fraction
    self.limit = limit
    self.style = style
    self.limitStyle = limitStyle
  }

  /// Draws one row and blanks what is left of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard !rect.isEmpty else { return }
    let origin = rect.origin
    let line = text(width: rect.width, symbols: buffer.symbols)
    let used = buffer.write(line, at: origin, style: style, maxWidth: rect.width)
    guard let limit = limit.finite else { return }
    let column = rounded(limit * Double(rect.width), in: 0...rect.width - 1)
    // Over the bar the mark would hide how far the bar goes: there the cell is reversed.
    let mark = column < used ? style.over(limitStyle).adding(.reverse) : limitStyle
    buffer.put(buffer.symbols.limit, at: origin.moved(by: column), style: mark)
  }

  /// The filled part as text, at most as wide as given; anything above zero shows.
  package func text(width: Int, symbols: Symbols = .unicode) -> String {
    guard let fraction = fraction.finite, fraction > 0, width > 0 else { return "" }
    let steps = symbols.barSteps.count
    let eighths = rounded(fraction * Double(width * steps), in: 1...width * steps)
    var line = String.UnicodeScalarView()
    for _ in 0..<eighths / steps { line.append(symbols.barSteps[steps - 1]) }
    if eighths % steps > 0 { line.append(symbols.barSteps[eighths % steps - 1]) }
    return String(line)
  }
}
