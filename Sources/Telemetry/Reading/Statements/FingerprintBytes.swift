/// What a byte can begin in SQL text.
enum SQLByte: UInt8 {
  case space, letter, digit, quote, doubleQuote, backtick, bracket, closeBracket
  case open, close, comma, semicolon, dot, dollar, colon, at, question, hash, percent
  case sign, `operator`

  /// The kind of one byte, where control characters count as white space.
  static func kind(of byte: UInt8) -> SQLByte {
    switch byte {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "_"), 0x80...0xFF: .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"): .quote
    case UInt8(ascii: "\""): .doubleQuote
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "["): .bracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "("): .open
    case UInt8(ascii: ")"): .close
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "$"): .dollar
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "+"), UInt8(ascii: "-"): .sign
    default: .operator
    }
  }

  /// The lower-case form of a byte that may stand inside a word; zero for the others.
  static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      byte
    default: 0
    }
  }
}

/// What a word does to the tokens after it.
enum SQLRole: UInt8 {
  /// A name, or a word that can be an operand.
  case name
  /// A word after which an operand begins: a sign is part of the number, `(` stands apart.
  case keyword
  /// Like `keyword`, and NULL or TRUE after it belongs to the structure (`is null`).
  case structural
  /// `null true false default`: a value or a part of the structure, depending on the place.
  case value
  /// A word whose parentheses hold a list: `in`, MySQL's `field`.
  case list, listFunction
  case select, values, row, with, union
  /// A word that ends the last branch of a UNION: `order limit except`.
  case tail
  /// A word followed by the name of a table: `from join update`.
  case source
  /// A word followed by the name of a table and then, maybe, by columns: `into table`.
  case target
  /// A word that may open a statement about something that one session has a name for.
  case opening
  /// A word followed by a name made up for one session: `savepoint deallocate`.
  case label
  /// `execute`, followed by such a name or by that of a routine.
  case routine
  /// `to`, which such a name follows in `rollback to`.
  case to
  /// A word that may open a statement about users: `create alter grant`.
  case account
  /// `connect`, which user and password may follow.
  case connect
  /// `identified`, behind which `by` leads to a password.
  case identified
  /// `by as`, of which such a `by` is one.
  case by
  /// `replace`, which the old password follows behind `identified by`.
  case replace
  /// `password`; as what came before, a word that a password may follow.
  case password
  /// What came before is a word that a password follows.
  case secret

  /// Whether a name after the word may be no name: made up for one session, or a password.
  @inline(__always)
  var mayLabel: Bool {
    self == .label || self == .routine || self == .password || self == .secret
  }

  /// Whether what is quoted after the word is no name.
  @inline(__always)
  var masksQuoted: Bool { self == .label || self == .password || self == .secret }

  /// Whether an operand ends where the word begins, also where no space stands between them.
  var endsOperand: Bool {
    switch self {
    case .structural, .keyword, .by, .list, .source, .union, .tail: true
    default: false
    }
  }

  /// All words that are more than names; at most sixteen bytes long.
  static let words: [(role: SQLRole, words: String)] = [
    (.keyword, "between like ilike rlike regexp glob similar then else when case using over"),
    (.by, "by as"),
    (.keyword, "all distinct exists having interval return mod div xor filter group only"),
    (.keyword, "ignore nothing conflict escape top lateral"),
    (.structural, "where on and or not is set"),
    (.value, "null true false default"),
    (.list, "in"), (.listFunction, "field"),
    (.select, "select"), (.values, "values"), (.row, "row"), (.with, "with"),
    (.union, "union"), (.tail, "order limit offset fetch except intersect minus"),
    (.source, "from join update"), (.target, "into table"),
    (.opening, "close declare execute move prepare release rollback"),
    (.label, "savepoint deallocate"), (.to, "to"),
    (.account, "create alter grant"), (.connect, "connect"), (.identified, "identified"),
    (.replace, "replace"), (.password, "password"),
  ]
}

/// The tables of the scanner: kinds and folding of bytes, and the roles of words.
final class SQLTables {
  /// A word, as a number, and its role; the number 0 marks a free place.
  struct Entry {
    var key: UInt64 = 0
    var role = SQLRole.name
  }

  let kinds = UnsafeMutablePointer<SQLByte>.allocate(capacity: 256)
  let folded = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  /// Pairs of a word (see `key`) and its role, by `slot`; open addressing.
  let roles = UnsafeMutablePointer<Entry>.allocate(capacity: slots)

  private static let slots = 512
  static let longestWord = 16
  static let lastSlot = slots - 1

  init() {
    for byte in UInt8.min...UInt8.max {
      kinds[Int(byte)] = SQLByte.kind(of: byte)
      folded[Int(byte)] = SQLByte.folded(byte)
    }
    roles.initialize(repeating: Entry(), count: SQLTables.slots)
    for entry in SQLRole.words {
      for word in entry.words.split(separator: " ") {
        let key = SQLTables.key(of: word)
        var slot = SQLTables.slot(of: key)
        while roles[slot].key != 0 { slot = (slot + 1) % SQLTables.slots }
        roles[slot] = Entry(key: key, role: entry.role)
      }
    }
  }

  deinit {
    kinds.deallocate()
    folded.deallocate()
    roles.deallocate()
  }

  /// A number that tells words of up to sixteen bytes apart.
  private static func key(of word: Substring) -> UInt64 {
    let padded = Array(word.utf8) + [UInt8](repeating: 0, count: 8)
    return padded.withUnsafeBytes { bytes in
      bytes.baseAddress.map { key($0, count: word.utf8.count) } ?? 0
    }
  }

  /// The key of the word at `start`, which at least eight readable bytes follow, without regard
  /// to case; no two keywords share one.
  @inline(__always)
  static func key(_ start: UnsafeRawPointer, count: Int) -> UInt64 {
    // Keywords hold letters only, and no other byte of a word becomes a letter by this bit.
    let lowerCase: UInt64 = 0x2020_2020_2020_2020
    let head = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) | lowerCase
    if count <= 8 { return head & (.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)) }
    let rest = start.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    return head &+ (UInt64(littleEndian: rest) | lowerCase) &* 3
  }

  @inline(__always)
  static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
