import Testing

@testable import Telemetry

@Suite struct GaugeDetectorTests {
  private func pool(
    _ inUse: [Double], limit: Double?, waiting: Double? = nil, timeouts: Double? = nil
  ) -> FindingFixture {
    var fixture = FindingFixture(.metrics)
    for (place, used) in inUse.enumerated() {
      let at = Double(place * 5)
      fixture.readings(at: at, (.poolInUse, "main", used), (.poolIdle, "main", 0))
      if let limit { fixture.readings(at: at, (.poolLimit, "main", limit)) }
      if let waiting { fixture.readings(at: at, (.poolWaiting, "main", waiting)) }
      if let timeouts { fixture.readings(at: at, (.poolTimeouts, "main", timeouts)) }
    }
    return fixture
  }

  @Test func `calls a pool saturated by the middle of its readings`() {
    let table: [([Double], Double?, Double?, [String])] = [
      ([7, 7, 7, 7], 10, nil, []), ([8, 8, 8, 8], 10, nil, ["pool-saturation high"]),
      ([9, 9, 9, 9], 10, nil, ["pool-saturation critical"]),
      ([9], 10, 3, ["pool-saturation critical"]), ([2, 2, 10, 2, 2], 10, nil, []),
      ([2, 2, 2, 2], nil, nil, []), ([2, 2, 2], nil, 4, ["pool-saturation critical"]),
      ([3, 3, 3], 10, 2, ["pool-waiting medium"]), ([3, 3, 3], 10, 0, []),
    ]
    for (inUse, limit, waiting, says) in table {
      #expect(pool(inUse, limit: limit, waiting: waiting).picture() == says, "\(inUse)")
    }
    #expect(pool([3, 3, 3], limit: 10, timeouts: 2).picture() == ["pool-waiting high"])
  }

  @Test func `a pool that may open more is full only where callers wait`() {
    func picture(waiting: Double) -> [String] {
      var fixture = FindingFixture(.metrics)
      for step in 0..<4 {
        fixture.readings(
          at: Double(step * 5), (.poolInUse, "main", 6), (.poolLeastLimit, "main", 6),
          (.poolWaiting, "main", waiting))
      }
      return fixture.picture()
    }
    #expect(picture(waiting: 0) == [])
    #expect(picture(waiting: 3) == ["pool-saturation critical"])
  }

