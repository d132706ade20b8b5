import Telemetry
import TextUI

/// A statement laid out over lines, its keywords coloured: a clause to a line.
///
///     select soul_id, name, persona
///     from souls
///     where owner_id = ?
///       and mood = ?
///     order by created_at desc
enum StatementLayout {
  /// Words that begin a line.
  private static let clauses: Set<String> = [
    "from", "where", "group", "order", "having", "limit", "offset", "union", "values", "set",
    "returning", "join", "left", "right", "inner", "outer", "cross", "full", "on", "window", "for",
    "intersect", "except",
  ]
  /// Words that begin a line below the clause they belong to.
  private static let joints: Set<String> = ["and", "or"]
  private static let keywords: Set<String> = clauses.union(joints).union([
    "select", "insert", "into", "update", "delete", "with", "as", "by", "desc", "asc", "distinct",
    "in", "not", "null", "is", "like", "ilike", "between", "exists", "case", "when", "then",
    "else", "end", "conflict", "do", "nothing", "using", "all", "any", "lateral", "recursive",
    "nulls", "first", "last", "share", "nowait", "skip", "locked",
  ])
  private static let verbs: Set<String> = ["select", "insert", "update", "delete", "with"]

  /// The lines of a statement; one that is no SQL stays as it is.
  static func lines(of statement: String, theme: Theme) -> [StyledText] {
    let words = statement.split(separator: " ", omittingEmptySubsequences: true)
    guard let first = words.first, verbs.contains(first.lowercased()) else {
      return [StyledText(statement)]
    }
    var lines: [StyledText] = []
    var line = StyledText("")
    var depth = 0
    var before = ""
    for word in words {
      let bare = word.lowercased()
      let breaks =
        depth == 0 && !line.isEmpty && (clauses.contains(bare) || joints.contains(bare))
        && !continues(bare, after: before)
      if breaks {
        lines.append(line)
        line = StyledText(joints.contains(bare) ? "  " : "")
      } else if !line.isEmpty {
        line += " "
      }
      line += StyledText(
        String(word), style: keywords.contains(bare) ? theme[.keyword] : theme[.text])
      for scalar in word.unicodeScalars {
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth = max(0, depth - 1) }
      }
      before = bare
    }
    lines.append(line)
    return lines
  }

  /// Words that stay with the one before: `left join`, `for update`, `delete from`, `do set`.
  private static func continues(_ word: String, after before: String) -> Bool {
    switch word {
    case "join", "outer":
      ["left", "right", "inner", "outer", "cross", "full", "lateral"].contains(before)
    case "from": before == "delete" || before == "distinct"
    case "and": false
    case "on": before == "distinct"
    case "set": before == "do" || before == "update"
    default: false
    }
  }
}
