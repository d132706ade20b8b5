import Telemetry

/// What the user chose on the command line and with keys; says nothing about the data.
package struct Settings: Sendable {
  /// Stretch of the past that numbers are about.
  package var window = Window.last(300)
  /// Name of the service as shown in the header; empty shows none.
  package var title = ""
  /// Which panes may be on the screen, and in which order.
  package var layout = PaneChoice()
  /// What the service has to meet; empty where nothing was promised.
  package var targets: [Target] = []
  /// From where on something is called slow, failing or full.
  package var thresholds = Thresholds()
  /// Whether example statements show their literals.
  package var showsLiterals = false
  /// Columns of the endpoint table, in their order.
  package var columns = EndpointColumn.usual
  /// Columns of the table of statements, in their order.
  package var queryColumns = QueryColumn.usual
  /// The windows that `+` and `-` walk through, the shortest first.
  package var windows = Settings.windows

  /// How far back logs are read at least when a dashboard begins.
  package static let leastPastSeconds = 3600.0

  /// The usual windows: the round ones of an hour, shorter ones to look closely, longer ones as far
  /// as something was collected.
  package static let windows: [Window] = [
    .last(10), .last(30), .last(60), .last(300), .last(900), .last(3600), .last(21_600),
    .last(86_400), .all,
  ]

  /// The usual settings.
  package init() {}
}

extension Window {
  /// The windows that a user may ask for, in seconds.
  package static let lengths = 5.0...86_400

  /// The window that a text names: `5m`, `90s`, `all`; `nil` when it is none.
  package init?(name: String) {
    if name == "all" {
      self = .all
      return
    }
    guard let seconds = DurationText.seconds(of: name), Window.lengths.contains(seconds) else {
      return nil
    }
    self = .last(seconds)
  }

  /// Its length; endless for all.
  package var seconds: Double {
    switch self {
    case .last(let seconds): seconds
    case .all: .infinity
    }
  }
}
