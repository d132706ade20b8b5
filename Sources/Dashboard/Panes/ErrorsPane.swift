import Telemetry
import TextUI

/// Answers of the classes 4xx and 5xx per second over time.
struct ErrorsPane: Pane {
  let id = PaneID.errors

  func caption(of model: Model) -> String {
    let counts = statuses(of: model)
    return "4xx \(Units.count(counts[4])) · 5xx \(Units.count(counts.errors))"
  }

  func contentHeight(of model: Model) -> Int { 8 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - 9))
    let points = model.history.timeline(
      of: subject(of: model), in: range, columns: columns, now: model.moment)
    let seconds = max(0.001, range.seconds / Double(columns))
    func perSecond(_ count: (StatusCounts) -> UInt64) -> [Double?] {
      points.map { $0.requests > 0 ? Double(count($0.statuses)) / seconds : nil }
    }
    StackedColumns(
      layers: [
        StackedColumns.Layer(values: perSecond { $0.errors }, style: theme[.errors5xx]),
        StackedColumns.Layer(values: perSecond { $0[4] }, style: theme[.errors4xx]),
      ],
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), labelWidth: 5,
        style: theme[.axis], format: Units.axisRate)
    ).draw(into: &buffer, in: rect)
  }

  private func subject(of model: Model) -> EndpointName? {
    if case .endpoint(let name) = model.place { return name }
    return nil
  }

  private func statuses(of model: Model) -> StatusCounts {
    guard let name = subject(of: model) else { return model.figures.totals.statuses }
    return model.figures.endpoints.first { $0.name == name }?.statuses ?? StatusCounts()
  }
}
