extension Screens {
  static let snapshotTextLogs = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │  14:03:57 nginx    GET /api/products 200 11 ms                                                   │
    │  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                           │
    │  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                │
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                             │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls        │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                    │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                      │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                │
    │  14:05:18 nginx    keepalive connection closed                                                   │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                         │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users         │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
