extension Screens {
  static let viewQueries = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC                          ✖ 5  ▲ 2  △ 1
    ╭─ ⁷ queries ──────────────────────────────────────────────── 8 · 248 s in 5m ─╮
    │ SHARE  CALLS     P50     P95  ROWS STATEMENT                                 │
    │✖ 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engine… │
    │   7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?   │
    │   6 %  1,281  9.4 ms   22 ms    40 select follows.followee_id from follows … │
    │▲  3 %     11  703 ms  940 ms     1 select users.user_id, users.email from u… │
    │   2 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku, … │
    │   1 %    148   15 ms   22 ms     - select id from products where name ilike… │
    │   1 %  2,044  702 us  900 us     1 select * from orders where id = ?         │
    │  <1 %    336  1.1 ms  3.2 ms     1 update orders set state = ? where id = ?  │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  ⏎ open  z back  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC                          x 5  ! 2  : 1
    +- 7 queries ------------------------------------------------ 8 - 248 s in 5m -+
    | SHARE  CALLS     P50     P95  ROWS STATEMENT                                 |
    |x 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engine~ |
    |   7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?   |
    |   6 %  1,281  9.4 ms   22 ms    40 select follows.followee_id from follows ~ |
    |!  3 %     11  703 ms  940 ms     1 select users.user_id, users.email from u~ |
    |   2 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku, ~ |
    |   1 %    148   15 ms   22 ms     - select id from products where name ilike~ |
    |   1 %  2,044  702 us  900 us     1 select * from orders where id = ?         |
    |  <1 %    336  1.1 ms  3.2 ms     1 update orders set state = ? where id = ?  |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    +------------------------------------------------------------------------------+
     / filter  enter open  z back  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                              ✖ 5 critical  ▲ 2 high  △ 1 medium
    ╭─ ⁷ queries ──────────────────────────────────────────────────────────────────────────────────────── 8 · 248 s in 5m ─╮
    │ SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                            │
    │✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona f… │
    │   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?              │
    │   6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follo… │
    │▲  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where … │
    │   2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) v… │
    │   1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?   │
    │   1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                    │
    │  <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?             │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                              x 5 critical  ! 2 high  : 1 medium
    +- 7 queries ---------------------------------------------------------------------------------------- 8 - 248 s in 5m -+
    | SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                            |
    |x 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona f~ |
    |   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?              |
    |   6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follo~ |
    |!  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where ~ |
    |   2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) v~ |
    |   1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?   |
    |   1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                    |
    |  <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?             |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    +----------------------------------------------------------------------------------------------------------------------+
     / filter   enter open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                              ✖ 5 critical  ▲ 2 high  △ 1 medium
    ╭─ ⁷ queries ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 8 · 248 s in 5m ─╮
    │ SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                                                                                                            │
    │✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?        │
    │   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                                                                                              │
    │   6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower_id = ? limit ?                                                                │
    │▲  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where users.user_id = ?                                                                 │
    │   2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) values (?)                                                                         │
    │   1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?                                                                                   │
    │   1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                                                                                                    │
    │  <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                                                                                             │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                              x 5 critical  ! 2 high  : 1 medium
    +- 7 queries ------------------------------------------------------------------------------------------------------------------------------------------------------------------------ 8 - 248 s in 5m -+
    | SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                                                                                                            |
    |x 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?        |
    |   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                                                                                              |
    |   6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower_id = ? limit ?                                                                |
    |!  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where users.user_id = ?                                                                 |
    |   2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) values (?)                                                                         |
    |   1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?                                                                                   |
    |   1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                                                                                                    |
    |  <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                                                                                             |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
     / filter   enter open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
