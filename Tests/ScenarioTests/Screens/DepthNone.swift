extension Screens {
  static let depthNone = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ¹ endpoints ───────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶✖POST /api/posts/generate            0.8  4.02 s  9.46 s    0.0 ▂▂▃▃▃▄▄▅▆▆▆▆ │
    │ ✖GET  /api/users/{id}/feed           4.2   43 ms  1.18 s    2.1 ▃▄▆▆█▆▄▄▄▄▄▃ │
    │ ▲GET  /api/search                    2.9  128 ms  703 ms    0.5 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │ ✖GET  /agents/{id}/mates             0.3  202 ms  214 ms   50.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  POST /api/orders                    1.1   62 ms  189 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄ │
    │  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │  PUT  /api/carts/{id}/items          0.9   20 ms   81 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /api/products                  3.0   11 ms   67 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │       (other)                        0.2  9.3 ms   41 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /healthz                       1.0  1.1 ms  2.5 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │✖loader 4 waiting  13/10││▲search   ███▎     40.2 %││ api    ▃▃▄▄▄▄▅▅▅▅ 612 MB│
    │✖poster █████████   9/10││△products ██████▊  84.0 %││ worker ▄▄▄▄▄▄▄▄▄▄ 188 MB│
    │ main   ████        4/10││ sessions ███████▊ 97.1 %││                         │
    │ Σ sho… 4 waiting  26/30││                         ││                         │
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │ ✖ 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin… │
    │    7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  │
    ╰──────────────────────────────────────────────────────────────────── +6 more ─╯
    """#
}
