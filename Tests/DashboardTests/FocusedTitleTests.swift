import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// The title of what has the keyboard has a style of its own.
struct FocusedTitleTests {
  private let theme = Theme(
    name: "titles",
    styles: [
      .title: Style(foreground: .ansi(1)),
      .titleFocused: Style(foreground: .ansi(2), attributes: .bold),
    ])

  /// The screen after some keys, with `{t:...}` for titles and `{f:...}` for the focused one.
  private func screen(_ keys: Key...) -> String {
    var session = ScreenSession(.troubled)
    session.model.theme = theme
    session.model.themes = [theme]
    for key in keys { session.press(key) }
    return View(session.model).buffer.markup { style in
      switch style.foreground {
      case .ansi(1): "t"
      case .ansi(2): "f"
      default: nil
      }
    }
  }

  @Test func `of panes only the one that keys act on`() {
    #expect(screen().contains("{f: ¹ endpoints }"))
    #expect(screen().contains("{t: ² latency "))
    let other = screen(.character("7"))
    #expect(other.contains("{f: ⁷ ") && other.contains("{t: ¹ endpoints }"))
  }

  @Test func `of a menu and of the help`() {
    #expect(screen(.character("s")).contains("{f: sort by }"))
    #expect(screen(.character("T")).contains("{f: theme }"))
    #expect(screen(.character("?")).contains("{f: keys }"))
  }
}
