import Collectors
import Dashboard
import Telemetry

extension SourcePlan {
  /// Lines that are read once more at most, of all files together and of each at least.
  private static let (mostLines, fewestLines) = (1000, 50)

  /// The lines up to a moment of the past, from every file that has them.
  func lines(until moment: Timestamp) -> EarlierLines {
    let files = readings.enumerated().compactMap {
      id, reading -> (source: SourceID, path: String)? in
      if case .file(let path) = reading { (id, path) } else { nil }
    }
    let most = max(SourcePlan.fewestLines, SourcePlan.mostLines / max(1, files.count))
    let lines = files.flatMap { file in
      LineRecall(source: file.source, preferences: preferences)
        .lines(of: file.path, until: moment, most: most)
    }
    return EarlierLines(until: moment, lines: lines)
  }
}
