import TestSupport
import Testing

@testable import Telemetry

/// Random statements of one dialect, whose literals and names can be chosen anew.
///
/// Every literal and every comment carries "zq" or "77", which no name does.
private struct DialectStatement {
  private enum Part {
    case text(String)
    case name(String)
    case literal, list, rows
  }

  private var parts: [Part] = []
  private let dialect: SQLDialect

  static let dialects: [SQLDialect] = [.postgresql, .mysql, .sqlite, .oracle, .sqlServer]

  init(_ dialect: SQLDialect, _ dice: inout Dice) {
    self.dialect = dialect
    switch pick([0, 1, 2, 3, 3, 3], &dice) {
    case 0:
      add("insert into", &dice)
      parts += [.text(" (c1, c2) values "), .rows]
    case 1:
      add("update", &dice)
      parts += [.text(" set x = "), .literal, .text(", y = y + "), .literal, .text(" where ")]
      condition(0, &dice)
    case 2:
      add("delete from", &dice)
      parts.append(.text(" where "))
      condition(0, &dice)
    default: select(&dice)
    }
  }

  private mutating func select(_ dice: inout Dice) {
    parts.append(.text(pick(["select ", "select /*+ zqh(t 77) */ ", "SELECT "], &dice)))
    if dialect == .sqlServer { parts += [.text("top "), .literal, .text(" ")] }
    add("", &dice)
    parts += [.text(", "), .literal, .text(", count(*)")]
    add(" from", &dice)
    add(" x join", &dice)
    parts.append(.text(" y on "))
    condition(0, &dice)
    parts.append(.text(" where "))
    condition(0, &dice)
    add(" order by", &dice)
    switch dialect {
    case .oracle, .sqlServer: parts += [.text(" offset "), .literal, .text(" rows")]
    case .mysql: parts += [.text(" limit "), .literal, .text(", "), .literal]
    default: parts += [.text(" limit "), .literal, .text(" offset "), .literal]
    }
  }

  private mutating func condition(_ depth: Int, _ dice: inout Dice) {
    switch pick(Array(0..<(depth < 2 ? 10 : 6)), &dice) {
    case 0:
      add("", &dice)
      parts += [.text(pick([" = ", " <> ", ">=", " like "], &dice)), .literal]
    case 1:
      add("", &dice)
      parts += [.text(pick([" in (", " NOT IN( "], &dice)), .list, .text(")")]
    case 2:
      add("lower(", &dice)
      parts += [.text(", "), .literal, .text(") > "), .literal]
    case 3:
      add("", &dice)
      parts += [.text(" between "), .literal, .text(" and "), .literal]
    case 4:
      add("", &dice)
      parts += [.text(" /* zq '77 */ * "), .literal, .text(" is not null")]
    case 5: special(&dice)
    case 6:
      parts.append(.text("("))
      condition(depth + 1, &dice)
      parts.append(.text(" or "))
      condition(depth + 1, &dice)
      parts.append(.text(")"))
    case 7:
      add("", &dice)
      add(" in (select", &dice)
      add(" from", &dice)
      parts.append(.text(" where "))
      condition(depth + 1, &dice)
      parts.append(.text(")"))
    case 8:
      parts.append(.text("case when "))
      condition(depth + 1, &dice)
      parts += [.text(" then "), .literal, .text(" else "), .literal, .text(" end = "), .literal]
    default:
      add("exists (select 1 from", &dice)
      parts.append(.text(" where a = "))
      parts += [.literal, .text(")")]
    }
  }

  /// What only this dialect can say.
  private mutating func special(_ dice: inout Dice) {
    add("", &dice)
    switch dialect {
    case .postgresql:
      parts += pick(
        [
          [.text("->>"), .literal, .text(" = "), .literal],
          [.text(" = any(array["), .list, .text("])")], [.text("::int = "), .literal],
          [.text(" ?| array["), .list, .text("]")], [.text(" #>> "), .literal, .text(" ~* 'zq'")],
        ], &dice)
    case .oracle: parts.append(.text("(+) = obj#1"))
    case .mysql: parts += [.text(" <=> "), .literal]
    case .sqlServer: parts.append(.text(" = @@rowcount"))
    default: parts += [.text(" glob "), .literal]
    }
  }

