import TestSupport
import Testing

@testable import Telemetry

/// Numbers that are the same in every run (Numerical Recipes' linear congruential generator).
struct StatementDice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[roll(choices.count)] }
}

/// Random statements, each literal of which carries the mark "zq".
struct StatementGenerator {
  var dice: StatementDice
  let isMySQL: Bool

  mutating func literal() -> String {
    let number = dice.roll(1000)
    var kinds = [
      "'zq\(number)'", "'it''s zq'", "'zq -- /* '", "''", "N'zq'", "'a, zq) values ('",
      "0x7a71\(number)", "77\(number)", "-77.\(number)", "77e-\(number % 9)", ".77", "'zq\n(\"'",
    ]
    if isMySQL {
      kinds += ["'it\\'s zq'", "\"zq's\"", "'zq\\\\'", "\"zq\\\" zq\"", "b'77'"]
    } else {
      kinds += [
        "$$zq's $1$$", "$a$zq$$zq$a$", "E'\\'zq'", "'C:\\zq'", "U&'zq'", "date '77-zq'",
        "'zq'::text",
      ]
    }
    return dice.pick(kinds)
  }

  mutating func expression() -> String {
    switch dice.roll(8) {
    case 0: return "a.b\(dice.roll(4)) = \(literal())"
    case 1: return "c IN (\(list(1 + dice.roll(5))))"
    case 2: return "f(x, \(literal())) > \(literal())"
    case 3: return "d BETWEEN \(literal()) AND \(literal())"
    case 4: return "e LIKE \(literal()) /* zq \(dice.roll(9)) */"
    case 5: return "(\(expression()) OR \(expression()))"
    case 6: return "g IN (SELECT h FROM i WHERE \(expression()))"
    default: return isMySQL ? "`J k` <> \(literal())" : "\"J k\".x <> \(literal())"
    }
  }

  mutating func list(_ count: Int) -> String {
    (0..<count).map { _ in literal() }.joined(separator: dice.pick([",", ", "]))
  }

  mutating func statement() -> String {
    switch dice.roll(4) {
    case 0:
      let rows = (0...dice.roll(3)).map { _ in "(\(list(3)))" }.joined(separator: ",")
      return "INSERT INTO t (a, b) VALUES \(rows)"
    case 1: return "UPDATE t SET a = \(literal()), b = \(literal()) WHERE \(expression()) -- zq"
    default:
      return "SELECT a, \(literal()) FROM t JOIN u ON \(expression()) WHERE \(expression())"
        + " ORDER BY \(literal()) LIMIT \(77 + dice.roll(9))"
    }
  }
}

@Suite struct FingerprintPropertyTests {
  @Test(arguments: [false, true])
  func `never lets a literal through, whole or cut anywhere`(isMySQL: Bool) {
    var generator = StatementGenerator(dice: StatementDice(state: 42), isMySQL: isMySQL)
    let dialect: SQLDialect = isMySQL ? .mysql : .postgresql
    for _ in 0..<400 {
      let statement = generator.statement()
      let whole = Fingerprinter.of(statement, dialect: dialect).text
      #expect(isFree(whole), "\(statement)")
      let bytes = Array(statement.utf8)
      let cut = String(decoding: bytes[..<generator.dice.roll(bytes.count)], as: UTF8.self)
      let head = Fingerprinter.of(cut, dialect: dialect).text
      #expect(isFree(head), "\(cut)")
    }
  }

  @Test func `lets no literal through where the dialect must be guessed`() {
    for isMySQL in [false, true] {
      var generator = StatementGenerator(dice: StatementDice(state: 7), isMySQL: isMySQL)
      for _ in 0..<400 {
        let statement = generator.statement()
        #expect(isFree(Fingerprinter.of(statement).text), "\(statement)")
      }
    }
  }

  /// Neither the mark nor a number; `b0` and the like are names.
  private func isFree(_ text: String) -> Bool {
    !text.contains("zq") && !text.contains("77") && !text.contains("7a71")
  }

  @Test func `is its own fingerprint, whatever the bytes`() {
    var dice = StatementDice(state: 1)
    let pieces = [
      "select ", "a", "(", ")", ",", "'", "\"", "`", "[", "]", " in (", "values ", "1", "-", "--",
      "/*", "*/", "/*!", "?", "$1", "$$", "::", ".", "…", "...", " union all ", "#", "@", "%s",
      "\n",
      "null", " row", "\\", ";", "é", "\u{0}", "insert into ", "e'", "order ", "{", "|", "&", "=",
      ":x",
    ]
    var fingerprinter = Fingerprinter()
    for _ in 0..<10_000 {
      let text = (0...dice.roll(12)).map { _ in dice.pick(pieces) }.joined()
      let once = Array(text.utf8).withUnsafeBytes { Array(fingerprinter.fingerprint($0)) }
      let twice = once.withUnsafeBytes { Array(fingerprinter.fingerprint($0)) }
      if once != twice { Issue.record("not stable: \(text.debugDescription)") }
    }
  }

  @Test func `survives any bytes`() {
    var dice = StatementDice(state: 3)
    var fingerprinter = Fingerprinter()
    for _ in 0..<5000 {
      let bytes = (0..<dice.roll(60)).map { _ in UInt8(dice.roll(256)) }
      bytes.withUnsafeBytes { bytes in
        #expect(fingerprinter.fingerprint(bytes).count <= 2 * bytes.count + 32)
      }
    }
    for pattern in ["(", "[", "'", "in (", "/*", "((a,", "union select "] {
      let text = String(repeating: pattern, count: 3000)
      #expect(Fingerprinter.of(text).text.utf8.count <= Fingerprinter.limit)
    }
  }
}

@Suite struct FingerprintLimitTests {
  @Test func `gives alike statements one id and others another`() {
    let one = Fingerprinter.of("SELECT * FROM t WHERE id IN (1,2) -- x").id
    #expect(one == Fingerprinter.of("select *  from T where id in ('a');").id)
    #expect(one != Fingerprinter.of("select * from t2 where id in (1)").id)
    #expect(one != Fingerprinter.of("select * from t where id in (1").id)
  }

  @Test func `keeps its ids for ever`() {
    #expect(Fingerprinter.of("select * from users where id = 1").id == 1_271_328_513_171_105_592)
    #expect(Fingerprinter.of("").id != 0)
  }

  @Test func `shortens a long statement but tells it from others of the same head`() {
    let columns = (0..<2000).map { "column_\($0)" }.joined(separator: ", ")
    let long = Fingerprinter.of("select \(columns) from t where a = 'secret'")
    let other = Fingerprinter.of("select \(columns) from u where a = 'secret'")
    #expect(long.text == other.text)
    #expect(long.id != other.id)
    #expect(long.text.utf8.count <= Fingerprinter.limit)
    #expect(long.text.utf8.count > Fingerprinter.limit - 20)
    #expect(long.text.hasPrefix("select column_0, column_1,"))
    #expect(long.text.hasSuffix("…"))
    #expect(Fingerprinter.of(long.text).text == long.text)
  }

  @Test func `copies do not write into each other's buffer`() {
    var first = Fingerprinter()
    let statement = Array("select a".utf8)
    let other = Array("update b".utf8)
    statement.withUnsafeBytes { statement in
      let kept = first.fingerprint(statement)
      var second = first
      other.withUnsafeBytes { _ = second.fingerprint($0) }
      #expect(kept.elementsEqual("select a".utf8))
    }
  }
}
