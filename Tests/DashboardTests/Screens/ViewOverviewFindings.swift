extension Screens {
  static let viewOverviewFindings = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC      score 0 F  ✖ 5 critical  ▲ 6  △ 2
    ╭─ ¹ endpoints ───────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮
    │       ROUTE                       RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶✖POST /api/posts/generate            0.8  4.02 s  9.46 s    0.0 ▂▂▃▃▃▄▄▅▆▆▆▆ │
    │ ✖GET  /api/users/{id}/feed           4.2   43 ms  1.18 s    2.1 ▃▄▆▆█▆▄▄▄▄▄▃ │
    │ ▲GET  /api/search                    2.9  128 ms  703 ms    0.5 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │ ✖GET  /agents/{id}/mates             0.3  202 ms  214 ms   50.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  POST /api/orders                    1.1   62 ms  189 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▅▄ │
    │  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 ▅▄▄▅▄▄▅▄▄▅▄▄ │
    │  PUT  /api/carts/{id}/items          0.9   20 ms   81 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │  GET  /api/products                  3.0   11 ms   67 ms    0.0 ▅▄▄▄▄▅▅▄▄▅▅▄ │
    │       2 more below                                                           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │ ✖ 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin… │
    │ △  7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  │
    ╰──────────────────────────────────────────────────────────────────── +6 more ─╯
    ╭─ findings ────────────────────────────────── 5 critical · 6 high · 2 medium ─╮
    │  FINDING              SUMMARY                                          SINCE │
    │ ✖pool-fragmentation   3 pools for one database (loader, poster and ma…     - │
    │ ✖pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 ti…     - │
    ╰─────────────────────────────────────────────────────────────────── +11 more ─╯
     / filter   ⏎ open   z zoom   f finding   { spike   s sort   ? help   q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC      score 0 F  x 5 critical  ! 6  : 2
    +- 1 endpoints ------------- 10 endpoints - by p95 - 21.3 req/s - 2 in flight -+
    |       ROUTE                       RATE/s     P50   P95 v  ERR % P95, 10 MIN  |
    |x>POST /api/posts/generate            0.8  4.02 s  9.46 s    0.0 ..:::--=++++ |
    |x GET  /api/users/{id}/feed           4.2   43 ms  1.18 s    2.1 :-++#+-----: |
    |! GET  /api/search                    2.9  128 ms  703 ms    0.5 =--=--=--=-- |
    |x GET  /agents/{id}/mates             0.3  202 ms  214 ms   50.0 =----==--==- |
    |  POST /api/orders                    1.1   62 ms  189 ms    0.0 =--=--=--==- |
    |  GET  /api/orders/{id}               6.8   22 ms   91 ms    0.0 =--=--=--=-- |
    |  PUT  /api/carts/{id}/items          0.9   20 ms   81 ms    0.0 =----==--==- |
    |  GET  /api/products                  3.0   11 ms   67 ms    0.0 =----==--==- |
    |       2 more below                                                           |
    +------------------------------------------------------------------------------+
    +- 7 queries ------------------------------ 8 statements - 248 s of SQL in 5m -+
    |  SHARE  CALLS     P50     P95  ROWS STATEMENT                                |
    |x  80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin~ |
    |:   7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  |
    +-------------------------------------------------------------------- +6 more -+
    +- findings ---------------------------------- 5 critical - 6 high - 2 medium -+
    |  FINDING              SUMMARY                                          SINCE |
    |x pool-fragmentation   3 pools for one database (loader, poster and ma~     - |
    |x pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 ti~     - |
    +------------------------------------------------------------------- +11 more -+
     / filter  enter open  z zoom  f finding  { spike  s sort  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
    ╭─ ¹ endpoints ───────────────────────────────────────────────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮
    │       ROUTE                              RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS │
    │▶✖POST /api/posts/generate                   0.8  4.02 s  9.46 s  10.2 s    0.0 ▂▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▆▇     1.0      244 │
    │ ✖GET  /api/users/{id}/feed                  4.2   43 ms  1.18 s  2.28 s    2.1 ▃▃▃▃▄▄▇▆█▇▅▅▃▄▃▃▃▃▃▃     6.0    1,281 │
    │ ▲GET  /api/search                           2.9  128 ms  703 ms  727 ms    0.5 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     0.2      885 │
    │ ✖GET  /agents/{id}/mates                    0.3  202 ms  214 ms  215 ms   50.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -       92 │
    │  POST /api/orders                           1.1   62 ms  189 ms  196 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     4.0      336 │
    │  GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     1.0    2,044 │
    │  PUT  /api/carts/{id}/items                 0.9   20 ms   81 ms   83 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      275 │
    │       3 more below                                                                                                   │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ² latency  POST /api/posts/generate ────────── 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ────── ▒ 4xx 53  █ 5xx 77 in 5m ─╮
    │       │                                                              ││  0.5 ┤▂▂▂▅▅▅▅ █▂▂▅▂ ██▂▂▂██▂▅▂▂▂▅▂▂▂█ ▅▅▅▂▅█ │
    │  10 s ┤                             ⣀⣀⣀⣀⣀⣀⣀⡠⠤⠤⠤⢤⣒⠶⠋⠓⠶⠖⠋⠉⠉⠉⠛⠛⠋⠉⠛⠛⠋⠉*9 ││      │███████▆█████▆█████████████████▆██████ │
    │       │         ⢀⣀⣀⣀⣀⣀⣀⣤⣤⠤⢤⣤⡤⠖⠒⠒⠒⠒⠒⠋⠉⠉⠉⠁ ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤5 ││      │▒▒██▒▒▒█▒██▒██▒▒██▒▒▒█▒███▒███▒█▒▒▒█▒█ │
    │500 ms ┤⠿⠯⠭⠭⠭⠭⠭⠭⠭⠝⠛⠓⠒⠚⠛⠛⠒⠒⠒⠒⠒⠒⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠁────────────────────────── ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │
    │     0 ┤-10m                         -5m                          now ││    0 ┤-10m              -5m              now │
    ╰──────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────╯
    ╭─ ⁴ pools ─────────── in use / limit ─╮╭─ ⁵ caches ───── hits, target > 90 % ─╮╭─ ⁶ memory ──────────────── last 10m ─╮
    │✖loader ███████████ 13/10 4 waiting   ││▲search   █████▎        40.2 % 61.0 MB││▲api    ▃▃▄▄▄▄▄▄▅▅▅▅▅▆▆ 612 MB of 1 GB│
    │✖poster █████████▉   9/10             ││△products ██████████▉   84.0 %        ││ worker ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄         188 MB│
    │ main   ████▍        4/10             ││ sessions ████████████▋ 97.1 % 12.0 MB││                                      │
    ╰──────────────────────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           │
    │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona … │
    │ △  7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?             │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────── +6 more ─╯
    ╭─ breakers ────────────────────────────────────── 1 open ─╮╭─ queues ──────────────────────────────── 1 · 41 waiting ─╮
    │  BREAKER    STATE     FAIL %                             ││  QUEUE          WAITING MOST IN 5M GROWTH/min            │
    │ ✖openai     open        51.0                             ││ ▲images              41         41         +3            │
    │  payments   closed       1.0                             ││                                                          │
    ╰──────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
    ╭─ findings ────────────────────────────────────────────────────────────────────────── 5 critical · 6 high · 2 medium ─╮
    │  FINDING              SUMMARY                                                                                  SINCE │
    │ ✖pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, a…     - │
    │ ✖pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                   - │
    ╰─────────────────────────────────────────────────────────────────────────────────────────────────────────── +11 more ─╯
     / filter   ⏎ open   z zoom   f finding   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
    +- 1 endpoints ----------------------------------------------------- 10 endpoints - by p95 - 21.3 req/s - 2 in flight -+
    |       ROUTE                              RATE/s     P50   P95 v     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS |
    |x>POST /api/posts/generate                   0.8  4.02 s  9.46 s  10.2 s    0.0 ....::::---===+++++*     1.0      244 |
    |x GET  /api/users/{id}/feed                  4.2   43 ms  1.18 s  2.28 s    2.1 ::::--*+#*==:-::::::     6.0    1,281 |
    |! GET  /api/search                           2.9  128 ms  703 ms  727 ms    0.5 ==----==--==----==--     0.2      885 |
    |x GET  /agents/{id}/mates                    0.3  202 ms  214 ms  215 ms   50.0 ==----==--==----==--       -       92 |
    |  POST /api/orders                           1.1   62 ms  189 ms  196 ms    0.0 ==----==--==----==--     4.0      336 |
    |  GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms    0.0 ==----==--==----==--     1.0    2,044 |
    |  PUT  /api/carts/{id}/items                 0.9   20 ms   81 ms   83 ms    0.0 ==----==--==----==--       -      275 |
    |       3 more below                                                                                                   |
    +----------------------------------------------------------------------------------------------------------------------+
    +- 2 latency  POST /api/posts/generate ---------- 5 p50  * p95  9 p99 -++- 3 errors/s ------ : 4xx 53  # 5xx 77 in 5m -+
    |       |                                                              ||  0.5 +   #### #  #  ##   ## #   #   # ### ## |
    |  10 s +                            99999**************************** ||      |###################################### |
    |       |99*******************************5555555555555555555555555555 ||      |::##:::#:##:##::##:::#:###:###:#:::#:# |
    |500 ms +**55555555555555555555--------------------------------------- ||      |:::::::::::::::::::::::::::::::::::::: |
    |     0 +-10m                         -5m                          now ||    0 +-10m              -5m              now |
    +----------------------------------------------------------------------++----------------------------------------------+
    +- 4 pools ----------- in use / limit -++- 5 caches ----- hits, target > 90 % -++- 6 memory ---------------- last 10m -+
    |x loader ########## 13/10 4 waiting   ||! search   #####        40.2 % 61.0 MB||!api    ::------=====++ 612 MB of 1 GB|
    |x poster #########   9/10             ||: products ##########   84.0 %        || worker ---------------         188 MB|
    |  main   ####        4/10             ||  sessions ############ 97.1 % 12.0 MB||                                      |
    +--------------------------------------++--------------------------------------++--------------------------------------+
    +- 7 queries ---------------------------------------------------------------------- 8 statements - 248 s of SQL in 5m -+
    |  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           |
    |x  80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona ~ |
    |:   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?             |
    +------------------------------------------------------------------------------------------------------------ +6 more -+
    +- breakers -------------------------------------- 1 open -++- queues -------------------------------- 1 - 41 waiting -+
    |  BREAKER    STATE     FAIL %                             ||  QUEUE          WAITING MOST IN 5M GROWTH/min            |
    |x openai     open        51.0                             ||! images              41         41         +3            |
    |  payments   closed       1.0                             ||                                                          |
    +----------------------------------------------------------++----------------------------------------------------------+
    +- findings -------------------------------------------------------------------------- 5 critical - 6 high - 2 medium -+
    |  FINDING              SUMMARY                                                                                  SINCE |
    |x pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, a~     - |
    |x pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                   - |
    +----------------------------------------------------------------------------------------------------------- +11 more -+
     / filter   enter open   z zoom   f finding   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
    ╭─ ¹ endpoints ───────────────────────────────────────────────────────── 10 endpoints · by p95 · 21.3 req/s · 2 in flight ─╮╭─ ⁴ pools ─────────────────────────────────────────────── in use / limit ─╮
    │       ROUTE                                  RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS ││✖loader     ████████████████████████ 13/10 4 waiting                      │
    │▶✖POST /api/posts/generate                       0.8  4.02 s  9.46 s  10.2 s    0.0 ▂▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▆▇     1.0      244 ││✖poster     █████████████████████▋    9/10                                │
    │ ✖GET  /api/users/{id}/feed                      4.2   43 ms  1.18 s  2.28 s    2.1 ▃▃▃▃▄▄▇▆█▇▅▅▃▄▃▃▃▃▃▃     6.0    1,281 ││ main       █████████▋                4/10                                │
    │ ▲GET  /api/search                               2.9  128 ms  703 ms  727 ms    0.5 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     0.2      885 ││ Σ shop-api ████████████████████▊    26/30 4 waiting                      │
    │ ✖GET  /agents/{id}/mates                        0.3  202 ms  214 ms  215 ms   50.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -       92 │╰──────────────────────────────────────────────────────────────────────────╯
    │  POST /api/orders                               1.1   62 ms  189 ms  196 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     4.0      336 │╭─ ⁵ caches ───────────────────────────────────────── hits, target > 90 % ─╮
    │  GET  /api/orders/{id}                          6.8   22 ms   91 ms   95 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄     1.0    2,044 ││▲search   █████████▋               40.2 % 61.0 MB                         │
    │  PUT  /api/carts/{id}/items                     0.9   20 ms   81 ms   83 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      275 ││△products ████████████████████▏    84.0 %                                 │
    │  GET  /api/products                             3.0   11 ms   67 ms   69 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      915 ││ sessions ███████████████████████▎ 97.1 % 12.0 MB                         │
    │       (other)                                   0.2  9.3 ms   41 ms   42 ms    0.0 ▄▅▄▅▄▄▄▅▄▅▄▅▄▅▄▅▄▅▄▅       -       61 │╰──────────────────────────────────────────────────────────────────────────╯
    │  GET  /healthz                                  1.0  1.1 ms  2.5 ms  2.5 ms    0.0 ▅▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄       -      305 │╭─ ⁶ memory ──────────────────────────────────────────────────── last 10m ─╮
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯│▲api    ▃▃▃▃▄▄▄▄▄▄▄▄▄▄▄▄▅▅▅▅▅▅▅▅▅▅▅▆▆▆ 612 MB of 1 GB  full in 68 min     │
    ╭─ ² latency  POST /api/posts/generate ──────────── 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ──────── ▒ 4xx 53  █ 5xx 77 in 5m ─╮│ worker ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄         188 MB                     │
    │  15 s ┤                                                                ││  0.6 ┤                                         │╰──────────────────────────────────────────────────────────────────────────╯
    │       │                                                                ││      │        ▄▄     ▄    ▄▄         ▄       ▄ │╭─ outbound calls ─────────────────────────── 3 kinds · 2,050 calls in 5m ─╮
    │       │                                                       ⢀⣀  ⢀⣀⡀  ││      │   ▆▆▆▆ ██ ▆   █    ██ ▆   ▆   █  ▆▆  ▆█ ││  CALL                        CALLS RATE/s     P50     P95     P99 FAIL % │
    │  10 s ┤                                         ⢀⡠⠤⡴⠲⣒⢒⡪⠝⠛⠉⠳⢖⠮⠓⠑⠫⠝⠋ *9 ││  0.4 ┤███████▂██████▂█████████████████▂▂██████ ││ ▲POST api.openai.com           265    0.9  3.20 s  7.87 s  8.13 s   11.3 │
    │       │                              ⣀⣀⣀⣀⣀⣀⣀⠤⠊⠉⠉⠉⠒⠊   ⠁                ││      │████████████████████████████████████████ ││  POST payments.example.com…    158    0.5  233 ms  472 ms  476 ms    1.9 │
    │       │                       ⣠⣤⣤⣤⠤⠴⠞⠒⠒⠒⠉                              ││      │████████████████████████████████████████ ││  GET cdn.example.net/{asse…  1,627    5.3   13 ms   41 ms   42 ms    0.0 │
    │   5 s ┤          ⢀⣀⣀⣀⣀⣀⣤⠶⠖⠒⠲⠶⠛⠁           ⢀⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒5 ││  0.2 ┤▒▒██▒▒▒█▒▒█▒███▒███▒▒▒█▒███▒███▒██▒▒██▒█ │╰──────────────────────────────────────────────────────────────────────────╯
    │       │⠶⠖⠒⠶⠶⠖⠒⠒⠒⠚⠓⠊⠁ ⣉⣉⣀⣀⣀⣀⣀⣀⣀⠤⠤⠒⠒⠒⠒⠊⠉⠉⠉⠉⠉⠁                            ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │╭─ tasks ────────────────────────── 3 tasks · 234 runs in 5m · 41 waiting ─╮
    │500 ms ┤⠒⠒⠒⠊⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉───────────────────────────────────────────────── ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ ││  TASK                      RUNS RATE/s     P50     P95     P99 FAIL %    │
    │     0 ┤-10m                          -5m                           now ││    0 ┤-10m               -5m               now ││ ▲generate_image              56    0.2  21.0 s  31.5 s  32.2 s   14.3    │
    ╰────────────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯│  generate_image.render       56    0.2  17.3 s  24.5 s  25.0 s    0.0    │
    ╭─ ⁷ queries ────────────────────────────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮│  send_mail                  122    0.4  209 ms  270 ms  270 ms    0.0    │
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                               │╰──────────────────────────────────────────────────────────────────────────╯
    │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from… │╭─ breakers ────────────────────────────────────────────────────── 1 open ─╮
    │ △  7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                 ││  BREAKER    STATE     FAIL %                                             │
    │    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower… ││ ✖openai     open        51.0                                             │
    │ ▲  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where use… ││  payments   closed       1.0                                             │
    │    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) valu… │╰──────────────────────────────────────────────────────────────────────────╯
    │    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?      │╭─ queues ──────────────────────────────────────────────── 1 · 41 waiting ─╮
    │    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                       ││  QUEUE          WAITING MOST IN 5M GROWTH/min                            │
    │   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                ││ ▲images              41         41         +3                            │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────────────╯
    ╭─ findings ────────────────────────────────────────────────────────────────────────────── 5 critical · 6 high · 2 medium ─╮╭─ latency heat map  POST /api/posts/generate ─ ░▒▓█ more requests  ▁ p95 ─╮
    │  FINDING              SUMMARY                                                                                      SINCE ││        │                                               ▁▁▁  ▁▁▁  ▁░░ ░░░ │
    │ ✖pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and l…     - ││   10 s ┤                                         ▁▁▁▁ ░░░░ ░░░░ ░░   ▁   │
    │ ✖pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                       - ││        │                                        ░░░░░  ░░░░ ░░░░ ░░░░ ░░ │
    │ ✖slow-query           SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % of al… 13:53 ││        │                                 ░ ░░░░░ ░░░░░                   │
    │ ✖error-rate           GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                                - ││        │                           ▁▁  ▁▁  ▁                             │
    │ ✖breaker-open         Breaker openai is open: calls are refused without being tried, 51 % of its calls fail        14:04 ││        │                           ░░ ░░░░░ ░░░              ░░░░ ░░░░ ░ │
    │ ▲memory-growth        The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                          13:53 ││    5 s ┤                    ░░░░ ░░░░░ ░░             ░ ░░░░       ░░░░  │
    │ ▲cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, target 90 %                                    14:00 ││        │                    ░░░░ ░░            ░░ ░░░░▓▓▓▓▓▓█▓▓████▓████ │
    │ ▲task-failures        generate_image fails: 14 % of 56 runs (8)                                                        - ││        │              ░░░░ ░░░░░░ ░      ░░░ ░░▓▓▓▓▓▓▓▓▓▒▒▒▓░░░░░░░░ ░░░ │
    │ ▲outbound-slow        Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls       13:53 ││        │          ▁▁▁              ░░░░ ░░░░░ ░▒▓▓▒▒▒▒                   │
    │                       4 more below                                                                                       ││        │ ▁▁  ▁▁▁ ░░░░  ░░░░              ▓████▓                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯│        │ ░░ ░░░░░ ░░░░       ░░░░░ ▓▓███▓                                │
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮│        │ ░░░ ░░░                   ░░░░░░                                │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                            ││    2 s ┤              ░ ░░░░█▓▓▓███                                      │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                              ││        │              ░▒░▒▒░░░░░ ░░                                      │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                        ││        │        ░░ ░░░█▓▓▓▓█                                             │
    │  14:05:18 nginx    keepalive connection closed                                                                           ││        │ ░░░░ ░░▓▒▓▒▓▓                                                   │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                                 ││        │ ▓▓▓▓▓▓▓▓▓▓▓▓▓                                                   │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                 ││    1 s ┤ ▒▒▒▓▓▒▒                                                         │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                  ││          -10m                          -5m                           now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   f finding   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
    +- 1 endpoints --------------------------------------------------------- 10 endpoints - by p95 - 21.3 req/s - 2 in flight -++- 4 pools ----------------------------------------------- in use / limit -+
    |       ROUTE                                  RATE/s     P50   P95 v     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS ||x loader     ######################## 13/10 4 waiting                     |
    |x>POST /api/posts/generate                       0.8  4.02 s  9.46 s  10.2 s    0.0 ....::::---===+++++*     1.0      244 ||x poster     ######################    9/10                               |
    |x GET  /api/users/{id}/feed                      4.2   43 ms  1.18 s  2.28 s    2.1 ::::--*+#*==:-::::::     6.0    1,281 ||  main       ##########                4/10                               |
    |! GET  /api/search                               2.9  128 ms  703 ms  727 ms    0.5 ==----==--==----==--     0.2      885 ||  + shop-api #####################    26/30 4 waiting                     |
    |x GET  /agents/{id}/mates                        0.3  202 ms  214 ms  215 ms   50.0 ==----==--==----==--       -       92 |+--------------------------------------------------------------------------+
    |  POST /api/orders                               1.1   62 ms  189 ms  196 ms    0.0 ==----==--==----==--     4.0      336 |+- 5 caches ----------------------------------------- hits, target > 90 % -+
    |  GET  /api/orders/{id}                          6.8   22 ms   91 ms   95 ms    0.0 ==----==--==----==--     1.0    2,044 ||! search   ##########               40.2 % 61.0 MB                        |
    |  PUT  /api/carts/{id}/items                     0.9   20 ms   81 ms   83 ms    0.0 ==----==--==----==--       -      275 ||: products ####################     84.0 %                                |
    |  GET  /api/products                             3.0   11 ms   67 ms   69 ms    0.0 ==----==--==----==--       -      915 ||  sessions #######################  97.1 % 12.0 MB                        |
    |       (other)                                   0.2  9.3 ms   41 ms   42 ms    0.0 -=-=---=-=-=-=-=-=-=       -       61 |+--------------------------------------------------------------------------+
    |  GET  /healthz                                  1.0  1.1 ms  2.5 ms  2.5 ms    0.0 ==----==--==----==--       -      305 |+- 6 memory ---------------------------------------------------- last 10m -+
    +--------------------------------------------------------------------------------------------------------------------------+|!api    ::::------------===========+++ 612 MB of 1 GB  full in 68 min     |
    +- 2 latency  POST /api/posts/generate ------------ 5 p50  * p95  9 p99 -++- 3 errors/s -------- : 4xx 53  # 5xx 77 in 5m -+| worker ------------------------------         188 MB                     |
    |  15 s +                                                                ||  0.6 +                                         |+--------------------------------------------------------------------------+
    |       |                                                                ||      |                                         |+- outbound calls --------------------------- 3 kinds - 2,050 calls in 5m -+
    |       |                                                                ||      |   #### ## #   #    ## #   #   #  ##  ## ||  CALL                        CALLS RATE/s     P50     P95     P99 FAIL % |
    |  10 s +                                          99**999************** ||  0.4 +####### ###### #################  ###### ||! POST api.openai.com           265    0.9  3.20 s  7.87 s  8.13 s   11.3 |
    |       |                             99999**********  ***               ||      |######################################## ||  POST payments.example.com~    158    0.5  233 ms  472 ms  476 ms    1.9 |
    |       |                       ***********                              ||      |######################################## ||  GET cdn.example.net/{asse~  1,627    5.3   13 ms   41 ms   42 ms    0.0 |
    |   5 s +          99***********      5555555555555555555555555555555555 ||  0.2 +::##:::#::#:###:###:::#:###:###:##::##:# |+--------------------------------------------------------------------------+
    |       |************55555555555555555                                   ||      |:::::::::::::::::::::::::::::::::::::::: |+- tasks -------------------------- 3 tasks - 234 runs in 5m - 41 waiting -+
    |500 ms +--------------------------------------------------------------- ||      |:::::::::::::::::::::::::::::::::::::::: ||  TASK                      RUNS RATE/s     P50     P95     P99 FAIL %    |
    |     0 +-10m                          -5m                           now ||    0 +-10m               -5m               now ||! generate_image              56    0.2  21.0 s  31.5 s  32.2 s   14.3    |
    +------------------------------------------------------------------------++------------------------------------------------+|  generate_image.render       56    0.2  17.3 s  24.5 s  25.0 s    0.0    |
    +- 7 queries -------------------------------------------------------------------------- 8 statements - 248 s of SQL in 5m -+|  send_mail                  122    0.4  209 ms  270 ms  270 ms    0.0    |
    |  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                               |+--------------------------------------------------------------------------+
    |x  80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from~ |+- breakers ------------------------------------------------------ 1 open -+
    |:   7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                 ||  BREAKER    STATE     FAIL %                                             |
    |    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower~ ||x openai     open        51.0                                             |
    |!   3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where use~ ||  payments   closed       1.0                                             |
    |    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) valu~ |+--------------------------------------------------------------------------+
    |    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?      |+- queues ------------------------------------------------ 1 - 41 waiting -+
    |    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                       ||  QUEUE          WAITING MOST IN 5M GROWTH/min                            |
    |   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                ||! images              41         41         +3                            |
    +--------------------------------------------------------------------------------------------------------------------------++--------------------------------------------------------------------------+
    +- findings ------------------------------------------------------------------------------ 5 critical - 6 high - 2 medium -++- latency heat map  POST /api/posts/gene~ - .:-=+*# more requests  _ p95 -+
    |  FINDING              SUMMARY                                                                                      SINCE ||        |                                               ___  ___  _-- --- |
    |x pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and l~     - ||   10 s +                                         ____ ---- ---- --   _   |
    |x pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                       - ||        |                                        -----  ---- ---- ---- -- |
    |x slow-query           SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % of al~ 13:53 ||        |                                 - ----- -----                   |
    |x error-rate           GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                                - ||        |                           __  __  _                             |
    |x breaker-open         Breaker openai is open: calls are refused without being tried, 51 % of its calls fail        14:04 ||        |                           -- ----- ---              ---- ---- - |
    |! memory-growth        The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                          13:53 ||    5 s +                    .... ..--- --             - ----       ....  |
    |! cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, target 90 %                                    14:00 ||        |                    .... ..            -- ----++++*+***#****###* |
    |! task-failures        generate_image fails: 14 % of 56 runs (8)                                                        - ||        |              ---- ------ -      --- --*+++++*++===+---.--.. ... |
    |! outbound-slow        Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls       13:53 ||        |          ___              ---- ----- -=++====                   |
    |                       4 more below                                                                                       ||        | __  ___ ----  ----              ******                          |
    +--------------------------------------------------------------------------------------------------------------------------+|        | -- ----- ----       ----- **#***                                |
    +- 8 log ----------------------------------------------------------------------------------------------- nginx - postgres -+|        | --- ---                   --.---                                |
    |  14:05:01 nginx    POST /api/orders 201 61 ms                                                                            ||    2 s +              - ----****#**                                      |
    |x 14:05:05 postgres ERROR: deadlock detected at character 14                                                              ||        |              -=-==----- --                                      |
    |! 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                        ||        |        -- ---***+**                                             |
    |  14:05:18 nginx    keepalive connection closed                                                                           ||        | ---- --+====+                                                   |
    |  14:05:23 nginx    GET /healthz 200 1 ms                                                                                 ||        | ++*+++++*++=+                                                   |
    |! 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                 ||    1 s + ===++==                                                         |
    |  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                  ||          -10m                          -5m                           now |
    +--------------------------------------------------------------------------------------------------------------------------++--------------------------------------------------------------------------+
     / filter   enter open   z zoom   f finding   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
