extension Screens {
  static let healthy80x24 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC
    ╭─ ¹ endpoints ──────────────────────────── 8 endpoints · by p95 · 20.3 req/s ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶ GET  /api/search                    2.9  128 ms  246 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /api/users/{id}/feed           4.2   39 ms  241 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │  GET  /agents/{id}/mates             0.3  202 ms  214 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  POST /api/orders                    1.1   62 ms  189 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄ │
    │  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │  PUT  /api/carts/{id}/items          0.9   20 ms   81 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /api/products                  3.0   11 ms   67 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /healthz                       1.0  1.1 ms  2.5 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │ main ████▊         4/10││ sessions ███████▊ 97.1 %││ api  ▄▄▄▄▄▄▄▄▄▄▄▄ 540 MB│
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
    ╭─ ⁷ queries ───────────────────────────── 4 statements · 8.44 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │   47 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku,… │
    │   29 %    148   15 ms   22 ms     - select id from products where name ilik… │
    │   18 %  2,044  702 us  900 us     1 select * from orders where id = ?        │
    │    7 %    336  1.1 ms  3.2 ms     1 update orders set state = ? where id = ? │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
    """#
}
