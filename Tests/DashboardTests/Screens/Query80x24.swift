extension Screens {
  static let query80x24 = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 6 critical  ▲ 3 high  △ 1 medium
     endpoints › POST /api/posts/generate › query 9cf2111b7e46d360         esc back
    ╭─ statement ───────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona from souls where owner_id  │
    │ = ? and mood = ? order by created_at desc limit ?                            │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ────────────────── 244 in 5m ─╮╭─ durations ────────────────── calls ─╮
    │ share of time      80 %              ││ 0.3-1 s ┤██████████████████████  195 │
    │ time in all       198 s              ││   1-3 s ┤█████▌                   49 │
    │ rate             0.8 /s              ││                                      │
    │ p50              703 ms              ││                                      │
    │ p90              1.30 s              ││                                      │
    │ p95              1.30 s ✖            ││                                      │
    │ p99              1.30 s              ││                                      │
    │ max              1.31 s              ││                                      │
    ╰──────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────────────────────────────────╮
    │▶244 calls 100 % 1.0 per request POST /api/posts/generate                     │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, int… │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, int… │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     ⏎ open   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
