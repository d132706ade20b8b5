import Telemetry
import Testing

@testable import Collectors

@Suite struct `A source argument` {
  @Test(arguments: [
    (["/var/log/a.log", "/var/log/b.log"], ["a.log", "b.log"]),
    (["/srv/web1/a.log", "/srv/web2/a.log"], ["web1/a.log", "web2/a.log"]),
    (["/srv/web1/a.log", "/var/web1/a.log"], ["web1/a.log", "web1/a.log 2"]),
    (["x=/srv/web1/a.log", "x=/srv/web2/a.log"], ["x", "x 2"]),
    (["exec:tail -F a", "exec:tail -F b", "-"], ["tail", "tail 2", "stdin"]),
    (
      ["http://h:1/performance/memory?k=1", "http://h:1/performance/health", "http://h:2/x"],
      ["h:1/performance/memory", "h:1/performance/health", "h:2"]
    ),
    (["http://h:1", "http://h:1/metrics"], ["h:1", "h:1/metrics"]),
  ])
  func `tells sources apart by as little as it takes`(
    arguments: [String], names: [DisplayText]
  ) throws {
    let sources = try arguments.map { try SourceSpecification($0) }
    #expect(SourceSpecification.names(of: sources) == names)
  }

  @Test(arguments: [
    ("-", "stdin", "-"),
    ("access.log", "access.log", "access.log"),
    ("/var/log/nginx/access.log", "access.log", "/var/log/nginx/access.log"),
    ("nginx=/var/log/nginx/access.log", "nginx", "/var/log/nginx/access.log"),
    ("shop/nginx=access.log", "nginx", "access.log"),
    ("'logs/*.log", "'logs/*.log", "'logs/*.log"),
    ("http://localhost:8000/metrics", "localhost:8000", "http://localhost:8000/metrics"),
    ("HTTPS://example.com", "example.com:443", "https://example.com"),
    ("app=http://h/m?a=b=c", "app", "http://h/m?a=b=c"),
    ("http://h/m?a=b", "h:80", "http://h/m?a=b"),
    ("http://h:65535/m", "h:65535", "http://h:65535/m"),
    ("http://h:/m", "h:80", "http://h:/m"),
    ("http://u:p@h:81/m", "h:81", "http://h:81/m"),
    ("http://token@h:81/m", "h:81", "http://h:81/m"),
    ("http://[::1]:81/m", "[::1]:81", "http://[::1]:81/m"),
    ("http://h/m?token=s3cret&x=1&api_key=k", "h:80", "http://h/m?token=***&x=1&api_key=***"),
    (
      "http+unix://%2Frun%2Fapp.sock/metrics", "/run/app.sock",
      "http+unix://%2Frun%2Fapp.sock/metrics"
    ),
    (
      "exec:kubectl logs -f deploy/api --since=1m", "kubectl",
      "exec:kubectl logs -f deploy/api --since=1m"
    ),
    ("api=exec:kubectl logs", "api", "exec:kubectl logs"),
    ("./a=b.log", "a=b.log", "./a=b.log"),
    ("a.log.2.gz", "a.log.2.gz", "a.log.2.gz"),
    ("old=a.log.zst", "old", "a.log.zst"),
  ])
  func `is understood`(argument: String, name: String, location: String) throws {
    let source = try SourceSpecification(argument)
    #expect(source.name.string == name)
    #expect(source.displayLocation.string == location)
  }

  @Test func `names a service before a slash`() throws {
    let source = try SourceSpecification("shop/nginx=access.log")
    #expect(source.service == "shop")
    #expect(source.isNamed)
    #expect(source.location == .file(path: "access.log"))
    #expect(try SourceSpecification("access.log").service == nil)
  }

  @Test func `is a file when such a file is there`() throws {
    let files = TemporaryFiles()
    for name in ["a=b.log", "x*y.log"] {
      let path = files.file(name, "")
      #expect(try SourceSpecification(path).location == .file(path: path))
    }
  }