  @Test(arguments: [
    (callers: 100.0, waited: 14.5, says: ["pool-waiting medium"]), (100, 9, []), (1, 9, []),
  ])
  func `judges a pool of which a log tells no more than the waits`(
    callers: Double, waited: Double, says: [String]
  ) {
    var fixture = FindingFixture(.metrics)
    fixture.readings(
      at: 30, (.poolAcquired, "pgbouncer", callers), (.poolWaitSeconds, "pgbouncer", waited))
    #expect(fixture.picture() == says)
    #expect(
      says.isEmpty
        || fixture.findings().first?.summary
          == "Callers of pool pgbouncer wait 145 ms for a connection, on average"
    )
  }

  @Test func `says in use, waiting and what to do`() throws {
    let finding = try #require(pool([9, 9, 9], limit: 10, waiting: 3).findings().first)
    #expect(finding.summary == "Pool main is 90 % in use with 3 callers waiting")
    #expect(finding.advice.first?.string.contains("Give connections of main back sooner") == true)
  }

  @Test func `sees three pools for one database, and the job that waits for their time-outs`()
    throws
  {
    var fixture = FindingFixture(.metrics)
    for step in 0..<24 {
      let at = Double(step * 5)
      for (name, used) in [("content", 10.0), ("image", 1), ("publish", 2)] {
        let subject = DisplayText(name)
        fixture.readings(
          at: at, (.poolInUse, subject, used), (.poolLimit, subject, 10),
          (.poolWaiting, subject, used == 10 ? 4 : 0))
      }
      fixture.readings(at: at, (.poolTimeouts, "content", 1))
    }
    fixture.requests("generate_post", at: 60, took: [154, 152.5, 31], kind: .task)
    let findings = fixture.findings()
    #expect(Set(findings.map(\.kind)) == [.poolFragmentation, .poolTimeoutCascade])
    let fragmentation = try #require(findings.first { $0.kind == .poolFragmentation })
    #expect(fragmentation.summary.string.hasPrefix("3 pools for one database"))
    #expect(fragmentation.symptoms.contains { $0.string.hasPrefix("Pool content is") })
    let cascade = try #require(findings.first { $0.kind == .poolTimeoutCascade })
    #expect(
      cascade.summary.string.hasPrefix("generate_post takes up to 154 s: "), "\(cascade.summary)")
  }

  @Test(arguments: [1e20, 1e300])
  func `bears a duration of any length`(longest: Double) {
    var fixture = FindingFixture(.log)
    fixture.requests("GET /a", at: 0, took: [20.1, 20.1, 20.2, 20.1, 20.3, longest])
    fixture.readings(
      at: 0, (.poolTimeouts, "main", 9), (.poolInUse, "main", 10), (.poolLimit, "main", 10))
    #expect(fixture.findings().contains { $0.kind == .poolTimeoutCascade })
  }

  @Test func `keeps silent about one busy pool beside others of another kind`() {
    var fixture = FindingFixture(.metrics)
    for step in 0..<12 {
      fixture.readings(
        at: Double(step * 5), (.poolInUse, "main", 6), (.poolLimit, "main", 10),
        (.poolInUse, "redis", 1), (.poolLimit, "redis", 50))
    }
    #expect(fixture.picture().isEmpty)
  }

  private func cache(_ slots: [(hits: Double, misses: Double)]) -> FindingFixture {
    var fixture = FindingFixture(.metrics)
    for (place, slot) in slots.enumerated() {
      fixture.readings(
        at: Double(place * 5), (.cacheHits, "sessions", slot.hits),
        (.cacheMisses, "sessions", slot.misses))
    }
    return fixture
  }

  @Test func `judges a cache by its hit rate, not while it fills`() {
    #expect(cache(Array(repeating: (8, 2), count: 10)).picture() == ["cache-hit-rate medium"])
    #expect(cache(Array(repeating: (4, 6), count: 10)).picture() == ["cache-hit-rate high"])
    #expect(cache(Array(repeating: (19, 1), count: 10)).picture().isEmpty)
    #expect(cache([(4, 15)]).picture().isEmpty)
    // What a cache that meets its target answers at times, and what it hardly ever does.
    #expect(cache([(12, 1), (11, 2)]).picture().isEmpty)
    #expect(cache(Array(repeating: (11, 2), count: 10)).picture() == ["cache-hit-rate medium"])
    let filling =
      Array(repeating: (hits: 5.0, misses: 15.0), count: 10)
      + Array(repeating: (hits: 19.0, misses: 1.0), count: 10)
    #expect(cache(filling).picture().isEmpty)
  }

  @Test func `sees a cache that only grows, and not one that is full`() {
    func entries(_ count: (Int) -> Double) -> [String] {
      var fixture = FindingFixture(.metrics)
      for step in 0..<120 {
        fixture.readings(at: Double(step * 5), (.cacheEntries, "embeddings", count(step)))
      }
      return fixture.picture()
    }
    #expect(entries { 100 + 5 * Double($0) } == ["cache-growth medium"])
    #expect(entries { min(400, 100 + 10 * Double($0)) }.isEmpty)
    #expect(entries { 100 + 30 * Double($0 % 7) }.isEmpty)
  }

  @Test func `sees event loops that are blocked`() {
    func lag(_ seconds: [Double], _ kind: SourceIdentity.Kind) -> [String] {
      var fixture = FindingFixture(kind)
      for (place, value) in seconds.enumerated() {
        fixture.readings(at: Double(place * 5), (.loopLagSeconds, "", value))
      }
      return fixture.picture()
    }
    #expect(lag([0.2, 0.3, 0.15], .log) == ["event-loop-stall high"])
    #expect(lag([0.2, 0.3], .log).isEmpty)
    #expect(lag([2.1], .log) == ["event-loop-stall critical"])
    #expect(lag(Array(repeating: 0.002, count: 30) + [0.12], .metrics).isEmpty)
    #expect(lag(Array(repeating: 0.06, count: 10), .metrics) == ["event-loop-stall medium"])
  }

  @Test func `hears silence of all endpoints before a burst that waited`() {
    func quiet(waited: Double) -> [String] {
      var fixture = FindingFixture(.log)
      for slot in 0..<48 where !(20..<24).contains(slot) {
        for name in ["GET /a", "GET /b", "GET /c"] {
          let took = Array(repeating: 0.02, count: 10)
          fixture.requests(name, at: Double(slot * 5), took: slot == 24 ? took + [waited] : took)
        }
      }
      return fixture.picture()
    }
    #expect(quiet(waited: 19) == ["event-loop-stall high"])
    #expect(quiet(waited: 0.02).isEmpty)
  }

  @Test func `sees a start that takes long, by the messages of the server`() throws {
    for (seconds, says) in [
      (5.0, [String]()), (15, ["startup-stall medium"]), (45, ["startup-stall high"]),
    ] {
      var fixture = FindingFixture(.log)
      fixture.add(at: 0) { batch, from in
        var tally = StartUpTally()
        for (after, text) in [
          (0.0, "Started server process [1]"), (1, "Writing backup of souls"),
          (seconds, "Application startup complete."),
        ] {
          Array(text.utf8).withUnsafeBytes { bytes in
            var record = LogRecord()
            record.message = bytes
            withUnsafePointer(to: record) {
              tally.note($0, at: Timestamp(seconds: from + after), 0)
            }
          }
        }
        batch.startUps = tally.take()
      }
      #expect(fixture.picture() == says, "\(seconds)")
    }
  }

  @Test func `takes several pools on one database for the cause of their exhaustion`() {
    func pools(_ rows: (name: String, inUse: Double, limit: Double)...) -> [String] {
      var fixture = FindingFixture(.metrics)
      for step in 0..<12 {
        for (name, inUse, limit) in rows {
          fixture.readings(
            at: Double(step * 5), (.poolInUse, DisplayText(name), inUse),
            (.poolLimit, DisplayText(name), limit))
        }
      }
      return fixture.picture()
    }
    // One that has overflowed, and the database's own figures beside them.
    #expect(
      pools(("posts", 12, 12), ("images", 9, 10), ("souls", 8, 10), ("database", 29, 30))
        == ["pool-fragmentation critical"])
    #expect(pools(("posts", 10, 10), ("images", 2, 10)) == ["pool-fragmentation critical"])
    // Instances need a pool each.
    #expect(
      pools(("web-1/main", 10, 10), ("web-2/main", 2, 10)) == ["pool-saturation critical"])
    #expect(
      pools(("main", 1, 15), ("posts", 6, 6), ("reports", 0, 5)) == ["pool-saturation critical"])
    #expect(
      pools(("web", 20, 20), ("reports", 1, 4), ("database", 21, 100))
        == ["pool-saturation critical"])
  }

  @Test func `compares the pools of a bouncer within their database`() {
    func bouncer(_ pools: (name: String, inUse: Double)...) -> [String] {
      var fixture = FindingFixture(.metrics)
      for step in 0..<12 {
        let at = Double(step * 5)
        fixture.readings(at: at, (.poolLimit, "shop", 20), (.poolLimit, "logs", 20))
        for (name, inUse) in pools {
          fixture.readings(at: at, (.poolInUse, DisplayText(name), inUse))
        }
      }
      return fixture.picture()
    }
    #expect(bouncer(("shop/app", 20), ("logs/app", 2)) == ["pool-saturation critical"])
    #expect(bouncer(("shop/app", 20), ("logs/reader", 2)) == ["pool-saturation critical"])
    #expect(
      bouncer(("shop/app", 20), ("shop/reader", 2), ("logs/app", 2))
        == ["pool-fragmentation critical"])
  }

  @Test func `sees breakers that are open or flap`() {
    func states(_ values: [Double]) -> [String] {
      var fixture = FindingFixture(.metrics)
      for (place, value) in values.enumerated() {
        fixture.readings(at: Double(place * 5), (.breakerState, "openai", value))
      }
      return fixture.picture()
    }
    #expect(states([0, 0, 0]).isEmpty)
    #expect(states([0, 0, 1]) == ["breaker-open critical"])
    #expect(states([0, 1, 0, 1, 0]) == ["breaker-open high"])
    #expect(states([0, 1, 0]).isEmpty)
  }

  @Test func `tells of sources that are dead or not understood`() {
    var dead = FindingFixture(.metrics)
    dead.add(at: 0) { batch, _ in batch.health = .failing("connection refused") }
    #expect(dead.picture() == ["source-stale medium"])
    for (unparsed, says) in [
      (10, [String]()), (30, ["unparsed-lines low"]), (80, ["unparsed-lines medium"]),
    ]
      as [(UInt64, [String])]
    {
      var fixture = FindingFixture(.log)
      fixture.add(at: 0) { batch, _ in
        batch.tally.lines = 100
        batch.tally.unparsed = unparsed
      }
      #expect(fixture.picture() == says)
    }
    var several = FindingFixture(.metrics)
    several.add(at: 0) { batch, _ in
      batch.processNote = "2 processes answer in turn: gauges are those of one; use X"
    }
    #expect(several.picture() == ["multi-process-endpoint low"])
  }
}
