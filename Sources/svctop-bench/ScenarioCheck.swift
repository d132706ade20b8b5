import Demo
import Telemetry

/// Plays every scenario with many seeds and says where its findings are not those of its audit.
enum ScenarioCheck {
  private static let seeds: UInt64 = 50

  static let benchmark = Benchmark(
    name: "scenarios", arguments: "[SEEDS [SCENARIO]]",
    purpose: "the findings of all scenarios, broken and repaired, over some seeds"
  ) { arguments in
    let count = arguments.first.flatMap { UInt64($0) } ?? seeds
    let wanted = arguments.dropFirst().first
    let results = Results()
    var work = Work(unit: "plays") {
      var plays = 0
      for entry in ScenarioCatalog.all
      where entry.isRepairable || entry.name == "healthy" {
        guard wanted.map({ $0 == entry.name }) ?? true else { continue }
        for seed in 1...count {
          for isRepaired in entry.isRepairable ? [false, true] : [false] {
            plays += 1
            results.note(entry, seed, isRepaired: isRepaired)
          }
        }
      }
      return plays
    }
    work.isLong = true
    work.notes = { results.lines }
    return work
  }

  /// What was not as it should be.
  private final class Results {
    private(set) var lines: [String] = []

    func note(_ entry: ScenarioEntry, _ seed: UInt64, isRepaired: Bool) {
      let play = PlayedScenario(entry.name, seed: seed, isRepaired: isRepaired)
      let name = "\(entry.name)\(isRepaired ? " repaired" : "") seed \(seed)"
      lines += entry.differences(from: play.findings, isRepaired: isRepaired).map {
        "\(name), \($0)"
      }
    }
  }
}
