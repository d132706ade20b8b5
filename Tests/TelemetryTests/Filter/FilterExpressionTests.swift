import Testing

@testable import Telemetry

private struct Row: FilterSubject {
  var method = "GET"
  var route = "/api/users/{id}"
  var texts = ["select * from Accounts where id = ?"]
  var sources = ["nginx", "app"]
  var measures: [FilterColumn: Double] = [
    .p50: 0.04, .p95: 0.25, .mean: 0.1, .max: 2, .errors: 0.01, .rate: 5, .requests: 100,
    .p90: .nan,
  ]
  var statuses: [Int: UInt64] = [2: 90, 5: 10]

  func measure(_ column: FilterColumn) -> Double? { measures[column] }

  func count(ofStatusClass statusClass: Int) -> UInt64 { statuses[statusClass] ?? 0 }
}

private func matches(_ text: String) -> Bool? {
  try? FilterExpression(text).matches(Row())
}

private func error(_ text: String) -> String? {
  do throws(FilterError) {
    _ = try FilterExpression(text)
    return nil
  } catch {
    return error.description
  }
}

@Suite struct FilterExpressionTests {
  @Test(arguments: [
    "", "  ", "users", "USERS", "/api", "/api/users/{id}", "\"from accounts\"", "accounts", "get",
    "GET", "GET users", "users and accounts", "nothing or users", "not nothing", "!nothing",
    "!(nothing or nobody)", "not not users", "(users)", "((users) accounts)",
    "p95>200ms", "p95 > 200", "p95>=250ms", "p95<1s", "p95<=0.25s", "p95!=1m", "p95=250ms",
    "p95==250ms", "p50>39000us", "p50>39000000ns", "max>=2s", "mean<0.01m", "P95>200MS",
    "errors>=1%", "errors=1%", "errors=0.01", "errors<1", "rate>=5", "rate>299/m", "requests>=0.1k",
    "status:5xx", "status:503", "status:2", "status:2XX", "!status:404",
    "route:/api/*", "route:*{id}", "route:/api/users/????", "route:\"/api/*\"", "method:get",
    "source:nginx", "source:ng*", "users or nothing and nothing", "not nothing users",
    "p95>200ms and errors<5% route:/api/* !status:4xx", "/ap[ij]/", "/^GET \\/api/",
    "\"\\\"\" or users",
  ])
  func `is true of the row`(text: String) {
    #expect(matches(text) == true)
  }

  @Test(arguments: [
    "orders", "POST", "GET orders", "users and orders", "!users", "not (users or orders)",
    "p95>250ms", "p95<200", "p99>0", "p99<1m", "p99!=5", "not users or p99=0", "p90>0", "p90<9",
    "p90!=1",
    "calls>0", "errors>1%", "rate<5", "requests!=100", "status:4xx", "status:404", "route:/api",
    "route:/API", "method:post", "source:ngin", "(nothing or users) and nothing", "/^api/",
    "/users$/",
    "/post|put/", "Put",
  ])
  func `is false of the row`(text: String) {
    #expect(matches(text) == false)
  }

  @Test(arguments: [
    ("p96>5", "column 1: unknown column `p96`, did you mean `p95`?"),
    ("users p96>5", "column 7: unknown column `p96`, did you mean `p95`?"),
    ("erors>1%", "column 1: unknown column `erors`, did you mean `errors`?"),
    ("rout:/x", "column 1: unknown field `rout`, did you mean `route`?"),
    ("p95>", "column 5: a number must follow `>`, for example p95>200ms (ns us ms s m)"),
    ("p95>fast", "column 5: `fast` is not a number, for example p95>200ms (ns us ms s m)"),
    ("p95>5h", "column 6: unknown unit `h`, for example p95>200ms (ns us ms s m)"),
    ("errors>5", "column 8: errors is a share, write 5% or a number below 1"),
    ("errors>1", "column 8: errors is a share, write 1% or a number below 1"),
    ("errors>1.0", "column 8: errors is a share, write 1% or a number below 1"),
    ("rate>5ms", "column 7: unknown unit `ms`, for example rate>5"),
    ("status:6xx", "column 8: `6xx` is not a status, write 5xx or 404"),
    ("status:", "column 8: a value must follow `status:`"),
    ("(users", "column 1: `(` is never closed, add `)`"),
    ("users)", "column 6: `)` without `(`, quote it to search for it"),
    ("()", "column 2: a condition is missing"),
    ("users or", "column 9: something must follow `or`"),
    ("users and", "column 10: something must follow `and`"),
    ("not", "column 4: something must follow `not`"),
    ("or users", "column 1: nothing before `or`"),
    ("users and or x", "column 11: nothing before `or`"),
    ("\"users", "column 1: `\"` is never closed, add `\"`"),
    (">5", "column 1: nothing to compare before `>`, quote it to search for it"),
    ("/a(b/", "column 3: `(` is never closed, add `)`"),
    ("x /[a/", "column 4: `[` is never closed, add `]`"),
  ])
  func `says where it is wrong`(text: String, message: String) {
    #expect(error(text) == message)
  }

  @Test func `counts columns in characters from zero`() {
    do throws(FilterError) {
      _ = try FilterExpression("日本 é p96>1")
      Issue.record("accepted")
    } catch {
      #expect(error.column == 5)
      #expect(error.hint == "did you mean `p95`?")
    }
  }

  @Test func `keeps its text and offers its words`() throws {
    #expect(try FilterExpression(" users ").text == " users ")
    #expect(FilterExpression.completions.contains("p95"))
    #expect(FilterExpression.completions.contains("status:"))
    #expect(FilterExpression.completions.contains("not"))
  }

  @Test func `survives whatever is typed`() {
    let parts = [
      "p95", ">", "200ms", "and", "or", "not", "!", "(", ")", "\"", "/", "[", "*", "{2}", "\\", " ",
      ":", "status", "route", "=", "%", "é", "\u{0}", "-", "9e999", "1", "GET", "/a+/", "|", "^",
      "x",
    ]
    var state: UInt64 = 11
    for _ in 0..<5000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(state >> 33) % parts.count]
      }
      do throws(FilterError) {
        _ = try FilterExpression(text).matches(Row())
      } catch {
        #expect((0...text.count).contains(error.column), "\(text)")
      }
    }
    for text in ["(", "!", "not ", "/((((/", "((a)|"] {
      #expect(error(String(repeating: text, count: 5000)) != nil)
    }
  }
}
