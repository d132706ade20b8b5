/// What a statement reads and by what, as far as its fingerprint shows: enough to give advice.
///
/// No parser: words in their usual places. What is not understood is left out rather than guessed.
struct StatementShape: Sendable {
  enum Verb: Sendable {
    case select, insert, update, delete, other
  }

  private(set) var verb = Verb.other
  /// Tables in the order they are named, without quotes.
  private(set) var tables: [String] = []
  /// Columns compared with a value or a list in WHERE, without the name of their table.
  private(set) var filters: [String] = []
  /// Columns compared inside of a function, as `lower(name)`: an index on the column does not serve.
  private(set) var expressions: [String] = []
  /// Columns sorted by.
  private(set) var order: [String] = []
  /// Columns selected; 0 where it cannot be told.
  private(set) var columnCount = 0
  private(set) var selectsEverything = false
  private(set) var hasLimit = false
  private(set) var hasWhere = false
  private(set) var hasJoin = false
  private(set) var hasLike = false
  private(set) var hasOr = false
  private(set) var isRecursive = false
  private(set) var isAggregate = false

  /// Whether one row is looked up by what is probably its key.
  var isKeyLookup: Bool {
    guard verb == .select, !hasJoin, !hasOr, tables.count == 1, filters.count == 1 else {
      return false
    }
    let column = filters[0]
    let table = tables[0].split(separator: ".").last.map(String.init) ?? ""
    let one = table.hasSuffix("s") ? String(table.dropLast()) : table
    return ["id", "pk", "uuid", "_id", "\(one)_id", "\(one)id"].contains(column)
  }

  /// Whether many columns are dragged along.
  var isWide: Bool { selectsEverything || columnCount >= 8 }

  /// The table it is mainly about.
  var table: String? { tables.first }

  /// Words that begin statements which no finding is about.
  private static let housekeeping: Set<String> = [
    "begin", "commit", "rollback", "start", "set", "show", "savepoint", "release", "discard",
    "deallocate", "use", "reset", "ping", "explain", "prepare", "close", "listen", "unlisten",
  ]
  /// Whether it only keeps the connection or the transaction going.
  private(set) var isHousekeeping = false

  /// Reads a fingerprint.
  init(_ fingerprint: DisplayText) {
    let words = StatementShape.words(of: fingerprint.string)
    guard let first = words.first else { return }
    isHousekeeping =
      StatementShape.housekeeping.contains(first) || (first == "select" && words.count <= 2)
    isRecursive = first == "with" && words.count > 1 && words[1] == "recursive"
    switch first {
    case "select", "with": verb = .select
    case "insert", "replace": verb = .insert
    case "update": verb = .update
    case "delete": verb = .delete
    default: verb = .other
    }
    read(words)
  }

  private mutating func read(_ words: [String]) {
    var clause = ""
    var commas = 0
    var depth = 0
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      switch word {
      case "(": depth += 1
      case ")": depth -= 1
      case "select":
        if clause.isEmpty { clause = "select" }
      case "from", "join", "into", "update":
        if clause == "select", word == "from" { columnCount = commas + 1 }
        if word == "join" { hasJoin = true }
        if word != "update" || place == 0 { note(table: next) }
        clause = word
      case "where", "on", "having":
        clause = word
        if word == "where" { hasWhere = true }
      case "order": clause = "order"
      case "group":
        clause = "group"
        isAggregate = true
      case "limit", "fetch", "offset", "returning", "set", "values":
        clause = word
        if word == "limit" || word == "fetch" { hasLimit = true }
      case "or": if clause == "where" { hasOr = true }
      case "like", "ilike": hasLike = true
      case "*":
        if clause == "select", place > 0,
          ["select", ",", "distinct", "."].contains(words[place - 1])
        {
          selectsEverything = true
        }
      case "count", "sum", "avg", "max", "min": if clause == "select" { isAggregate = true }
      case ",": if clause == "select", depth == 0 { commas += 1 }
      case "=", "<", ">", "<=", ">=", "in", "between", "is":
        if clause == "where", place > 0 {
          note(filter: words[place - 1])
          note(expressionBefore: place, in: words)
        }
      default:
        if clause == "order", StatementShape.isName(word), word != "by", word != "asc",
          word != "desc"
        {
          let column = StatementShape.bare(word)
          if !order.contains(column), order.count < 4 { order.append(column) }
        }
        if word.hasSuffix(".*"), clause == "select" { selectsEverything = true }
      }
      if clause == "where", word == "like" || word == "ilike", place > 0 {
        note(filter: words[place - 1])
      }
    }
  }

  private mutating func note(table word: String) {
    guard StatementShape.isName(word), word != "select", word != "only", tables.count < 6,
      !tables.contains(word)
    else { return }
    tables.append(word)
  }

  private mutating func note(filter word: String) {
    guard StatementShape.isName(word), word != "not", word != "and" else { return }
    let column = StatementShape.bare(word)
    if !filters.contains(column), filters.count < 4 { filters.append(column) }
  }

  /// Notes `lower(name)` before an operator: four words.
  private mutating func note(expressionBefore place: Int, in words: [String]) {
    guard place >= 4, words[place - 1] == ")", words[place - 3] == "(",
      StatementShape.isName(words[place - 2]), StatementShape.isName(words[place - 4]),
      expressions.count < 4
    else { return }
    expressions.append("\(words[place - 4])(\(StatementShape.bare(words[place - 2])))")
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first == "_" || first.properties.isAlphabetic
  }

  private static func bare(_ word: String) -> String {
    word.split(separator: ".").last.map(String.init) ?? word
  }

  /// Words and signs in lower case, names without quotes.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = ""
    func isNameByte(_ byte: UInt8) -> Bool {
      byte == 0x5F || byte == 0x2E || byte >= 0x80 || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x24
    }
    func flush() {
      if !current.isEmpty { words.append(current) }
      current = ""
    }
    var signs = ""
    for byte in text.lowercased().utf8.prefix(4000) {
      let character = Character(Unicode.Scalar(byte < 0x80 ? byte : 0x5F))
      if isNameByte(byte) {
        if !signs.isEmpty { words.append(signs) }
        signs = ""
        current.append(character)
      } else if byte == 0x22 || byte == 0x60 || byte == 0x5B || byte == 0x5D {
        continue
      } else {
        flush()
        if byte == 0x3C || byte == 0x3D || byte == 0x3E || byte == 0x21 {
          signs.append(character)
        } else {
          if !signs.isEmpty { words.append(signs) }
          signs = ""
          if byte > 0x20 { words.append(String(character)) }
        }
      }
    }
    if !signs.isEmpty { words.append(signs) }
    flush()
    return words
  }
}
