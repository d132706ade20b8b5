import Dashboard
import Telemetry
import TextUI

/// Times what the loop does for a key and for a tick, up to the picture that is to be shown.
enum PictureBenchmark {
  private static let size = Size(width: 120, height: 40)

  static let keys = Benchmark(
    name: "keys", arguments: "",
    purpose: "a key that moves through the table and the picture after it, 120x40"
  ) { _ in
    var model = filled()
    let keys: [Key] = Array(repeating: .down, count: 10) + Array(repeating: .up, count: 10)
    return Work(unit: "pictures") {
      for _ in 0..<10 {
        for key in keys {
          _ = model.update(.key(key))
          _ = View(model)
        }
      }
      return 10 * keys.count
    }
  }

  static let ticks = Benchmark(
    name: "ticks", arguments: "",
    purpose: "figures, detectors and the picture of a second, 120x40"
  ) { _ in
    var model = filled()
    return Work(unit: "pictures") {
      for _ in 0..<10 {
        _ = model.update(.tick(FindingsBenchmark.now))
        _ = View(model)
      }
      return 10
    }
  }

  /// The overview of 200 endpoints and 500 statements, with its findings.
  private static func filled() -> Model {
    var model = Model(
      history: FindingsBenchmark.filled(), settings: Settings(), theme: .default, size: size,
      clock: FindingsBenchmark.now)
    model.watchForFindings()
    _ = model.update(.tick(FindingsBenchmark.now))
    return model
  }
}
