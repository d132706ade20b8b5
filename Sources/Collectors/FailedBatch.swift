import Telemetry

extension Batch {
  /// A batch that says nothing but why its source cannot be read.
  static func failing(_ reason: DisplayText, _ source: SourceID) -> Batch {
    var batch = Batch(source: source, time: ArrivalTime.now().wall)
    batch.health = .failing(reason)
    return batch
  }
}
