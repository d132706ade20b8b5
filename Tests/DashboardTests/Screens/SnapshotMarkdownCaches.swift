extension Screens {
  static let snapshotMarkdownCaches = #"""
    # svctop 0.1.0: shop-api, caches

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    - source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    - source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    - source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago

    ## Caches

    | Cache | Look-ups | Hits | Entries | Size | Evicted | Target |
    |---|--:|--:|--:|--:|--:|---|
    | sessions | 21,000 | 97.1 % | - | 12.0 MB | - | met |
    | products | 2,100 | 84.0 % | - | - | - | medium |
    | search | 10,500 | 40.2 % | 24,000 | - | - | high |
    """#
}
