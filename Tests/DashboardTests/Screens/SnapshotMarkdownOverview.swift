extension Screens {
  static let snapshotMarkdownOverview = #"""
    # svctop 0.1.0: shop-api, overview

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

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

    ## Statements

    | Share | Calls | p50 | p95 | Rows | From | Statement | Id |
    |--:|--:|--:|--:|--:|---|---|---|
    | 80 % | 244 | 703 ms | 1.30 s | 17 | POST /api/posts/generate | `select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?` | 9cf2111b7e46d360 |
    | 7 % | 6,405 | 2.1 ms | 4.8 ms | 1 | GET /api/users/{id}/feed | `select * from posts where author_id = ?` | 0c9bcc915fa158e0 |
    | 6 % | 1,281 | 9.4 ms | 22 ms | 40 | GET /api/users/{id}/feed | `select follows.followee_id from follows where follower_id = ? limit ?` | 371b143b1abf1ef2 |
    | 3 % | 11 | 703 ms | 940 ms | 1 | - | `select users.user_id, users.email from users where users.user_id = ?` | 2fa68f43d4c494a3 |
    | 2 % | 1,007 | 3.0 ms | 6.1 ms | - | POST /api/orders | `insert into order_items (order_id, sku, quantity) values (?)` | 2d7c534d57e15e84 |
    | 1 % | 148 | 15 ms | 22 ms | - | \~GET /api/search | `select id from products where name ilike ? limit ?` | 731f91fefdd87a5c |
    | 1 % | 2,044 | 702 us | 900 us | 1 | GET /api/orders/{id} | `select * from orders where id = ?` | 392031cb64e0361f |
    | \<1 % | 336 | 1.1 ms | 3.2 ms | 1 | POST /api/orders | `update orders set state = ? where id = ?` | f972656a08005097 |

    ## Pools

    | Pool | In use | Limit | Saturation | Waiting | Timed out | Limit kept |
    |---|--:|--:|--:|--:|--:|---|
    | loader | 13 | 10 | 130 % | 4 | - | critical |
    | poster | 9 | 10 | 90.0 % | - | - | critical |
    | main | 4 | 10 | 40.0 % | - | - | met |

    ## Caches

    | Cache | Look-ups | Hits | Entries | Size | Evicted | Target |
    |---|--:|--:|--:|--:|--:|---|
    | sessions | 21,000 | 97.1 % | - | 12.0 MB | - | met |
    | products | 2,100 | 84.0 % | - | - | - | medium |
    | search | 10,500 | 40.2 % | 24,000 | - | - | high |

    ## Memory and runtime

    | Process | Resident | Heap | Limit |
    |---|--:|--:|--:|
    | api | 612 MB | - | 1.00 GB |
    | worker | 188 MB | - | - |

    ## Sources

    | Source | Location | Read as | State | Lines or samples | Not understood |
    |---|---|---|---|--:|--:|
    | shop-api | `http://127.0.0.1:8000/metrics` | fastapi | ok, read 0 s ago | 25,920 | 0 |
    | nginx | `/var/log/nginx/access.log` | nginx-timed | ok, read 0 s ago | 15,192 | 0 |
    | postgres | `/var/log/postgresql/postgresql-16-main.log` | postgresql | ok, read 0 s ago | 27,084 | 0 |
    """#
}
