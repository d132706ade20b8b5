import Telemetry
import TextUI

/// A picture of the model, and where the cursor of a prompt stands.
///
///     header      who, health of the sources, window, time             what is wrong
///     trail       endpoints › GET /users/{id}                  (only below the overview)
///     body        panes, as `Layout` places them; or a zoomed one; or a detail; or the help
///     bottom      the keys that matter here, a message, or the filter being typed
package struct View: Sendable {
  /// As large as the screen.
  package private(set) var buffer: Buffer
  /// In cells of the screen; `nil` hides it, as whenever no prompt is open.
  package private(set) var cursor: Point?

  /// Draws the model; the same model always gives the same picture.
  package init(_ given: Model) {
    var model = given.upToDate
    buffer = Buffer(size: model.size, symbols: model.symbols)
    let smallest = Layout.smallest
    guard model.size.width >= smallest.width, model.size.height >= smallest.height else {
      buffer.write("svctop needs \(smallest.width)x\(smallest.height),", at: .zero)
      buffer.write("this is \(model.size.width)x\(model.size.height)", at: Point(x: 0, y: 1))
      return
    }
    let layout = Layout(of: model)
    model.drawnPanes = layout.placements.map(\.pane)
    HeaderLine.draw(model, into: &buffer, in: layout.header)
    if !layout.trail.isEmpty { HeaderLine.drawTrail(model, into: &buffer, in: layout.trail) }
    if model.showsHelp {
      HelpPane.draw(model, into: &buffer, in: layout.body)
    } else {
      drawBody(model, layout)
    }
    if model.menu != nil { MenuPane.draw(model, into: &buffer, in: layout.body) }
    cursor = BottomLine.draw(model, into: &buffer, in: layout.bottom)
    let base = model.theme.base
    if base != .plain { buffer.restyle(buffer.bounds) { $0.over(base) } }
  }

  private mutating func drawBody(_ model: Model, _ layout: Layout) {
    if model.isZoomed {
      PaneCatalog.pane(model.focus).drawAlone(model, into: &buffer, in: layout.body)
      return
    }
    switch model.place {
    case .overview: break
    case .endpoint(let name): EndpointSummary.draw(name, model, into: &buffer, in: layout.summary)
    case .query(let id): QueryDetail.draw(id, model, into: &buffer, in: layout.body)
    case .work(let kind, let name):
      WorkDetail.draw(name, kind, model, into: &buffer, in: layout.body)
    case .finding(let id): FindingDetail.draw(id, model, into: &buffer, in: layout.body)
    }
    for placement in layout.placements {
      PaneCatalog.pane(placement.pane).drawFramed(model, into: &buffer, in: placement.rect)
    }
  }
}
