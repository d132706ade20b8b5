/// Finds in the free text of a log line what can be counted: statements, requests, calls, tasks,
/// stalls, states of pools, look-ups in caches, and what went wrong.
///
/// Nothing counts as a duration unless a number with its unit follows a word that says so.
/// SQLAlchemy's `[generated in 0.00011s]` and `[cached since 9.1s ago]` are times of its statement
/// cache and never match.
enum MessagePatterns {
  /// All families; of the patterns of one word the first that reads it wins.
  static let all =
    statements + requests + calls + tasks + stalls + pools + lookups + outcomes

  private static let index = PatternIndex(all)

  /// Reads `text` into `record`; `true` when it turned out to be more than a message.
  static func read(_ text: Bytes, into record: inout LogRecord) -> Bool {
    if bracketedQuery(text, &record) { return true }
    let index = index
    var words = WordWalk(text)
    while let word = words.next() {
      if index.mayKnow(word), index.read(text, word, into: &record) { return true }
    }
    return false
  }
}
