import Testing

@testable import Telemetry

struct SpikeSearchTests {
  /// Points a minute apart, from the p95 of each in milliseconds; `nil` for no requests.
  private func points(_ p95: [Double?], requests: UInt64 = 20) -> [TimelinePoint] {
    p95.enumerated().map { place, value in
      var statuses = StatusCounts()
      if value != nil { statuses[2] = requests }
      return TimelinePoint(
        start: Timestamp(seconds: Double(place) * 60), requests: value == nil ? 0 : requests,
        p50: value.map { $0 / 2000 }, p95: value.map { $0 / 1000 }, p99: value.map { $0 / 500 },
        statuses: statuses)
    }
  }

  /// `8:300` for a spike that was highest in the eighth minute with 300 ms.
  private func found(_ p95: [Double?], requests: UInt64 = 20) -> [String] {
    SpikeSearch.spikes(in: points(p95, requests: requests), width: 60).map {
      "\(Int($0.peak.seconds / 60)):\(Int(($0.value * 1000).rounded()))"
    }
  }

  private static let calm: [Double?] = [100, 102, 98, 101, 99, 100, 103, 97, 100, 101]

  @Test func `finds the highest slot of each stretch far above the median`() {
    #expect(found(Self.calm) == [])
    #expect(found(Self.calm + [180, 300, 220, 100]) == ["12:300"])
    #expect(found([400] + Self.calm + [300, 100, 100, 500]) == ["1:400", "15:500"])
  }

  @Test func `takes a plateau for one spike, however it sways`() {
    let plateau: [Double?] = [300, 310, 120, 305, nil, 290, 110, 115, 320, 300]
    #expect(found(Self.calm + Self.calm + plateau + [100, 100]) == ["29:320"])
    let spike = SpikeSearch.spikes(in: points(Self.calm + Self.calm + plateau), width: 60).first
    #expect(spike?.first == Timestamp(seconds: 21 * 60))
    #expect(spike?.last == Timestamp(seconds: 30 * 60))
    let apart: [Double?] = [400, 100, 100, 100, 400]
    #expect(found(Self.calm + Self.calm + apart) == ["21:400", "25:400"])
  }

  @Test func `takes neither one slow request nor one that failed for a spike`() {
    // The p95 of fewer than 20 requests is the slowest of them.
    #expect(found(Self.calm + [190], requests: 7) == [])
    #expect(found(Self.calm + [190, 195, 190], requests: 7) == ["12:195"])
    var points = points(Self.calm + Self.calm, requests: 7)
    points[11].statuses[2] = 6
    points[11].statuses[5] = 1
    #expect(SpikeSearch.spikes(in: points, width: 60) == [])
    points[11].statuses[2] = 3
    points[11].statuses[5] = 4
    #expect(SpikeSearch.spikes(in: points, width: 60).map(\.value) == [4.0 / 7])
  }

  @Test func `takes no count of errors for a spike that chance gives`() {
    // One in ten fails: by chance that is none or three of ten.
    var points = points((0..<40).map { _ in 100 }, requests: 10)
    for place in points.indices {
      points[place].statuses = StatusCounts()
      points[place].statuses[5] = [0, 0, 1, 3, 0, 2, 0, 1, 0, 3][place % 10]
      points[place].statuses[2] = 10 - points[place].statuses[5]
    }
    #expect(SpikeSearch.spikes(in: points, width: 60) == [])
  }

  @Test func `takes neither a slope nor a swing nor a hair for a spike`() {
    #expect(found((1...20).map { Double($0) * 50 }) == [])
    #expect(found((0..<20).map { $0.isMultiple(of: 2) ? 100 : 180 }) == [])
    #expect(found(Self.calm + [140]) == [], "less than half above the median")
    #expect(found(Self.calm.map { $0.map { $0 / 100 } } + [4]) == [], "less than 5 ms above")
  }

