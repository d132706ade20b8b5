import Testing

@testable import Telemetry

private struct Reading: Equatable {
  var endpoint: String?
  var trace = ""
}

private func read(_ statement: String) -> Reading? {
  Array(statement.utf8).withUnsafeBytes { bytes in
    SQLComment(in: bytes).map {
      Reading(endpoint: $0.endpoint?.string, trace: String(decoding: $0.traceID, as: UTF8.self))
    }
  }
}

@Suite struct SQLCommentTests {
  @Test func `reads sqlcommenter`() {
    let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    #expect(
      read(
        "select 1 /*action='index',controller='posts',framework='rails_v6',route='%2Fposts%2F%3Aid',"
          + "traceparent='00-\(trace)-00f067aa0ba902b7-01',tracestate='x%3D1'*/;")
        == Reading(endpoint: "/posts/:id", trace: trace))
    #expect(read("select 1 /*route='%%2Fa'*/")?.endpoint == "/a")
    #expect(read(#"select 1 /*db='x',route='it\'s, a'*/"#)?.endpoint == "it's, a")
    #expect(read("select 1 /*action='show',controller='posts'*/")?.endpoint == "posts#show")
  }

  @Test func `reads marginalia at either end`() {
    let comment =
      "/*application:BCX,controller:project_imports,action:show,line:/app/x.rb:60:in `foo'*/"
    #expect(read("select 1 \(comment)")?.endpoint == "project_imports#show")
    #expect(read("\(comment) select 1")?.endpoint == "project_imports#show")
    #expect(read("/* a */ \(comment) select 1 /* b */")?.endpoint == "project_imports#show")
    #expect(read("/*job:Mailer*/ select 1")?.endpoint == "Mailer")
    #expect(read("select 1 /* route:GET /users/:id */")?.endpoint == "GET /users/:id")
    #expect(read("/* controller:posts , action:show\n*/ select 1")?.endpoint == "posts#show")
  }

  @Test func `finds nothing where there is nothing`() {
    for statement in [
      "", "select 1", "/* plain */ select 1", "select '/*route=''x''*/'",
      "select 1 /*route='/x'*/ + 2",
      "select 1 /*", "*/", "/*/", "select 1 */", "/**/", "/*,*/", "/*route*/", "/*route=*/",
      "/*route='*/",
      "/*traceparent='00-00000000000000000000000000000000-1-01'*/", "/*traceparent='00-xyz'*/",
    ] {
      #expect(read(statement) == nil, "\(statement)")
    }
  }

  @Test func `never decodes into a control character`() {
    let endpoint = read("select 1 /*route='%1B%5B2J%0A%00%7F%zz%'*/")?.endpoint
    #expect(endpoint == "%1B[2J%0A%00%7F%zz%")
    #expect(read("select 1 /*route='%C2%9B'*/")?.endpoint == "\u{FFFD}")
  }
}
