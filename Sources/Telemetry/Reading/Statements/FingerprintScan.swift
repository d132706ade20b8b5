/// What was written last, as far as the next token depends on it.
enum SQLToken: UInt8 {
  case start, name, keyword, literal, string, open, close, comma, `operator`, dot, semicolon
}

/// One pass over one statement: reads tokens and writes the fingerprint.
///
/// The output never holds a byte of a literal, so what is dropped afterwards (repeated elements,
/// rows, branches) is only a matter of moving the end of the output back.
///
///     input   select  *  from T where ID in (1, 2,|3)  -- why
///                                                p
///     output  select * from t where id in (?|, ?
///                                          ^ end of the element before: ", ?" is dropped
struct FingerprintScan {
  let input: UnsafePointer<UInt8>
  /// Where the statement ends, without trailing white space, semicolons and ellipsis.
  let end: Int
  var position = 0
  let output: UnsafeMutablePointer<UInt8>
  var count = 0
  /// See `SQLTables`, which the caller keeps alive.
  let kinds: UnsafePointer<SQLByte>
  let folded: UnsafePointer<UInt8>
  let roles: UnsafePointer<SQLTables.Entry>
  let frames: UnsafeMutablePointer<FingerprintFrame>
  var depth = 0
  /// Open parentheses beyond the deepest frame.
  var excessDepth = 0
  var bracketDepth = 0
  var previous = SQLToken.start
  /// Role of the word before; `.name` after anything else.
  var role = SQLRole.name
  /// Whether the next token follows without a space.
  var isGlued = true
  /// Whether the name of a table was announced, so that `(` after it opens a list of columns.
  var isAfterTarget = false
  /// Whether all names are made up for one session until a keyword or semicolon ends that.
  var namesAreLabels = false
  /// Whether the statement began with `rollback`.
  var isRollback = false
  /// What the statement has said so far of users.
  var accounts = SQLAccounts.none
  /// Where the name after `execute` begins and ends in the output.
  var executedStart = 0
  var executedEnd = -1
  var isCut: Bool
  /// Inside `/*! ... */`, whose content MySQL executes.
  var isExecutableComment = false
  let dialect: SQLDialect
  var isMySQL: Bool
  /// Whether something showed that double quotes hold identifiers.
  var quotesIdentifiers: Bool
  var escapes: SQLEscapes
  /// Whether comments nest; they do not once one of them does not end that way.
  var commentsNest = true
  /// Whether no `)` is left.
  var isWithoutClose = false
  /// Up to here in the input a run of operator characters holds nothing but signs that stand alone.
  var signsEnd = 0
  /// The plain literals so far, as far as there is room for them.
  let literals: UnsafeMutablePointer<PlainLiteral>
  var literalCount = 0
  /// Whether more than the kind of a literal counted: something was looked for across them in vain.
  var dependsOnLiterals = false

  static let ellipsis: (UInt8, UInt8, UInt8) = (0xE2, 0x80, 0xA6)
  static let ellipsisLength = 3

  /// Room that the fingerprint of a statement of so many bytes takes at most.
  static func outputCapacity(forInput count: Int) -> Int { 2 * count + 32 }

  /// A scan that is about to begin.
  ///
  /// `output` has room for `outputCapacity(forInput: count)` bytes, `frames` for one more frame
  /// than `deepestFrame`, `literals` for `StatementMemo.mostLiterals`.
  init(
    input: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>,
    frames: UnsafeMutablePointer<FingerprintFrame>, literals: UnsafeMutablePointer<PlainLiteral>,
    tables: SQLTables, dialect: SQLDialect
  ) {
    self.input = input
    self.output = output
    self.frames = frames
    self.literals = literals
    kinds = UnsafePointer(tables.kinds)
    folded = UnsafePointer(tables.folded)
    roles = UnsafePointer(tables.roles)
    self.dialect = dialect
    (end, isCut) = FingerprintScan.trimmed(input, count)
    isMySQL = dialect == .mysql
    escapes =
      switch dialect {
      case .unknown, .mongodb, .redis: .undecided
      case .mysql: .backslash
      case .postgresql, .sqlite, .oracle, .sqlServer: .standard
      }
    quotesIdentifiers = escapes == .standard
    frames[0] = FingerprintFrame()
  }

  /// Writes the fingerprint and returns its length.
  mutating func run() -> Int {
    while position < end {
      let kind = kinds[Int(input[position])]
      // Most of all bytes; a jump by the kind is mostly not foreseen.
      if kind == .space {
        position &+= 1
        continue
      }
      if kind == .letter {
        word()
        continue
      }
      switch kind {
      case .space, .letter: break
      case .digit: if isAfterDot { word() } else { number() }
      case .quote: string(escapes)
      case .doubleQuote: doubleQuoted()
      case .backtick: backticked()
      case .bracket: bracket()
      case .closeBracket: closeBracket()
      case .open: open()
      case .close: close()
      case .comma: comma()
      case .semicolon: semicolon()
      case .dot: dot()
      case .dollar: dollar()
      case .colon: colon()
      case .at: at()
      case .question: question()
      case .hash: hash()
      case .percent: percent()
      case .sign: sign()
      case .operator: `operator`()
      }
    }
    finish()
    return count
  }

  /// The byte `distance` further on; zero past the end.
  @inline(__always)
  func peek(_ distance: Int) -> UInt8 {
    position &+ distance < end ? input[position &+ distance] : 0
  }

  /// Whether a digit here goes on with a name, as in `db.2fa`.
  private var isAfterDot: Bool {
    previous == .dot && input[position &- 1] == UInt8(ascii: ".")
  }

  /// Whether the token before can be the left side of an operator.
  @inline(__always)
  var isAfterOperand: Bool {
    switch previous {
    case .name, .literal, .string, .close: true
    default: false
    }
  }

  @inline(__always)
  func isWordByte(_ byte: UInt8) -> Bool { folded[Int(byte)] != 0 }

  @inline(__always)
  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  func isWordStart(_ byte: UInt8) -> Bool { isWordByte(byte) && !isDigit(byte) && byte != 0x24 }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    output[count] = byte
    count &+= 1
  }

  /// Writes the space before a token, where there is one.
  @inline(__always)
  mutating func gap() {
    if !isGlued { put(0x20) }
  }

  @inline(__always)
  mutating func wrote(_ token: SQLToken, _ newRole: SQLRole = .name, glued: Bool = false) {
    previous = token
    role = newRole
    isGlued = glued
  }

  /// Writes the mark of a literal or placeholder.
  @inline(__always)
  mutating func literal(_ token: SQLToken = .literal) {
    // 'a' 'b' is one string in every dialect that allows it.
    if token == .string && previous == .string { return }
    gap()
    put(UInt8(ascii: "?"))
    wrote(token)
  }

  /// Notes that a plain literal begins at `start` and ends here.
  @inline(__always)
  mutating func note(literalFrom start: Int, isString: Bool) {
    guard literalCount < StatementMemo.mostLiterals else {
      dependsOnLiterals = true
      return
    }
    literals[literalCount] = PlainLiteral(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
      isString: isString)
    literalCount &+= 1
  }

  /// Gives up: the rest cannot be told from a literal.
  mutating func maskRest() {
    literal(.string)
    position = end
    isCut = true
  }

  private mutating func semicolon() {
    position &+= 1
    guard previous != .start && previous != .semicolon else { return }
    endBranches()
    namesAreLabels = false
    isRollback = false
    accounts = .none
    put(UInt8(ascii: ";"))
    wrote(.semicolon)
  }
}
