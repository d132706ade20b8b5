import Telemetry
import TextUI

/// Which panes a person wants to see when something feeds them, and in which order.
package struct PaneChoice: Hashable, Sendable {
  /// Those that never show, whatever `shown` says.
  package var hidden: Set<PaneID> = []
  /// The only ones to show, in the order in which they stand on the overview; `nil` for all in the
  /// usual order.
  package var shown: [PaneID]?

  /// Every pane.
  package init() {}

  /// Whether a pane may be on the screen.
  package func allows(_ pane: PaneID) -> Bool {
    !hidden.contains(pane) && shown?.contains(pane) ?? true
  }
}

/// What a configuration file says about the dashboard and what may change while it runs.
///
/// `nil` leaves a setting as it is.
package struct Preferences: Sendable {
  /// Takes the place of all thresholds in force.
  package var thresholds = Thresholds()
  /// Takes the place of all targets in force; empty for none.
  package var targets: [Target] = []
  /// The windows to walk through, the shortest first.
  package var windows: [Window] = Settings.windows
  /// Which panes may be on the screen.
  package var layout = PaneChoice()
  /// Columns of the endpoint table, in any order; the route need not be among them.
  package var columns = EndpointColumn.usual
  /// Columns of the table of statements, in any order; the statement need not be among them.
  package var queryColumns = QueryColumn.usual
  /// The name of the service, empty for none; `nil` where the command line gave one.
  package var title: String?
  /// Fit for the terminal already.
  package var theme: Theme?
  /// The usual keys, with what the file binds in their place.
  package var keyMap = KeyMap.standard

  /// Nothing but defaults.
  package init() {}
}

extension Settings {
  /// Takes over what a configuration file says.
  package mutating func take(_ preferences: Preferences) {
    thresholds = preferences.thresholds
    targets = preferences.targets
    windows = preferences.windows
    layout = preferences.layout
    columns = EndpointColumn.inOrder(preferences.columns)
    queryColumns = QueryColumn.inOrder(preferences.queryColumns)
    title = preferences.title ?? title
  }
}

extension Model {
  /// Takes over a configuration that was read, at the start or again.
  package mutating func configure(_ preferences: Preferences) {
    settings.take(preferences)
    keyMap = preferences.keyMap
    if let theme = preferences.theme { self.theme = theme }
    if !settings.layout.allows(focus) || !Layout.visiblePanes(of: self).contains(focus) {
      focus = Layout.visiblePanes(of: self).first ?? focus
    }
    refresh()
  }

  /// Shows something that went wrong in the bottom line for a while.
  package mutating func complain(_ text: String) {
    say(text, isError: true)
  }
}
