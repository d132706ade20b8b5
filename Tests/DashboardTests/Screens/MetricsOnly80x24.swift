extension Screens {
  static let metricsOnly80x24 = #"""
     svctop  shop-api  ● 1  5m  14:05:32 UTC     ✖ 5 critical  ▲ 2 high  △ 1 medium
    ╭─ ¹ endpoints ───────────── 10 endpoints · by p95 · 21.1 req/s · 2 in flight ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶✖GET  /api/users/{id}/feed           4.2   46 ms >1.00 s    2.1 ▄▄▄▄▄▄▄▄▄▄▄▄ │
    │ ✖POST /api/posts/generate            0.8 >1.00 s >1.00 s    0.0 ▄▄▄▄▄▄▄▄▄▄▄▄ │
    │ ▲GET  /api/search                    2.9 ~186 ms  749 ms    0.5 ▄▅▄▅▄▅▄▅▄▅▄▄ │
    │ ✖GET  /agents/{id}/mates             0.3 ~175 ms ~243 ms   50.0 ▄▄▄▄▄▄▄▄▄▄▄▄ │
    │  POST /api/orders                    1.1   83 ms ~220 ms    0.0 ▄▄▄▄▄▄▄▄▄▄▄▅ │
    │  GET  /api/orders/{id}               6.7  ~20 ms   89 ms    0.0 ▄▄▄▄▄▄▄▄▄▄▄▄ │
    │       4 more below                                                           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  GET /api… ─ 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ───── ▒4xx █5xx ─╮
    │   1 s ┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉*9 ││  0.5 ┤▂▂▄▄▂▆▂▄▂▄▂▆▆▂▄▂▄▂▄▄▄▂ │
    │       │                                      ││      │██████████████████████ │
    │500 ms ┤───────────────────────────────────── ││      │████▒██████▒▒██████▒██ │
    │       │⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠉⠉⠒⠒⠢⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤5 ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m             -5m              now ││    0 ┤-10m      -5m      now │
    ╰──────────────────────────────────────────────╯╰──────────────────────────────╯
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │✖loader 4 waiting  13/10││▲search   ███▎     40.2 %││ api    ▃▃▄▄▄▄▅▅▅▅ 612 MB│
    │✖poster █████████   9/10││△products ██████▊  84.0 %││ worker ▄▄▄▄▄▄▄▄▄▄ 188 MB│
    │ main   ████        4/10││ sessions ███████▊ 97.1 %││                         │
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
    """#
}
