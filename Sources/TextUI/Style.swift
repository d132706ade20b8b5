/// How a cell looks: two colours and a few attributes.
///
/// The colour `.terminal` counts as not set, so that styles can be laid over each other.
package struct Style: Hashable, Sendable, BitwiseCopyable {
  /// Attributes a terminal can show, one bit each.
  package struct Attributes: OptionSet, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    /// Attributes from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier, on some terminals brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter than ordinary text.
    package static let dim = Attributes(rawValue: 2)
    /// Slanted, where the terminal's font can.
    package static let italic = Attributes(rawValue: 4)
    /// A line below the text.
    package static let underline = Attributes(rawValue: 8)
    /// Foreground and background change places.
    package static let reverse = Attributes(rawValue: 16)
  }

  /// Of the character; `.terminal` lets what lies below show.
  package var foreground: Color
  /// Behind the character; `.terminal` lets what lies below show.
  package var background: Color
  /// Added to those of what lies below.
  package var attributes: Attributes

  /// A style; what is left out is the terminal's own.
  package init(
    foreground: Color = .terminal, background: Color = .terminal, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Sets nothing: over another style it changes nothing.
  package static let plain = Style()
  /// Bold in the colours below.
  package static let bold = Style(attributes: .bold)
  /// Faint in the colours below.
  package static let dim = Style(attributes: .dim)
  /// The colours below, changed round.
  package static let reverse = Style(attributes: .reverse)

  /// This style laid over another: colours not set here are taken from below, attributes add up.
  package func over(_ below: Style) -> Style {
    Style(
      foreground: foreground == .terminal ? below.foreground : foreground,
      background: background == .terminal ? below.background : background,
      attributes: attributes.union(below.attributes))
  }

  /// This style with further attributes.
  package func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(attributes)
    return style
  }

  /// The nearest style a terminal of the given depth can show.
  ///
  /// What a colour meant survives as an attribute: with eight colours the bright ones become bold
  /// and grey becomes dim, without colours a background becomes reverse video.
  package func quantised(to depth: ColorDepth) -> Style {
    var style = self
    if depth == .none, background != .terminal { style.attributes.insert(.reverse) }
    if depth == .ansi8, case .ansi(let bright) = foreground.quantised(to: .ansi16), bright >= 8 {
      if bright == 8 {
        style.foreground = .terminal
        style.attributes.insert(.dim)
      } else {
        style.attributes.insert(.bold)
      }
    }
    style.foreground = style.foreground.quantised(to: depth)
    style.background = background.quantised(to: depth)
    return style
  }
}
