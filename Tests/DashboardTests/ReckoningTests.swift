import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct ReckoningTests {
  private func batch(_ requests: UInt64, at time: Timestamp) -> Batch {
    var batch = Batch(source: 1, time: time)
    batch.covered = (time - 5)...time
    batch.vantage = "nginx"
    var statuses = StatusCounts()
    statuses[2] = requests
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/api/products"), time: time - 1,
        statuses: statuses)
    ]
    return batch
  }

  private var model: Model {
    var model = ShopFixture.troubled.model()
    model.watchForFindings()
    model.isReckonedBeside = true
    return model
  }

  @Test func `makes the picture that a tick makes`() {
    var beside = model
    var within = model
    within.isReckonedBeside = false
    for event in [
      Event.batch(batch(500, at: ShopFixture.now)), .tick(ShopFixture.now + 1),
      .batch(batch(20, at: ShopFixture.now + 2)), .tick(ShopFixture.now + 6),
    ] {
      _ = beside.update(event)
      _ = within.update(event)
      guard case .tick = event else { continue }
      let reckoned = Reckoning(of: beside).reckoned()
      beside.adopt(reckoned)
      let picture = View(within).buffer
      #expect(reckoned.view.buffer == picture)
      #expect(View(beside).buffer == picture)
    }
    #expect(beside.diagnosis?.findings.isEmpty == false)
  }

  @Test func `keys are answered from what is on the screen, whatever was read since`() {
    var model = model
    let shown = model.figures.totals.requests
    _ = model.update(.batch(batch(500, at: ShopFixture.now)))
    _ = model.update(.key(.character("j")))
    #expect(model.figures.totals.requests == shown)
    model.adopt(Reckoning(of: model).reckoned())
    #expect(model.figures.totals.requests == shown + 500)
  }

  @Test func `a choice made meanwhile counts, and not what was worked out before it`() {
    var model = model
    let reckoned = Reckoning(of: model).reckoned()
    _ = model.update(.batch(batch(500, at: ShopFixture.now)))
    _ = model.update(.key(.character("r")))
    let order = model.figures.endpoints.map(\.name)
    model.adopt(reckoned)
    #expect(model.figures.endpoints.map(\.name) == order)
    #expect(order != reckoned.figures.endpoints.map(\.name))
  }

  @Test func `a picture that is held meanwhile stays, and what was found is known after it`() {
    var model = model
    let reckoned = Reckoning(of: model).reckoned()
    _ = model.update(.key(.character(" ")))
    let held = View(model).buffer
    _ = model.update(.batch(batch(5000, at: ShopFixture.now + 1)))
    model.adopt(reckoned)
    #expect(View(model).buffer == held)
    // While it is held, what goes on is looked at too.
    _ = model.update(.tick(ShopFixture.now + 30))
    model.adopt(Reckoning(of: model).reckoned())
    _ = model.update(.key(.character("0")))
    #expect(model.diagnosis?.findings.isEmpty == false)
    #expect(model.figures.totals.requests > reckoned.figures.totals.requests)
  }

  @Test func `a selected row stays selected when the order changes around it`() {
    var model = model
    _ = model.update(.key(.character("j")))
    let chosen = model.figures.endpoints[1].name
    var slow = batch(0, at: ShopFixture.now)
    slow.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/slowest"), time: ShopFixture.now - 1,
        statuses: StatusCounts(),
        latency: LatencyDelta(
          layout: .logarithmic,
          counts: SparseCounts(sorted: [(bucket: LogScale.index(of: 60), count: UInt64(9))]),
          count: 9, sumSeconds: 540))
    ]
    slow.traffic[0].statuses[2] = 9
    _ = model.update(.batch(slow))
    model.adopt(Reckoning(of: model).reckoned())
    let row = model.selectedRow(of: .endpoints, count: model.figures.endpoints.count) ?? 0
    #expect(model.figures.endpoints[row].name == chosen)
  }

  @Test func `is due when statements are tied anew, though nothing was read`() {
    var model = model
    var past = batch(0, at: ShopFixture.now)
    past.covered = (ShopFixture.now - 90_000)...(ShopFixture.now - 86_400)
    past.traffic = []
    _ = model.update(.batch(past))
    _ = model.update(.tick(ShopFixture.now + 1))
    model.adopt(Reckoning(of: model).reckoned())
    #expect(!model.isReckoningDue)
    // Nothing more of the past has come.
    _ = model.update(.tick(ShopFixture.now + 2))
    #expect(model.isReckoningDue)
  }

  @Test func `is due for what was read or chosen, though figures of it are shown already`() {
    var model = model
    func settle() {
      model.adopt(Reckoning(of: model).reckoned())
      #expect(!model.isReckoningDue)
    }
    #expect(model.isReckoningDue)
    settle()
    // The first batch of a source, and a choice, have their figures computed at once.
    _ = model.update(.batch(batch(500, at: ShopFixture.now)))
    model.takeInNews()
    #expect(model.isReckoningDue)
    settle()
    _ = model.update(.key(.character("-")))
    #expect(model.isReckoningDue)
    settle()
    _ = model.update(.batch(batch(20, at: ShopFixture.now)))
    _ = model.update(.key(.character("r")))
    #expect(model.isReckoningDue)
    settle()
    _ = model.update(.tick(ShopFixture.now + 2))
    #expect(!model.isReckoningDue)
    _ = model.update(.tick(ShopFixture.now + 5))
    #expect(model.isReckoningDue)
  }
}
