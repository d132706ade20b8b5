import Dashboard
import TextUI

/// A person at the dashboard: presses keys, looks at the screen.
package struct ScreenSession: Sendable {
  package var model: Model

  /// A session on a fixture.
  package init(
    _ fixture: ShopFixture, width: Int = 120, height: Int = 40, symbols: Symbols = .unicode
  ) {
    model = fixture.model(width: width, height: height, symbols: symbols)
  }

  /// Presses keys, one after the other, and returns what the shell was asked to do.
  @discardableResult
  package mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { model.update(.key($0)) }
  }

  /// Types a text, a key for each character.
  package mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The whole screen as text.
  package var screen: String { View(model).buffer.text }

  /// The lines of the screen.
  package var lines: [String] {
    screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The first line that contains a text; empty when none does.
  package func line(with text: String) -> String {
    lines.first { $0.contains(text) } ?? ""
  }
}
