import Telemetry

extension History {
  /// A history of sources of the given kinds, which are called `s0`, `s1` and so on.
  init(_ kinds: SourceIdentity.Kind..., configuration: Configuration = .init()) {
    self.init(
      sources: kinds.enumerated().map { place, kind in
        SourceIdentity(name: DisplayText("s\(place)"[...]), kind: kind, location: "here")
      }, configuration: configuration)
  }

  /// `GET /a 12 0.5/s` for each endpoint with requests in the window, sorted by name.
  func endpointPicture(_ window: Window, now: Double) -> [String] {
    endpointRows(window, now: Timestamp(seconds: now)).sorted { $0.name < $1.name }
      .map { "\($0.name) \($0.requests)" }
  }
}

extension TrafficDelta {
  /// Requests of one endpoint with their durations; one status for each class that is not zero.
  init(
    _ name: String, at seconds: Double, kind: TrafficKind = .endpoint, took: [Double] = [],
    ok: Int? = nil, errors: Int = 0
  ) {
    var statuses = StatusCounts()
    statuses[2] = UInt64(ok ?? (took.count - errors))
    statuses[5] = UInt64(errors)
    self.init(
      kind: kind, name: EndpointName(name), time: Timestamp(seconds: seconds), statuses: statuses,
      latency: LatencyDelta(took))
  }

  /// Requests of one endpoint in buckets with explicit bounds.
  init(_ name: String, at seconds: Double, bounds: [Double], counts: [UInt64]) {
    var statuses = StatusCounts()
    statuses[2] = counts.reduce(0, +)
    self.init(
      name: EndpointName(name), time: Timestamp(seconds: seconds), statuses: statuses,
      latency: LatencyDelta(
        layout: .explicit(bounds),
        counts: SparseCounts(
          sorted: counts.enumerated().map { (bucket: $0.offset, count: $0.element) }),
        count: counts.reduce(0, +), sumSeconds: 1))
  }
}

extension LatencyDelta {
  /// Single durations on the logarithmic scale; `nil` for none.
  init?(_ durations: [Double]) {
    guard !durations.isEmpty else { return nil }
    var counts: [Int: UInt64] = [:]
    for seconds in durations { counts[LogScale.index(of: seconds), default: 0] += 1 }
    self.init(
      layout: .logarithmic,
      counts: SparseCounts(
        sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) }),
      count: UInt64(durations.count), sumSeconds: durations.reduce(0, +),
      minSeconds: durations.min() ?? .nan, maxSeconds: durations.max() ?? .nan)
  }
}

extension Batch {
  /// A batch of one source that speaks for `covered`, and `traffic` in it.
  init(
    _ source: SourceID, covered: ClosedRange<Double>?, vantage: DisplayText = "",
    _ traffic: TrafficDelta...
  ) {
    self.init(source: source, time: Timestamp(seconds: covered?.upperBound ?? 0))
    self.covered = covered.map {
      Timestamp(seconds: $0.lowerBound)...Timestamp(seconds: $0.upperBound)
    }
    self.vantage = vantage
    self.traffic = traffic
  }

  /// A batch of readings of one source, with the instant they were taken.
  init(_ source: SourceID, at seconds: Double, _ readings: (Signal, DisplayText, Double)...) {
    self.init(source, covered: seconds...seconds)
    self.readings = readings.map {
      SignalReading(
        signal: $0.0, subject: $0.1, time: Timestamp(seconds: seconds), value: $0.2)
    }
  }
}
