/// What the name of a cache tells of it.
///
/// Look-ups are counted by signals, and a signal carries no more than its subject, whether a log, a
/// page of metrics or JSON tells it: the name is all that reaches a row, and what readers know beside
/// it has to stand there.
package enum CacheName {
  /// Beginnings of words that only stand in the names of what shares calls.
  private static let sharing = ["dedup", "de-dup", "coalesc"]

  /// Whether it shares calls that are under way instead of keeping answers: it is counted as a cache
  /// is, but is not there to hit often.
  package static func isDeduplicator(_ name: DisplayText) -> Bool { isDeduplicator(name.string) }

  /// The name of one that its reader knows to share calls, so that the name tells.
  static func ofDeduplicator(_ name: String) -> String {
    if name.isEmpty { return "de-duplication" }
    return isDeduplicator(name) ? name : name + " de-duplication"
  }

  private static func isDeduplicator(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return sharing.contains { lowered.contains($0) }
  }
}
