extension Screens {
  static let snapshotMarkdownPools = #"""
    # svctop 0.1.0: shop-api, pools

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    ## Pools

    | Pool | In use | Limit | Saturation | Waiting | Timed out | Limit kept |
    |---|--:|--:|--:|--:|--:|---|
    | loader | 13 | 10 | 130 % | 4 | - | critical |
    | poster | 9 | 10 | 90.0 % | - | - | critical |
    | main | 4 | 10 | 40.0 % | - | - | met |
    """#
}
