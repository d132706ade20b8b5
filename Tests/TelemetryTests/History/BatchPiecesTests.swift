import Testing

@testable import Telemetry

@Suite struct BatchPiecesTests {
  private var batch: Batch {
    var batch = Batch(source: 0, time: Timestamp(seconds: 1000))
    batch.covered = Timestamp(seconds: 900)...Timestamp(seconds: 1000)
    batch.vantage = "nginx"
    batch.tally.lines = 77
    batch.lines = [LogLine(time: batch.time, level: .info, text: "last", source: 0)]
    batch.traffic = (0..<10).flatMap { route in
      stride(from: 900.0, to: 1000, by: 5).map {
        TrafficDelta("GET /r\(route)", at: $0, took: [0.01 * Double(route + 1)])
      }
    }
    return batch
  }

  @Test(arguments: [1, 7, 64, 199, 200, 1000])
  func `add up to the whole`(most: Int) {
    var whole = History(.log)
    whole.fold(batch)
    var parts = History(.log)
    let pieces = batch.pieces(most: most)
    for piece in pieces { parts.fold(piece) }
    #expect(pieces.allSatisfy { $0.deltaCount <= most })
    #expect(pieces.map(\.deltaCount).reduce(0, +) == batch.deltaCount)
    let now = Timestamp(seconds: 1000)
    for window in [Window.last(300), .last(20), .all] {
      #expect(
        parts.endpointRows(window, now: now).sorted { $0.name < $1.name }
          == whole.endpointRows(window, now: now).sorted { $0.name < $1.name })
    }
    #expect(parts.sources[0].tally == whole.sources[0].tally)
    #expect(parts.sources[0].extent == whole.sources[0].extent)
    #expect(parts.sources[0].vantage == "nginx" && parts.sources[0].health == .ok)
    #expect(parts.tail == whole.tail)
  }

  @Test func `are the batch itself where it is small or says only how the source is`() {
    var failing = Batch(source: 0, time: Timestamp(seconds: 1))
    failing.health = .failing("gone")
    #expect(failing.pieces(most: 64).count == 1)
    #expect(batch.pieces(most: 200).count == 1)
  }
}
