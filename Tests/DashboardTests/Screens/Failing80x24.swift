extension Screens {
  static let failing80x24 = #"""
     svctop  shop-api  ✖ 1 of 3 sources failing  window 5m  14:05:32 UTC
     ✖ shop-api  connection refused (127.0.0.1:8000); last read 2 min ago
    ╭─ ¹ endpoints ──────────────────────────── 8 endpoints · by p95 · 20.3 req/s ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶ GET  /api/search                    2.9  128 ms  246 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /api/users/{id}/feed           4.2   39 ms  241 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │  GET  /agents/{id}/mates             0.3  202 ms  214 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  POST /api/orders                    1.1   62 ms  189 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄ │
    │  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │       3 more below                                                           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  GET /api… ─ 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ───── ▒4xx █5xx ─╮
    │       │⠒⠒⠒⠒⠤⠤⠤⠤⠤⠶⠶⠶⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠢⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒*9 ││  0.2 ┤░░░░▒░░░░░░▒▒░░░░░░▒░░ │
    │200 ms ┤                                      ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉5 ││  0.1 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │                                      ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m             -5m              now ││    0 ┤-10m      -5m      now │
    ╰──────────────────────────────────────────────╯╰──────────────────────────────╯
    ╭─ ⁷ queries ───────────────────────────── 4 statements · 8.44 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │   47 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku,… │
    │   29 %    148   15 ms   22 ms     - select id from products where name ilik… │
    ╰──────────────────────────────────────────────────────────────────── +2 more ─╯
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
    """#
}
