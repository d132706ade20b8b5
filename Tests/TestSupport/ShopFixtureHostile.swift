import Telemetry

extension ShopFixture {
  /// Sources whose names and places are long, wide and full of controls.
  static let hostileSources = [
    SourceIdentity(
      name: outside(String(repeating: "shop-", count: 30)), kind: .metrics,
      location: outside("http://host/" + String(repeating: "x", count: 300))),
    SourceIdentity(
      name: outside("\u{1B}[2J日本\u{202E}log"), kind: .log,
      location: outside("/var/log/\u{07}日本語の長いファイル名.log")),
    SourceIdentity(name: "", kind: .log, location: ""),
  ]

  /// Cleans a text as a collector does; a literal given to `DisplayText` itself is our own.
  private static func outside(_ text: String) -> DisplayText { DisplayText(text) }

  /// Two hundred endpoints of which some cannot be shown whole, and a log of escape sequences.
  static let hostileBatches: [Batch] =
    (0..<12).map { hostileTraffic(minute: $0) } + [hostileLog, hostileReadings]

  private static func hostileTraffic(minute: Int) -> Batch {
    var batch = Batch(source: 1, time: time(minute * 60 + 60))
    batch.covered = time(minute * 60)...time(minute * 60 + 60)
    batch.vantage = "nginx"
    for endpoint in plain + nasty {
      let seconds = (0..<endpoint.perMinute).map { endpoint.seconds(of: $0, at: 0) }
      batch.traffic.append(
        TrafficDelta(
          name: endpoint.name, time: time(minute * 60 + 30),
          statuses: endpoint.statuses(of: 0..<endpoint.perMinute),
          latency: latency(of: seconds, layout: .logarithmic)))
    }
    return batch
  }

  private static var hostileLog: Batch {
    var batch = Batch(source: 2, time: now)
    batch.covered = time(0)...now
    batch.health = .failing(outside("\u{1B}]0;gotcha\u{07} broken: " + routeOf300))
    batch.notes = [outside(routeOf300), outside("\u{9B}31m red")]
    batch.tally.lines = .max / 2
    batch.tally.unparsed = .max / 2
    batch.tally.unparsedExample = outside("\u{00}\u{1B}[31m" + routeOf300)
    for number in 0..<60 {
      let text = "\u{1B}[3\(number % 8)m\u{200B}\(number) 端末を壊す \t\r\n" + routeOf300
      batch.lines.append(
        LogLine(
          time: now - Double(60 - number), level: .error, text: outside(text),
          source: number % 2 + 1))
    }
    batch.queries = hostileQueries
    return batch
  }

  private static let plain: [Traffic] = (0..<196).map { number in
    // No more than a hundred in one position, or it would be a parameter.
    let route = outside("/api/v\(number / 98 + 1)/things/\(number)/{id}")
    return Traffic(
      name: EndpointName(method: "GET", route: route), perMinute: 12 + number % 7,
      milliseconds: [Double(number) + 0.4, Double(number * 9)],
      failsEvery: number % 11 == 0 ? 3 : 0)
  }

  private static let routeOf300 = String(repeating: "/segment日", count: 30)

  private static let nasty = [
    Traffic(
      name: EndpointName(method: "GET", route: outside(routeOf300)), perMinute: 30,
      milliseconds: [90_000, 3_600_000]),
    Traffic(
      name: EndpointName(method: "PROPPATCHLONG", route: outside("/日本語/{名前}")),
      perMinute: 6000, milliseconds: [0]),
    Traffic(
      name: EndpointName(method: "", route: outside("\u{1B}[2J\u{1B}]52;c;cm0=\u{07}")),
      perMinute: 1, milliseconds: [0.000_4]),
    Traffic(name: EndpointName(method: "GET", route: ""), perMinute: 5, milliseconds: [14_400_000]),
  ]

  private static var hostileQueries: [QueryDelta] {
    (0..<80).map { number in
      var delta = QueryDelta(
        id: UInt64.max - UInt64(number),
        fingerprint: outside("select 日本_\(number) from t where " + routeOf300 + "\u{1B}[2J"),
        time: now - Double(number), calls: UInt64(number) * 1_000_003 + 1,
        latency: latency(of: [Double(number) * 40], layout: .logarithmic))
      delta.rowsSent = .max / 4
      delta.rowsSentCalls = 1
      return delta
    }
  }

  private static var hostileReadings: Batch {
    var batch = Batch(source: 0, time: now)
    for (number, value) in [0, -5, 1e18, 0.000_1, 1e300].enumerated() {
      let subject = outside("pool日本\(number)" + routeOf300)
      for signal in Signal.allCases {
        batch.readings.append(
          SignalReading(signal: signal, subject: subject, time: now - 1, value: value))
      }
    }
    return batch
  }
}
