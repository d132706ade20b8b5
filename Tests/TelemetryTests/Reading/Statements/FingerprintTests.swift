import Testing

@testable import Telemetry

/// Statements with the fingerprint each must have.
func expectFingerprints(
  _ table: [(statement: String, fingerprint: String)], dialect: SQLDialect = .unknown,
  location: SourceLocation = #_sourceLocation
) {
  for row in table {
    let result = Fingerprinter.of(row.statement, dialect: dialect)
    #expect(result.text == row.fingerprint, "\(row.statement)", sourceLocation: location)
    let again = Fingerprinter.of(result.text, dialect: dialect)
    #expect(again.text == result.text, "not stable", sourceLocation: location)
    #expect(again.id == result.id, sourceLocation: location)
  }
}

@Suite struct FingerprintTests {
  @Test func `lower-cases words, keeps quoted names and evens out space`() {
    expectFingerprints([
      ("SELECT * FROM Users WHERE ID = 5", "select * from users where id = ?"),
      (" select  id,\n\tname FROM T ;", "select id, name from t"),
      (#"SELECT "Users"."Name" FROM "Users""#, #"select "Users"."Name" from "Users""#),
      ("SELECT `Id` FROM `T` WHERE `Id`=1", "select `Id` from `T` where `Id` = ?"),
      ("SELECT COUNT( * ) , t . * FROM t", "select count(*), t.* from t"),
      ("select a from t where (a=1)and(b<>2)", "select a from t where (a = ?) and (b <> ?)"),
      ("INSERT INTO t(a,b) SELECT 1,f(x)", "insert into t (a, b) select ?, f(x)"),
      ("begin; select 1;; commit;", "begin; select ?; commit"),
      ("", ""), (";", ""), ("  ", ""),
      (
        "select * from t1 join col_2 on t1.x9 = col_2.y",
        "select * from t1 join col_2 on t1.x9 = col_2.y"
      ),
      ("select * from db.2fa_tokens", "select * from db.2fa_tokens"),
      ("select é from naïve where É = 'é'", "select é from naïve where É = ?"),
    ])
  }

  @Test func `falls into none of the traps of the well-known normalisers`() {
    expectFingerprints([
      ("SELECT 1 FROM t WHERE data->>'k' = 'v'", "select ? from t where data ->> ? = ?"),
      ("SELECT 1 FROM t WHERE y = a-1", "select ? from t where y = a - ?"),
      ("SELECT 1 FROM t WHERE n = 1.5e10", "select ? from t where n = ?"),
      ("SELECT $$it's a 'test'$$", "select ?"),
      ("SELECT $tag$body 1 $$ $tag$, 2", "select ?, ?"),
      ("SELECT 0xDEADBEEF, 0xff", "select ?, ?"),
      (#"WHERE "Users"."Name" = 'O''Brien'"#, #"where "Users"."Name" = ?"#),
      ("ORDER BY a ASC, ascii(b) ASC", "order by a asc, ascii(b) asc"),
      ("INSERT INTO t VALUES (1,now()),(2,now())", "insert into t values (?, now())"),
      ("INSERT INTO t VALUES (1,now())", "insert into t values (?, now())"),
      (
        "INSERT INTO t (a,b) VALUES (1,'x'),(2,'y') RETURNING id",
        "insert into t (a, b) values (?) returning id"
      ),
      ("SELECT 1 -- trailing 'quote", "select ?"),
      (
        "update db2.tuningdetail_21_265507 n inner join d1.gonzo g set n.a=1",
        "update db2.tuningdetail_21_265507 n inner join d1.gonzo g set n.a = ?"
      ),
      ("select b'1010', x'1F', X'1f'", "select ?, ?, ?"),
    ])
  }

  @Test func `replaces every kind of literal`() {
    expectFingerprints([
      ("select '', 'a''b', 'a' 'b', N'ü', E'a\\'b', U&'\\0041'", "select ?, ?, ?, ?, ?, ?"),
      ("select 1, 1.5, .5, 1., 1e-5, 1E+10, 1_000, 0b01", "select ?, ?, ?, ?, ?, ?, ?, ?"),
      ("select -1, +2, - 3, a -1, a- -1, (1)-1, -a", "select ?, ?, ?, a - ?, a - ?, (?) - ?, - a"),
      ("where a between -1 and -2 limit -1", "where a between ? and ? limit ?"),
      ("where a=-1 and b<-2 and c>=+3", "where a = ? and b < ? and c >= ?"),
      ("where a glob .5 fetch first .25 rows only", "where a glob ? fetch first ? rows only"),
      ("select date '2020-01-01', interval'1 day'", "select date ?, interval ?"),
      ("LIMIT 10 OFFSET 20", "limit ? offset ?"), ("LIMIT 10, 20", "limit ?, ?"),
      ("select 1::int, 'x'::text, a::numeric(10,2)", "select ?::int, ?::text, a::numeric(?, ?)"),
    ])
  }

  @Test func `keeps NULL and booleans where they tell statements apart`() {
    expectFingerprints([
      ("where a is null and b is not null", "where a is null and b is not null"),
      ("where a = NULL and b = TRUE", "where a = ? and b = ?"),
      ("values (null, true, default)", "values (?)"),
      ("update t set a = null, b = default", "update t set a = ?, b = ?"),
      ("join t on true where false", "join t on true where false"),
      ("a int not null default null", "a int not null default null"),
      ("select null, coalesce(a, null)", "select ?, coalesce(a, ?)"),
      ("case when a is true then null else false end", "case when a is true then ? else ? end"),
      ("select t.null, t.true", "select t.null, t.true"),
    ])
  }

  @Test func `knows the placeholders of the drivers`() {
    expectFingerprints([
      ("a = $1 and b = :name and c = @p1 and d = ?", "a = ? and b = ? and c = ? and d = ?"),
      ("a = %s and b = %(name)s and c = ?1 and d=%s", "a = ? and b = ? and c = ? and d = ?"),
      ("a in (%s, %s) and b % 5 = 1", "a in (?) and b % ? = ?"),
      ("a = :1 and b::text = $2::text", "a = ? and b::text = ?::text"),
    ])
  }

  @Test func `collapses lists and keeps what follows them`() {
    expectFingerprints([
      ("a in (1)", "a in (?)"), ("a in (1, 2,3)", "a in (?)"),
      ("a NOT IN ('x','y')", "a not in (?)"),
      ("a in ($1, $2, $3)", "a in (?)"), ("a in (1::int, 2::int)", "a in (?::int)"),
      ("(a,b) in ((1,2),(3,4))", "(a, b) in ((?))"),
      ("a in (b, 1, 2)", "a in (b, ?)"), ("a in (f(1,2), f(3,4))", "a in (f(?, ?))"),
      ("a in (select a, a from t where b in (1,2))", "a in (select a, a from t where b in (?))"),
      ("a = any(array[1,2,3])", "a = any(array[?])"),
      ("order by field(id, 3, 1, 2)", "order by field(id, ?)"),
      ("insert into t values (1,2),(3,4)", "insert into t values (?)"),
      ("values row(1,2), row(3,4)", "values row(?)"),
      (
        "insert into t values (1, (select max(a), max(a) from t), 2)",
        "insert into t values (?, (select max(a), max(a) from t), ?)"
      ),
      (
        "insert into t (a) values (1),(2) on conflict (a) do update set a = excluded.a",
        "insert into t (a) values (?) on conflict (a) do update set a = excluded.a"
      ),
      (
        "insert into t values (1,2),(3,4) on duplicate key update a = values(a), b = values(b)",
        "insert into t values (?) on duplicate key update a = values (a), b = values (b)"
      ),
      ("select f(1, 2, 2)", "select f(?, ?, ?)"),
    ])
  }

  @Test func `collapses a UNION of the same select`() {
    expectFingerprints([
      ("select 1 union all select 2", "select ? union all select ?"),
      ("select 1 union select 2", "select ? union select ?"),
      ("select 1 union all select 2 union all select 3", "select ? union all select ?"),
      ("select 1 union select 2 union select 3 union select 4", "select ? union select ?"),
      (
        "select a from t where x = 1 union all select a from t where x = 2 order by a limit 1",
        "select a from t where x = ? union all select a from t where x = ? order by a limit ?"
      ),
      ("(select 1) union all (select 2)", "(select ?) union all (select ?)"),
      ("select 1 union select a union select b", "select ? union select a union select b"),
      (
        "select * from (select 1 union all select 2 union all select 3) x",
        "select * from (select ? union all select ?) x"
      ),
      (
        "select 1 union all select 2 except select 1",
        "select ? union all select ? except select ?"
      ),
    ])
  }

  @Test func `drops comments and hints`() {
    expectFingerprints([
      ("select /* a */ 1 -- b\n from t", "select ? from t"),
      ("select /* a /* b */ c */ 1", "select ?"),
      ("select /* a /* b */ 1", "select ?"),
      ("select /*+ INDEX(t 5) */ a from t", "select a from t"),
      ("select /*!40001 SQL_NO_CACHE */ a, '5' from t", "select sql_no_cache a, ? from t"),
      ("select 1 # why 'not\nfrom `t`", "select ? from `t`"),
      ("select 1 from `t` # why 'not\nwhere a = 1", "select ? from `t` where a = ?"),
      ("# comment\nselect 1", "select ?"),
      ("/*action='x'*/select 1/*a*/;", "select ?"),
    ])
  }
}

@Suite struct FingerprintDialectTests {
  @Test func `reads PostgreSQL`() {
    expectFingerprints([
      (
        "select a ?| array['x','y'], b ? 'x', c @> '{}', d #>> '{a,b}'",
        "select a ?| array[?], b ? ?, c @> ?, d #>> ?"
      ),
      (#"select "a" from "T" where "b" = "C""#, #"select "a" from "T" where "b" = "C""#),
      (#"where p = 'C:\' and b = 'secret'"#, "where p = ? and b = ?"),
      ("select arr[1], arr[2:3], (f(x))[1]", "select arr[?], arr[? : ?], (f(x))[?]"),
      ("SAVEPOINT active_record_1", "savepoint ?"),
      ("ROLLBACK TO SAVEPOINT \"s14_x1\"", "rollback to savepoint ?"),
      (
        "create function f() as $$ begin 'secret'; end $$ language plpgsql",
        "create function f() as ? language plpgsql"
      ),
    ])
    expectFingerprints(
      [(#"where p = 'C:\','secret\'"#, "where p = ?, ?"), ("where a # 5 = 1", "where a # ? = ?")],
      dialect: .postgresql)
  }

  @Test func `reads MySQL`() {
    expectFingerprints([
      (
        #"select `a` from `t` where b = "it's" and c = 'it\'s'"#,
        "select `a` from `t` where b = ? and c = ?"
      ),
      (#"select 'it\'s', 'b\\', 'c'"#, "select ?, ?, ?"),
      ("select * from t where name = \"O'Brien\"", "select * from t where name = ?"),
      ("insert into t values (\"a\", \"b\")", "insert into t values (?)"),
      ("SET timestamp=1469038405;", "set timestamp = ?"),
      ("select _utf8mb4'abc'", "select _utf8mb4 ?"),
    ])
    expectFingerprints(
      [
        ("select \"a\", 5--1 from t -- x", "select ?, ? - ? from t"), ("select 1 #x'y", "select ?"),
      ],
      dialect: .mysql)
  }

  @Test func `reads SQL Server, Oracle and SQLite`() {
    expectFingerprints([
      (
        "SELECT TOP 10 [Order Details].[Qty] FROM [dbo].[Order Details] [o]",
        "select top ? [Order Details].[Qty] from [dbo].[Order Details] [o]"
      ),
      (
        "select @@rowcount, #tmp.a from ##tmp where x = N'a' and p = $100.50",
        "select @@rowcount, #tmp.a from ##tmp where x = ? and p = ?"
      ),
      ("exec sp_executesql N'select 1', @p1", "select ?"),
      (
        "select q'[it's]', q'!a'b!', nq'{x}' from dual@link",
        "select ?, ?, ? from dual@link"
      ),
      (
        "select v$session.sid, obj#1 from v$session where rownum <= :1",
        "select v$session.sid, obj#1 from v$session where rownum <= ?"
      ),
      ("insert or replace into t values (?1, $name, @x)", "insert or replace into t values (?)"),
      ("a := b", "a := b"),
    ])
  }

  @Test func `marks statements that were cut and leaks nothing of them`() {
    expectFingerprints([
      ("select a from t where x = 'abc", "select a from t where x = ?…"),
      ("select a from t where x in (1,2,3", "select a from t where x in (?…"),
      ("select a from t where x in (1,2,", "select a from t where x in (?…"),
      ("insert into t values (1,2),(3,'ab", "insert into t values (?)…"),
      ("insert into t values (1,2),", "insert into t values (?)…"),
      ("select ...[Your log message was truncated]", "select…"),
      ("select a from t where b = 12...", "select a from t where b = ?…"),
      ("select a fro…", "select a fro…"),
      ("select $$secret", "select ?…"), ("select \"secr", "select ?…"),
      ("select q'[secret", "select ?…"), ("select 1 /* secret", "select ?…"),
      ("select E'a\\", "select ?…"), ("select `secr", "select ?…"),
    ])
  }
}
