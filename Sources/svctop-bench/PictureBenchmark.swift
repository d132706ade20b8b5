import Dashboard
import Telemetry
import TextUI

/// Times what the loop does for a key and for a tick, up to the picture that is to be shown.
enum PictureBenchmark {
  static let keys = Benchmark(
    name: "keys", arguments: "[COLUMNSxROWS]",
    purpose: "a key that moves through the table and the picture after it, 120x40"
  ) { arguments in
    var model = filled(try size(arguments))
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
    name: "ticks", arguments: "[COLUMNSxROWS]",
    purpose: "figures, detectors and the picture of a second, 120x40"
  ) { arguments in
    var model = filled(try size(arguments))
    return Work(unit: "pictures") {
      for _ in 0..<10 {
        _ = model.update(.tick(FindingsBenchmark.now))
        _ = View(model)
      }
      return 10
    }
  }

  private static func size(_ arguments: [String]) throws -> Size {
    guard let text = arguments.first else { return Size(width: 120, height: 40) }
    let sides = text.split(separator: "x").compactMap { Int($0) }
    guard sides.count == 2, sides.allSatisfy((1...1000).contains) else {
      throw WrongArguments(description: "\(text): no size such as 200x60")
    }
    return Size(width: sides[0], height: sides[1])
  }

  /// The overview of 200 endpoints and 500 statements, with its findings.
  private static func filled(_ size: Size) -> Model {
    var model = Model(
      history: FindingsBenchmark.filled(), settings: Settings(), theme: .default, size: size,
      clock: FindingsBenchmark.now)
    model.watchForFindings()
    _ = model.update(.tick(FindingsBenchmark.now))
    return model
  }
}
