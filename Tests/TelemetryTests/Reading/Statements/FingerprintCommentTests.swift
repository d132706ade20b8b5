import Testing

@testable import Telemetry

/// The `#` of a comment, of an operator and of a table, where the dialect is not known.
@Suite struct FingerprintCommentTests {
  @Test func `drops what a hash comments`() {
    expectFingerprints([
      ("SELECT a FROM t WHERE x=1 # bob@example.com 'x'", "select a from t where x = ?"),
      ("select a from t where x = y # bob@example.com", "select a from t where x = y"),
      ("select a from t where x = 1 #bob@example.com", "select a from t where x = ?"),
      ("select a from t where x = y #bob.b@example.com 42", "select a from t where x = y"),
      ("select a from t where x = 'z' #see below", "select a from t where x = ?"),
      (
        "select a from t where x = y # of Bob's list\nlimit 5",
        "select a from t where x = y limit ?"
      ),
      ("select a from t limit 5 # 10 rows", "select a from t limit ?"),
      ("select a from t # from all, 'x'", "select a from t"),
    ])
  }

  @Test func `keeps an exclusive or and the paths of jsonb`() {
    expectFingerprints([
      (
        "select a # b, c # 5 from t where d # $1 = 2",
        "select a # b, c # ? from t where d # ? = ?"
      ),
      ("select 17 # 5", "select ? # ?"), ("select (a + 1) # t.b as c", "select (a + ?) # t.b as c"),
      (
        "select a #> '{b}', a #>> '{b,c}', a #- '{b}' from t",
        "select a #> ?, a #>> ?, a #- ? from t"
      ),
    ])
    expectFingerprints(
      [("select 5 # a, a # (b) from t", "select ? # a, a # (b) from t")], dialect: .postgresql)
  }

  @Test func `keeps temporary tables`() {
    expectFingerprints([
      ("select top 10 #orders.id from #orders", "select top ? #orders.id from #orders"),
      ("insert #t select a from ##u", "insert #t select a from ##u"),
    ])
  }
}
