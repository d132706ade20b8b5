import Telemetry
import TextUI

/// One thing on screen: draws what `History` answers, and computes nothing of its own.
package protocol Pane: Sendable {
  var id: PaneID { get }

  /// Whether there is anything to show; a pane nobody feeds gives its room away.
  func isFed(by model: Model) -> Bool

  /// What the frame says at the right: how the figures are known.
  func caption(of model: Model) -> StyledText

  /// What the frame is titled, when that depends on the model.
  func title(of model: Model) -> String

  /// Lines it could fill inside its frame.
  func contentHeight(of model: Model) -> Int

  /// Draws the pane alone on the screen, with more detail, its frame included.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect)

  /// Draws the inside of the frame.
  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect)
}

extension Pane {
  package func isFed(by model: Model) -> Bool { true }
  package func caption(of model: Model) -> StyledText { "" }
  package func title(of model: Model) -> String { id.title }
  package func contentHeight(of model: Model) -> Int { 6 }

  package func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    drawFramed(model, into: &buffer, in: rect)
  }

  /// Draws frame and inside.
  func drawFramed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: rect)
    guard !inner.isEmpty else { return }
    draw(model, into: &buffer, in: inner)
  }

  /// Draws the frame with its title and what is said at its right, and returns the room inside.
  func drawFrame(
    _ model: Model, caption: StyledText, into buffer: inout Buffer, in rect: Rect
  ) -> Rect {
    let theme = model.theme
    let room = max(0, rect.width - CellWidth.of(title(of: model)) - 10)
    Box(
      title: StyledText(title(of: model)), number: id.digit,
      caption: caption.width <= room ? caption : "",
      isFocused: model.focus == id, border: theme[.border], focusedBorder: theme[.borderFocused],
      titleStyle: theme[.title], focusedTitleStyle: theme[.title],
      captionStyle: theme[.muted]
    ).draw(into: &buffer, in: rect)
    return Box.inner(of: rect)
  }
}

/// Every pane, in the order of `PaneID`.
package enum PaneCatalog {
  package static let all: [any Pane] = [
    EndpointsPane(),
    LatencyPane(),
    ErrorsPane(),
    PoolsPane(),
    CachesPane(),
    MemoryPane(),
    QueriesPane(),
    LogPane(),
    SourcesPane(),
    HeatPane(),
    WorkPane(.outbound),
    WorkPane(.tasks),
    BreakersPane(),
    FindingsPane(),
    TargetsPane(),
    SessionsPane(),
    OwnPane(),
  ]

  /// The pane of an id.
  package static func pane(_ id: PaneID) -> any Pane {
    all.first { $0.id == id } ?? EndpointsPane()
  }
}
