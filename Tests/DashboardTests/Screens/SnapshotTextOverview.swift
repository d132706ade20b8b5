extension Screens {
  static let snapshotTextOverview = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ¹ endpoints ───────────────────────────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮
    │       ROUTE                           RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN  SQL/REQ │
    │▶✖POST /api/posts/generate                0.8  4.02 s  9.46 s  10.2 s    0.0 ▂▂▃▃▃▄▄▅▆▆▆▆     1.0 │
    │ ✖GET  /api/users/{id}/feed               4.2   43 ms  1.18 s  2.28 s    2.1 ▃▄▆▆█▆▄▄▄▄▄▃     6.0 │
    │ ▲GET  /api/search                        2.9  128 ms  703 ms  727 ms    0.5 ▅▄▄▅▄▄▅▄▄▅▄▄     0.2 │
    │ ✖GET  /agents/{id}/mates                 0.3  202 ms  214 ms  215 ms   50.0 ▅▄▄▄▄▅▅▄▄▅▅▄       - │
    │  POST /api/orders                        1.1   62 ms  189 ms  196 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄     4.0 │
    │  GET  /api/orders/{id}                   6.8   22 ms   91 ms   95 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄     1.0 │
    │       4 more below                                                                               │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  POST /api/posts/gene… ─ 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ───────────── ▒4xx █5xx ─╮
    │       │                                                  ││  0.5 ┤▂▂▂▄▄▂▂▇▂▂▂▂▇▂▂▄▄▇▂▂▂▂▄▂▇  ▄▄▄ │
    │  10 s ┤                         ⣀⣀⣀⣀⣀⣀⠤⠤⠤⠔⠊⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉*9 ││      │█████████████████████████▇▇███ │
    │       │         ⢀⣀⣀⣀⣀⣤⣤⠤⠤⠤⠤⠒⠒⠒⠒⠋⠉⠁ ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤5 ││      │████▒▒▒███▒▒███▒▒▒██████▒██▒██ │
    │500 ms ┤⠿⠯⠭⠭⠭⠭⠭⠭⠭⠕⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠁──────────────────── ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m                   -5m                    now ││    0 ┤-10m          -5m          now │
    ╰──────────────────────────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ ⁴ pools ──── in use / limit ─╮╭─ ⁵ caches ────────────────────╮╭─ ⁶ memory ────────── last 10m ─╮
    │✖loader 4 waiting         13/10││▲search   ██▍    40.2 %        ││ api      ▃▃▄▄▄▄▄▄▅▅▅▅▅▆▆ 612 MB│
    │✖poster ███████████████▎   9/10││△products █████  84.0 %        ││ worker   ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄ 188 MB│
    │ main   ██████▊            4/10││ sessions █████▉ 97.1 % 12.0 MB││                                │
    ╰───────────────────────────────╯╰───────────────────────────────╯╰────────────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                     STATEMENT                           │
    │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate select soul_id, name, interaction_… │
    │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed select * from posts where author_i… │
    ╰──────────────────────────────────────────────────────────────────────────────────────── +6 more ─╯
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                         │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users         │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