  @Test(arguments: [
    ("", "an empty source; name a file, a URL or - for stdin"),
    ("app=", "app=: nothing after =; write app=FILE-OR-URL"),
    ("a/b/c=x.log", "a/b/c=: expected SERVICE/NAME=SOURCE, as in shop/nginx=access.log"),
    ("ftp://host/x", "ftp://: unknown scheme; use http, https or http+unix, or a path"),
    ("http:///metrics", "http://: no host in the address; write http://HOST:PORT/metrics"),
    ("http://127.0.0.1:99999/metrics", "port 99999: a port is 1 to 65535"),
    ("app=https://u:p@[::1]:65536", "port 65536: a port is 1 to 65535"),
    ("http://h:0/", "port 0: a port is 1 to 65535"),
    ("http://h:-1?a", "port -1: a port is 1 to 65535"),
    ("http://h:8x/", "port 8x: a port is 1 to 65535"),
    (
      "http://h:99999999999999999999999/",
      "port 99999999999999999999999: a port is 1 to 65535"
    ),
    (
      "http+unix:///tmp/nope.sock",
      "http+unix://: no socket in the address; write http+unix://%2Ftmp%2Fnope.sock/metrics"
    ),
    (
      "http+unix:///tmp/nope.sock/stats",
      "http+unix://: no socket in the address; write http+unix://%2Ftmp%2Fnope.sock/stats"
    ),
    (
      "http+unix://",
      "http+unix://: no socket in the address; write http+unix://%2Frun%2Fapp.sock/metrics"
    ),
    (
      "127.0.0.1:18391",
      "127.0.0.1:18391: no such file; for a metrics endpoint write http://127.0.0.1:18391"
    ),
    (
      "app=localhost:18391/metrics",
      "localhost:18391/metrics: no such file; for a metrics endpoint write "
        + "http://localhost:18391/metrics"
    ),
    (
      "[::1]:8000/m?x=1",
      "[::1]:8000/m?x=1: no such file; for a metrics endpoint write http://[::1]:8000/m?x=1"
    ),
    ("shop.example:99999", "port 99999: a port is 1 to 65535"),
    ("/tmp", "/tmp: is a directory; name a file, or quote a pattern: '/tmp/*.log'"),
    (
      "a.log.2.bz2",
      "a.log.2.bz2: is packed by bzip2, which is not read; use 'exec:bzcat a.log.2.bz2'"
    ),
    ("a.xz", "a.xz: is packed by xz, which is not read; use 'exec:xzcat a.xz'"),
    ("exec: ", "exec: without a command; write 'exec:kubectl logs -f deploy/api'"),
  ])
  func `says what is wrong in one line`(argument: String, message: String) {
    #expect { try SourceSpecification(argument) } throws: { error in
      (error as? SourceError)?.description.string == message
    }
  }

  @Test(arguments: [
    "app-2026-01-01T10:30", "app.log:3", "a:b.log", ":8000", "logs/localhost:8000", "C:/a.log",
    "host:8000.log",
  ])
  func `may name a file that is yet to come, also with a colon in it`(path: String) throws {
    #expect(try SourceSpecification(path).location == .file(path: path))
  }

  @Test func `tells which file it leads to, by whatever name`() throws {
    let files = TemporaryFiles()
    let path = files.file("a.log", "")
    files.link("b.log", to: "a.log")
    let file = try #require(try SourceSpecification(path).file)
    #expect(try SourceSpecification("x=\(files.directory)/b.log").file == file)
    #expect(try SourceSpecification("\(files.directory)/../\(path.dropFirst(5))").file == file)
    for other in ["\(files.directory)/c.log", "-", "exec:cat \(path)", "http://h/"] {
      #expect(try SourceSpecification(other).file == nil)
    }
  }

  @Test func `finds the files of a pattern, marks rotated ones and leaves out packed ones`() throws
  {
    let files = TemporaryFiles()
    for name in ["app.log", "app.log.1", "app.log.2.gz", "b.log"] { _ = files.file(name, "") }
    let source = try SourceSpecification("web=\(files.directory)/*.log*")
    let found = source.files()
    #expect(found.map(\.source.name.string) == ["web/app.log", "web/app.log.1", "web/b.log"])
    #expect(found.map(\.isRotation) == [false, true, false])
  }

  @Test func `never shows a password`() throws {
    let source = try SourceSpecification("app=http://user:s3cr%40t@host:81/metrics")
    #expect(!"\(source)".contains("s3cr"))
    var dumped = ""
    dump(source, to: &dumped)
    #expect(!dumped.contains("s3cr%40t") && !dumped.contains("s3cr@t"))
    guard case .endpoint(let url) = source.location else { return #expect(Bool(false)) }
    #expect(url.string == "http://host:81/metrics")
    #expect(try url.credentials?.password.value() == "s3cr@t")
  }
}

@Suite struct `A secret` {
  @Test func `is read anew each time, without its line end`() throws {
    let files = TemporaryFiles()
    let writer = files.create("token")
    let secret = Secret.file(files.directory + "/token")
    writer.append(" one\n")
    #expect(try secret.value() == "one")
    writer.truncate()
    writer.append("two\r\n\n")
    #expect(try secret.value() == "two")
    #expect("\(secret)" == "file \(files.directory)/token")
  }

  @Test func `is refused when it is missing, empty or more than one line`() {
    let files = TemporaryFiles()
    let empty = files.file("empty", " \n")
    #expect(throws: SecretError.empty(place: "file \(empty)")) { try Secret.file(empty).value() }
    let lines = files.file("lines", "a\r\nX-Forged: 1")
    #expect(throws: SecretError.severalLines(place: "file \(lines)")) {
      try Secret.file(lines).value()
    }
    let missing = SecretError.unreadable(path: "/none", SystemError(code: 2))
    #expect(throws: missing) { try Secret.file("/none").value() }
    #expect(throws: missing) { try Secret.file("/none").check() }
    #expect(missing.description == "secret file /none: no such file; check the name")
    let barred = SecretError.unreadable(path: "/none", SystemError(code: 13))
    #expect(
      barred.description
        == "secret file /none: Permission denied; make it readable for this user")
  }

  @Test func `is no directory, and is not called empty then`() {
    let files = TemporaryFiles()
    let error = SecretError.directory(path: files.directory)
    #expect(throws: error) { try Secret.file(files.directory).value() }
    #expect(
      error.description.string
        == "secret file \(files.directory): is a directory; name the file in it")
  }

  @Test func `is named by NAME and FILE`() throws {
    let user = try BasicCredentials(argument: "me:/etc/pass:word")
    #expect(user.name == "me")
    #expect(user.password == .file("/etc/pass:word"))
    for wrong in ["me", ":file", "me:", ""] {
      #expect {
        try BasicCredentials(argument: wrong)
      } throws: { error in
        let said = (error as? SourceError)?.description.string ?? ""
        return said.contains("NAME:FILE") && said.contains("NAME with --password-env")
      }
    }
  }

  @Test(
    arguments: [
      ("X-Key: v", "X-Key", "v"), ("X-Key:v: w", "X-Key", "v: w"), ("A:", nil, nil),
      (": v", nil, nil), ("A B: v", nil, nil), ("A: v\r\nB: w", nil, nil), ("none", nil, nil),
    ] as [(String, String?, String?)])
  func `travels in a header of one line`(argument: String, name: String?, value: String?) {
    let header = try? FetchTarget.Header(argument: argument)
    #expect(header?.name == name)
    #expect(header?.value == value)
  }
}
