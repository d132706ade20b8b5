extension Screens {
  static let snapshotMarkdownEndpoints = #"""
    # svctop 0.1.0: shop-api, endpoints

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    - source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    - source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    - source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago

    ## Endpoints

    | Endpoint | Rate/s | Requests | p50 | p95 | p99 | Errors | SQL per request | Judged |
    |---|--:|--:|--:|--:|--:|--:|--:|---|
    | `POST /api/posts/generate` | 0.8 | 244 | 4.02 s | 9.46 s | 10.2 s | 0.0 % | 1.0 | critical |
    | `GET /api/users/{id}/feed` | 4.2 | 1,281 | 43 ms | 1.18 s | 2.28 s | 2.1 % | 6.0 | critical |
    | `GET /api/search` | 2.9 | 885 | 128 ms | 703 ms | 727 ms | 0.5 % | 0.2 | high |
    | `GET /agents/{id}/mates` | 0.3 | 92 | 202 ms | 214 ms | 215 ms | 50.0 % | - | critical |
    | `POST /api/orders` | 1.1 | 336 | 62 ms | 189 ms | 196 ms | 0.0 % | 4.0 |  |
    | `GET /api/orders/{id}` | 6.8 | 2,044 | 22 ms | 91 ms | 95 ms | 0.0 % | 1.0 |  |
    | `PUT /api/carts/{id}/items` | 0.9 | 275 | 20 ms | 81 ms | 83 ms | 0.0 % | - |  |
    | `GET /api/products` | 3.0 | 915 | 11 ms | 67 ms | 69 ms | 0.0 % | - |  |
    | `(other)` | 0.2 | 61 | 9.3 ms | 41 ms | 42 ms | 0.0 % | - |  |
    | `GET /healthz` | 1.0 | 305 | 1.1 ms | 2.5 ms | 2.5 ms | 0.0 % | - |  |
    """#
}
