extension Screens {
  static let viewOverview = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
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
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │✖loader 4 waiting  13/10││▲search   ███▎     40.2 %││ api    ▃▃▄▄▄▄▅▅▅▅ 612 MB│
    │✖poster █████████   9/10││△products ██████▊  84.0 %││ worker ▄▄▄▄▄▄▄▄▄▄ 188 MB│
    │ main   ████        4/10││ sessions ███████▊ 97.1 %││                         │
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │ ✖ 80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin… │
    │    7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  │
    ╰──────────────────────────────────────────────────────────────────── +6 more ─╯
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
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
    +- 4 pools --------------++- 5 caches --------------++- 6 memory --- last 10m -+
    |x loader 4 waiting 13/10||! search   ###     40.2 %|| api    ::----==== 612 MB|
    |x poster ########   9/10||: products ######  84.0 %|| worker ---------- 188 MB|
    |  main   ####       4/10||  sessions ####### 97.1 %||                         |
    +------------------------++-------------------------++-------------------------+
    +- 7 queries ------------------------------ 8 statements - 248 s of SQL in 5m -+
    |  SHARE  CALLS     P50     P95  ROWS STATEMENT                                |
    |x  80 %    244  703 ms  1.30 s    17 select soul_id, name, interaction_engin~ |
    |    7 %  6,405  2.1 ms  4.8 ms     1 select * from posts where author_id = ?  |
    +-------------------------------------------------------------------- +6 more -+
     / filter  enter open  z zoom  space pause  { spike  s sort  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
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
    │✖loader ███████████ 13/10 4 waiting   ││▲search   █████▎        40.2 % 61.0 MB││ api    ▃▃▄▄▄▄▄▄▅▅▅▅▅▆▆ 612 MB of 1 GB│
    │✖poster █████████▉   9/10             ││△products ██████████▉   84.0 %        ││ worker ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄         188 MB│
    │ main   ████▍        4/10             ││ sessions ████████████▋ 97.1 % 12.0 MB││                                      │
    ╰──────────────────────────────────────╯╰──────────────────────────────────────╯╰──────────────────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           │
    │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona … │
    │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?             │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────── +6 more ─╯
    ╭─ outbound calls ─────────── 3 kinds · 2,050 calls in 5m ─╮╭─ tasks ────────── 3 tasks · 234 runs in 5m · 41 waiting ─╮
    │  CALL                CALLS RATE/s     P50     P95 FAIL % ││  TASK                 RUNS RATE/s     P50     P95 FAIL % │
    │ ▲POST api.openai.c…    265    0.9  3.20 s  7.87 s   11.3 ││ ▲generate_image         56    0.2  21.0 s  31.5 s   14.3 │
    │  POST payments.exa…    158    0.5  233 ms  472 ms    1.9 ││  generate_image.re…     56    0.2  17.3 s  24.5 s    0.0 │
    ╰──────────────────────────────────────────────── +1 more ─╯╰──────────────────────────────────────────────── +1 more ─╯
    ╭─ breakers ────────────────────────────────────── 1 open ─╮╭─ queues ──────────────────────────────── 1 · 41 waiting ─╮
    │  BREAKER    STATE     FAIL %                             ││  QUEUE          WAITING MOST IN 5M GROWTH/min            │
    │ ✖openai     open        51.0                             ││  images              41         41         +3            │
    │  payments   closed       1.0                             ││                                                          │
    ╰──────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
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
    |x loader ########## 13/10 4 waiting   ||! search   #####        40.2 % 61.0 MB|| api    ::------=====++ 612 MB of 1 GB|
    |x poster #########   9/10             ||: products ##########   84.0 %        || worker ---------------         188 MB|
    |  main   ####        4/10             ||  sessions ############ 97.1 % 12.0 MB||                                      |
    +--------------------------------------++--------------------------------------++--------------------------------------+
    +- 7 queries ---------------------------------------------------------------------- 8 statements - 248 s of SQL in 5m -+
    |  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                           |
    |x  80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona ~ |
    |    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?             |
    +------------------------------------------------------------------------------------------------------------ +6 more -+
    +- outbound calls ----------- 3 kinds - 2,050 calls in 5m -++- tasks ---------- 3 tasks - 234 runs in 5m - 41 waiting -+
    |  CALL                CALLS RATE/s     P50     P95 FAIL % ||  TASK                 RUNS RATE/s     P50     P95 FAIL % |
    |! POST api.openai.c~    265    0.9  3.20 s  7.87 s   11.3 ||! generate_image         56    0.2  21.0 s  31.5 s   14.3 |
    |  POST payments.exa~    158    0.5  233 ms  472 ms    1.9 ||  generate_image.re~     56    0.2  17.3 s  24.5 s    0.0 |
    +------------------------------------------------ +1 more -++------------------------------------------------ +1 more -+
    +- breakers -------------------------------------- 1 open -++- queues -------------------------------- 1 - 41 waiting -+
    |  BREAKER    STATE     FAIL %                             ||  QUEUE          WAITING MOST IN 5M GROWTH/min            |
    |x openai     open        51.0                             ||  images              41         41         +3            |
    |  payments   closed       1.0                             ||                                                          |
    +----------------------------------------------------------++----------------------------------------------------------+
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯│ api    ▃▃▃▃▄▄▄▄▄▄▄▄▄▄▄▄▅▅▅▅▅▅▅▅▅▅▅▆▆▆ 612 MB of 1 GB  full in 68 min     │
    ╭─ ² latency  POST /api/posts/generate ──────────── 5 p50  * p95  9 p99 ─╮╭─ ³ errors/s ──────── ▒ 4xx 53  █ 5xx 77 in 5m ─╮│ worker ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄         188 MB                     │
    │       │                                                       ⢀⣀  ⢀⣀⡀  ││      │                                         │╰──────────────────────────────────────────────────────────────────────────╯
    │  10 s ┤                                            ⣀⢤⣀⣀⠤⡲⠖⠋⢗⠒⢊⠕⠑⢍⢉⠏⠈*9 ││      │                                         │╭─ outbound calls ─────────────────────────── 3 kinds · 2,050 calls in 5m ─╮
    │       │                                      ⢀⣀⣀⡤⠒⢉⠎⠈⠢⡠⠊    ⠑⠁   ⠁     ││  0.6 ┤                                         ││  CALL                        CALLS RATE/s     P50     P95     P99 FAIL % │
    │   8 s ┤                                     ⡰⠁  ⠈⠑⠃                    ││      │        ▄▄     ▄    ▄▄         ▄       ▄ ││ ▲POST api.openai.com           265    0.9  3.20 s  7.87 s  8.13 s   11.3 │
    │       │                             ⡠⣒⣒⡲⠞⠉⠉⠉                           ││      │   ▆▆▆▆ ██ ▆   █    ██ ▆   ▆   █  ▆▆  ▆█ ││  POST payments.example.com…    158    0.5  233 ms  472 ms  476 ms    1.9 │
    │   6 s ┤                      ⢀⠔⠒⠒⣒⠶⠚⠉                                  ││  0.4 ┤███████▂██████▂█████████████████▂▂██████ ││  GET cdn.example.net/{asse…  1,627    5.3   13 ms   41 ms   42 ms    0.0 │
    │       │                ⢀⠤⣤⠤⣤⠤⡪⠊⠉⠉                  ⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠤5 ││      │████████████████████████████████████████ │╰──────────────────────────────────────────────────────────────────────────╯
    │   4 s ┤         ⢀⡠⢤⠖⠲⢖⡪⠕⠉   ⠉            ⢀⡠⠔⠒⠒⠒⠒⠒⠉⠉⠁                   ││      │████████████████████████████████████████ │╭─ tasks ────────────────────────── 3 tasks · 234 runs in 5m · 41 waiting ─╮
    │       │⣤⠴⠒⠶⠶⠚⠉⠉⠉⠑⠒⠁          ⢀⡠⠤⠒⠒⠤⠤⠒⠉⠉⠉⠉⠁                             ││  0.2 ┤▒▒██▒▒▒█▒▒█▒███▒███▒▒▒█▒███▒███▒██▒▒██▒█ ││  TASK                      RUNS RATE/s     P50     P95     P99 FAIL %    │
    │   2 s ┤⣀⣀⣀⣀⣀⣀⣀⡠⠤⠤⠒⠒⠒⠒⠒⠒⠊⠉⠉⠉⠉⠉⠁                                         ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ ││ ▲generate_image              56    0.2  21.0 s  31.5 s  32.2 s   14.3    │
    │500 ms ┤─────────────────────────────────────────────────────────────── ││      │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ ││  generate_image.render       56    0.2  17.3 s  24.5 s  25.0 s    0.0    │
    │     0 ┤-10m                          -5m                           now ││    0 ┤-10m               -5m               now ││  send_mail                  122    0.4  209 ms  270 ms  270 ms    0.0    │
    ╰────────────────────────────────────────────────────────────────────────╯╰────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────────────────────────────────────────────────── 8 statements · 248 s of SQL in 5m ─╮╭─ breakers ────────────────────────────────────────────────────── 1 open ─╮
    │  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                               ││  BREAKER    STATE     FAIL %                                             │
    │ ✖ 80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from… ││ ✖openai     open        51.0                                             │
    │    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                 ││  payments   closed       1.0                                             │
    │    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower… │╰──────────────────────────────────────────────────────────────────────────╯
    │ ▲  3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where use… │╭─ queues ──────────────────────────────────────────────── 1 · 41 waiting ─╮
    │    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) valu… ││  QUEUE          WAITING MOST IN 5M GROWTH/min                            │
    │    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?      ││  images              41         41         +3                            │
    │    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                       │╰──────────────────────────────────────────────────────────────────────────╯
    │   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                │╭─ latency heat map  POST /api/posts/generate ─ ░▒▓█ more requests  ▁ p95 ─╮
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯│        │                                               ▁▁▁  ▁▁▁  ▁░░ ░░░ │
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮│   10 s ┤                                         ▁▁▁▁ ░░░░ ░░░░ ░░   ▁   │
    │                                                                                                                          ││        │                                        ░░░░░  ░░░░ ░░░░ ░░░░ ░░ │
    │                                                                                                                          ││        │                                 ░ ░░░░░ ░░░░░                   │
    │                                                                                                                          ││        │                           ▁▁  ▁▁  ▁                             │
    │                                                                                                                          ││        │                           ░░ ░░░░░ ░░░              ░░░░ ░░░░ ░ │
    │                                                                                                                          ││    5 s ┤                    ░░░░ ░░░░░ ░░             ░ ░░░░       ░░░░  │
    │                                                                                                                          ││        │                    ░░░░ ░░            ░░ ░░░░▓▓▓▓▓▓█▓▓████▓████ │
    │  14:03:57 nginx    GET /api/products 200 11 ms                                                                           ││        │              ░░░░ ░░░░░░ ░      ░░░ ░░▓▓▓▓▓▓▓▓▓▒▒▒▓░░░░░░░░ ░░░ │
    │  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                                   ││        │          ▁▁▁              ░░░░ ░░░░░ ░▒▓▓▒▒▒▒                   │
    │  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                        ││        │ ▁▁  ▁▁▁ ░░░░  ░░░░              ▓████▓                          │
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                     ││        │ ░░ ░░░░░ ░░░░       ░░░░░ ▓▓███▓                                │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                                ││        │ ░░░ ░░░                   ░░░░░░                                │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                            ││    2 s ┤              ░ ░░░░█▓▓▓███                                      │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                              ││        │              ░▒░▒▒░░░░░ ░░                                      │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                        ││        │        ░░ ░░░█▓▓▓▓█                                             │
    │  14:05:18 nginx    keepalive connection closed                                                                           ││        │ ░░░░ ░░▓▒▓▒▓▓                                                   │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                                 ││        │ ▓▓▓▓▓▓▓▓▓▓▓▓▓                                                   │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                 ││    1 s ┤ ▒▒▒▓▓▒▒                                                         │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                  ││          -10m                          -5m                           now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯╰──────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
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
    +--------------------------------------------------------------------------------------------------------------------------+| api    ::::------------===========+++ 612 MB of 1 GB  full in 68 min     |
    +- 2 latency  POST /api/posts/generate ------------ 5 p50  * p95  9 p99 -++- 3 errors/s -------- : 4xx 53  # 5xx 77 in 5m -+| worker ------------------------------         188 MB                     |
    |       |                                                                ||      |                                         |+--------------------------------------------------------------------------+
    |  10 s +                                            **   ***999*999**99 ||      |                                         |+- outbound calls --------------------------- 3 kinds - 2,050 calls in 5m -+
    |       |                                      ***99*  ***   *** ***  ** ||  0.6 +                                         ||  CALL                        CALLS RATE/s     P50     P95     P99 FAIL % |
    |   8 s +                                     *   **                     ||      |                                         ||! POST api.openai.com           265    0.9  3.20 s  7.87 s  8.13 s   11.3 |
    |       |                             99999***                           ||      |   #### ## #   #    ## #   #   #  ##  ## ||  POST payments.example.com~    158    0.5  233 ms  472 ms  476 ms    1.9 |
    |   6 s +                       ***********                              ||  0.4 +####### ###### #################  ###### ||  GET cdn.example.net/{asse~  1,627    5.3   13 ms   41 ms   42 ms    0.0 |
    |       |                *******                     5555555555555555555 ||      |######################################## |+--------------------------------------------------------------------------+
    |   4 s +      ***999****             555555555555555                    ||      |######################################## |+- tasks -------------------------- 3 tasks - 234 runs in 5m - 41 waiting -+
    |       |******   ***    5555555555555                                   ||  0.2 +::##:::#::#:###:###:::#:###:###:##::##:# ||  TASK                      RUNS RATE/s     P50     P95     P99 FAIL %    |
    |   2 s +5555555555555555                                                ||      |:::::::::::::::::::::::::::::::::::::::: ||! generate_image              56    0.2  21.0 s  31.5 s  32.2 s   14.3    |
    |500 ms +--------------------------------------------------------------- ||      |:::::::::::::::::::::::::::::::::::::::: ||  generate_image.render       56    0.2  17.3 s  24.5 s  25.0 s    0.0    |
    |     0 +-10m                          -5m                           now ||    0 +-10m               -5m               now ||  send_mail                  122    0.4  209 ms  270 ms  270 ms    0.0    |
    +------------------------------------------------------------------------++------------------------------------------------++--------------------------------------------------------------------------+
    +- 7 queries -------------------------------------------------------------------------- 8 statements - 248 s of SQL in 5m -++- breakers ------------------------------------------------------ 1 open -+
    |  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                               ||  BREAKER    STATE     FAIL %                                             |
    |x  80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from~ ||x openai     open        51.0                                             |
    |    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                 ||  payments   closed       1.0                                             |
    |    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower~ |+--------------------------------------------------------------------------+
    |!   3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where use~ |+- queues ------------------------------------------------ 1 - 41 waiting -+
    |    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) valu~ ||  QUEUE          WAITING MOST IN 5M GROWTH/min                            |
    |    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?      ||  images              41         41         +3                            |
    |    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                       |+--------------------------------------------------------------------------+
    |   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                |+- latency heat map  POST /api/posts/gene~ - .:-=+*# more requests  _ p95 -+
    +--------------------------------------------------------------------------------------------------------------------------+|        |                                               ___  ___  _-- --- |
    +- 8 log ----------------------------------------------------------------------------------------------- nginx - postgres -+|   10 s +                                         ____ ---- ---- --   _   |
    |                                                                                                                          ||        |                                        -----  ---- ---- ---- -- |
    |                                                                                                                          ||        |                                 - ----- -----                   |
    |                                                                                                                          ||        |                           __  __  _                             |
    |                                                                                                                          ||        |                           -- ----- ---              ---- ---- - |
    |                                                                                                                          ||    5 s +                    .... ..--- --             - ----       ....  |
    |                                                                                                                          ||        |                    .... ..            -- ----++++*+***#****###* |
    |  14:03:57 nginx    GET /api/products 200 11 ms                                                                           ||        |              ---- ------ -      --- --*+++++*++===+---.--.. ... |
    |  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                                   ||        |          ___              ---- ----- -=++====                   |
    |  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                        ||        | __  ___ ----  ----              ******                          |
    |x 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                     ||        | -- ----- ----       ----- **#***                                |
    |! 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                                ||        | --- ---                   --.---                                |
    |  14:05:01 nginx    POST /api/orders 201 61 ms                                                                            ||    2 s +              - ----****#**                                      |
    |x 14:05:05 postgres ERROR: deadlock detected at character 14                                                              ||        |              -=-==----- --                                      |
    |! 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                        ||        |        -- ---***+**                                             |
    |  14:05:18 nginx    keepalive connection closed                                                                           ||        | ---- --+====+                                                   |
    |  14:05:23 nginx    GET /healthz 200 1 ms                                                                                 ||        | ++*+++++*++=+                                                   |
    |! 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                 ||    1 s + ===++==                                                         |
    |  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                  ||          -10m                          -5m                           now |
    +--------------------------------------------------------------------------------------------------------------------------++--------------------------------------------------------------------------+
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
