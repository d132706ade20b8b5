extension Screens {
  static let snapshotMarkdownSources = #"""
    # svctop 0.1.0: shop-api, sources

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    ## Sources

    | Source | Location | Read as | State | Lines or samples | Not understood |
    |---|---|---|---|--:|--:|
    | shop-api | `http://127.0.0.1:8000/metrics` | fastapi | ok, read 0 s ago | 25,920 | 0 |
    | nginx | `/var/log/nginx/access.log` | nginx-timed | ok, read 0 s ago | 15,192 | 0 |
    | postgres | `/var/log/postgresql/postgresql-16-main.log` | postgresql | ok, read 0 s ago | 27,084 | 0 |
    """#
}
