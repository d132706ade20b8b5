extension Screens {
  static let snapshotMarkdownQueries = #"""
    # svctop 0.1.0: shop-api, queries

    2026-01-01T14:05:32.000Z, window 5m from 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z. 6,438 requests, 21.3 /s, 1.2 % errors, p95 784 ms.

    - source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    - source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    - source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago

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
    """#
}
