import Testing
import TextUI

@Suite struct TableTests {
  @Test func `aligns numbers right and texts left under the header`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows, selection: 0)
    #expect(
      picture(widget, width: 52, height: 5) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x METHOD ROUTE                  RATE/s   P95 ▼ ERR % x
        x▶POST   /posts/generate           0.8   8.2 s   0.0 x
        x GET    /users/{id}/feed          4.2  412 ms   2.1 x
        x GET    /search                  12.9  340 ms  50.4 x
        x PUT    /carts/{id}               1.1  12.3 s   0.4 x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `lets the least important columns leave where the width is short`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows)
    #expect(
      picture(widget, width: 36, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x ROUTE         RATE/s   P95 ▼ ERR % x
        x /posts/gener…    0.8   8.2 s   0.0 x
        x /users/{id}/…    4.2  412 ms   2.1 x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `shows one column at least`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows)
    #expect(
      picture(widget, width: 9, height: 2) == """
        xxxxxxxxxxx
        x ROUTE   x
        x /posts/…x
        xxxxxxxxxxx
        """)
  }

  @Test func `says how many rows are hidden`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows)
    #expect(
      picture(widget, width: 44, height: 4) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x METHOD ROUTE          RATE/s   P95 ▼ ERR % x
        x POST   /posts/genera…    0.8   8.2 s   0.0 x
        x GET    /users/{id}/f…    4.2  412 ms   2.1 x
        x        2 more below                        x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `scrolls to the selection`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows, selection: 3)
    #expect(
      picture(widget, width: 44, height: 4) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x METHOD ROUTE          RATE/s   P95 ▼ ERR % x
        x GET    /search          12.9  340 ms  50.4 x
        x▶PUT    /carts/{id}       1.1  12.3 s   0.4 x
        x        2 more above                        x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `counts the rows hidden on both sides`() {
    let columns: [Table.Column] = [
      .init("METHOD", minWidth: 6, priority: 4), .init("ROUTE", minWidth: 8, flex: 1),
      .init("RATE/s", alignment: .right, minWidth: 6, priority: 3),
      .init("P95", alignment: .right, minWidth: 7, sorted: .descending),
      .init("ERR %", alignment: .right, priority: 2),
    ]
    let rows: [Table.Row] = [
      .init(["POST", "/posts/generate", "0.8", "8.2 s", "0.0"].map { .init($0) }),
      .init(["GET", "/users/{id}/feed", "4.2", "412 ms", "2.1"].map { .init($0) }),
      .init(["GET", "/search", "12.9", "340 ms", "50.4"].map { .init($0) }),
      .init(["PUT", "/carts/{id}", "1.1", "12.3 s", "0.4"].map { .init($0) }),
    ]
    let widget = Table(columns: columns, rows: rows, selection: 2, offset: 1, showsHeader: false)
    #expect(
      picture(widget, width: 44, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x GET    /users/{id}/f…    4.2  412 ms   2.1 x
        x▶GET    /search          12.9  340 ms  50.4 x
        x        1 more above · 1 more below         x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `puts a mark behind a text, which stays where it is, and none beside a number`() {
    let widget = Table(
      columns: [
        .init("ROUTE", minWidth: 8, flex: 1), .init("P95", alignment: .right, minWidth: 6),
      ],
      rows: [
        .init([.init("/a"), .init("1 ms")]), .init([.init("/b", mark: .marked), .init("1 ms")]),
        .init([.init("/long/route", mark: .marked), .init("1 ms")]),
        .init([.init("/c"), .init("2 ms", mark: .marked)]),
      ])
    #expect(
      picture(widget, width: 18, height: 5) == """
        xxxxxxxxxxxxxxxxxxxx
        x ROUTE        P95 x
        x /a          1 ms x
        x /b      ◆   1 ms x
        x /long/… ◆   1 ms x
        x /c          2 ms x
        xxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `says why there are no rows`() {
    let widget = Table(
      columns: [.init("QUERY", flex: 1)], rows: [], placeholder: "no slow query in this window")
    #expect(
      picture(widget, width: 34, height: 3) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x QUERY                            x
        x no slow query in this window     x
        x                                  x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `shows selection and mark side by side in a wide gutter`() {
    let widget = Table(
      columns: [.init("POOL")],
      rows: [.init([.init("loader")], mark: .critical), .init([.init("main")])], selection: 0,
      gutter: 2)
    #expect(
      picture(widget, width: 10, height: 3) == """
        xxxxxxxxxxxx
        x  POOL    x
        x▶✖loader  x
        x  main    x
        xxxxxxxxxxxx
        """)
  }

  @Test func `sets marks apart from names in ASCII`() {
    let widget = Table(
      columns: [.init("POOL")],
      rows: [
        .init([.init("loader")], mark: .critical), .init([.init("poster")], mark: .high),
        .init([.init("main")]),
      ], selection: 0, gutter: 2)
    #expect(
      picture(widget, width: 10, height: 4, symbols: .ascii) == """
        xxxxxxxxxxxx
        x  POOL    x
        xx>loader  x
        x! poster  x
        x  main    x
        xxxxxxxxxxxx
        """)
  }

  @Test func `draws sparklines and bars in its cells`() {
    let widget = Table(
      columns: [.init("LAST", minWidth: 6), .init("USE", minWidth: 8)],
      rows: [
        .init([
          .init(.sparkline(Sparkline(values: [1, 2, 3, 4]))), .init(.bar(Bar(fraction: 0.5))),
        ])
      ])
    #expect(
      picture(widget, width: 18, height: 2) == """
        xxxxxxxxxxxxxxxxxxxx
        x LAST   USE       x
        x   ▂▄▆█ ████      x
        xxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `never cuts a number`() {
    let widget = Table(
      columns: [.init("", alignment: .right)], rows: [.init([.init("1,234,567")])],
      showsHeader: false)
    #expect(
      picture(widget, width: 7, height: 1) == """
        xxxxxxxxx
        x …     x
        xxxxxxxxx
        """)
  }

  @Test func `sorts in ASCII with letters`() {
    let widget = Table(
      columns: [.init("P95", alignment: .right, sorted: .ascending)],
      rows: [.init([.init("8.2 s", mark: .high)])], selection: 0)
    #expect(
      picture(widget, width: 10, height: 2, symbols: .ascii) == """
        xxxxxxxxxxxx
        x P95 ^    x
        x>8.2 s    x
        xxxxxxxxxxxx
        """)
  }
}
