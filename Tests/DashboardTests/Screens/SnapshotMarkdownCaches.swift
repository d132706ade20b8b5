extension Screens {
  static let snapshotMarkdownCaches = #"""
    # svctop 0.1.0: shop-api, caches

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    ## Caches

    | Cache | Look-ups | Hits | Entries | Size | Evicted | Target |
    |---|--:|--:|--:|--:|--:|---|
    | sessions | 21,000 | 97.1 % | - | 12.0 MB | - | met |
    | products | 2,100 | 84.0 % | - | - | - | medium |
    | search | 10,500 | 40.2 % | 24,000 | - | - | high |
    """#
}
