extension Screens {
  static let snapshotTextQueries = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁷ queries ────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                     STATEMENT                           │
    │▶✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate select soul_id, name, interaction_… │
    │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed select * from posts where author_i… │
    │    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed select follows.followee_id from fo… │
    │ ▲  3 %     11  703 ms  940 ms     1 -                        select users.user_id, users.email … │
    │    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders         insert into order_items (order_id,… │
    │    1 %    148   15 ms   22 ms     - ~GET /api/search         select id from products where name… │
    │    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}     select * from orders where id = ?   │
    │   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders         update orders set state = ? where … │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ statement ───────────────────────────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ?     │
    │ order by created_at desc limit ?                                                                 │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ──────────────────────────── 244 in 5m ─╮╭─ durations ──────────────────────────── calls ─╮
    │ share of time      80 %                        ││ 0.3-1 s ┤████████████████████████████████  195 │
    │ time in all       198 s                        ││   1-3 s ┤████████                           49 │
    │ rate             0.8 /s                        ││                                                │
    │ p50              703 ms                        ││                                                │
    │ p90              1.30 s                        ││                                                │
    │ p95              1.30 s ✖                      ││                                                │
    │ p99              1.30 s                        ││                                                │
    │ max              1.31 s                        ││                                                │
    ╰────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────────────────────────────────────────────────────╮
    │ 244 calls 100 % 1.0 per request POST /api/posts/generate                                         │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, per… │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, per… │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
