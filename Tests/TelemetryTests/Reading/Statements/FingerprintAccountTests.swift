import Testing

@testable import Telemetry

/// Passwords that are no strings.
@Suite struct FingerprintAccountTests {
  @Test func `masks the password behind identified by`() {
    expectFingerprints([
      (#"CREATE USER bob IDENTIFIED BY "S3cretPw""#, "create user bob identified by ?"),
      (
        #"ALTER USER u IDENTIFIED BY "S3cretPw" REPLACE "0ldPw""#,
        "alter user u identified by ? replace ?"
      ),
      (
        #"ALTER USER u IDENTIFIED BY 'S3cretPw' REPLACE "OldPw""#,
        "alter user u identified by ? replace ?"
      ),
      ("alter user u identified by tiger replace lion", "alter user u identified by ? replace ?"),
      ("alter user u identified by p@ss!w0rd, v", "alter user u identified by ?, v"),
      ("create user u identified by top", "create user u identified by ?"),
      ("create user u identified by values 'S:9F'", "create user u identified by values ?"),
      (
        "grant all on *.* to u identified by password 'x'",
        "grant all on *.* to u identified by password ?"
      ),
      ("grant connect to scott identified by tiger", "grant connect to scott identified by ?"),
      ("set role dw identified by tiger; select a", "set role dw identified by ?; select a"),
      (
        "create database link l connect to scott identified by tiger using 'db'",
        "create database link l connect to scott identified by ? using ?"
      ),
      (
        #"CREATE USER 'bob'@'%' IDENTIFIED WITH mysql_native_password BY "x y""#,
        "create user ? @ ? identified with mysql_native_password by ?"
      ),
    ])
  }

  @Test func `masks the word behind password`() {
    expectFingerprints([
      (
        "CREATE LOGIN bob WITH PASSWORD = 'x', CHECK_POLICY = OFF",
        "create login bob with password = ?, check_policy = off"
      ),
      (
        "ALTER ROLE bob WITH ENCRYPTED PASSWORD tiger VALID UNTIL 'x'",
        "alter role bob with encrypted password ? valid until ?"
      ),
      (
        #"CREATE ROLE r CONNECTION LIMIT 5 PASSWORD "tiger""#,
        "create role r connection limit ? password ?"
      ),
      ("alter user u password expire", "alter user u password expire"),
      (
        #"SET PASSWORD FOR 'u'@'%' = PASSWORD("S3cret")"#,
        "set password for ? @ ? = password(?)"
      ),
    ])
    expectFingerprints(
      [
        (#"CREATE LOGIN bob WITH PASSWORD = "S3cret""#, "create login bob with password = ?"),
        ("CREATE LOGIN bob WITH PASSWORD = [S3cret]", "create login bob with password = ?"),
      ], dialect: .sqlServer)
    expectFingerprints(
      [(#"CREATE ROLE r PASSWORD "tiger""#, "create role r password ?")], dialect: .postgresql)
  }

  @Test func `masks who connects, and where`() {
    expectFingerprints([
      ("CONNECT scott/tiger@db", "connect ?"),
      (#"connect scott/"a;b"@db as sysdba; select 1"#, "connect ?; select ?"),
      ("connect to shop user scott using tiger", "connect ?"), ("connect", "connect"),
      ("connect by prior a = b", "connect by prior a = b"),
    ])
  }

  @Test func `takes the same words for names elsewhere`() {
    expectFingerprints([
      (
        "select password from users where password = 'x'",
        "select password from users where password = ?"
      ),
      (
        "update users set password = 'x' where id = 1",
        "update users set password = ? where id = ?"
      ),
      (
        "create table users (id int, password varchar(20), identified bool)",
        "create table users (id int, password varchar(?), identified bool)"
      ),
      (
        "select identified, replace(a, 'x', 'y') from t order by a",
        "select identified, replace(a, ?, ?) from t order by a"
      ),
      (
        "grant select (id, password) on users to bob",
        "grant select (id, password) on users to bob"
      ),
      (
        "insert into password (a, password) values (1, 'x')",
        "insert into password (a, password) values (?)"
      ),
      ("savepoint password; release connect", "savepoint ?; release ?"),
      (#"select a as "b c" from t group by "d""#, #"select a as "b c" from t group by "d""#),
    ])
  }
}
