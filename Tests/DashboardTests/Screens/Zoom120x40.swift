extension Screens {
  static let zoom120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 6 critical  ▲ 3 high  △ 1 medium
    ╭─ ⁷ queries ────────────────────────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           │
    │▶✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona … │
    │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?             │
    │    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where foll… │
    │ ▲  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where… │
    │    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) … │
    │    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?  │
    │    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                   │
    │   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ statement ───────────────────────────────────────────────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona                                                                    │
    │ from souls                                                                                                           │
    │ where owner_id = ?                                                                                                   │
    │   and mood = ?                                                                                                       │
    │ order by created_at desc                                                                                             │
    │ limit ?                                                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ────────────── 244 in 5m ─╮╭─ durations ──────────────────── calls ─╮╭─ calls per second ─────────────────────╮
    │ share of time      80 %          ││ 0.3-1 s ┤████████████████████████  195 ││    1 ┤                               ▒ │
    │ time in all       198 s          ││   1-3 s ┤██████                     49 ││      │▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▃▒ │
    │ rate             0.8 /s          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p50              703 ms          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p90              1.30 s          ││                                        ││  0.5 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p95              1.30 s ✖        ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p99              1.30 s          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ max              1.31 s          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ rows per call        17          ││                                        ││    0 ┤-10m           -5m           now │
    ╰──────────────────────────────────╯╰────────────────────────────────────────╯╰────────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ 244 calls 100 % 1.0 per request POST /api/posts/generate                                                             │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────────────────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, persona from souls wher… │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z back   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
