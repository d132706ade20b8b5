import Testing

@testable import Telemetry

@Suite struct LogFormatDescriptionTests {
  @Test(arguments: [
    ("$ $status", "column 1: `$` without the name of a variable, write $remote_addr"),
    ("$status ${uri", "column 9: `${` is never closed, add `}`"),
    (
      "nginx:$status$request_time",
      "column 14: nothing between this variable and the one before, so that no line shows where one ends, put a blank between them"
    ),
    (
      "$remote_addr [$time_local]",
      "column 27: no variable that says anything about requests, statements or messages"
    ),
    ("log_format main '$status", "column 17: this quote is never closed, add '"),
    ("log_format main $status;", "column 17: the layout is not in quotes"),
    ("log_format main '$status' oops '$uri'", "column 27: text after the layout"),
    ("# x\nlog_format main '$status'\n  oops;", "column 33: text after the layout"),
    (#"LogFormat "%s" a b"#, "column 18: text after the layout"),
    (#"LogFormat "%h %{Referer" x"#, "column 15: `%{` is never closed, add `}` and a letter"),
    ("%h %>s %", "column 8: nothing after `%`, write %% for the character"),
    ("%h %>s %{hours}T", "column 8: `hours` is not a unit of %T, units are s, ms and us"),
    (
      "%h %>s %{%Y-%Q}t",
      "column 13: `%Q` of a time is not known, known are %Y %m %d %b %H %M %S %z %F %T %s and their like"
    ),
    ("gunicorn:%(h)s %s", "column 16: `%` without `(name)s`, write %(h)s"),
    ("goaccess:%h %t %s", "column 13: `%t` without `%d` before it, write %d:%t or %x"),
    ("regex:(?<path>/\\S+", "column 7: `(` is never closed, add `)`"),
    ("(?<path>a)(?<path>b)", "column 14: a second group called `path`"),
    (
      "(?<colour>a)",
      "column 1: no group with a name that is known, name groups (?<method>..) (?<path>..) (?<status>..) (?<duration_ms>..)"
    ),
    (
      "nothing at all",
      "column 1: neither $name (nginx), %x (Apache) nor (?<name>..) is in this layout, copy the log_format or LogFormat of the server"
    ),
  ])
  func `says what is wrong with a layout, and where`(text: String, message: String) {
    #expect(summary(of: "", described: text) == "error: \(message)")
  }

  @Test(arguments: [
    ("$uri $status", "", "nginx:custom"), ("log_format main '$uri $status';", "", "nginx:main"),
    ("%U %s", "", "apache:custom"), (#"LogFormat "%U %s" short"#, "", "apache:short"),
    ("%(U)s %(s)s", "", "gunicorn:custom"), ("%h %^[%d:%t %^] %s", "", "goaccess:custom"),
    ("(?<path>/.*)", "", "regex:custom"), ("apache:%U %s", "edge", "edge"),
    (#"{"uri":"$uri","status":$status}"#, "", "nginx:custom"),
    (#"LogFormat "{\"uri\":\"%U\",\"status\":\"%s\"}" short"#, "", "apache:short"),
    (#"{"uri":"$uri$status"}"#, "", "json-access"),
    (#""$request" $status"#, "", "nginx:custom"),
  ])
  func `tells the notations apart and names the format`(text: String, given: String, label: String)
    throws
  {
    let format = try LogFormatDescription.format(named: given, from: text)
    #expect(format.label.string == label)
  }

  /// What people copy out of a configuration, and the layout that is meant.
  @Test(arguments: [
    (
      "log_format main '$uri ' # the path\n  # and the answer\n  '$status';\naccess_log /var/log/a.log main;",
      "nginx:main"
    ),
    (
      "http {\n  # log_format old '$status';\n  include mime.types;\n  log_format a '$status $uri';\n  log_format b escape=json '$uri $status';\n  server { access_log /a.log b buffer=32k; }\n}",
      "nginx:b"
    ),
    ("access_log off;\nlog_format a '$uri $status'; log_format b '$status';", "nginx:a"),
    ("log_format a '$uri $status';\r\naccess_log /a.log other;\r\n", "nginx:a"),
    ("http { log_format a '$uri $status'; }", "nginx:a"),
    (
      "map $uri $x { default \"log_format;\"; }\nlog_format a '$uri $status';\nadd_header X '{;';",
      "nginx:a"
    ),
    (
      #"LogFormat "%s %U" common\#nLogFormat "%U %s" short\#n# CustomLog x common\#nCustomLog "|/bin/rotatelogs x" short"#,
      "apache:short"
    ),
    (
      #"<VirtualHost *:80>\#n  LogFormat "%U %s" a\#n  CustomLog ${DIR}/a.log b\#n</VirtualHost>"#,
      "apache:a"
    ),
    (
      #"server.modules += ( "mod_accesslog" )\#naccesslog.format = "%U %s" # short"#,
      "lighttpd:custom"
    ),
    (#"bind = "a:1"\#naccess_log_format = '%(U)s %(s)s'"#, "gunicorn:custom"),
    ("access_log_format='%U %s'", "apache:custom"),
  ])
  func `takes the directive out of a configuration`(text: String, label: String) throws {
    let format = try LogFormatDescription.format(from: text)
    #expect(format.label.string == label)
    #expect(summary(of: "/a 200", described: text) == "request /a 200")
  }

  @Test func `counts logs of different servers as different views`() throws {
    func vantage(_ text: String) throws -> String {
      type(of: try LogFormatDescription.format(from: text)).vantage
    }
    #expect(try vantage("$uri $status") == "nginx")
    #expect(try vantage("%(U)s %(s)s") == "gunicorn")
    #expect(try vantage("(?<path>/.*)") == "app")
  }

  @Test func `--format takes a layout in place of a name`() {
    if case .found(let format) = FormatDetection.lookUp(name: "nginx:$uri $status") {
      #expect(format.label == "nginx:custom")
    } else {
      Issue.record("not found")
    }
    if case .wrongLayout(let error) = FormatDetection.lookUp(name: "nginx:$uri $") {
      #expect(error.column == 11)
    } else {
      Issue.record("not refused")
    }
  }
}
