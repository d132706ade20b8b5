extension Screens {
  static let failing120x40 = #"""
     svctop  shop-api  ✖ 1 of 3 sources failing  window 5m  14:05:32 UTC
     ✖ shop-api  connection refused (127.0.0.1:8000); last read 2 min ago
    ╭─ ¹ endpoints ──────────────────────────────────────────────────────────────────── 8 endpoints · by p95 · 20.3 req/s ─╮
    │       ROUTE                              RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS │
    │▶ GET  /api/search                           2.9  128 ms  246 ms  249 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     0.2      885 │
    │  GET  /api/users/{id}/feed                  4.2   39 ms  241 ms  249 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -    1,281 │
    │  GET  /agents/{id}/mates                    0.3  202 ms  214 ms  215 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -       92 │
    │  POST /api/orders                           1.1   62 ms  189 ms  196 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     4.0      336 │
    │  GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     1.0    2,044 │
    │  PUT  /api/carts/{id}/items                 0.9   20 ms   81 ms   83 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      275 │
    │  GET  /api/products                         3.0   11 ms   67 ms   69 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      915 │
    │  GET  /healthz                              1.0  1.1 ms  2.5 ms  2.5 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      305 │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  GET /api/search ─── 5 p50  * p95  9 p99  ─ limit 500 ms ─╮╭─ ³ errors/s ─────── ▒ 4xx 53  █ 5xx 0 in 5m ─╮
    │300 ms ┤                                                              ││  0.2 ┤▒▒  ▒▒▒ ▒  ▒  ▒▒  ▒▒▒ ▒   ▒   ▒ ▒▒▒ ▒  │
    │       │⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠊⠉⠉⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒*9 ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │200 ms ┤                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │⠒⠒⠒⠒⠒⠤⠤⠔⠒⠒⠒⠢⠤⠤⠒⠢⠤⠤⠒⠒⠒⠢⠤⠤⠒⠒⠤⠤⠔⠒⠒⠒⠒⠒⠒⠒⠢⠤⠤⠒⠒⠒⠢⠤⠤⠒⠢⠤⠤⠒⠒⠒⠒⠤⠤⠔⠒⠤⠤⠔5 ││  0.1 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │100 ms ┤                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │       │                                                              ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m                         -5m                          now ││    0 ┤-10m              -5m              now │
    ╰──────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────╯
    ╭─ ⁷ queries ───────────────────────────────────────────────────────────────────── 4 statements · 8.44 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           │
    │   47 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) … │
    │   29 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?  │
    │   18 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                   │
    │    7 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
    │  14:04:52 postgres LOG: automatic vacuum of table "shop.public.carts": index scans: 1                                │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                        │
    │  14:05:05 postgres LOG: connection authorized: user=shop database=shop                                               │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                    │
    │  14:05:18 nginx    keepalive connection closed                                                                       │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                             │
    │  14:05:27 postgres LOG: checkpoint starting: time                                                                    │
    │  14:05:30 nginx    GET /api/search 200 121 ms                                                                        │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
