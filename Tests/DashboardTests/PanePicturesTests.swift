import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// One picture of each pane in its frame; how they stand together is in `ScreensTests`.
struct PanePicturesTests {
  private func picture(_ pane: PaneID, of fixture: ShopFixture, _ width: Int, _ height: Int)
    -> String
  {
    var buffer = Buffer(size: Size(width: width, height: height), fill: Cell("x"))
    PaneCatalog.pane(pane).drawFramed(fixture.model(), into: &buffer, in: buffer.bounds)
    return buffer.text
  }

  @Test func `draws endpoints with what is wrong marked and the rest counted`() {
    #expect(
      picture(.endpoints, of: .troubled, 102, 9) == """
        ╭─ ¹ endpoints ─────────────────────────────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮
        │       ROUTE                             RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          │
        │▶✖POST /api/posts/generate                  0.8  4.02 s  9.46 s  10.2 s    0.0 ▂▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▆▇ │
        │ ✖GET  /api/users/{id}/feed                 4.2   43 ms  1.18 s  2.28 s    2.1 ▃▃▃▃▄▄▇▆█▇▅▅▃▄▃▃▃▃▃▃ │
        │ ▲GET  /api/search                          2.9  128 ms  703 ms  727 ms    0.5 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄ │
        │ ✖GET  /agents/{id}/mates                   0.3  202 ms  214 ms  215 ms   50.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄ │
        │  POST /api/orders                          1.1   62 ms  189 ms  196 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄ │
        │       5 more below                                                                                 │
        ╰────────────────────────────────────────────────────────────────────────────────────────────────────╯
        """)
  }

  @Test(arguments: 30...70)
  func `a caption gives way to its short form and to nothing else`(width: Int) {
    let lines = picture(.errors, of: .troubled, width, 9).split(separator: "\n")
    #expect(lines[0].contains("5xx"), "\(lines[0])")
  }

  @Test func `draws latencies of the selected endpoint`() {
    #expect(
      picture(.latency, of: .troubled, 60, 9) == """
        ╭─ ² latency  POST /api/posts/gene… ─ 5 p50  * p95  9 p99 ─╮
        │  15 s ┤                                                  │
        │       │                                             ⢀⣀*9 │
        │  10 s ┤                              ⢀⡠⠤⠤⠔⠊⠉⠉⠉⠉⠉⠉⠉⠉⠉⠁    │
        │       │                   ⢀⡠⠤⠤⠤⠴⠶⠚⠉⠉⠉⠁                   │
        │   5 s ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⡠⠤⠤⠤⠴⠚⠛⠉⠉⠉⠁⣀⣀⣀⣀⣀⣀⣀⣀⡠⠤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠊⠉⠉5 │
        │500 ms ┤⠛⠓⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉───────────────────────────── │
        │     0 ┤-10m                   -5m                    now │
        ╰──────────────────────────────────────────────────────────╯
        """)
  }

  @Test func `the legend of latencies names the limit where there is room for it`() {
    #expect(picture(.latency, of: .troubled, 90, 9).contains(" 9 p99  ─ limit 500 ms ─╮"))
    #expect(!picture(.latency, of: .troubled, 60, 9).contains("limit"))
  }

  @Test(arguments: [18, 24, 38, 60, 120])
  func `the limit of latencies stands at the axis however narrow the plot is`(width: Int) {
    let drawn = picture(.latency, of: .troubled, width, 9)
    #expect(drawn.contains("│500 ms ┤"), "\(drawn)")
  }

  @Test func `draws errors over what is the caller's fault`() {
    #expect(
      picture(.errors, of: .troubled, 50, 9) == """
        ╭─ ³ errors/s ──────── ▒ 4xx 53  █ 5xx 77 in 5m ─╮
        │  0.6 ┤                                         │
        │      │   ▄▄▄▄ ██ ▄   █    ██ ▄   ▄   █  ▄▄  ▄█ │
        │  0.4 ┤███████▄██████▄█████████████████▄▄██████ │
        │      │████████████████████████████████████████ │
        │  0.2 ┤▒▒██▒▒▒█▒▒█▒███▒███▒▒▒█▒███▒███▒██▒▒██▒▒ │
        │      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
        │    0 ┤-10m               -5m               now │
        ╰────────────────────────────────────────────────╯
        """)
  }

  @Test func `draws pools with who waits`() {
    #expect(
      picture(.pools, of: .troubled, 38, 5) == """
        ╭─ ⁴ pools ───────── in use / limit ─╮
        │✖loader █████████ 13/10 4 waiting   │
        │✖poster ████████▏  9/10             │
        │ main   ███▋       4/10             │
        ╰────────────────────────────────────╯
        """)
  }

  @Test func `draws caches from the coldest`() {
    #expect(
      picture(.caches, of: .troubled, 38, 5) == """
        ╭─ ⁵ caches ─── hits, target > 90 % ─╮
        │▲search   ████▍       40.2 %        │
        │△products █████████▎  84.0 %        │
        │ sessions ██████████▋ 97.1 % 12.0 MB│
        ╰────────────────────────────────────╯
        """)
  }

  @Test func `draws memory with its trend and its limit`() {
    #expect(
      picture(.memory, of: .troubled, 38, 4) == """
        ╭─ ⁶ memory ────────────── last 10m ─╮
        │ api     ▃▃▄▄▄▄▄▅▅▅▅▆ 612 MB of 1 GB│
        │ worker  ▄▄▄▄▄▄▄▄▄▄▄▄         188 MB│
        ╰────────────────────────────────────╯
        """)
  }

  @Test func `draws statements with who calls them`() {
    #expect(
      picture(.queries, of: .troubled, 100, 8) == """
        ╭─ ⁷ queries ────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
        │  SHARE  CALLS     P50     P95  ROWS FROM                     STATEMENT                           │
        │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate select soul_id, name, interaction_… │
        │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed select * from posts where author_i… │
        │    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed select follows.followee_id from fo… │
        │ ▲  3 %     11  703 ms  940 ms     1 -                        select users.user_id, users.email … │
        │                                                              4 more below                        │
        ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
        """)
  }

  @Test func `draws the newest lines of the logs with marks`() {
    #expect(
      picture(.logs, of: .troubled, 60, 8) == """
        ╭─ ⁸ log ─────────────────────────────── nginx · postgres ─╮
        │✖ ERROR: deadlock detected at character 14                │
        │▲ GET /api/orders/{id} 404 19 ms                          │
        │  keepalive connection closed                             │
        │  GET /healthz 200 1 ms                                   │
        │▲ LOG: duration: 940.118 ms  statement: SELECT users.user…│
        │  POST /api/posts/generate 200 9900 ms                    │
        ╰──────────────────────────────────────────────────────────╯
        """)
  }

  @Test func `draws sources with what is wrong with them`() {
    #expect(
      picture(.sources, of: .failing, 90, 9) == """
        ╭─ ⁹ sources ────────────────────────────────────────────────────────────────────────────╮
        │ ✖ shop-api  http://127.0.0.1:8000/metrics  connection refused (127.0.0.1:8000); last   │
        │       read 2 min ago                                                                   │
        │     21,240 samples · 1.60 MB · read as fastapi                                         │
        │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                                   │
        │     14,476 lines · 1.93 MB · read as nginx-timed                                       │
        │     4 of 14,476 lines not understood, for example: 203.0.113.9 - - [01/Jan/2026:14:05  │
        │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago               │
        ╰────────────────────────────────────────────────────────────────────────────────────────╯
        """)
  }

  @Test func `gives a pool's waiting callers room before its bar`() {
    #expect(
      picture(.pools, of: .troubled, 26, 5) == """
        ╭─ ⁴ pools ──────────────╮
        │✖loader 4 waiting  13/10│
        │✖poster █████████   9/10│
        │ main   ████        4/10│
        ╰────────────────────────╯
        """)
  }

  @Test(arguments: PaneID.allCases)
  func `draws inside of any rectangle, however small`(pane: PaneID) {
    for fixture in ShopFixture.all {
      let model = fixture.model()
      for width in [0, 1, 2, 3, 7, 12, 25, 41] {
        for height in [0, 1, 2, 3, 4, 6] {
          var buffer = Buffer(size: Size(width: width + 2, height: height + 2), fill: Cell("x"))
          let place = Rect(x: 1, y: 1, width: width, height: height)
          PaneCatalog.pane(pane).drawFramed(model, into: &buffer, in: place)
          PaneCatalog.pane(pane).drawZoomed(model, into: &buffer, in: place)
          let changed = buffer.bounds.points.filter { point in
            !place.contains(point) && buffer[point] != Cell("x")
          }
          #expect(changed.isEmpty, "\(fixture) \(width)x\(height)")
        }
      }
    }
  }

  @Test func `shows the lines before those on screen when the user moves up`() {
    var session = ScreenSession(.troubled)
    session.press(.character("8"), .character("z"))
    let newest = session.lines.dropLast(2).last ?? ""
    #expect(newest.contains("POST /api/posts/generate 200"))
    session.model.size = Size(width: 120, height: 12)
    session.press(.up)
    #expect(session.lines.dropLast(2).last?.contains("statement: SELECT users.user_id") == true)
    session.press(.home)
    #expect(session.lines[2].contains("GET /api/products 200"))
    #expect(session.lines.dropLast(2).last?.contains("GET /api/orders/{id} 404") == true)
    session.press(.end)
    #expect(session.lines.dropLast(2).last == newest)
  }
}

extension Rect {
  fileprivate var points: [Point] {
    (y..<maxY).flatMap { y in (x..<maxX).map { Point(x: $0, y: y) } }
  }
}
