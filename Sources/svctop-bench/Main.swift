import Glibc
import Telemetry

/// Times the parts of svctop on files, each run by itself on one thread.
///
///     svctop-bench NAME FILE...      prints the fastest and the median run
///     svctop-bench                   lists the benchmarks
@main
enum Main {
  private static let runs = 5

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let name = arguments.first,
      let benchmark = benchmarks.first(where: { $0.name == name })
    else {
      for benchmark in benchmarks {
        print("\(benchmark.name) \(benchmark.arguments)\n    \(benchmark.purpose)")
      }
      exit(arguments.isEmpty ? 0 : 2)
    }
    do {
      let work = try benchmark.prepare(Array(arguments.dropFirst()))
      report(benchmark.name, work)
    } catch {
      print("svctop-bench: \(error)")
      exit(2)
    }
  }

  /// Runs the work several times and prints time per unit, throughput and peak memory.
  private static func report(_ name: String, _ work: Work) {
    var seconds: [Double] = []
    var units = 0
    for _ in 0..<(work.isLong ? 1 : runs) {
      let start = Clock.now()
      units = work.run()
      seconds.append(Clock.now() - start)
    }
    seconds.sort()
    let best = seconds[0]
    let median = seconds[seconds.count / 2]
    var line = "\(name): \(text(best * 1000)) ms best, \(text(median * 1000)) ms median of"
    line += " \(seconds.count); \(units) \(work.unit), \(text(best / Double(max(1, units)) * 1e9))"
    line += " ns each"
    if work.bytes > 0 { line += "; \(text(Double(work.bytes) / best / 1e6)) MB/s" }
    line += "; peak \(text(Double(Clock.peakKilobytes()) / 1024)) MiB"
    print(line)
    for note in work.notes() { print("    \(note)") }
  }

  private static func text(_ value: Double) -> String {
    let scaled = (value * 10).rounded() / 10
    return "\(scaled)"
  }
}
