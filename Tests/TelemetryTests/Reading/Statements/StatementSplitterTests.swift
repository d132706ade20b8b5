import Testing

@testable import Telemetry

@Suite struct StatementSplitterTests {
  private func split(_ text: String, _ dialect: SQLDialect, chunk: Int) -> [String] {
    var splitter = StatementSplitter(dialect: dialect)
    var statements: [String] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      Array(bytes[start..<min(start + chunk, bytes.count)]).withUnsafeBytes {
        splitter.feed($0) { statements.append(String(decoding: $0, as: UTF8.self)) }
      }
    }
    splitter.flush { statements.append(String(decoding: $0, as: UTF8.self)) }
    return statements
  }

  @Test(arguments: [
    ("select 1;\nselect 2", SQLDialect.unknown, ["select 1", "\nselect 2"]),
    ("a;b;", .unknown, ["a", "b"]), ("", .unknown, []), (";;", .unknown, ["", ""]),
    ("select ';', 'it''s;' ; x", .unknown, ["select ';', 'it''s;' ", " x"]),
    ("select \"a;\", `b;` ; x", .unknown, ["select \"a;\", `b;` ", " x"]),
    ("select 1 -- a;\n; /* b; */ x; y", .unknown, ["select 1 -- a;\n", " /* b; */ x", " y"]),
    ("select 'it\\'s;' ; x", .unknown, ["select 'it\\'s;' ", " x"]),
    ("select 'C:\\'; x", .unknown, ["select 'C:\\'", " x"]),
    ("select 'C:\\'; x", .postgresql, ["select 'C:\\'", " x"]),
    ("select E'\\';'; x", .postgresql, ["select E'\\';'", " x"]),
    ("select $$;$$, $a$;$$;$a$, $1; x", .postgresql, ["select $$;$$, $a$;$$;$a$, $1", " x"]),
    ("select a$b;c$b", .postgresql, ["select a$b", "c$b"]),
    ("/* a /* b; */ c; */ x; y", .postgresql, ["/* a /* b; */ c; */ x", " y"]),
    ("select \"a\\\";\" ; # b;\nx", .mysql, ["select \"a\\\";\" ", " # b;\nx"]),
    ("select [a;b]; x", .sqlServer, ["select [a;b]", " x"]),
    ("select 'open; ", .unknown, ["select 'open; "]), ("select $", .unknown, ["select $"]),
    ("select 'a\\", .mysql, ["select 'a\\"]),
  ])
  func `cuts at semicolons outside quotes and comments`(
    text: String, dialect: SQLDialect, expected: [String]
  ) {
    for chunk in [1, 2, 3, 1000] { #expect(split(text, dialect, chunk: chunk) == expected) }
  }
}
