import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Queues: what waits, how much at most, and how fast it grows.
struct QueuesPaneTests {
  /// Three queues for ten minutes: one that grows, one that is worked off, one without a name.
  private var model: Model {
    let source = SourceIdentity(name: "workers", kind: .metrics, location: "http://127.0.0.1:1/")
    var history = History(sources: [source])
    let start = ShopFixture.now - 600
    for second in stride(from: 0.0, through: 600, by: 5) {
      var batch = Batch(source: 0, time: start + second)
      let waiting: [(DisplayText, Double)] = [
        ("mail", 10 + second / 5), ("images", 600 - second), ("", 7),
      ]
      batch.readings = waiting.map { queue, jobs in
        SignalReading(signal: .taskBacklog, subject: queue, time: start + second, value: jobs)
      }
      batch.covered = (start + second)...(start + second)
      history.fold(batch)
    }
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default, size: Size(width: 100, height: 24),
      clock: ShopFixture.now)
    model.settings.window = .all
    model.refresh()
    return model
  }

  private func lines(_ model: Model) -> [String] {
    View(model).buffer.text.split(separator: "\n").map(String.init)
  }

  @Test func `the queue that was longest stands first, and one without a name is the source`() {
    var model = model
    #expect(model.figures.queues.map(\.name) == ["images", "mail", "workers"])
    #expect(model.figures.queues.map(\.mostWaiting) == [600, 130, 7])
    _ = model.perform(.focus(.queues))
    if !model.isZoomed { _ = model.perform(.zoom) }
    let lines = lines(model)
    #expect(lines.contains { $0.contains("queues") && $0.contains("3 · 137 waiting") })
    for (name, figures) in [
      ("images", ["0", "600", "-60"]), ("mail", ["130", "130", "+12"]),
      ("workers", ["7", "7", "steady"]),
    ] {
      let line = lines.first { $0.contains("  \(name) ") || $0.contains("▶ \(name) ") } ?? ""
      let words = line.split(separator: " ").map(String.init)
      let start = words.firstIndex(of: name) ?? 0
      #expect(Array(words[(start + 1)...].prefix(3)) == figures, "\(line)")
    }
  }

  @Test func `headings say what they count where there is room`() {
    var model = model
    _ = model.perform(.focus(.queues))
    if !model.isZoomed { _ = model.perform(.zoom) }
    #expect(lines(model).contains { $0.contains("WAITING    MOST GROWTH/min") })
    model.settings.window = .last(300)
    model.refresh()
    #expect(lines(model).contains { $0.contains(" MOST IN 5M GROWTH/min") })
    model.size = Size(width: 40, height: 12)
    #expect(lines(model).contains { $0.contains(" MOST  +/min") })
  }

  @Test func `Enter in a finding about a queue goes to its row`() {
    var model = model
    let finding = Finding(
      .taskBacklog, .high, of: .queue("mail", source: 0), summary: "Jobs pile up in mail")
    model.show([finding])
    #expect(model.view(of: finding.subject) == .row(.queues, 1))
    #expect(lines(model).contains { $0.contains("▲mail") })
  }
}
