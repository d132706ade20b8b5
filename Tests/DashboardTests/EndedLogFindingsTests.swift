import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Findings of logs that ended long ago, while they are read.
struct EndedLogFindingsTests {
  private static let end = ShopFixture.now - 86_400

  /// A piece of the log's last minute, read now.
  private func piece(_ name: EndpointName, _ seconds: Double, _ count: Int) -> Batch {
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (Self.end - 60)...Self.end
    batch.vantage = "nginx"
    var statuses = StatusCounts()
    statuses[2] = UInt64(count)
    batch.traffic = [
      TrafficDelta(
        name: name, time: Self.end - 30, statuses: statuses,
        latency: ShopFixture.latency(
          of: [Double](repeating: seconds, count: count), layout: .logarithmic))
    ]
    return batch
  }

  @Test func `are those of all that was read, though the moment that is shown stands still`() {
    let history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "access.log")
    ])
    var model = Model(
      history: history, settings: Settings(), theme: .default, size: Size(width: 120, height: 40),
      clock: ShopFixture.now)
    model.watchForFindings()
    let slow = EndpointName("GET /slow")
    let pieces: [(batch: Batch, told: [FindingKind])] = [
      (piece(EndpointName("GET /quick"), 0.01, 20), []), (piece(slow, 2, 20), [.slowEndpoint]),
      // With all of its requests it is not slow.
      (piece(slow, 0.01, 2000), []), (piece(EndpointName("GET /b"), 0.9, 20), [.slowEndpoint]),
    ]
    for (place, piece) in pieces.enumerated() {
      _ = model.update(.batch(piece.batch))
      _ = model.update(.tick(ShopFixture.now + 10 * Double(place + 1)))
      #expect(model.moment == Self.end)
      #expect(model.figures.findings.map(\.kind) == piece.told, "\(place)")
    }
    let seen = Diagnosis(of: model.history, window: .last(300), now: Self.end)
    #expect(model.diagnosis == seen)
  }
}
