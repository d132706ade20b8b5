import Synchronization
import Telemetry

/// The files that the sources of a run read, so that no two patterns take up the same one.
package final class FollowedFiles: Sendable {
  private let paths: Mutex<[SourceID: Set<String>]>

  /// The files that sources read from the start.
  package init(_ paths: [SourceID: Set<String>] = [:]) {
    self.paths = Mutex(paths)
  }

  /// Lets a source look for new files, given those of all others; only one looks at a time.
  ///
  /// `look` returns the new files, and all that the source has taken up so far.
  func takeUp(
    by source: SourceID, _ look: (_ others: Set<String>) -> (new: [String], all: Set<String>)
  ) -> [String] {
    paths.withLock { paths in
      var others: Set<String> = []
      for (other, files) in paths where other != source { others.formUnion(files) }
      let (new, all) = look(others)
      paths[source] = all
      return new
    }
  }
}
