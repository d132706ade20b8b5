extension Screens {
  static let snapshotTextMemory = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁶ memory ──────────────────────────── slope of the last 10m with its 95 % interval (Theil-Sen) ─╮
    │  PROCESS        RESIDENT    HEAP   LIMIT  OF LIMIT  PER HOUR TREND                               │
    │▶ api              612 MB       -    1 GB      60 %   +360 MB rising, full in 68 min              │
    │  worker           188 MB       -       -         -       0 B steady                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ memory  api ─────────────────────────────────────────────────────────────────────── ─ resident ─╮
    │   1 GB ┤──────────────────────────────────────────────────────────────────────────────────────── │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │ 768 MB ┤                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                    ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡠⠤ │
    │        │     ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡠⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠁                    │
    │        │⠉⠉⠉⠉⠉⠁                                                                                   │
    │ 512 MB ┤                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │ 256 MB ┤                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │        │                                                                                         │
    │      0 ┤-10m                                       -5m                                       now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
