extension Screens {
  static let snapshotMarkdownEndpoint = #"""
    # svctop 0.1.0: shop-api, GET /api/users/{id}/feed

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    ## Endpoint

    | Endpoint | Rate/s | Requests | p50 | p95 | p99 | Errors | SQL per request | Judged |
    |---|--:|--:|--:|--:|--:|--:|--:|---|
    | `GET /api/users/{id}/feed` | 4.2 | 1,281 | 43 ms | 1.18 s | 2.28 s | 2.1 % | 6.0 | critical |

    ## Percentiles

    | p50 | p90 | p95 | p99 | Max | Mean | Durations | Apdex |
    |--:|--:|--:|--:|--:|--:|--:|--:|
    | 43 ms | 414 ms | 1.18 s | 2.28 s | 2.28 s | 159 ms | 1,281 | 0.96 |

    ## Statuses

    | Status | Requests | Share |
    |---|--:|--:|
    | 2xx | 1,252 | 97.7 % |
    | 4xx | 2 | 0.2 % |
    | 5xx | 27 | 2.1 % |

    ## Its statements

    | Calls | Per request | p95 | Statement | Id |
    |--:|--:|--:|---|---|
    | 6,405 | 5.0 | 4.8 ms | `select * from posts where author_id = ?` | 0c9bcc915fa158e0 |
    | 1,281 | 1.0 | 22 ms | `select follows.followee_id from follows where follower_id = ? limit ?` | 371b143b1abf1ef2 |

    ## Sources

    | Source | Location | Read as | State | Lines or samples | Not understood |
    |---|---|---|---|--:|--:|
    | shop-api | `http://127.0.0.1:8000/metrics` | fastapi | ok, read 0 s ago | 25,920 | 0 |
    | nginx | `/var/log/nginx/access.log` | nginx-timed | ok, read 0 s ago | 15,192 | 0 |
    | postgres | `/var/log/postgresql/postgresql-16-main.log` | postgresql | ok, read 0 s ago | 27,084 | 0 |
    """#
}
