extension Screens {
  static let endpoint80x24 = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 6 critical  ▲ 3 high  △ 1 medium
     endpoints › GET /api/users/{id}/feed                                  esc back
    ╭─ requests ──────────────────────────── 1,281 in 5m ─╮╭─ percentiles ─────────╮
    │ rate     4.2 /s  5xx 2.1 %  4xx 0.2 %  2xx 97.7 %   ││           TIME SLOWER │
    │ errors    2.1 %  apdex 0.96 (T 500 ms)  2 in flight ││ p50      43 ms    641 │
    │ p50       43 ms                                     ││ p90     414 ms    128 │
    │ p90      414 ms                                     ││ p95     1.18 s     64 │
    │ p95      1.18 s  ✖ over 500 ms                      ││ p99     2.28 s     13 │
    │ p99      2.28 s                                     ││ p99.9   2.28 s      1 │
    │ max      2.28 s  mean 159 ms, of it sql 16 %        ││ max     2.28 s        │
    ╰─────────────────────────────────────────────────────╯╰───────────────────────╯
    ╭─ ² latency ──────────── 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ───── ▒4xx █5xx ─╮
    │   4 s ┤          ⣀⣀⣀⣀⣤⣒⠒⠒⠢⡀                  ││  0.2 ┤                       │
    │       │       ⢀⠔⠊⡠⠔⠉   ⠉⠒⠤⣈⠢⠤⠤⢄⡀             ││      │                   ▅   │
    │   2 s ┤⣀⣀⣀⣀⣀⣠⣒⣁⠔⠊          ⠉⠑⠢⠤⢌⣒⣤⣄⣀⣀⣤⣤⣤⣤⣤*9 ││  0.1 ┤▃▃██████▃██████▃██▃██▃ │
    │500 ms ┤⣉⣁⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀5 ││      │████▒██████▒▒██████▒██ │
    │     0 ┤-10m             -5m              now ││    0 ┤-10m      -5m      now │
    ╰──────────────────────────────────────────────╯╰──────────────────────────────╯
    ╭─ ⁷ queries of this endpoint ─────────── 6.0 per request · share of its time ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │▶   8 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  │
    │    8 %  1,281  9.4 ms   22 ms    40 select follows.followee_id from follows… │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     tab +1 more   / filter   ⏎ open   z zoom   { spike   s sort   ? help   q quit
    """#
}
