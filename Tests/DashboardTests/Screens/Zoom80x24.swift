extension Screens {
  static let zoom80x24 = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 6 critical  ▲ 3 high  △ 1 medium
    ╭─ ⁷ queries ────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │▶✖ 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin… │
    │    7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  │
    │    6 %  1,281  9.4 ms   22 ms    40 select follows.followee_id from follows… │
    │ ▲  3 %     11  703 ms  940 ms     1 select users.user_id, users.email from … │
    │    2 %  1,007  3.0 ms  6.1 ms     - insert into order_items (order_id, sku,… │
    │    1 %    148   15 ms   22 ms     - select id from products where name ilik… │
    │    1 %  2,044  702 us  900 us     1 select * from orders where id = ?        │
    │   <1 %    336  1.1 ms  3.2 ms     1 update orders set state = ? where id = ? │
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
     / filter   ⏎ open   z back   space pause   { spike   s sort   ? help   q quit
    """#
}
