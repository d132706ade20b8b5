import AsyncAlgorithms
import Telemetry

/// Follows the files that come to match a pattern after the start, as one source.
///
/// The files that match at the start are sources of their own; how many will come, nobody knows.
/// A file that was renamed, rotated or packed from one that is known is no new file, nor is one that
/// another source reads. One that is gone for the grace period of `FileTail` is forgotten.
package struct PatternCollector: Sendable {
  private let pattern: SourceSpecification
  private let source: SourceID
  private let configuration: LogCollector.Configuration
  private let known: [String]
  private let followed: FollowedFiles
  private let pollingInterval: Double

  /// A collector of what comes to match beside the files at `known`.
  ///
  /// What stands in `followed` under another source is left out. `pollingInterval` is the time
  /// between looks, in seconds.
  package init(
    _ pattern: SourceSpecification, besides known: [String], source: SourceID,
    configuration: LogCollector.Configuration = .init(), followed: FollowedFiles = FollowedFiles(),
    pollingInterval: Double = 5
  ) {
    self.pattern = pattern
    self.source = source
    self.configuration = configuration
    self.known = known
    self.followed = followed
    self.pollingInterval = pollingInterval
  }

  /// What the one loop that knows all files hears of.
  private enum Happening: Sendable {
    case look
    case said(path: String, Batch)
    case ended(path: String, isGone: Bool)
  }

  /// Looks for files and follows them until the task is cancelled.
  ///
  /// A file is read on once its batch was taken: what `yield` waits for, the reading waits for.
  package func run(_ yield: @Sendable (Batch) async -> Void) async {
    let happenings = AsyncChannel<Happening>()
    var files = KnownFiles(known)
    var health = FilesHealth()
    await withDiscardingTaskGroup { group in
      group.addTask {
        while !Task.isCancelled {
          await happenings.send(.look)
          try? await Task.sleep(for: .seconds(pollingInterval))
        }
        happenings.finish()
      }
      for await happening in happenings {
        switch happening {
        case .look:
          let found = pattern.files()
          let new = followed.takeUp(by: source) { others in
            (files.look(at: found, besides: others), files.given)
          }
          for path in new {
            let collector = collector(of: path)
            group.addTask {
              let isGone = await collector.run { await happenings.send(.said(path: path, $0)) }
              await happenings.send(.ended(path: path, isGone: isGone))
            }
          }
          if files.isEmpty, let batch = health.sayNothingMatches(pattern, source) {
            await yield(batch)
          }
        case .said(let path, var batch):
          health.merge(&batch, of: path)
          await yield(batch)
        case .ended(let path, let isGone):
          files.end(path, isGone: isGone)
          if isGone, let batch = health.forget(path, source) { await yield(batch) }
        }
      }
    }
  }

  /// A collector of one file, which ends with it: names with a date or a process come and go.
  private func collector(of path: String) -> LogCollector {
    var configuration = configuration
    configuration.endsWhenGone = true
    return LogCollector(path: path, source: source, configuration: configuration)
  }
}

/// The health of several files told as that of one source.
struct FilesHealth {
  private var failing: [String: DisplayText] = [:]
  private var well: Set<String> = []
  private var saidNothingMatches = false

  /// A batch that says that there is no file yet, the first time.
  mutating func sayNothingMatches(_ pattern: SourceSpecification, _ source: SourceID) -> Batch? {
    guard !saidNothingMatches else { return nil }
    saidNothingMatches = true
    return .failing(
      DisplayText("\(pattern.displayLocation): no file matches yet; waiting for one"), source)
  }

  /// Makes the batch of one file one of them all: failing only when nothing is well.
  mutating func merge(_ batch: inout Batch, of path: String) {
    switch batch.health {
    case .failing(let reason):
      failing[path] = reason
      well.remove(path)
      guard !well.isEmpty else { return }
      batch.health = .ok
      batch.notes.append(reason)
    case .ended:
      well.insert(path)
      failing[path] = nil
      // Others may come.
      batch.health = .ok
    case .ok, .waiting:
      well.insert(path)
      failing[path] = nil
    }
  }

  /// A file that is gone counts no more; a batch that says so, if it was why the source failed.
  mutating func forget(_ path: String, _ source: SourceID) -> Batch? {
    well.remove(path)
    guard failing.removeValue(forKey: path) != nil, failing.isEmpty, well.isEmpty else {
      return nil
    }
    var batch = Batch(source: source, time: ArrivalTime.now().wall)
    batch.health = .ok
    return batch
  }
}
