import Testing

@testable import Telemetry

@Suite struct HistoryWindowTests {
  /// A log of one request a second from `start` to `end`, in batches of a second.
  private func logOfSeconds(_ start: Int, _ end: Int) -> History {
    var history = History(.log)
    for second in start...end {
      let time = Double(second)
      history.fold(Batch(0, covered: time...time, TrafficDelta("GET /a", at: time, took: [0.25])))
    }
    return history
  }

  @Test(
    arguments: [
      (300, 10_000, 9700), (300, 10_004.9, 9700), (900, 10_003, 9100), (60, 10_000, 9940),
      (3600, 10_000, 6400), (7200, 10_010, 2800), (1, 10_004.5, 10_000),
    ] as [(Double, Double, Double)])
  func `begins a window at the start of a slot`(seconds: Double, now: Double, start: Double) {
    let range = History(.log).range(of: .last(seconds), now: Timestamp(seconds: now))
    #expect(range.from == Timestamp(seconds: start))
    #expect(range.to == Timestamp(seconds: now) + 0.000_001)
  }

  @Test func `divides requests by the very time that was counted`() {
    let history = logOfSeconds(0, 10_000)
    for window in [1.0, 5, 60, 300, 900, 1800, 3600] {
      let rows = history.endpointRows(.last(window), now: Timestamp(seconds: 10_000))
      let range = history.range(of: .last(window), now: Timestamp(seconds: 10_000))
      #expect(rows[0].requests == UInt64(10_000 - range.from.seconds + 1), "\(window)")
      #expect(abs((rows[0].rate ?? 0) - 1) <= 1.000_001 / window, "\(window)")
      #expect(rows[0].latency?.count == rows[0].requests)
    }
    let all = history.endpointRows(.all, now: Timestamp(seconds: 10_000))
    #expect(all[0].requests == 10_001 && all[0].rate == 1.0001)
  }

  @Test func `divides by what a young log covers only`() {
    let history = logOfSeconds(9_991, 10_000)
    let rows = history.endpointRows(.last(300), now: Timestamp(seconds: 10_000))
    #expect(rows[0].requests == 10)
    #expect(abs((rows[0].rate ?? 0) - 10.0 / 9) < 1e-6)
    let later = history.endpointRows(.last(300), now: Timestamp(seconds: 10_091))
    #expect(abs((later[0].rate ?? 0) - 0.1) < 1e-6)
  }

  @Test func `gives no rate until a second has passed`() {
    var history = History(.log)
    history.fold(Batch(0, covered: 10...10.9, TrafficDelta("GET /a", at: 10, took: [1])))
    let row = history.endpointRows(.all, now: Timestamp(seconds: 10.9))[0]
    #expect(row.requests == 1 && row.rate == nil)
    #expect(history.totals(.all, now: Timestamp(seconds: 10.9)).rate == nil)
    history.fold(Batch(0, covered: 11...11, TrafficDelta("GET /a", at: 11, took: [1])))
    #expect(history.endpointRows(.all, now: Timestamp(seconds: 11))[0].rate == 2)
  }

  @Test func `leaves out endpoints without requests in the window`() {
    var history = logOfSeconds(0, 1000)
    history.fold(Batch(0, covered: 1000...1000, TrafficDelta("GET /b", at: 1000, took: [1])))
    #expect(history.endpointPicture(.last(60), now: 2000).isEmpty)
    #expect(history.endpointPicture(.last(900), now: 1800) == ["GET /a 101", "GET /b 1"])
    #expect(history.endpointPicture(.all, now: 2000) == ["GET /a 1001", "GET /b 1"])
  }

  @Test func `divides requests of scrapes by the time that scrapes speak for`() {
    var history = History(.metrics)
    // Scrapes every 15 s, with a gap of two minutes in which nothing was read.
    for scrape in 1...40 {
      let end = Double(scrape * 15 + (scrape > 20 ? 120 : 0))
      history.fold(
        Batch(0, covered: end - 15...end, TrafficDelta("GET /a", at: end, ok: 30)))
    }
    let now = Timestamp(seconds: 720)
    let rows = history.endpointRows(.last(600), now: now)
    #expect(rows[0].requests == 30 * 33)
    #expect(rows[0].rate == 2)
    let all = history.endpointRows(.all, now: now)
    #expect(all[0].requests == 1200 && all[0].rate == 2)
    #expect(history.totals(.last(600), now: now).rate == 2)
    #expect(history.totals(.all, now: now).rate == 2)
  }

  @Test func `divides requests of scrapes by the time that passed where the clock was set back`() {
    var history = History(.metrics)
    for end in [100.0, 101, 106] {
      history.fold(Batch(0, covered: end - 5...end, TrafficDelta("GET /a", at: end, ok: 10)))
    }
    let row = history.endpointRows(.all, now: Timestamp(seconds: 106))[0]
    #expect(row.requests == 30 && row.rate == 2)
  }

  @Test func `counts the last slot of all time even where it has just begun`() {
    var history = History(.metrics)
    history.fold(Batch(0, covered: 85...100, TrafficDelta("GET /a", at: 100, ok: 30)))
    let range = history.range(of: .all, now: Timestamp(seconds: 500))
    let points = history.timeline(of: nil, in: range, columns: 3, now: Timestamp(seconds: 500))
    #expect(points.map(\.requests) == [0, 0, 30])
    #expect(history.endpointRows(.all, now: Timestamp(seconds: 500))[0].rate == 2)
  }

  @Test func `takes everything that was read for all time`() {
    var history = History(.log, .log)
    #expect(history.extent == nil)
    let now = Timestamp(seconds: 99)
    #expect(history.range(of: .all, now: now).seconds < 0.001)
    history.fold(Batch(0, covered: 10...20))
    history.fold(Batch(1, covered: -5...12))
    history.fold(Batch(1, covered: nil))
    #expect(history.extent == Timestamp(seconds: -5)...Timestamp(seconds: 20))
    #expect(history.range(of: .all, now: now).from == Timestamp(seconds: -5))
  }

  @Test func `answers at the ends of time`() {
    var history = History(.log, .metrics)
    for time in [Timestamp(microseconds: .min), Timestamp(microseconds: .max)] {
      for source in 0...1 {
        var batch = Batch(source: source, time: time)
        batch.covered = time...time
        batch.traffic = [TrafficDelta("GET /a", at: time.seconds, took: [1])]
        history.fold(batch)
      }
      for window in [Window.all, .last(300), .last(3600)] {
        _ = history.endpointRows(window, now: time)
        let range = history.range(of: window, now: time)
        _ = history.timeline(of: nil, in: range, columns: 10, now: time)
      }
    }
    #expect(history.totals(.all, now: Timestamp(seconds: 0)).requests == 4)
  }
}
