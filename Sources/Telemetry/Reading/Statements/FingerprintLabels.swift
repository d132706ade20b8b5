/// Names that a driver makes up for one session: of cursors, prepared statements and savepoints.
///
///     FETCH FORWARD 100 FROM "_django_curs_140_sync_1"      fetch forward ? from ?
///     EXECUTE a7(1, 'x')                                    execute ? (?, ?)
///     ROLLBACK TO SAVEPOINT s12                             rollback to savepoint ?
///
/// They are masked like literals: with them every session would have classes of its own.
extension FingerprintScan {
  /// Whether the word just read is the first of its statement.
  var beginsStatement: Bool { previous == .start || previous == .semicolon }

  /// `declare`, `close` and so on: a keyword where a statement begins, and elsewhere a name.
  mutating func opening(before: Int, start: Int) {
    guard beginsStatement else {
      if role.mayLabel || namesAreLabels {
        label(before: before, start: start)
      } else {
        wrote(.name)
      }
      return
    }
    switch (output[start], output[start &+ 1]) {
    case (UInt8(ascii: "m"), _):
      namesAreLabels = true
      wrote(.keyword)
    case (UInt8(ascii: "r"), UInt8(ascii: "o")):
      isRollback = true
      wrote(.name)
    case (UInt8(ascii: "e"), _): wrote(.keyword, executedRole)
    default: wrote(.keyword, .label)
    }
  }

  /// What `execute` announces: PostgreSQL and MySQL know no routines there, the others only these.
  private var executedRole: SQLRole {
    switch dialect {
    case .postgresql, .mysql: .label
    case .unknown, .mongodb, .redis: .routine
    case .sqlite, .oracle, .sqlServer: .name
    }
  }

  /// A name, which the words before it announced as made up; some words go between.
  mutating func label(before: Int, start: Int) {
    let word = Bytes(start: output + start, count: count &- start)
    if role == .password || role == .secret {
      secret(word, before: before)
    } else if namesAreLabels, FingerprintScan.isDirection(word) {
      wrote(.keyword)
    } else if role == .routine, !namesAreLabels {
      executedStart = before
      executedEnd = count
      wrote(.name)
    } else if role == .label, word.equals("prepare") {
      wrote(.keyword, .label)
    } else if role == .label, word.equals("transaction") || word.equals("immediate") {
      wrote(.name)
    } else {
      count = before
      literal()
    }
  }

  /// Masks the name after `execute`, which only a prepared statement has parentheses behind.
  mutating func maskExecuted() {
    executedEnd = -1
    count = executedStart
    isGlued = false
    literal()
  }

  /// Words between `fetch` or `move` and the name of the cursor.
  private static func isDirection(_ word: Bytes) -> Bool {
    let words: [StaticString] = [
      "next", "prior", "first", "last", "absolute", "relative", "forward", "backward",
    ]
    return words.contains { word.equals($0) }
  }
}

extension SQLRole {
  /// Whether names after such a word are others than those that `fetch` and `move` are about.
  ///
  /// What may become `?` ends nothing: the fingerprint has to be read as the statement was.
  var endsLabels: Bool {
    switch self {
    case .name, .keyword, .list, .value, .source, .opening, .label, .routine, .to: false
    case .account, .connect, .identified, .by, .replace, .password, .secret: false
    default: true
    }
  }
}
