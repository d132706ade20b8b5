extension Screens {
  static let snapshotMarkdownLogs = #"""
    # svctop 0.1.0: shop-api, log

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    - source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    - source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    - source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago

    ## Log

    ```
    2026-01-01T14:03:57.000Z nginx GET /api/products 200 11 ms
    2026-01-01T14:04:12.000Z postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)
    2026-01-01T14:04:31.000Z nginx GET /api/orders/{id} 200 22 ms
    2026-01-01T14:04:48.000Z nginx GET /agents/{id}/mates 500 205 ms
    2026-01-01T14:04:52.000Z postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls
    2026-01-01T14:05:01.000Z nginx POST /api/orders 201 61 ms
    2026-01-01T14:05:05.000Z postgres ERROR: deadlock detected at character 14
    2026-01-01T14:05:10.000Z nginx GET /api/orders/{id} 404 19 ms
    2026-01-01T14:05:18.000Z nginx keepalive connection closed
    2026-01-01T14:05:23.000Z nginx GET /healthz 200 1 ms
    2026-01-01T14:05:27.000Z postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users
    2026-01-01T14:05:30.000Z nginx POST /api/posts/generate 200 9900 ms
    ```
    """#
}
