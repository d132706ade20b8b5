import Telemetry
import Testing

@testable import Demo

@Suite struct ShopSimulationTests {
  private static let opening = Timestamp(seconds: 1_795_000_000)

  /// The past hour and ten minutes more, which most tests look at.
  private static let story = play(minutes: 10)

  /// Everything that ends between the beginning of the past and `minutes` after the opening.
  private static func play(
    seed: UInt64 = 1, minutes: Double = 0, step: Double = 20
  ) -> (shop: ShopSimulation, traffic: ShopTraffic) {
    var shop = ShopSimulation(seed: seed, opening: opening)
    var traffic = ShopTraffic()
    var time = opening - ShopStory.pastSeconds
    while time < opening + minutes * 60 {
      time = time + step
      let part = shop.advance(to: time)
      traffic.requests += part.requests
      traffic.loggedStatements += part.loggedStatements
    }
    return (shop, traffic)
  }

  /// The quantile of the durations in seconds of one route between two minutes of the story.
  private static func quantile(
    _ rank: Double, of route: ShopRoute, _ minutes: ClosedRange<Double>,
    in requests: [SimulatedRequest]
  ) -> Double {
    let durations = requests.filter {
      $0.route == route && minutes.contains(($0.end - opening) / 60)
    }
    .map { Double($0.microseconds) / 1_000_000 }.sorted()
    return durations.isEmpty ? .nan : durations[Int(rank * Double(durations.count - 1))]
  }

  @Test func `the same seed gives the same story, another seed another`() {
    let first = ShopSimulationTests.play(seed: 5, minutes: -50).traffic
    let again = ShopSimulationTests.play(seed: 5, minutes: -50).traffic
    let other = ShopSimulationTests.play(seed: 6, minutes: -50).traffic
    #expect(first.requests == again.requests)
    #expect(first.loggedStatements == again.loggedStatements)
    #expect(first.requests != other.requests)
  }

  @Test func `how often time advances does not change what happens`() {
    let fine = ShopSimulationTests.play(minutes: -50, step: 0.25)
    let coarse = ShopSimulationTests.play(minutes: -50, step: 600)
    #expect(fine.traffic.requests == coarse.traffic.requests)
    #expect(fine.traffic.loggedStatements == coarse.traffic.loggedStatements)
    let end = ShopSimulationTests.opening - 3000
    #expect(fine.shop.exposition(at: end) == coarse.shop.exposition(at: end))
  }

  @Test func `a clock that goes back brings nothing`() {
    var shop = ShopSimulation(seed: 1, opening: ShopSimulationTests.opening)
    _ = shop.advance(to: ShopSimulationTests.opening - 3000)
    let traffic = shop.advance(to: ShopSimulationTests.opening - 3300)
    #expect(traffic.requests.isEmpty && traffic.loggedStatements.isEmpty)
  }

  @Test func `requests and logged statements come in the order in which they end`() {
    let traffic = ShopSimulationTests.story.traffic
    #expect(traffic.requests.map(\.end) == traffic.requests.map(\.end).sorted())
    let ends = traffic.loggedStatements.map(\.end)
    #expect(ends == ends.sorted())
  }

  @Test func `statements lie inside their requests, one after the other`() {
    let requests = ShopSimulationTests.story.traffic.requests
    let wrong = requests.filter { request in
      var clock = request.start + Double(request.waitMicroseconds) / 1_000_000
      for statement in request.statements {
        guard statement.start >= clock, statement.end > statement.start,
          statement.request == request.number
        else { return true }
        clock = statement.end
      }
      return clock > request.end
    }
    #expect(wrong.prefix(3).map(\.number) == [])
    #expect(requests.count { !$0.statements.isEmpty } > 10_000)
  }

  @Test func `a connection runs one statement at a time, for one request at a time`() {
    var lastEnd: [UInt32: Timestamp] = [:]
    let requests = ShopSimulationTests.story.traffic.requests
      .filter { !$0.statements.isEmpty }
      .sorted { $0.statements[0].start < $1.statements[0].start }
    let wrong = requests.filter { request in
      let process = request.statements[0].processID
      defer { lastEnd[process] = request.end }
      guard request.statements.allSatisfy({ $0.processID == process }) else { return true }
      return lastEnd[process].map { request.statements[0].start < $0 } ?? false
    }
    #expect(wrong.prefix(3).map(\.number) == [])
    #expect(lastEnd.count <= ShopPool.allCases.reduce(0) { $0 + $1.limit })
  }