  @Test func `says nothing where too little is known`() {
    #expect(found([100, 100, 900, 100]) == [])
    #expect(found(Self.calm + [900], requests: 4) == [])
    #expect(found([]) == [])
  }

  @Test func `steps over gaps`() {
    #expect(found(Self.calm + [nil, nil, 400, nil, 380]) == ["13:400"])
  }

  @Test func `finds errors where there are none as a rule`() {
    var points = points(Self.calm + Self.calm)
    for (place, errors) in [(4, UInt64(5)), (5, 9), (12, 1)] {
      points[place].statuses = StatusCounts()
      points[place].statuses[5] = errors
      points[place].requests = 20
    }
    points[12].requests = 40
    let spikes = SpikeSearch.spikes(in: points, width: 60)
    #expect(spikes.map(\.measure) == [.errorRate])
    #expect(spikes.first?.peak == Timestamp(seconds: 360))
    #expect(spikes.first?.value == 0.45)
    #expect(spikes.first?.usual == 0)
  }

  @Test func `searches the last minutes finely and hours coarsely`() {
    var history = History(.log)
    for minute in 0..<240 {
      let isSlow = minute == 60 || minute == 200 || minute == 238
      let traffic = (0..<20).map { second in
        TrafficDelta(
          "GET /a", at: Double(minute * 60 + second * 3), took: [isSlow ? 2 : 0.1])
      }
      var batch = Batch(0, covered: Double(minute * 60)...Double(minute * 60 + 60))
      batch.traffic = traffic
      history.fold(batch)
    }
    let end = Timestamp(seconds: 240 * 60)
    let spikes = history.spikes(of: EndpointName("GET /a"), until: end, now: end)
    let peaks = spikes.map { $0.peak.seconds / 60 }
    #expect(peaks.count == 3)
    #expect(abs(peaks[0] - 61) <= 4 && peaks[1] == 201, "\(peaks)")
    #expect((238...239.01).contains(peaks[2]))
    #expect(spikes.allSatisfy { !$0.goesOn && $0.moment == $0.peak })
    #expect(history.spikes(of: EndpointName("GET /b"), until: end, now: end) == [])
  }

  /// A log of a request each three seconds, slow in some minutes.
  private func history(minutes: Int, isSlow: (_ minute: Int) -> Bool) -> History {
    var history = History(.log)
    for minute in 0..<minutes {
      var batch = Batch(0, covered: Double(minute * 60)...Double(minute * 60 + 60))
      batch.traffic = (0..<20).map { place in
        TrafficDelta(
          "GET /a", at: Double(minute * 60 + place * 3), took: [isSlow(minute) ? 2 : 0.1])
      }
      history.fold(batch)
    }
    return history
  }

  @Test(arguments: [(50, 3), (50, 9), (50, 20), (130, 25)])
  func `shows where a stretch began that goes on, however long it does`(
    minutes: Int, slow: Int
  ) {
    let history = history(minutes: minutes) { $0 >= minutes - slow }
    let end = Timestamp(seconds: Double(minutes * 60))
    let spikes = history.spikes(of: EndpointName("GET /a"), until: end, now: end)
    #expect(spikes.map(\.goesOn) == [true])
    #expect(spikes.map { $0.moment.seconds / 60 } == [Double(minutes - slow) + 1])
    // Of what happens after the end that is asked for nothing is told.
    let before = end - Double(slow * 60)
    #expect(history.spikes(of: EndpointName("GET /a"), until: before, now: end) == [])
  }

  @Test func `tells a stretch once that the searches in fine and in coarse slots find`() {
    let history = history(minutes: 60) { (45..<47).contains($0) || (52..<54).contains($0) }
    for (seconds, moments) in [(3600.0, [46, 53]), (54 * 60 + 30, [46, 53])] {
      let end = Timestamp(seconds: seconds)
      let spikes = history.spikes(of: EndpointName("GET /a"), until: end, now: end)
      #expect(spikes.map { Int(($0.moment.seconds / 60).rounded(.up)) } == moments, "\(spikes)")
    }
  }
}
