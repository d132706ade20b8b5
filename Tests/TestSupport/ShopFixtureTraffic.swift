import Telemetry

extension ShopFixture {
  /// Requests of one endpoint over the twelve minutes.
  struct Traffic: Sendable {
    var name: EndpointName
    var perMinute: Int
    /// Durations of one request after the other, over and over.
    var milliseconds: [Double]
    /// Percent of `milliseconds`, for each minute of the past.
    var shape = steady
    /// Every so many requests one is answered 500; zero for never.
    var failsEvery = 0
    /// Every so many requests one is answered 404; zero for never.
    var missesEvery = 0

    static let steady = [100, 98, 103, 100, 97, 101, 100, 104, 99, 100, 102, 100, 100]
    static let rising = [20, 22, 25, 28, 36, 45, 58, 70, 84, 96, 100, 103, 103]
    static let bump = [100, 102, 98, 100, 180, 260, 310, 190, 120, 100, 103, 99, 100]

    /// Requests answered in the seconds after `start` up to `end`, both counted from the first.
    func requests(from start: Int, to end: Int) -> Range<Int> {
      perMinute * start / 60..<perMinute * end / 60
    }

    func seconds(of request: Int, at second: Int) -> Double {
      let percent = Double(shape[min(shape.count - 1, max(0, second) / 60)])
      return milliseconds[request % milliseconds.count] * percent / 100_000
    }

    func statuses(of requests: Range<Int>) -> StatusCounts {
      var statuses = StatusCounts()
      for request in requests {
        if failsEvery > 0, request % failsEvery == 0 {
          statuses[5] += 1
        } else if missesEvery > 0, request % missesEvery == 1 {
          statuses[4] += 1
        } else {
          statuses[2] += 1
        }
      }
      return statuses
    }
  }

  /// Upper bounds of the application's buckets in seconds.
  static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1]

  /// What the application says: a scrape every five seconds, the last one now.
  ///
  /// One scrape tells of requests and of other work alike: it is one batch, for it speaks for its
  /// five seconds once.
  static func metrics(
    _ traffic: [Traffic], and work: [(kind: TrafficKind, traffic: [Traffic])] = [],
    quietSeconds: Int = 0
  ) -> [Batch] {
    stride(from: 5, through: pastSeconds - quietSeconds, by: 5).map { second in
      var batch = Batch(source: 0, time: time(second))
      batch.covered = time(second - 5)...time(second)
      batch.vantage = "app"
      batch.recognised = ["fastapi"]
      batch.tally.lines = 180
      batch.tally.parsed = 180
      batch.tally.bytes = 14_200
      batch.traffic = traffic.compactMap { endpoint in
        delta(
          endpoint, endpoint.requests(from: second - 5, to: second), at: second,
          layout: .explicit(bounds))
      }
      for (kind, traffic) in work {
        batch.traffic += traffic.compactMap { one in
          delta(
            one, one.requests(from: second - 5, to: second), at: second, layout: .logarithmic,
            kind: kind)
        }
      }
      return batch
    }
  }

  /// What the proxy wrote, in batches of five seconds.
  static func accessLog(
    _ traffic: [Traffic], source: SourceID = 1, lines: [Line]
  ) -> [Batch] {
    stride(from: 5, through: pastSeconds, by: 5).map { second in
      var batch = Batch(source: source, time: time(second))
      batch.covered = time(second - 5)...time(second)
      batch.vantage = "nginx"
      batch.recognised = ["nginx-timed"]
      for endpoint in traffic {
        let requests = endpoint.requests(from: second - 5, to: second)
        batch.tally.lines += UInt64(requests.count)
        batch.tally.bytes += UInt64(requests.count * 140)
        if let delta = delta(endpoint, requests, at: second, layout: .logarithmic) {
          batch.traffic.append(delta)
        }
      }
      batch.tally.parsed = batch.tally.lines
      batch.lines = lines.written(by: 1, from: second - 5, to: second).map { line in
        LogLine(time: line.time, level: line.level, text: line.text, source: source)
      }
      return batch
    }
  }

  /// A log of one request a second up to now, all answered 200, that took so many seconds each.
  package static func history(
    seconds: Int, took: (_ second: Int) -> Double
  ) -> History {
    var history = History(sources: [sources[1]])
    for second in 1...seconds {
      let end = now - Double(seconds - second)
      var batch = Batch(source: 0, time: end)
      batch.covered = (end - 1)...end
      batch.recognised = ["nginx-timed"]
      var statuses = StatusCounts()
      statuses[2] = 1
      batch.traffic = [
        TrafficDelta(
          name: EndpointName("GET /api/orders"), time: end - 0.5, statuses: statuses,
          latency: latency(of: [took(second)], layout: .logarithmic))
      ]
      history.fold(batch)
    }
    return history
  }

  /// An instant so many seconds after the first of the past.
  static func time(_ second: Int) -> Timestamp { now + Double(second - pastSeconds) }

  private static func delta(
    _ endpoint: Traffic, _ requests: Range<Int>, at second: Int, layout: BucketLayout,
    kind: TrafficKind = .endpoint
  ) -> TrafficDelta? {
    guard !requests.isEmpty else { return nil }
    return TrafficDelta(
      kind: kind, name: endpoint.name, time: time(second) - 0.5,
      statuses: endpoint.statuses(of: requests),
      latency: latency(of: requests.map { endpoint.seconds(of: $0, at: second) }, layout: layout))
  }

  /// The histogram of some durations.
  package static func latency(of seconds: [Double], layout: BucketLayout) -> LatencyDelta {
    var counts: [Int: UInt64] = [:]
    for duration in seconds {
      let bucket: Int
      switch layout {
      case .logarithmic: bucket = LogScale.index(of: duration)
      case .explicit(let bounds):
        bucket = bounds.firstIndex { duration <= $0 } ?? bounds.count
      case .exponential: continue
      }
      counts[bucket, default: 0] += 1
    }
    let isExact = layout == .logarithmic
    return LatencyDelta(
      layout: layout,
      counts: SparseCounts(
        sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) }),
      count: UInt64(seconds.count), sumSeconds: seconds.reduce(0, +),
      minSeconds: isExact ? seconds.min() ?? .nan : .nan,
      maxSeconds: isExact ? seconds.max() ?? .nan : .nan)
  }
}

