extension Screens {
  static let query120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 6 critical  ▲ 3 high  △ 1 medium
     endpoints › POST /api/posts/generate › query 9cf2111b7e46d360                                                 esc back
    ╭─ statement ───────────────────────────────────────────────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona                                                                    │
    │ from souls                                                                                                           │
    │ where owner_id = ?                                                                                                   │
    │   and mood = ?                                                                                                       │
    │ order by created_at desc                                                                                             │
    │ limit ?                                                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ────────────── 244 in 5m ─╮╭─ durations ──────────────────── calls ─╮╭─ calls per second ─────────────────────╮
    │ share of time      80 %          ││ 0.3-1 s ┤████████████████████████  195 ││      │                                 │
    │ time in all       198 s          ││   1-3 s ┤██████                     49 ││    1 ┤                               ▒ │
    │ rate             0.8 /s          ││                                        ││      │                               ▒ │
    │ p50              703 ms          ││                                        ││  0.8 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p90              1.30 s          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p95              1.30 s ✖        ││                                        ││  0.6 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p99              1.30 s          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ max              1.31 s          ││                                        ││  0.4 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ rows per call        17          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ read/returned         -          ││                                        ││  0.2 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ first seen     13:53:36          ││                                        ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ last seen      14:05:31          ││                                        ││    0 ┤-10m           -5m           now │
    ╰──────────────────────────────────╯╰────────────────────────────────────────╯╰────────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────╮╭─ duration ───────────────────────────────── 5 p50  * p95  9 p99 ─╮
    │   CALLS SHARE PER REQ ENDPOINT                   ││    2 s ┤                                                         │
    │▶    244 100 %     1.0 POST /api/posts/generate   ││        │⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀*9 │
    │                                                  ││        │                                                         │
    │                                                  ││        │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉5 │
    │                                                  ││        │                                                         │
    │                                                  ││      0 ┤-10m                       -5m                       now │
    ╰──────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────────────────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:46  postgresql-16-main.log:88008  select soul_id, name, interaction_engine, persona from souls wher… │
    │   1.31 s  13:53:36  postgresql-16-main.log:88000  select soul_id, name, interaction_engine, persona from souls wher… │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     ⏎ open   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
