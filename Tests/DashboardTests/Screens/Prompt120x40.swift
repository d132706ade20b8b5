extension Screens {
  static let prompt120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                          ✖ 5 critical  ▲ 3 high
    ╭─ ¹ endpoints ───────────────────────────────────────────────────────────────────── 0 of 10 · by p95 · 1,279 req/min ─╮
    │  ROUTE                                  RATE/s     P50   P95 ▼     P99 ERR %   LAST 10 MIN          SQL/REQ REQUESTS │
    │ no endpoint passes the filter; Esc clears it                                                                         │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ³ errors per second ─────────────────────────────────────────────────────────────────────────── ▒ 4xx 53  █ 5xx 77 ─╮
    │    1 ┤                                                                                                               │
    │      │                                                                                                               │
    │      │                        ▅▅                                                             ▅                     ▅ │
    │  0.5 ┤▃▃▃▃  ████▃▃▃██▃▃██  ▃▃▃██▃▃▃▃▃▃█  ██  ▃▃███  ██▃▃▃▃▃▃▃████▃▃▃▃▃▃█  ██▃▃▃▃▃▃█  ██▃▃▃▃▃▃█  ██▃▃██▃▃█▃▃▃▃██▃▃  █ │
    │      │████▆▆█████████████▆▆████████████▆▆██▆▆█████▆▆████████████████████▆▆█████████▆▆█████████▂▂█████████████████▆▆█ │
    │      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │    0 ┤-10m                                                  -5m                                                  now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁴ pools ─────────── in use / limit ─╮╭─ ⁵ caches ───── hits, target > 90 % ─╮╭─ ⁶ memory ──────────────── last 10m ─╮
    │✖loader ██████████████ 13/10 4 waiting││▲search   █████▎        40.2 %        ││ api    ▅▅▅▆▆▆▆▇▇▇█████ 612 MB of 1 GB│
    │✖poster ████████████▋   9/10          ││▲products ██████████▉   84.0 %        ││ worker ███████████████         188 MB│
    │ main   █████▋          4/10          ││ sessions ████████████▋ 97.1 % 12.0 MB││                                      │
    ╰──────────────────────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │  14:03:57 nginx    GET /api/products 200 11 ms                                                                       │
    │  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                               │
    │  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                    │
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                 │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                            │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                        │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                          │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                    │
    │  14:05:18 nginx    keepalive connection closed                                                                       │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                             │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                             │
    │✖ 14:05:30 nginx    POST /api/posts/generate 504 9900 ms                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     /orders p96>2                                                       column 8: unknown column `p96`, did you mean `p95`?
    """#
}
