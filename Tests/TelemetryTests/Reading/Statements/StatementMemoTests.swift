import Testing

@testable import Telemetry

@Suite struct StatementMemoTests {
  private func recalled(_ text: String, after known: String, _ dialect: SQLDialect) -> Bool {
    var fingerprinter = Fingerprinter(dialect: dialect)
    _ = Array(known.utf8).withUnsafeBytes { fingerprinter.fingerprint($0).count }
    let id = Array(text.utf8).withUnsafeBytes { fingerprinter.recall($0) }
    if let id { #expect(id == Fingerprinter.of(text, dialect: dialect).id, "\(text)") }
    return id != nil
  }

  @Test(arguments: [
    ("select * from t where id = 17", "select * from t where id = 4"),
    ("select * from t where id = 17;", "select * from t where id = 123456;"),
    ("select * from t where name = 'a' and b = 1", "select * from t where name = 'x y' and b = 22"),
    ("select * from t where name = ''", "select * from t where name = 'x -- /* '"),
    ("select a.b from t where c in (1, 2)", "select a.b from t where c in (88, 9)"),
    ("insert into t (a, b) values (1, 'x')", "insert into t (a, b) values (2, '')"),
    ("select * from t where id = $1 limit 5", "select * from t where id = $1 limit 50"),
    ("select `a`.`b` from `t` where c = -5", "select `a`.`b` from `t` where c = -77"),
    ("select current_timestamp from dual", "select current_timestamp from dual"),
  ])
  func `knows a statement with other literals`(known: String, text: String) {
    for dialect in [SQLDialect.unknown, .postgresql, .mysql] {
      #expect(recalled(text, after: known, dialect))
    }
  }

  @Test(arguments: [
    ("select * from t where id = 17", "select * from u where id = 17"),
    ("select * from t where id = 17", "select * from t where id = '17'"),
    ("select * from t where id = 17", "select * from t where id = 17 or b = 3"),
    ("select * from t where id = 17", "select * from t where id = "),
    ("select * from t where id = 1 and b = 2", "select * from t where id = 0x1f and b = 2"),
    ("select * from t where name = 'a'", "select * from t where name = 'it''s'"),
    ("select * from t where name = 'a'", "select * from t where name = 'a\\'"),
    ("select * from t where name = 'a'", "select * from t where name = 'a"),
    (
      "select * from t where name = 'it''s' or b = 'c'",
      "select * from t where name = 'a' or b = 'c'"
    ),
    ("select a.b from t where c in (1, 2)", "select a.b from t where c in (1, 2, 3)"),
    ("select * from t1 where id = 17", "select * from t2 where id = 17"),
    ("select 1 /* a /* b */ from t where c = 'x'", "select 2 /* a /* b */ from t where c = '*/'"),
  ])
  func `reads what may be another statement`(known: String, text: String) {
    for dialect in [SQLDialect.unknown, .postgresql, .mysql] {
      #expect(!recalled(text, after: known, dialect), "\(text)")
    }
  }

  @Test func `forgets all when it is full, and learns again`() {
    var fingerprinter = Fingerprinter()
    func id(_ text: String) -> UInt64? {
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBytes { statement in
        if let id = fingerprinter.recall(statement) { return id }
        _ = fingerprinter.fingerprint(statement)
        return nil
      }
    }
    for table in 0..<20_000 {
      #expect(id("select some_column from table_\(table) where a = 1") == nil)
    }
    #expect(id("select some_column from table_19999 where a = 2") != nil)
    #expect(id("select some_column from table_0 where a = 2") == nil)
    #expect(id("select some_column from table_0 where a = 3") != nil)
  }

  @Test(arguments: [SQLDialect.unknown, .postgresql, .mysql, .sqlServer])
  func `recalls what reading gives, whatever the literals`(dialect: SQLDialect) {
    var generator = StatementGenerator(dice: StatementDice(state: 5), isMySQL: dialect == .mysql)
    var hits = 0
    for _ in 0..<1000 {
      let known = generator.statement()
      hits += check(known, &generator.dice, dialect)
    }
    #expect(hits > 50, "\(hits)")
  }

  @Test(arguments: [SQLDialect.unknown, .postgresql, .mysql, .sqlServer])
  func `recalls what reading gives, whatever the bytes`(dialect: SQLDialect) {
    var dice = StatementDice(state: 11)
    let pieces = [
      "select ", "a", "(", ")", ",", "'", "'b c'", "'d'", "12", " 7", " = ", "\"", "`", "[", "]",
      " in (", "values ", "1", "-", "--", "/*", "*/", "/*!", "?", "$1", "$$", "::", ".", "...",
      " union all ", "#", "@", "%s", "%(", "\n", "null", "\\", ";", "e'", "x'", "q'[", "order ",
      ":x",
      "0x", "e", " as ",
    ]
    var hits = 0
    for _ in 0..<5000 {
      let text = "select aaaa, bbbb " + (0...dice.roll(14)).map { _ in dice.pick(pieces) }.joined()
      hits += check(text, &dice, dialect)
    }
    #expect(hits > 500, "\(hits)")
  }

  /// Compares what is recalled of variants of a statement with what reading them gives.
  private func check(_ known: String, _ dice: inout StatementDice, _ dialect: SQLDialect) -> Int {
    var fingerprinter = Fingerprinter(dialect: dialect)
    let bytes = Array(known.utf8)
    _ = bytes.withUnsafeBytes { fingerprinter.fingerprint($0).count }
    var hits = 0
    for _ in 0..<3 {
      let variant = Self.variant(of: bytes, &dice)
      guard let id = variant.withUnsafeBytes({ fingerprinter.recall($0) }) else { continue }
      hits += 1
      let text = String(decoding: variant, as: UTF8.self)
      if id != Fingerprinter.of(text, dialect: dialect).id {
        Issue.record("\(known.debugDescription) is not \(text.debugDescription)")
      }
    }
    return hits
  }

  /// The text with other runs of digits, and other bytes between quotes, wherever these stand.
  private static func variant(of text: [UInt8], _ dice: inout StatementDice) -> [UInt8] {
    let inside = [
      "a", "1", " ", "(", ")", ",", "--", "*/", "/*", "]", "\"", "`", "$$", "\n", "%(", ";",
    ]
    var variant: [UInt8] = []
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte &- 0x30 < 10 {
        while place < text.count, text[place] &- 0x30 < 10 { place += 1 }
        for _ in 0...dice.roll(4) { variant.append(UInt8(0x30 + dice.roll(10))) }
      } else if byte == 0x27, let close = text[(place + 1)...].firstIndex(of: 0x27) {
        variant.append(byte)
        for _ in 0..<dice.roll(4) { variant += Array(dice.pick(inside).utf8) }
        variant.append(byte)
        place = close + 1
      } else {
        variant.append(byte)
        place += 1
      }
    }
    return variant
  }
}
