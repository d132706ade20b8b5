extension Screens {
  static let snapshotTextEndpoints = #"""
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
    │  PUT  /api/carts/{id}/items              0.9   20 ms   81 ms   83 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄       - │
    │  GET  /api/products                      3.0   11 ms   67 ms   69 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄       - │
    │       (other)                            0.2  9.3 ms   41 ms   42 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄       - │
    │  GET  /healthz                           1.0  1.1 ms  2.5 ms  2.5 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄       - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  POST /api/… ─ 5 p50  * p95  9 p99 ─╮╭─ latency heat ma… ─ ░▒▓█ more requests  ▁ p95 ─╮
    │       │                                   ⣀⣀*9 ││        │                                    ▁  │
    │  10 s ┤                             ⢀⣀⠤⠔⠒⠛⠒⠊⠉  ││        │                           ▁▁ ▁▁▁▁░░▒░ │
    │       │                          ⢀⠔⢊⠏          ││   10 s ┤                        ▁▁░▒▒░▒▒░░▒▒░░ │
    │       │                        ⡠⠊⢁⡠⠃           ││        │                   ▁▁▁▁▁▒▒ ▒▒▒░▒░░░    │
    │   8 s ┤                       ⡔⡡⠒⠁             ││        │               ▁▁▁▁░░▒▒▒░▒░            │
    │       │                    ⣀⣠⠞⠉                ││        │             ▁ ░░░▒▒░▒░░  ░░░▒░▒▒▒░▒░▒ │
    │       │                 ⢀⠔⠉⡰⠁                  ││    5 s ┤         ▁ ░░▒░▒▒▒░░  ░░░▒░░░░▒▒▒▒▓▓▓▓ │
    │   6 s ┤               ⢀⠔⣁⠤⠊                    ││        │        ░▒░▒▒▒░░   ░▒░▒▒▓▓█████▓██▓▒▓▒ │
    │       │              ⣠⡪⠊                       ││        │   ▁ ▁▁▁▁▒▒    ░▒▒░▒▒▒▓▓▓▓▒            │
    │       │          ⣀⠤⢔⠖⠁               ⣀⣀⣀⣀⡠⠤⠤⠤5 ││        │ ░░▒░▒▒▒       ░▒▒▒▒█▓▒▒               │
    │   4 s ┤       ⢀⠴⠮⠤⠔⠁           ⢀⣀⡠⠤⠒⠉          ││        │ ░░▒▒░▒▒░    ▒▒▒▓▓█▒                   │
    │       │    ⢀⣀⠔⠁            ⣀⡠⠔⠊⠁               ││    2 s ┤        ░░▒▓▓██▓                       │
    │       │⠛⠋⠉⠉⠁         ⢀⡠⠔⠒⠉⠉                    ││        │    ░░▒▒▓▓█▓▓░░░                       │
    │   2 s ┤      ⢀⡠⠤⠤⠤⠤⠒⠉⠁                         ││        │ ▒▒░▒▒░░▒▒▒▒▒                          │
    │       │⠒⠒⠒⠒⠊⠉⠁                                 ││        │ ▓▓▓▓███▓                              │
    │       │limit 500 ms ────────────────────────── ││    1 s ┤ ▓▓▓▒                                  │
    │     0 ┤-10m              -5m               now ││          -10m             -5m              now │
    ╰────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯
    """#
}
