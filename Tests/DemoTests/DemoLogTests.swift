import Telemetry
import Testing

@testable import Demo

@Suite struct DemoLogTests {
  private static let second = Timestamp(microseconds: 1_767_225_599_000_000)

  private static func statement(
    _ statement: ShopStatement, failure: SimulatedStatement.Failure? = nil
  ) -> SimulatedStatement {
    SimulatedStatement(
      statement: statement, first: 42, second: 7, start: DemoLogTests.second,
      microseconds: 1_023_456, rows: 1, processID: 2113, failure: failure, request: 1)
  }

  private static func log(_ statement: SimulatedStatement) -> String {
    var writer = DatabaseLogWriter()
    var output: [UInt8] = []
    writer.append(statement, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `a request becomes a line of nginx with its time`() {
    var writer = AccessLogWriter()
    var output: [UInt8] = []
    for (route, caller, subject) in [
      (.feed, .person(9), 42), (.search, .person(12), 18), (.health, .prober, 1),
      (.login, .gateway, 1),
    ] as [(ShopRoute, ShopCaller, UInt32)] {
      writer.append(
        SimulatedRequest(
          number: 1, route: route, status: 200, start: DemoLogTests.second,
          microseconds: 1_038_900, subject: subject, caller: caller, bodyBytes: 512),
        to: &output)
    }
    #expect(
      String(decoding: output, as: UTF8.self) == """
        198.51.100.5 - - [01/Jan/2026:00:00:00 +0000] "GET /api/users/42/feed HTTP/1.1" 200 512 "-" "ShopApp/7.3 (Android 15)" 1.038
        203.0.113.7 - - [01/Jan/2026:00:00:00 +0000] "GET /api/search?q=teapot&page=2 HTTP/1.1" 200 512 "-" "okhttp/4.12.0" 1.038
        10.0.0.12 - - [01/Jan/2026:00:00:00 +0000] "GET /healthz HTTP/1.1" 200 512 "-" "kube-probe/1.33" 1.038
        172.18.0.1 - - [01/Jan/2026:00:00:00 +0000] "POST /api/sessions HTTP/1.1" 200 512 "-" "python-requests/2.32.4" 1.038

        """)
  }

  @Test func `a slow statement becomes an entry of PostgreSQL`() {
    #expect(
      DemoLogTests.log(DemoLogTests.statement(.postsOfAuthor)) == """
        2026-01-01 00:00:00.023 UTC [2113] shop@shop LOG:  duration: 1023.456 ms  statement: select * from posts where author_id = 7 order by created_at desc limit 5

        """)
  }

  @Test func `further lines of a statement begin with a tab`() {
    #expect(
      DemoLogTests.log(DemoLogTests.statement(.orderByID)) == """
        2026-01-01 00:00:00.023 UTC [2113] shop@shop LOG:  duration: 1023.456 ms  statement: SELECT orders.order_id, orders.user_id, orders.state, orders.total_cents\u{20}
        \tFROM orders\u{20}
        \tWHERE orders.order_id = 42

        """)
  }

  @Test func `a failed statement is an error with its statement`() {
    #expect(
      DemoLogTests.log(DemoLogTests.statement(.insertOrder, failure: .duplicateKey)) == """
        2026-01-01 00:00:00.023 UTC [2113] shop@shop ERROR:  duplicate key value violates unique constraint "orders_idempotency_key_key"
        2026-01-01 00:00:00.023 UTC [2113] shop@shop DETAIL:  Key (idempotency_key)=(order-42-7) already exists.
        2026-01-01 00:00:00.023 UTC [2113] shop@shop STATEMENT:  insert into orders (user_id, idempotency_key, total_cents) values (42, 'order-42-7', 4990) returning order_id

        """)
    let timeout = DemoLogTests.log(DemoLogTests.statement(.lineage, failure: .timeout))
    #expect(
      timeout.hasPrefix(
        "2026-01-01 00:00:00.023 UTC [2113] shop@shop ERROR:  canceling statement due to statement timeout\n"
      ))
  }

  @Test(arguments: ShopStatement.allCases)
  func `no mark of a template is left in the SQL`(statement: ShopStatement) {
    let text = ShopSQL().text(of: DemoLogTests.statement(statement))
    #expect(!text.contains("#") && !text.contains("~") && !text.contains("%w"))
    #expect(text.contains { $0.isNumber } || text.contains("bicycle"))
  }

  @Test func `the scripts stand in the order of their routes`() {
    #expect(ShopScript.all.map(\.route) == ShopRoute.allCases)
  }

  @Test(
    arguments: [
      (0, "1970-01-01 00:00:00", "01/Jan/1970:00:00:00 +0000"),
      (951_827_696, "2000-02-29 12:34:56", "29/Feb/2000:12:34:56 +0000"),
      (1_798_761_599, "2026-12-31 23:59:59", "31/Dec/2026:23:59:59 +0000"),
      (4_107_542_400, "2100-03-01 00:00:00", "01/Mar/2100:00:00:00 +0000"),
    ] as [(Int64, String, String)])
  func `stamps are dates of the calendar`(second: Int64, sortable: String, common: String) {
    let time = Timestamp(microseconds: second * 1_000_000 + 999_999)
    for (style, expected) in [(.sortable, sortable), (.commonLog, common)]
      as [(CalendarStamp.Style, String)]
    {
      var stamp = CalendarStamp(style)
      #expect(String(decoding: stamp.text(of: time), as: UTF8.self) == expected)
    }
  }

  @Test func `numbers are written with their digits`() {
    var text: [UInt8] = []
    text.append(decimal: 0)
    text.append(" ")
    text.append(decimal: UInt64.max)
    text.append(" ")
    text.append(decimal: 7, width: 3)
    text.append(" ")
    text.append(decimal: -5)
    text.append(" ")
    text.append(microsecondsAsSeconds: 1_000_042, decimals: 6)
    text.append(" ")
    text.append(microsecondsAsMilliseconds: 20_007)
    #expect(
      String(decoding: text, as: UTF8.self) == "0 18446744073709551615 007 0 1.000042 20.007")
  }
}
