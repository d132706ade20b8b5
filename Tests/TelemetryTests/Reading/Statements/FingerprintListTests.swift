import Testing

@testable import Telemetry

/// Lists that were cut or shortened, and numbers that something follows without a space.
@Suite struct FingerprintListTests {
  @Test(arguments: [
    "(", "(1", "(1,", "(1, 2", "(1,2,3...", "(1,2,3...)", "(1,2, ...)", "(1,2, ...))", "(1, 2…)",
    "(1, 2 …", "('x', 'y', …)", "('x', 'y'...)", "(1, 'y", "(...)", "(…)", "($1, $2, ...);",
  ])
  func `is one statement wherever a list was cut`(list: String) {
    expectFingerprints([("b = 1 and a in \(list)", "b = ? and a in (?…")])
  }

  @Test func `takes a shortened list that something follows for a whole one`() {
    expectFingerprints([
      ("a in (1, 2, ...) and b = 2", "a in (?) and b = ?"),
      ("a in (1, 2…) limit 5", "a in (?) limit ?"),
      ("a in (...) and b = 2", "a in (?) and b = ?"),
      ("a in (b…) and c = 1", "a in (b) and c = ?"),
      ("insert into t values (1, 2, ...) returning a", "insert into t values (?) returning a"),
      ("insert into t values (1, 2), (3, ...)", "insert into t values (?)…"),
    ])
  }

  @Test func `keeps a keyword behind a number`() {
    expectFingerprints([
      ("a=1AND b=2", "a = ? and b = ?"), ("a=1OR b=2", "a = ? or b = ?"),
      ("select 1from t", "select ? from t"), ("select $1union select 2", "select ? union select ?"),
      ("a=1.5and b = .5or c = 1e5and d = 2", "a = ? and b = ? or c = ? and d = ?"),
      ("select 10L, 5f, 77_000, 0xAND from t", "select ?, ?, ?, ? from t"), ("a=1or", "a = ? or"),
    ])
  }
}
