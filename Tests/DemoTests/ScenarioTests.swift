import Telemetry
import Testing

@testable import Demo

/// What every scenario promises, whatever its story is.
@Suite struct ScenarioPromiseTests {
  private static let opening = Timestamp(seconds: 1_795_000_000)

  private static func service(
    _ name: String, seed: UInt64 = 1, isRepaired: Bool = false
  ) throws -> any Scenario {
    let entry = try #require(ScenarioCatalog.entry(name))
    return entry.make(ScenarioSetting(seed: seed, opening: opening, isRepaired: isRepaired))
  }

  /// Everything that is logged and served up to ten minutes after the beginning.
  private static func played(
    _ name: String, seed: UInt64 = 1, step: Double, isRepaired: Bool = false
  ) throws -> (logs: [[UInt8]], pages: [DemoPage]) {
    var service = try service(name, seed: seed, isRepaired: isRepaired)
    var logs = service.logNames.map { _ in [UInt8]() }
    var time = service.beginning
    let end = service.beginning + 600
    while time < end {
      time = min(time + step, end)
      service.advance(to: time, appendingTo: &logs)
    }
    return (logs, service.pages(at: end))
  }

  private static let names = ScenarioCatalog.all.map(\.name)

  @Test(arguments: names)
  func `the same seed gives the same bytes, however often time advances`(name: String) throws {
    let fine = try ScenarioPromiseTests.played(name, step: 0.7)
    let coarse = try ScenarioPromiseTests.played(name, step: 250)
    #expect(fine.logs == coarse.logs)
    #expect(fine.pages == coarse.pages)
    #expect(try ScenarioPromiseTests.played(name, seed: 2, step: 250).logs != coarse.logs)
  }

  @Test(arguments: names.filter { ScenarioCatalog.entry($0)?.isRepairable == true })
  func `the repaired version is another one`(name: String) throws {
    let broken = try ScenarioPromiseTests.played(name, step: 250)
    let repaired = try ScenarioPromiseTests.played(name, step: 250, isRepaired: true)
    #expect(broken.logs != repaired.logs)
  }

  @Test(arguments: names)
  func `the past is written before the opening, in whole lines and in order`(name: String) throws {
    var service = try ScenarioPromiseTests.service(name)
    let logs = service.advance(to: ScenarioPromiseTests.opening)
    #expect(logs.count == service.logNames.count && !logs.isEmpty)
    for log in logs {
      #expect(log.last == 0x0A && log.count > 10_000)
    }
    #expect(service.sources.count { if case .log = $0.place { true } else { false } } == logs.count)
  }

  @Test(arguments: names)
  func `every page that is to be watched is served`(name: String) throws {
    var service = try ScenarioPromiseTests.service(name)
    _ = service.advance(to: ScenarioPromiseTests.opening)
    for source in service.sources {
      guard case .endpoint(let path) = source.place, path != "/" else { continue }
      #expect(service.page(path, at: ScenarioPromiseTests.opening)?.body.isEmpty == false)
    }
  }

  @Test(arguments: names)
  func `a computer that was asleep has nothing to catch up with`(name: String) throws {
    var service = try ScenarioPromiseTests.service(name)
    _ = service.advance(to: ScenarioPromiseTests.opening)
    let morning = ScenarioPromiseTests.opening + 8 * 3600
    service.rest(until: morning)
    let logs = service.advance(to: morning)
    #expect(logs.reduce(0) { $0 + $1.count } < 40_000)
  }

  @Test func `names are unique, and have room on a line`() {
    #expect(Set(ScenarioPromiseTests.names).count == ScenarioPromiseTests.names.count)
    #expect(ScenarioPromiseTests.names.first == "shop")
    #expect(ScenarioCatalog.all.allSatisfy { $0.summary.count <= 88 && $0.title.count <= 20 })
  }

  @Test func `before the first request the middleware has no data`() throws {
    let service = try ScenarioPromiseTests.service("ecs")
    let page = try #require(service.page("/performance/metrics", at: service.beginning))
    #expect(
      String(decoding: page.body, as: UTF8.self) == #"{"message":"No performance data available"}"#)
  }

  @Test func `JSON is written as FastAPI writes it`() {
    let value: JSONText = [
      "a": .list([1, .number(0.5), .null, .bool(true)]), "b": "say \"no\"",
      "c": .rounded(0.200_54, 3), "d": .members([]),
    ]
    #expect(
      String(decoding: value.bytes, as: UTF8.self)
        == #"{"a":[1,0.5,null,true],"b":"say \"no\"","c":0.201,"d":{}}"#)
  }
}
