import TestSupport
import Testing

@testable import Telemetry

/// Names that drivers make up for each session.
@Suite struct FingerprintLabelTests {
  @Test func `masks the names of cursors`() {
    expectFingerprints([
      (
        #"DECLARE "_django_curs_140_sync_1" NO SCROLL CURSOR WITH HOLD FOR SELECT a FROM t"#,
        "declare ? no scroll cursor with hold for select a from t"
      ),
      ("declare c1 cursor for select 1", "declare ? cursor for select ?"),
      (#"FETCH FORWARD 100 FROM "_django_curs_140_sync_1""#, "fetch forward ? from ?"),
      ("fetch next in c1", "fetch next in ?"), ("FETCH ALL c1", "fetch all ?"),
      ("FETCH ABSOLUTE -1 FROM `c`", "fetch absolute ? from ?"), ("fetch 5 c", "fetch ? ?"),
      ("fetch from [c]; select c from [c]", "fetch from ?; select c from [c]"),
      ("MOVE BACKWARD 5 FROM c", "move backward ? from ?"),
      (#"CLOSE "c1""#, "close ?"), ("close all", "close all"),
      ("FETCH NEXT FROM c INTO @a", "fetch next from ? into ?"),
      ("fetch next from c into a, b", "fetch next from ? into a, b"),
    ])
  }

  @Test func `masks the names of prepared statements`() {
    expectFingerprints([
      ("EXECUTE a7(1, 'x')", "execute ? (?, ?)"), ("EXECUTE a7 /* c */ ()", "execute ? ()"),
      ("execute a7 (f(b))", "execute ? (f(b))"),
      ("PREPARE _p1 (int) AS SELECT $1", "prepare ? (int) as select ?"),
      ("DEALLOCATE a7", "deallocate ?"), ("DEALLOCATE PREPARE a7", "deallocate prepare ?"),
      ("deallocate all", "deallocate all"), ("prepare transaction 'x'", "prepare transaction ?"),
    ])
    expectFingerprints(
      [("EXECUTE a7", "execute ?"), ("execute \"A 7\"(1)", "execute ? (?)")], dialect: .postgresql)
    expectFingerprints(
      [
        ("EXECUTE s1 USING @a", "execute ? using ?"), ("PREPARE s1 FROM 'x'", "prepare ? from ?"),
        ("execute immediate @a", "execute immediate ?"),
      ], dialect: .mysql)
  }

  @Test func `masks the names of savepoints`() {
    expectFingerprints([
      ("SAVEPOINT s12", "savepoint ?"), ("RELEASE SAVEPOINT s12", "release savepoint ?"),
      ("release s12", "release ?"), ("ROLLBACK TO s12", "rollback to ?"),
      ("rollback work to savepoint \"s 12\"", "rollback work to savepoint ?"),
      ("rollback and chain", "rollback and chain"),
      ("rollback prepared 'x'", "rollback prepared ?"),
      ("rollback; grant a to b", "rollback; grant a to b"),
    ])
  }

  @Test func `leaves routines, variables and columns of these names alone`() {
    expectFingerprints([
      ("EXECUTE dbo.orders @p1", "execute dbo.orders ?"), ("EXECUTE orders 5", "execute orders ?"),
      ("execute procedure p(1)", "execute procedure p(?)"), ("exec a7 1", "exec a7 ?"),
      ("DECLARE @x int = 5", "declare ? int = ?"),
      ("select open, close, move from prices", "select open, close, move from prices"),
      ("select close - 1 from t where release = 2", "select close - ? from t where release = ?"),
      ("grant execute on f to a", "grant execute on f to a"),
      ("select a from t fetch first 5 rows only", "select a from t fetch first ? rows only"),
    ])
    expectFingerprints([("EXECUTE a7(1)", "execute a7(?)")], dialect: .sqlServer)
  }

  @Test(arguments: [SQLDialect.unknown, .postgresql, .mysql, .sqlServer])
  func `is its own fingerprint, whatever stands around the names`(dialect: SQLDialect) {
    let pieces = [
      "fetch ", "move ", "declare ", "close ", "execute ", "prepare ", "rollback ", "to ",
      "savepoint ", "release ", "deallocate ", "from ", "in ", "into ", "all ", "a7 ", "b",
      "\"c d\"", "\"e\"", "`f`", "[g]", "(", ")", ",", ";", "1", " 'x' ", "?", "@x ",
      "/* c */", "\n", " union ", "select ", "null ", "forward ", "immediate ", "+", ": ", "as ",
    ]
    var dice = Dice(7)
    var fingerprinter = Fingerprinter(dialect: dialect)
    for _ in 0..<5000 {
      let text = (0...Int.random(in: 0..<9, using: &dice)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &dice)]
      }.joined()
      let once = Array(text.utf8).withUnsafeBytes { Array(fingerprinter.fingerprint($0)) }
      let twice = once.withUnsafeBytes { Array(fingerprinter.fingerprint($0)) }
      if once != twice { Issue.record("not stable: \(text.debugDescription)") }
    }
  }
}

/// What reading must not look for again and again.
@Suite struct FingerprintRepetitionTests {
  @Test func `reads a run of signs as signs that stand alone`() {
    expectFingerprints([
      ("select a+++b", "select a + + + b"), ("select a =-+1", "select a = - ?"),
      ("select a =+-+b", "select a = + - + b"), ("select a @-+ b", "select a @-+ b"),
      ("select a +-> b", "select a +-> b"), ("select ++5", "select + ?"),
      ("select a+++-> b", "select a +++-> b"),
    ])
    expectFingerprints([("select 5---1", "select ? - - ?")], dialect: .mysql)
  }

  @Test func `looks for what closes something no more once there is none`() {
    expectFingerprints([
      ("select %(a, %(b), %(c", "select ?, % (c…"),
      ("select %(a)s, %(b)s", "select ?, ?"),
      ("select %(%(%(1", "select % (% (% (?…"),
    ])
  }

  @Test func `takes comments for flat once one of them cannot nest`() {
    expectFingerprints([
      ("select /* a /* b */ 1 /* c /* d */, 2", "select ?, ?"),
      ("select /* a /* b */ c */ 1 /* d /* e */ f */ , 2", "select ?, ?"),
      ("select /*/**/1/*/**/, 2", "select ?, ?"),
    ])
  }

  @Test(arguments: ["+", "- ", "%(", "/*/**/", "$a", "fetch c;", "execute a(1);", "/*/*"])
  func `reads a megabyte of the same`(piece: String) {
    let text = "select " + String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let once = Fingerprinter.of(text)
    #expect(once.text.utf8.count <= Fingerprinter.limit)
    #expect(Fingerprinter.of(once.text).text == once.text)
  }
}
