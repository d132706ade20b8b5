extension Screens {
  static let prompt80x24 = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 6 critical  ▲ 3 high  △ 1 medium
    ╭─ ¹ endpoints ─────────────────────── 2 of 10 endpoints · by p95 · 7.9 req/s ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶ POST /api/orders                    1.1   62 ms  189 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄ │
    │  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │✖loader 4 waiting  13/10││▲search   ███▎     40.2 %││ api    ▃▃▄▄▄▄▅▅▅▅ 612 MB│
    │✖poster █████████   9/10││△products ██████▊  84.0 %││ worker ▄▄▄▄▄▄▄▄▄▄ 188 MB│
    │ main   ████        4/10││ sessions ███████▊ 97.1 %││                         │
    │ Σ sho… 4 waiting  26/30││                         ││                         │
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
    ╭─ ⁷ queries ───────────────────────────── 3 statements · 6.03 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │    2 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku,… │
    │    1 %  2,044  702 us  900 us     1 select * from orders where id = ?        │
    │   <1 %    336  1.1 ms  3.2 ms     1 update orders set state = ? where id = ? │
     column 12: `x` is not a number, for example p95>200ms (ns us ms s m)
     /orders p95>x
    """#
}