  @Test func `every slow or failed statement is logged once, and no other`() {
    let traffic = ShopSimulationTests.story.traffic
    let finished = Set(traffic.requests.map(\.number))
    let wanted = traffic.requests.flatMap(\.statements)
      .filter { $0.microseconds >= 20_000 || $0.failure != nil }
    let logged = traffic.loggedStatements.filter { finished.contains($0.request) }
    #expect(logged.count == wanted.count)
    #expect(Set(logged) == Set(wanted))
    #expect(traffic.loggedStatements.count - logged.count < 50)
  }

  @Test func `counters are the sums of the requests`() {
    let (shop, traffic) = ShopSimulationTests.story
    for route in ShopRoute.allCases {
      let requests = traffic.requests.filter { $0.route == route }
      let endpoint = shop.counters.endpoints[route.rawValue]
      for (status, count) in endpoint.statuses {
        #expect(Int(count) == requests.count { $0.status == status }, "\(route) \(status)")
      }
      #expect(Int(endpoint.durations.count) == requests.count)
      #expect(endpoint.durations.sumMicroseconds == requests.reduce(0) { $0 + $1.microseconds })
      let upTo100Milliseconds = endpoint.durations.counts[...4].reduce(0, +)
      #expect(Int(upTo100Milliseconds) == requests.count { $0.microseconds <= 100_000 })
    }
    for cache in ShopCache.allCases {
      let counts = shop.counters.caches[cache.rawValue]
      #expect(Int(counts.hits) == traffic.requests.count { $0.lookups.isHit(cache) == true })
      #expect(Int(counts.misses) == traffic.requests.count { $0.lookups.isHit(cache) == false })
      #expect(counts.misses == counts.entries - cache.preloaded + counts.evictions)
    }
    let gaveUp = traffic.requests.count { $0.gaveUpWaiting }
    #expect(Int(shop.counters.poolTimeouts.reduce(0, +)) == gaveUp)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `generated posts become slow while orders stay as they are`(seed: UInt64) {
    let requests = ShopSimulationTests.play(seed: seed, minutes: 5).traffic.requests
    func p95(_ route: ShopRoute, _ minutes: ClosedRange<Double>) -> Double {
      ShopSimulationTests.quantile(0.95, of: route, minutes, in: requests)
    }
    let slow = [-30...(-20), -10...(-6), -3...0, 2...5].map { p95(.generatePost, $0) }
    #expect(slow == slow.sorted())
    #expect(slow[0] < 1 && slow[2] > 3 && slow[3] > 5)
    #expect(p95(.order, -30...(-20)) < 0.05 && p95(.order, 0...5) < 0.05)
    #expect(p95(.feed, -20...(-10)) < 0.5)
    #expect(p95(.feed, -6...(-4)) > 0.7)
    #expect(p95(.feed, -2...0) < 0.5)
  }

  @Test func `a feed runs one statement for each author`() {
    let feeds = ShopSimulationTests.story.traffic.requests
      .filter { $0.route == .feed && $0.status == 200 }
    for feed in feeds {
      let perAuthor = feed.statements.filter { $0.statement == .postsOfAuthor }
      #expect((7...13).contains(perAuthor.count))
      #expect(Set(perAuthor.map(\.second)).count > 5)
    }
    #expect(Set(feeds.map(\.statements.count)).count > 4)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the pool of generated posts fills up and callers wait`(seed: UInt64) {
    var shop = ShopSimulation(seed: seed, opening: ShopSimulationTests.opening)
    var most: [ShopPool: Int] = [:]
    var waitingBefore = 0
    var waitingAfter = 0
    var beyondLimit = 0
    var waitingInVain = 0
    for second in stride(from: -3600.0, through: 900, by: 1) {
      let time = ShopSimulationTests.opening + second
      _ = shop.advance(to: time)
      for pool in ShopPool.allCases {
        let load = shop.load(of: pool, at: time)
        most[pool] = max(most[pool, default: 0], load.inUse)
        if load.inUse > pool.limit { beyondLimit += 1 }
        if load.waiting > 0, load.inUse < pool.limit { waitingInVain += 1 }
        if second < -900 { waitingBefore += load.waiting } else { waitingAfter += load.waiting }
      }
    }
    #expect(beyondLimit == 0 && waitingInVain == 0)
    #expect(most[.poster] == ShopPool.poster.limit)
    #expect(waitingBefore == 0 && waitingAfter > 50)
    #expect(most[.main, default: 0] < ShopPool.main.limit)
  }

