#if canImport(Glibc)
  import Glibc
#endif

/// The product whose SQL a statement is written in, as far as that decides where a literal ends.
package enum SQLDialect: UInt8, Sendable {
  /// Judged from the statement itself: backticks mean MySQL, `::` and `"a"."b"` do not, and what
  /// begins like a command of Redis is one.
  case unknown
  /// As the format of the log, or the preset, says.
  case postgresql, mysql, sqlite, oracle, sqlServer
  /// Commands of MongoDB, `find shop.users {filter: {id: 1}}`; what is none is read as SQL.
  case mongodb
  /// Commands of Redis, `GET user:1`: their arguments are literals.
  case redis
}

/// Turns SQL statements into fingerprints: the same text for every statement that differs in
/// literals, case, comments, white space or the length of its lists only.
///
/// - A literal (string, number, `$$body$$`, NULL or TRUE where a value is expected) and a
///   placeholder (`$1 ? :name @p1 %s`) become `?`. No byte of a literal is ever copied.
/// - Words are lower-cased, quoted identifiers are kept, comments and hints are dropped.
/// - In `in (...)`, `array[...]` and rows of VALUES an element that repeats its predecessor is
///   dropped, of VALUES only the first row is kept, and of a UNION no more than two branches alike
///   in a row, so the class does not depend on how many there are.
/// - A call that carries a statement as a literal (`sp_executesql N'select 1'`) is that statement.
/// - A password that is a name or stands without quotes is a literal too.
/// - A statement that was cut (inside a literal, a list or before an ellipsis) ends in `…` and
///   is thus never taken for a whole one.
///
/// A fingerprint is its own fingerprint. Cost: one pass, no allocation once the buffer has grown
/// to twice the longest statement seen.
package struct Fingerprinter {
  /// Longest fingerprint in bytes; the rest of a longer one becomes `…`, but counts in `lastID`.
  package static let limit = 4096

  /// Hash of the whole of the last fingerprint, the same in every run and on every machine;
  /// never zero.
  package private(set) var lastID: UInt64 = 1

  private var storage = FingerprintStorage()
  private let dialect: SQLDialect

  /// A fingerprinter for statements of one dialect, or of any.
  package init(dialect: SQLDialect = .unknown) {
    self.dialect = dialect
  }

  /// The fingerprint of `statement`; the bytes are valid until the next call.
  package mutating func fingerprint(_ statement: Bytes) -> Bytes {
    if !isKnownUniquelyReferenced(&storage) { storage = FingerprintStorage() }
    let whole = normalised(statement)
    lastID = FingerprintHash.of(whole)
    if let count = storage.literalCount {
      storage.memo.add(statement, storage.literals, count: count, id: lastID)
    }
    return whole.count > Fingerprinter.limit ? shortened(whole) : whole
  }

  /// The id of a statement that differs from one before in its literals alone.
  ///
  /// `nil` means that it has to be read; where it is known, `fingerprint` would give `lastID` the
  /// same number. Cost: a comparison of its bytes, a tenth of reading it.
  package func recall(_ statement: Bytes) -> UInt64? { storage.memo.id(of: statement) }

  /// Fingerprint and id of a text, for tests and for the command line.
  package static func of(
    _ text: String, dialect: SQLDialect = .unknown
  ) -> (text: String, id: UInt64) {
    var fingerprinter = Fingerprinter(dialect: dialect)
    var text = text
    let fingerprint = text.withUTF8 { bytes in
      String(decoding: fingerprinter.fingerprint(Bytes(bytes)), as: UTF8.self)
    }
    return (fingerprint, fingerprinter.lastID)
  }

  private func normalised(_ statement: Bytes) -> Bytes {
    guard let input = statement.bindMemory(to: UInt8.self).baseAddress, !statement.isEmpty else {
      return Bytes(start: nil, count: 0)
    }
    storage.literalCount = nil
    storage.reserve(FingerprintScan.outputCapacity(forInput: statement.count))
    switch dialect {
    case .mongodb:
      if let count = MongoFingerprint.write(statement, to: storage.text) {
        return Bytes(start: storage.text, count: count)
      }
    case .redis: return command(statement)
    case .unknown:
      if RedisFingerprint.isMeant(by: statement) { return command(statement) }
    default: break
    }
    if CarriedStatement.mayBe(statement), let carried = CarriedStatement(in: statement, dialect) {
      carried.write(to: &storage.carried)
      let count = storage.carried.withUnsafeBufferPointer { text in
        text.baseAddress.map { scan($0, text.count) } ?? 0
      }
      // The places of its literals are not those in the statement at hand.
      storage.literalCount = nil
      if count > 0 { return Bytes(start: storage.text, count: count) }
    }
    return Bytes(start: storage.text, count: scan(input, statement.count))
  }

  /// The fingerprint of a command of Redis, in the buffer.
  private func command(_ statement: Bytes) -> Bytes {
    Bytes(start: storage.text, count: RedisFingerprint.write(statement, to: storage.text))
  }

  /// Writes the fingerprint of SQL into the buffer and returns its length.
  private func scan(_ input: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var scan = FingerprintScan(
      input: input, count: length, output: storage.text, frames: storage.frames,
      literals: storage.literals, tables: storage.tables, dialect: dialect)
    let count = withExtendedLifetime(storage) { scan.run() }
    storage.literalCount = scan.dependsOnLiterals ? nil : scan.literalCount
    return count
  }

  /// The head of a long fingerprint, which is a fingerprint itself.
  private func shortened(_ whole: Bytes) -> Bytes {
    let room = Fingerprinter.limit - FingerprintScan.ellipsisLength
    let cut = FingerprintScan.lastTokenEnd(in: whole, before: room)
    // Normalised again, because the cut may leave an element that repeats its predecessor.
    let head = storage.copyHead(cut, closing: FingerprintScan.ellipsis)
    return normalised(head)
  }
}

/// The buffers a fingerprinter writes into.
private final class FingerprintStorage {
  private(set) var text: UnsafeMutablePointer<UInt8>
  private var capacity = 8192
  /// The statement that the one at hand carries as a literal.
  var carried: [UInt8] = []
  let tables = SQLTables()
  let frames = UnsafeMutablePointer<FingerprintFrame>.allocate(
    capacity: FingerprintScan.deepestFrame + 1)
  private let head = UnsafeMutablePointer<UInt8>.allocate(capacity: Fingerprinter.limit)
  let literals = UnsafeMutablePointer<PlainLiteral>.allocate(capacity: StatementMemo.mostLiterals)
  /// How many literals the statement has that was read last; `nil` where others would change more.
  var literalCount: Int?
  var memo = StatementMemo()

  init() {
    text = .allocate(capacity: capacity)
    frames.initialize(repeating: FingerprintFrame(), count: FingerprintScan.deepestFrame + 1)
  }

  deinit {
    text.deallocate()
    frames.deallocate()
    head.deallocate()
    literals.deallocate()
    memo.deallocate()
  }

  func reserve(_ count: Int) {
    guard count > capacity else { return }
    text.deallocate()
    capacity = count + count / 2
    text = .allocate(capacity: capacity)
  }

  /// The first `count` bytes of the text and an ending, out of the way of the next text.
  func copyHead(_ count: Int, closing: (UInt8, UInt8, UInt8)) -> Bytes {
    memcpy(head, text, count)
    head[count] = closing.0
    head[count + 1] = closing.1
    head[count + 2] = closing.2
    return Bytes(start: head, count: count + 3)
  }
}
