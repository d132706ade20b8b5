extension Screens {
  static let viewQuery = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
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
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
     endpoints > POST /api/posts/generate > query 9cf2111b7e46d360         esc back
    +- statement --------------------------------------------- x 9cf2111b7e46d360 -+
    | select soul_id, name, interaction_engine, persona from souls where owner_id  |
    | = ? and mood = ? order by created_at desc limit ?                            |
    +------------------------------------------------------------------------------+
    +- calls ------------------ 244 in 5m -++- durations ------------------ calls -+
    | share of time      80 %              || 0.3-1 s +######################  195 |
    | time in all       198 s              ||   1-3 s +######                   49 |
    | rate             0.8 /s              ||                                      |
    | p50              703 ms              ||                                      |
    | p90              1.30 s              ||                                      |
    | p95              1.30 s x            ||                                      |
    | p99              1.30 s              ||                                      |
    | max              1.31 s              ||                                      |
    +--------------------------------------++--------------------------------------+
    +- called by ------------------------------------------------------------------+
    |>244 calls 100 % 1.0 per request POST /api/posts/generate                     |
    +------------------------------------------------------------------------------+
    +- slowest calls so far ------------------------------------- literals hidden -+
    |   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, int~ |
    |   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, int~ |
    +------------------------------------------------------------------------------+
     enter open   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
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
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
     endpoints > POST /api/posts/generate > query 9cf2111b7e46d360                                                 esc back
    +- statement ------------------------------------------------------------------------------------- x 9cf2111b7e46d360 -+
    | select soul_id, name, interaction_engine, persona                                                                    |
    | from souls                                                                                                           |
    | where owner_id = ?                                                                                                   |
    |   and mood = ?                                                                                                       |
    | order by created_at desc                                                                                             |
    | limit ?                                                                                                              |
    +----------------------------------------------------------------------------------------------------------------------+
    +- calls -------------- 244 in 5m -++- durations -------------------- calls -++- calls per second ---------------------+
    | share of time      80 %          || 0.3-1 s +########################  195 ||      |                                 |
    | time in all       198 s          ||   1-3 s +######                     49 ||    1 +                               : |
    | rate             0.8 /s          ||                                        ||      |                               : |
    | p50              703 ms          ||                                        ||  0.8 +:::::::::::::::::::::::::::::::: |
    | p90              1.30 s          ||                                        ||      |:::::::::::::::::::::::::::::::: |
    | p95              1.30 s x        ||                                        ||  0.6 +:::::::::::::::::::::::::::::::: |
    | p99              1.30 s          ||                                        ||      |:::::::::::::::::::::::::::::::: |
    | max              1.31 s          ||                                        ||  0.4 +:::::::::::::::::::::::::::::::: |
    | rows per call        17          ||                                        ||      |:::::::::::::::::::::::::::::::: |
    | read/returned         -          ||                                        ||  0.2 +:::::::::::::::::::::::::::::::: |
    | first seen     13:53:36          ||                                        ||      |:::::::::::::::::::::::::::::::: |
    | last seen      14:05:31          ||                                        ||    0 +-10m           -5m           now |
    +----------------------------------++----------------------------------------++----------------------------------------+
    +- called by --------------------------------------++- duration --------------------------------- 5 p50  * p95  9 p99 -+
    |   CALLS SHARE PER REQ ENDPOINT                   ||    2 s +                                                         |
    |>    244 100 %     1.0 POST /api/posts/generate   ||        |******************************************************** |
    |                                                  ||        |                                                         |
    |                                                  ||        |55555555555555555555555555555555555555555555555555555555 |
    |                                                  ||        |                                                         |
    |                                                  ||      0 +-10m                       -5m                       now |
    +--------------------------------------------------++------------------------------------------------------------------+
    +- slowest calls so far ----------------------------------------------------------------------------- literals hidden -+
    |   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, persona from souls wher~ |
    |   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, persona from souls wher~ |
    |   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, persona from souls wher~ |
    |   1.31 s  13:53:46  postgresql-16-main.log:88008  select soul_id, name, interaction_engine, persona from souls wher~ |
    |   1.31 s  13:53:36  postgresql-16-main.log:88000  select soul_id, name, interaction_engine, persona from souls wher~ |
    +----------------------------------------------------------------------------------------------------------------------+
     enter open   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
     endpoints › POST /api/posts/generate › query 9cf2111b7e46d360                                                                                                                                 esc back
    ╭─ statement ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── ✖ 9cf2111b7e46d360 ─╮
    │ select soul_id, name, interaction_engine, persona                                                                                                                                                    │
    │ from souls                                                                                                                                                                                           │
    │ where owner_id = ?                                                                                                                                                                                   │
    │   and mood = ?                                                                                                                                                                                       │
    │ order by created_at desc                                                                                                                                                                             │
    │ limit ?                                                                                                                                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ calls ────────────── 244 in 5m ─╮╭─ durations ──────────────────────────────────────────────────────────── calls ─╮╭─ calls per second ─────────────────────────────────────────────────────────────╮
    │ share of time      80 %          ││ 0.3-1 s ┤████████████████████████████████████████████████████████████████  195 ││      │                                                                         │
    │ time in all       198 s          ││   1-3 s ┤████████████████▏                                                  49 ││    1 ┤                                                                         │
    │ rate             0.8 /s          ││                                                                                ││      │                                                                         │
    │ p50              703 ms          ││                                                                                ││  0.8 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p90              1.30 s          ││                                                                                ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p95              1.30 s ✖        ││                                                                                ││  0.6 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ p99              1.30 s          ││                                                                                ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ max              1.31 s          ││                                                                                ││  0.4 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ rows per call        17          ││                                                                                ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ read/returned         -          ││                                                                                ││  0.2 ┤▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ first seen     13:53:36          ││                                                                                ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │ last seen      14:05:31          ││                                                                                ││    0 ┤-10m                               -5m                               now │
    ╰──────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────────────────────────────────────╯
    ╭─ called by ──────────────────────────────────────────────────────────────────╮╭─ duration ───────────────────────────────────────────────────────────────────────────────────── 5 p50  * p95  9 p99 ─╮
    │   CALLS SHARE PER REQ ENDPOINT                                               ││        │                                                                                                             │
    │▶    244 100 %     1.0 POST /api/posts/generate                               ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││  1.5 s ┤                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀*9 │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││    1 s ┤                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉5 │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││ 500 ms ┤                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││        │                                                                                                             │
    │                                                                              ││      0 ┤-10m                                                 -5m                                                 now │
    ╰──────────────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ slowest calls so far ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── literals hidden ─╮
    │   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      │
    │   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      │
    │   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      │
    │   1.31 s  13:53:46  postgresql-16-main.log:88008  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      │
    │   1.31 s  13:53:36  postgresql-16-main.log:88000  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     ⏎ open   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
     endpoints > POST /api/posts/generate > query 9cf2111b7e46d360                                                                                                                                 esc back
    +- statement --------------------------------------------------------------------------------------------------------------------------------------------------------------------- x 9cf2111b7e46d360 -+
    | select soul_id, name, interaction_engine, persona                                                                                                                                                    |
    | from souls                                                                                                                                                                                           |
    | where owner_id = ?                                                                                                                                                                                   |
    |   and mood = ?                                                                                                                                                                                       |
    | order by created_at desc                                                                                                                                                                             |
    | limit ?                                                                                                                                                                                              |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- calls -------------- 244 in 5m -++- durations ------------------------------------------------------------ calls -++- calls per second -------------------------------------------------------------+
    | share of time      80 %          || 0.3-1 s +################################################################  195 ||      |                                                                         |
    | time in all       198 s          ||   1-3 s +################                                                   49 ||    1 +                                                                         |
    | rate             0.8 /s          ||                                                                                ||      |                                                                         |
    | p50              703 ms          ||                                                                                ||  0.8 +:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | p90              1.30 s          ||                                                                                ||      |:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | p95              1.30 s x        ||                                                                                ||  0.6 +:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | p99              1.30 s          ||                                                                                ||      |:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | max              1.31 s          ||                                                                                ||  0.4 +:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | rows per call        17          ||                                                                                ||      |:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | read/returned         -          ||                                                                                ||  0.2 +:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | first seen     13:53:36          ||                                                                                ||      |:::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::: |
    | last seen      14:05:31          ||                                                                                ||    0 +-10m                               -5m                               now |
    +----------------------------------++--------------------------------------------------------------------------------++--------------------------------------------------------------------------------+
    +- called by ------------------------------------------------------------------++- duration ------------------------------------------------------------------------------------- 5 p50  * p95  9 p99 -+
    |   CALLS SHARE PER REQ ENDPOINT                                               ||        |                                                                                                             |
    |>    244 100 %     1.0 POST /api/posts/generate                               ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||  1.5 s +                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |************************************************************************************************************ |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||    1 s +                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |5           555           555           55            55           555           555           55            |
    |                                                                              ||        | 55555555555   55555555555   55555555555  555555555555  55555555555   55555555555   55555555555  55555555555 |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              || 500 ms +                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||        |                                                                                                             |
    |                                                                              ||      0 +-10m                                                 -5m                                                 now |
    +------------------------------------------------------------------------------++----------------------------------------------------------------------------------------------------------------------+
    +- slowest calls so far ------------------------------------------------------------------------------------------------------------------------------------------------------------- literals hidden -+
    |   1.31 s  13:54:01  postgresql-16-main.log:88020  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      |
    |   1.31 s  13:53:56  postgresql-16-main.log:88016  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      |
    |   1.31 s  13:53:51  postgresql-16-main.log:88012  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      |
    |   1.31 s  13:53:46  postgresql-16-main.log:88008  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      |
    |   1.31 s  13:53:36  postgresql-16-main.log:88000  select soul_id, name, interaction_engine, persona from souls where owner_id = ? and mood = ? order by created_at desc limit ?                      |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
     enter open   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
