import Telemetry

extension Report {
  /// How many people came, how long they stayed and how much they asked for.
  var sessions: [Document.Block] {
    guard let row = figures.sessions, let durations = row.durations, let requests = row.requests
    else { return [] }
    func cells(_ name: String, _ known: SessionQuantiles, _ format: (Double) -> String)
      -> [RichText]
    {
      [RichText(name)]
        + [known.mean, known.p50, known.p90, known.p95, known.p99, known.max]
        .map { RichText(format($0)) }
    }
    return [
      .paragraph(RichText(SessionText.sentence(row))),
      .table(
        Document.Table(
          [
            .words("Of a session"), .number("Mean"), .number("p50"), .number("p90"),
            .number("p95"), .number("p99"), .number("Max"),
          ],
          [
            cells("Duration", durations, Units.duration),
            cells("Requests", requests, SessionText.requests),
          ])),
    ]
  }
}