  @Test func `the search cache cools, the others keep their hit rate`() {
    let requests = ShopSimulationTests.story.traffic.requests
    func hitRate(_ cache: ShopCache, from minute: Double) -> Double {
      let asked = requests.filter {
        ($0.start - ShopSimulationTests.opening) / 60 >= minute
          && ($0.start - ShopSimulationTests.opening) / 60 < minute + 10
      }
      .compactMap { $0.lookups.isHit(cache) }
      return Double(asked.count { $0 }) / Double(asked.count)
    }
    #expect(hitRate(.search, from: -40) > 0.95)
    #expect(hitRate(.search, from: -10) < 0.75)
    #expect(hitRate(.search, from: 0) < 0.5)
    #expect(hitRate(.sessions, from: -40) > 0.95 && hitRate(.sessions, from: 0) > 0.95)
  }

  @Test func `half of the lineages run into the statement timeout`() {
    let lineages = ShopSimulationTests.story.traffic.requests.filter { $0.route == .mates }
    let failed = lineages.filter { $0.status == 500 }
    #expect((0.4...0.6).contains(Double(failed.count) / Double(lineages.count)))
    for request in failed {
      #expect(request.statements.last?.failure == .timeout)
      #expect(request.statements.last?.microseconds ?? 0 >= 200_000)
    }
  }

  @Test func `errors come in bursts`() {
    let requests = ShopSimulationTests.story.traffic.requests
    func count(_ status: UInt16, _ minutes: Range<Double>) -> Int {
      requests.count {
        $0.status == status && minutes.contains(($0.end - ShopSimulationTests.opening) / 60)
      }
    }
    #expect(count(429, -14 ..< -10) > 150)
    #expect(count(429, -60 ..< -16) == 0)
    #expect(count(502, -11 ..< -7) > 15)
    #expect(count(502, -60 ..< -12) == 0)
    let flooders = requests.filter { $0.status == 429 }
    #expect(flooders.allSatisfy { $0.caller == .gateway })
  }

  @Test func `memory leaks tens of megabytes an hour`() {
    let story = ShopStory(opening: ShopSimulationTests.opening)
    let now = story.residentBytes(ShopSimulationTests.opening)
    let anHourLater = story.residentBytes(ShopSimulationTests.opening + 3600)
    #expect((60_000_000...90_000_000).contains(anHourLater - now))
    let threeMinutesLater = story.residentBytes(ShopSimulationTests.opening + 180)
    #expect(threeMinutesLater > now + 2_000_000)
  }

  @Test func `traffic follows the day`() {
    let story = ShopStory(opening: ShopSimulationTests.opening)
    func mean(hour: Double) -> Double {
      let minutes = (0..<60).map { minute in
        story.trafficLevel(Timestamp(seconds: 86_400 * 20_000 + hour * 3600 + Double(minute) * 60))
      }
      return minutes.reduce(0, +) / 60
    }
    #expect(mean(hour: 15) > 1.08)
    #expect(mean(hour: 3) < 0.92)
  }

  @Test func `nobody arrives while the shop rests`() {
    var shop = ShopSimulation(seed: 1, opening: ShopSimulationTests.opening)
    _ = shop.advance(to: ShopSimulationTests.opening)
    let going = shop.inFlight.count
    shop.skipArrivals(until: ShopSimulationTests.opening + 36_000)
    #expect(shop.advance(to: ShopSimulationTests.opening + 35_999).requests.count == going)
    #expect(shop.advance(to: ShopSimulationTests.opening + 36_010).requests.count > 50)
  }
}