extension ShopFixture.Traffic {
  static let troubled = [
    Self(
      name: EndpointName(method: "POST", route: "/api/posts/generate"), perMinute: 48,
      milliseconds: [3900, 4100, 4300, 4000, 5200, 4100, 4200, 8200, 3800, 9900], shape: rising),
    Self(
      name: EndpointName(method: "GET", route: "/api/users/{id}/feed"), perMinute: 252,
      milliseconds: [31, 38, 36, 40, 44, 35, 39, 52, 33, 412, 38, 61, 37, 41, 36, 1200, 34],
      shape: bump, failsEvery: 47, missesEvery: 900),
    Self(
      name: EndpointName(method: "GET", route: "/api/search"), perMinute: 174,
      milliseconds: [110, 120, 95, 130, 180, 340, 121, 118, 702, 140], failsEvery: 250),
    Self(
      name: EndpointName(method: "GET", route: "/agents/{id}/mates"), perMinute: 18,
      milliseconds: [198, 205, 197, 207, 199], failsEvery: 2),
    Self(
      name: EndpointName(method: "POST", route: "/api/orders"), perMinute: 66,
      milliseconds: [55, 61, 58, 70, 140, 62, 188, 60]),
    Self(
      name: EndpointName(method: "GET", route: "/api/orders/{id}"), perMinute: 402,
      milliseconds: [18, 22, 20, 25, 58, 21, 23, 91, 19], missesEvery: 40),
    Self(
      name: EndpointName(method: "PUT", route: "/api/carts/{id}/items"), perMinute: 54,
      milliseconds: [17, 19, 18, 44, 20, 80]),
    Self(
      name: EndpointName(method: "GET", route: "/api/products"), perMinute: 180,
      milliseconds: [9, 11, 10, 31, 12, 66, 11]),
    Self(
      name: EndpointName(method: "GET", route: "/healthz"), perMinute: 60,
      milliseconds: [0.9, 1.1, 2.4]),
    Self(name: .other, perMinute: 12, milliseconds: [9, 27, 40, 8]),
  ]

  static let healthy = troubled.dropFirst().dropLast().map { busy in
    var calm = busy
    calm.failsEvery = 0
    calm.milliseconds = busy.milliseconds.map { min($0, 240) }
    calm.shape = steady
    return calm
  }
}