  private mutating func add(_ words: String, _ dice: inout Dice) {
    let quoted: [String] =
      switch dialect {
      case .mysql: ["`Users`", "`db`.`T x`", "`a`.b"]
      case .sqlServer: ["[Order Details]", "[dbo].[T]", "#temp", "##g"]
      default: ["\"Users\"", "\"S\".\"T x\"", "u.\"Name\""]
      }
    parts.append(.text(words + (words.isEmpty || words.hasSuffix("(") ? "" : " ")))
    parts.append(.name(pick(quoted + ["col_a", "users", "t1", "schema1.users", "a.b"], &dice)))
  }

  /// Number of names.
  var nameCount: Int { parts.count { if case .name = $0 { true } else { false } } }

  /// The statement with literals at random; the name at `renamed` is another one.
  func text(renaming renamed: Int? = nil, _ dice: inout Dice) -> String {
    var text = ""
    var names = 0
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .literal: text += literal(&dice)
      case .list: text += list(pick([1, 2, 5], &dice), &dice)
      case .rows:
        text += (0...pick([0, 1, 3], &dice)).map { _ in "(\(list(2, &dice)))" }.joined(
          separator: ", ")
      case .name(let name):
        text +=
          names == renamed ? name.replacing(/[A-Za-z](?=[^A-Za-z]*$)/) { "\($0.output)yy" } : name
        names += 1
      }
    }
    return text
  }

  private func list(_ count: Int, _ dice: inout Dice) -> String {
    (0..<count).map { _ in literal(&dice) }.joined(separator: pick([",", ", "], &dice))
  }

  private func literal(_ dice: inout Dice) -> String {
    let usual = [
      "'zq'", "'it''s zq'", "''", "77", "77.5", ".77", "77e-7", "'-- zq /* '", "'a, zq) values ('",
      "-77", "- 77", "'; zq'", "'\"zq`['", "1E+77", "'ézq'", "0x77FF",
    ]
    let own: [String] =
      switch dialect {
      case .postgresql:
        [
          "$$zq's 1$$", "$tag$zq $$ x$tag$", "E'\\'zq'", "'C:\\zq\\'", "U&'zq'", "X'77'", "$77",
          "77_000", "e'zq\\\\'", "0b0177",
        ]
      case .mysql: ["\"zq's\"", "'it\\'s zq'", "\"a\\\"zq\"", "b'77'", "x'77'", "N'zq'", "?"]
      case .oracle:
        ["q'[it's zq]'", "nq'!zq'x!'", "Q'<zq>'", "q'{zq'}'", ":b77", "77.5f", "q'|zq'|'"]
      case .sqlServer: ["N'zq'", "@p77", "$77.50", "'C:\\zq\\'"]
      default: ["?77", ":zq77", "@zq77", "$zq77", "x'77'"]
      }
    return pick(usual + own, &dice)
  }

  private func pick<Choice>(_ choices: [Choice], _ dice: inout Dice) -> Choice {
    choices[Int.random(in: choices.indices, using: &dice)]
  }
}

@Suite struct FingerprintDialectPropertyTests {
  @Test(arguments: DialectStatement.dialects)
  func `tells names apart, not literals, and lets none of these through`(dialect: SQLDialect) {
    var dice = Dice(dialect.rawValue == 0 ? 1 : UInt64(dialect.rawValue))
    for _ in 0..<300 {
      let statement = DialectStatement(dialect, &dice)
      let first = statement.text(&dice)
      let second = statement.text(&dice)
      let once = Fingerprinter.of(first, dialect: dialect)
      #expect(once.text == Fingerprinter.of(second, dialect: dialect).text, "\(first)\n\(second)")
      let place = Int.random(in: 0..<statement.nameCount, using: &dice)
      let renamed = statement.text(renaming: place, &dice)
      #expect(once.id != Fingerprinter.of(renamed, dialect: dialect).id, "\(first)\n\(renamed)")
      #expect(Fingerprinter.of(once.text, dialect: dialect).text == once.text, "\(first)")
      let bytes = Array(first.utf8)
      let cut = String(
        decoding: bytes[..<Int.random(in: 0...bytes.count, using: &dice)], as: UTF8.self)
      for text in [
        once.text, Fingerprinter.of(first).text, Fingerprinter.of(cut, dialect: dialect).text,
      ] {
        #expect(!text.contains("zq") && !text.contains("77"), "\(first)\n\(text)")
      }
    }
  }
}
