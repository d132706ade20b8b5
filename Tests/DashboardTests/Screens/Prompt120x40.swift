extension Screens {
  static let prompt120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 6 critical  ▲ 3 high  △ 1 medium
    ╭─ ¹ endpoints ─────────────────────────────────────────────────────────────── 2 of 10 endpoints · by p95 · 7.9 req/s ─╮
    │       ROUTE                              RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS │
    │▶ POST /api/orders                           1.1   62 ms  189 ms  196 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     4.0      336 │
    │  GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     1.0    2,044 │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  POST /api/orders ── 5 p50  * p95  9 p99  ─ limit 500 ms ─╮╭─ ³ errors/s, 2 endpoints ──────── ▒4xx █5xx ─╮
    │200 ms ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠶⠶⠖⠒⠒⠒⠒⠒⠶⠶⠦⠤⠤⠤⠤⠒⠲⠶⠶⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒*9 ││  0.2 ┤▒▒  ▒▒  ▒  ▒  ▒▒  ▒   ▒   ▒   ▒  ▒▒ ▒  │
    │       │                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │100 ms ┤                                                              ││  0.1 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉5 ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m                         -5m                          now ││    0 ┤-10m              -5m              now │
    ╰──────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────╯
    ╭─ ⁴ pools ─────────── in use / limit ─╮╭─ ⁵ caches ───── hits, target > 90 % ─╮╭─ ⁶ memory ──────────────── last 10m ─╮
    │✖loader     ███████ 13/10 4 waiting   ││▲search   █████▎        40.2 %        ││ api    ▃▃▄▄▄▄▄▄▅▅▅▅▅▆▆ 612 MB of 1 GB│
    │✖poster     ██████▎  9/10             ││△products ██████████▉   84.0 %        ││ worker ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄         188 MB│
    │ main       ██▊      4/10             ││ sessions ████████████▋ 97.1 % 12.0 MB││                                      │
    │ Σ shop-api ██████▏ 26/30 4 waiting   ││                                      ││                                      │
    ╰──────────────────────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ ⁷ queries ───────────────────────────────────────────────────────────────────── 3 statements · 6.03 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           │
    │    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) … │
    │    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                   │
    │   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                 │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                            │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                        │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                          │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                    │
    │  14:05:18 nginx    keepalive connection closed                                                                       │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                             │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                             │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     /orders p95>x                                      column 12: `x` is not a number, for example p95>200ms (ns us ms s m)
    """#
}
