import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// What the user wants to be reached: how bad it is where it is missed, and which row is selected.
struct TargetsPaneTests {
  private func model(_ targets: [(measure: String, bound: String)]) throws -> Model {
    var model = ShopFixture.busy.model()
    model.settings.targets = try targets.map { try Target(measure: $0.measure, bound: $0.bound) }
    model.markStale()
    model.bringUpToDate()
    return model
  }

  @Test func `what misses a target is marked no better than in its own pane`() throws {
    let model = try model([("pool_saturation", "<30%"), ("apdex", ">0.99")])
    let checks = model.targetsInOrder
    let pools = checks.filter { $0.target.measure == .poolSaturation }
    let marks = pools.map { "\($0.subject?.string ?? "-") \(model.severity(of: $0).name)" }
    #expect(marks == ["loader critical", "poster critical", "main high"])
    for pool in model.figures.pools where model.severity(of: pool) > .fine {
      let mark = pools.first { $0.subject == pool.name }.map { model.severity(of: $0) }
      #expect(mark == model.severity(of: pool))
    }
    let slowest = checks.first { $0.subject == "POST /api/posts/generate" }
    #expect(slowest.map { model.severity(of: $0) } == .critical)
    // What is met is not marked for another reason.
    #expect(checks.allSatisfy { $0.isMet != true || model.severity(of: $0) == .fine })
  }

  @Test func `rows are ordered by their marks`() throws {
    let model = try model([("cache_hit_rate", ">90%"), ("pool_saturation", "<80%")])
    let names = model.targetsInOrder.map { $0.subject?.string ?? "-" }
    #expect(names.prefix(2) == ["loader", "poster"] && names.count == 6, "\(names)")
    var buffer = Buffer(size: Size(width: 60, height: 9))
    PaneCatalog.pane(.targets).drawFramed(model, into: &buffer, in: buffer.bounds)
    let marks = buffer.text.split(separator: "\n").dropFirst(2).dropLast().map {
      String($0.dropFirst(2).prefix(1))
    }
    #expect(marks == ["✖", "✖", "▲", "▲", " ", " "], "\(buffer.text)")
  }

  @Test func `the selected target stays selected where the rows change places`() throws {
    var model = try model([("pool_saturation", "<80%"), ("cache_hit_rate", ">90%")])
    let before = model.targetsInOrder
    for row in before.indices {
      let selected = model.targetsInOrder[row]
      model.selection = [.overview: [.targets: row]]
      model.settings.targets.reverse()
      model.markStale()
      model.bringUpToDate()
      let checks = model.targetsInOrder
      #expect(model.selectedRow(of: .targets, count: checks.count).map { checks[$0] } == selected)
    }
    model.settings.targets.reverse()
    model.markStale()
    model.bringUpToDate()
    #expect(before.map(\.subject) != model.targetsInOrder.map(\.subject), "nothing has moved")
  }
}
