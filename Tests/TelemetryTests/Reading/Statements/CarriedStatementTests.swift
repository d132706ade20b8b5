import Testing

@testable import Telemetry

/// Calls that carry their statement as a literal.
@Suite struct CarriedStatementTests {
  @Test func `reads the statement that a driver of SQL Server sends`() {
    let table: [(statement: String, fingerprint: String)] = [
      (
        "EXEC sp_executesql N'SELECT a FROM t WHERE id=@p0 AND n=''x''', N'@p0 int', @p0 = 5",
        "select a from t where id = ? and n = ?"
      ),
      ("exec sys.sp_executesql @stmt = N'select b from u', @params = N''", "select b from u"),
      ("  EXECUTE [sys].[sp_executesql] N'select b from u'", "select b from u"),
      ("sp_executesql N'select b from u'", "select b from u"),
      (
        "declare @p1 int; set @p1=5; exec sp_prepexec @p1 output, N'@p0 int', N'select c from v where d = @p0', 5; select @p1",
        "select c from v where d = ?"
      ),
      ("exec sp_prepare @p1 output, NULL, N'select c from v'", "select c from v"),
      ("exec sp_cursoropen @p1 output, N'select c from v', 4", "select c from v"),
      ("exec sp_executesql N'select a from t where b in (1, 2", "select a from t where b in (?…"),
      ("EXEC ('select a from t where b = 1')", "select a from t where b = ?"),
    ]
    for dialect in [SQLDialect.unknown, .sqlServer] { expectFingerprints(table, dialect: dialect) }
    expectFingerprints(
      [
        (
          #"exec sp_executesql N'select a from t where b = ''C:\'' or c = 1'"#,
          "select a from t where b = ? or c = ?"
        )
      ], dialect: .sqlServer)
  }

  @Test func `reads the statement that is executed immediately`() {
    let table: [(statement: String, fingerprint: String)] = [
      (
        "EXECUTE IMMEDIATE 'select a from t where b = ''x''' USING c", "select a from t where b = ?"
      ),
      ("execute immediate 'delete from t where a = 1'", "delete from t where a = ?"),
    ]
    for dialect in [SQLDialect.unknown, .oracle, .mysql] {
      expectFingerprints(table, dialect: dialect)
    }
  }

  @Test func `leaves other calls alone`() {
    expectFingerprints([
      ("exec sp_executesql @sql, N'@a int', 1", "exec sp_executesql ?, ?, ?"),
      ("exec sp_executesql N''", "exec sp_executesql ?"), ("exec p N'select 1'", "exec p ?"),
      ("exec sp_executesqlx N'select 1'", "exec sp_executesqlx ?"),
      ("execute immediate 'select ' || a", "execute immediate ? || a"),
      ("exec('select ' + @x)", "exec(? + ?)"), ("explain select 'exec'", "explain select ?"),
    ])
    // A backslash may escape the quote that seems to end the text.
    let escaped = #"execute immediate 'select \'it\' or a = b'"#
    #expect(Fingerprinter.of(escaped, dialect: .mysql).text == "execute immediate ?")
  }

  @Test func `tells calls apart by their statements, not by their parameters`() {
    func id(_ statement: String, _ value: Int) -> UInt64 {
      Fingerprinter.of("exec sp_executesql N'\(statement)', N'@p int', @p = \(value)").id
    }
    #expect(id("select a from t where b = @p", 1) == id("select a from t where b = @p", 22))
    #expect(id("select a from t where b = @p", 1) != id("select a from u where b = @p", 1))
    #expect(
      id("select a from t where b = @p", 1) == Fingerprinter.of("select a from t where b = 7").id)
  }
}
