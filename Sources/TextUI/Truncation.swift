extension String {
  /// The text, or as much of its beginning as fits into the cells given, then an ellipsis.
  package func truncated(to width: Int, symbols: Symbols = .unicode) -> String {
    guard CellWidth.of(self) > width else { return self }
    guard width > 0 else { return "" }
    return prefix(cells: width - 1) + String(symbols.ellipsis)
  }

  /// The text with blanks up to the given width; a longer one stays as it is.
  package func padded(to width: Int, alignment: Alignment = .left) -> String {
    let missing = max(0, width - CellWidth.of(self))
    let left = alignment.indent(of: width - missing, in: width)
    return String(repeating: " ", count: left) + self
      + String(repeating: " ", count: missing - left)
  }

  private func prefix(cells: Int) -> String {
    var taken = String.UnicodeScalarView()
    var used = 0
    for scalar in unicodeScalars {
      used += CellWidth.of(scalar)
      if used > cells { break }
      taken.append(scalar)
    }
    return String(taken)
  }
}

/// Where a text stands in a space wider than itself.
package enum Alignment: Hashable, Sendable {
  /// Of an odd number of spare cells `center` leaves the larger part at the right.
  case left, right, center

  /// Blank cells before a text of the given width.
  package func indent(of width: Int, in room: Int) -> Int {
    let spare = max(0, room - width)
    return switch self {
    case .left: 0
    case .right: spare
    case .center: spare / 2
    }
  }
}
