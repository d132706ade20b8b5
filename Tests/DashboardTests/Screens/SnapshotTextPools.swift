extension Screens {
  static let snapshotTextPools = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁴ pools ─────────────────────────────────── Σ adds pools of one database, by name or by source ─╮
    │  POOL         IN USE  IDLE LIMIT   USE  PEAK            WAITING   MOST WAITED MEAN WAIT TIMEOUTS │
    │▶✖loader           13     -    10 130 %    13 ██████████       4   4, 14:05:30         -        - │
    │ ✖poster            9     -    10  90 %     9 █████████        -             -         -        - │
    │  main              4     6    10  40 %     4 ████             -             -         -        - │
    │  Σ shop-api       26     -    30  87 %     - ████████▋        4             -         -        - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ saturation  loader ── ─ peak use, % of limit ─╮╭─ connections  loader ──── * in use  w waiting ─╮
    │  200 % ┤                                       ││     20 ┤                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                   ⢀⣀⠤ ││        │                                   ⢀⣀* │
    │        │                              ⢀⣀⠤⠒⠊⠁   ││        │                              ⢀⣀⠤⠒⠊⠁   │
    │        │                        ⣀⡠⠔⠒⠉⠉⠁        ││        │                        ⣀⡠⠔⠒⠉⠉⠁        │
    │        │                 ⢀⣀⡠⠔⠒⠊⠉               ││        │                 ⢀⣀⡠⠔⠒⠊⠉               │
    │  100 % ┤            ⡠⠤⠤⠒⠊⠁                     ││     10 ┤────────────⡠⠤⠤⠒⠊⠁──────────────────── │
    │        │     ⣀⣀⠤⠔⠒⠉⠉                           ││        │     ⣀⣀⠤⠔⠒⠉⠉                           │
    │   80 % ┤⣀⠤⠒⠒⠉───────────────────────────────── ││        │⣀⠤⠒⠒⠉                                  │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤w │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │    0 % ┤-10m              -5m              now ││      0 ┤-10m              -5m              now │
    ╰────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯
    """#
}
