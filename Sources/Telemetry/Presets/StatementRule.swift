/// Counters of a database by statement: how often each ran, and for how long in all.
///
/// They give calls and mean durations; there are no percentiles in them.
package struct StatementRule: Sendable {
  /// What one of the families tells of a statement.
  package enum Part: Int, CaseIterable, Hashable, Sendable {
    /// Counters since the start of the database or of its statistics.
    case calls, seconds, rowsSent, rowsExamined
    /// The statement itself, beside its id; the value says nothing.
    case text

    /// The part as a use of a family.
    package var phrase: DisplayText {
      switch self {
      case .calls: "calls of statements"
      case .seconds: "time of statements"
      case .rowsSent: "rows sent by statements"
      case .rowsExamined: "rows examined by statements"
      case .text: "text of statements"
      }
    }
  }

  /// The family that tells each part; parts that nothing tells are absent.
  package var families: [Part: NamePattern]
  /// Label that tells the statements apart.
  package var idLabel: String
  /// Label that holds the statement, on the family of `text` or, without one, on all.
  package var textLabel: String
  /// In which the statements are written, for their fingerprints.
  package var dialect: SQLDialect
  /// Families that a window of time cannot use, and why.
  package var unread: [(family: NamePattern, reason: DisplayText)] = []
}
