import Telemetry
import TextUI

extension PaneID {
  /// What svctop itself costs.
  package static let own = PaneID("own")
}

/// What svctop itself costs: processor, memory, bytes for the terminal and bytes written in all.
struct OwnPane: Pane {
  let id = PaneID.own
  let title = "svctop itself"
  let band = PaneBand.health

  func isFed(by model: Model) -> Bool { !model.ownCost.samples.isEmpty }

  /// What is remembered can always be told.
  func isEmpty(_ model: Model) -> Bool { false }

  func absence(of model: Model) -> String { "svctop measures itself while its dashboard runs" }

  func caption(of model: Model) -> StyledText {
    "from /proc/self; written: in all, pictures twice"
  }

  func contentHeight(of model: Model) -> Int { OwnPane.figures.count + 1 }

  func zoomedHeight(of model: Model, width: Int) -> Int {
    linesOfCost(model, width: width) + OwnPane.remembered(model).count + 2
  }

  private func linesOfCost(_ model: Model, width: Int) -> Int {
    isFed(by: model)
      ? contentHeight(of: model) + 2
      : TextBlock(absence(of: model)).height(width: max(1, width - 4)) + 2
  }

  /// One figure: how it is called, told and drawn.
  struct Figure {
    var label: String
    var format: (Double) -> String
    var value: (OwnCost.Sample) -> Double?
  }

  /// Samples that five minutes have, one a second.
  private static let shown = 300

  static var figures: [Figure] {
    [
      Figure(label: "cpu", format: { Units.percent($0) + " % of a core" }, value: \.cpuShare),
      Figure(label: "memory", format: { Units.bytes($0) }, value: \.residentBytes),
      // What a slow line has to carry: alone it is not lost in what else is written.
      Figure(
        label: "terminal", format: { Units.bytes($0) + "/s" }, value: \.terminalBytesPerSecond),
      Figure(
        label: "written", format: { Units.bytes($0) + "/s" }, value: \.writtenBytesPerSecond),
    ]
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let samples = model.ownCost.samples
    let unmeasured = [Double?](repeating: nil, count: max(0, OwnPane.shown - samples.count))
    let rows = OwnPane.figures.map { figure in
      Table.Row([
        Table.Field(figure.label, style: theme[.muted]),
        Table.Field(samples.last.flatMap(figure.value).map(figure.format) ?? "-"),
        Table.Field(model.ownCost.mean(of: figure.value).map(figure.format) ?? "-"),
        Table.Field(
          .sparkline(
            Sparkline(
              unusual: unmeasured + samples.suffix(OwnPane.shown).map(figure.value),
              style: theme[.sparkline], showsAll: true))),
      ])
    }
    Table(
      [
        Table.Column("", minWidth: 8), .number("NOW", 15, priority: 1),
        .number("MEAN", 15, priority: 2),
        Table.Column("LAST 5 MIN", minWidth: 12, maxWidth: 60, flex: 1, priority: 3),
      ], rows: rows, theme: theme
    ).draw(into: &buffer, in: rect)
  }

  /// The figures, and the tables of what is remembered.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let (top, bottom) = rect.splitting(top: linesOfCost(model, width: rect.width))
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    if isFed(by: model) {
      draw(model, into: &buffer, in: inner)
    } else {
      TextBlock(absence(of: model), style: model.theme[.muted])
        .draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
    }
    let kept = Panel(title: "remembered", caption: "rows with something in the window")
      .draw(model, into: &buffer, in: bottom)
    TextBlock(
      lines: OwnPane.remembered(model).map { name, count in
        StyledText(name.padded(to: 16), style: model.theme[.muted])
          + StyledText(Units.count(UInt64(count)).padded(to: 7, alignment: .right))
      }
    ).draw(into: &buffer, in: kept.inset(horizontally: 1, vertically: 0))
  }

  /// How many rows of each kind there are.
  static func remembered(_ model: Model) -> [(String, Int)] {
    let figures = model.figures
    return [
      ("endpoints", figures.endpointCount), ("statements", figures.everyQuery.count),
      ("outbound calls", figures.outbound.count), ("tasks", figures.tasks.count),
      ("pools", figures.pools.count), ("caches", figures.caches.count),
      ("log lines", model.history.tail.count), ("sources", model.history.sources.count),
    ]
  }
}
