extension Screens {
  static let snapshotTextCaches = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁵ caches ────────────────────────────────────────────── hits and look-ups in 5m, target > 90 % ─╮
    │  CACHE          HIT RATE              LOOK-UPS  MISSES ENTRIES   BYTES   LIMIT EVICTED  GROWTH/h │
    │▶▲search           40.2 % ████▉      │   10,500   6,279  24,000       -       -       -     +116k │
    │ △products         84.0 % ██████████▏│    2,100     336       -       -       -       -         - │
    │  sessions         97.1 % ███████████│   21,000     609       - 12.0 MB       -       -    steady │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ hit rate  search ──────────────────── ─ hits ─╮╭─ entries  search ────────────────── ─ entries ─╮
    │  100 % ┤                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │   90 % ┤────────────────────────────────────── ││        │                                       │
    │        │                                       ││ 25,000 ┤                                     ⢀ │
    │        │                                       ││        │                                   ⡠⠊⠁ │
    │        │                                       ││        │                                ⡠⠔⠊    │
    │        │                                       ││        │                             ⢀⡠⠜       │
    │        │                                       ││ 20,000 ┤                           ⢠⠊⠁         │
    │        │                                       ││        │                        ⢀⠔⠊⠁           │
    │        │                                       ││        │                     ⢀⡠⠔⠁              │
    │        │                                       ││        │                   ⢀⠔⠁                 │
    │        │                                       ││ 15,000 ┤                ⢀⠤⠒⠁                   │
    │        │                                       ││        │              ⢀⡠⠃                      │
    │        │⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤ ││        │            ⡔⠊⠁                        │
    │        │                                       ││        │         ⣀⠔⠊                           │
    │        │                                       ││ 10,000 ┤      ⢀⡠⠊                              │
    │        │                                       ││        │    ⡠⠒⠁                                │
    │        │                                       ││        │ ⣀⠤⠊                                   │
    │        │                                       ││        │⠜                                      │
    │        │                                       ││  5,000 ┤                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │        │                                       ││        │                                       │
    │    0 % ┤-10m              -5m              now ││      0 ┤-10m              -5m              now │
    ╰────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯
    """#
}
