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
    #expect(found([400] + Self.calm + [300, 100, 500]) == ["1:400", "12:300", "14:500"])
  }

  @Test func `takes neither a slope nor a swing nor a hair for a spike`() {
    #expect(found((1...20).map { Double($0) * 50 }) == [])
    #expect(found((0..<20).map { $0.isMultiple(of: 2) ? 100 : 180 }) == [])
    #expect(found(Self.calm + [140]) == [], "less than half above the median")
    #expect(found(Self.calm.map { $0.map { $0 / 100 } } + [4]) == [], "less than 5 ms above")
  }

  @Test func `says nothing where too little is known`() {
    #expect(found([100, 100, 900, 100]) == [])
    #expect(found(Self.calm + [900], requests: 2) == [])
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
    let peaks = history.spikes(of: EndpointName("GET /a"), until: end).map { $0.peak.seconds / 60 }
    #expect(peaks.count == 3)
    #expect(abs(peaks[0] - 61) <= 4 && peaks[1] == 201, "\(peaks)")
    #expect((238...239.01).contains(peaks[2]))
    #expect(history.spikes(of: EndpointName("GET /b"), until: end) == [])
  }
}
