import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Why a pool is marked, once the reason has passed.
struct PoolReasonTests {
  /// A pool with four waiters for a minute, then calm for two; found to be bad meanwhile.
  private func model(width: Int, waiting: Double, inUse: Double) -> Model {
    let source = SourceIdentity(name: "shop", kind: .metrics, location: "http://127.0.0.1:1/")
    var history = History(sources: [source])
    let start = ShopFixture.now - 180
    for second in stride(from: 0.0, through: 180, by: 5) {
      var batch = Batch(source: 0, time: start + second)
      let isBusy = second >= 30 && second < 60
      batch.readings = [
        (.poolInUse, isBusy ? inUse : 1), (.poolLimit, 10), (.poolWaiting, isBusy ? waiting : 0),
      ].map { signal, value in
        SignalReading(signal: signal, subject: "main", time: start + second, value: value)
      }
      history.fold(batch)
    }
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: 40), clock: ShopFixture.now)
    let kind = waiting > 0 ? FindingKind.poolWaiting : .poolSaturation
    model.show([Finding(kind, .critical, of: .pool("main", source: 0), summary: "callers wait")])
    return model
  }

  private func line(_ model: Model, _ text: String) -> String {
    View(model).buffer.text.split(separator: "\n").first { $0.contains(text) }.map(String.init)
      ?? ""
  }

  @Test(arguments: [80, 120, 200])
  func `is told with the time at which it was so last`(width: Int) {
    let waited = line(model(width: width, waiting: 4, inUse: 10), "✖main")
    #expect(waited.contains("1/10 4 waited 14:03:"), "\(waited)")
    let full = line(model(width: width, waiting: 0, inUse: 10), "✖main")
    #expect(full.contains("1/10 10/10 at 14:03:"), "\(full)")
  }

  @Test func `stands in the table of the pane alone`() {
    var model = model(width: 120, waiting: 4, inUse: 10)
    _ = model.perform(.focus(.pools))
    if !model.isZoomed { _ = model.perform(.zoom) }
    #expect(View(model).buffer.text.contains("MOST WAITED"))
    #expect(line(model, "▶✖main").contains("4, 14:03:"))
  }

  @Test func `leaves a cell between the last heading and the frame`() {
    var model = model(width: 80, waiting: 4, inUse: 10)
    _ = model.perform(.focus(.pools))
    if !model.isZoomed { _ = model.perform(.zoom) }
    #expect(line(model, "  POOL ").hasSuffix(" MEAN WAIT │"))
    for width in 40...140 {
      model.size = Size(width: width, height: 40)
      #expect(line(model, "  POOL ").hasSuffix(" │"), "\(width)")
    }
  }

  @Test func `is not told of a pool that nothing was wrong with`() {
    var model = model(width: 120, waiting: 0, inUse: 5)
    model.show([])
    let line = line(model, " main ")
    #expect(line.contains("1/10") && !line.contains("14:03"))
  }

  @Test func `is no peak that is nothing to worry about`() {
    let line = line(model(width: 120, waiting: 0, inUse: 5), "✖main")
    #expect(line.contains("1/10") && !line.contains("5/10"), "\(line)")
  }

  @Test func `says of its charts that they show peaks`() {
    var model = model(width: 120, waiting: 4, inUse: 10)
    _ = model.perform(.focus(.pools))
    if !model.isZoomed { _ = model.perform(.zoom) }
    let screen = View(model).buffer.text
    #expect(screen.contains("peak use, % of limit") && screen.contains("connections  main"))
  }

  @Test(arguments: [20, 26, 38, 60, 120])
  func `moves no bar when it comes and goes`(width: Int) {
    func lines(_ notes: [String], _ figure: String = " 4/10") -> [Substring] {
      let rows = zip(["main", "loader"], notes).map { name, note in
        GaugeRow(
          name: name, fraction: 0.8, severity: .fine, figure: figure, note: note)
      }
      var buffer = Buffer(size: Size(width: width, height: 2))
      GaugeRow.draw(
        rows, theme: .default, barRole: .poolUsed, noteRoom: width < 56 ? 12 : 17, into: &buffer,
        in: buffer.bounds)
      return buffer.text.split(separator: "\n")
    }
    let calm = lines(["", ""])
    #expect(calm[0].contains("█"))
    for note in ["4 waiting", "76 timed out"] {
      let troubled = lines(["", note])
      #expect(troubled[0] == calm[0], "\(troubled[0])")
      #expect(troubled[1].contains(note.prefix(1)), "\(troubled[1])")
    }
  }
}
