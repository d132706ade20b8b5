extension Screens {
  static let viewTargets = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC  ✖ 5 critical  ▲ 3 high
    ╭─ ¹ endpoints ────────────────────────────────── 10 · by p95 · 1,279 req/min ─╮
    │      ROUTE                       RATE/s     P50   P95 ▼ ERR %   LAST 10 MIN  │
    │▶POST /api/posts/generate            0.8  4.02 s  9.46 s   0.0 ✖ ▄▄▅▅▅▆▆▆▆▆▇▄ │
    │ GET  /api/users/{id}/feed           4.2   43 ms  1.18 s   2.1 ✖ ▇▅▅▃▄▃▃▃▃▃▃▁ │
    │ GET  /api/search                    2.9  128 ms  703 ms   0.5 ▲ ▄▅▅▄▄▄▄▅▅▄▄▃ │
    │ GET  /agents/{id}/mates             0.3  202 ms  214 ms  50.0 ✖ ▄▅▅▄▄▄▄▅▅▄▄▄ │
    │ POST /api/orders                    1.1   62 ms  189 ms   0.0   ▄▅▅▄▄▄▄▅▅▄▄▄ │
    │ GET  /api/orders/{id}               6.8   22 ms   91 ms   0.0   ▄▅▅▄▄▄▄▅▅▄▄▄ │
    │ PUT  /api/carts/{id}/items          0.9   20 ms   81 ms   0.0   ▄▅▅▄▄▄▄▅▅▄▄▄ │
    │ GET  /api/products                  3.0   11 ms   67 ms   0.0   ▄▅▅▄▄▄▄▅▅▄▄▄ │
    │      (other)                        0.2  9.3 ms   41 ms   0.0   ▅▄▅▄▅▄▅▄▅▄▅▁ │
    │ GET  /healthz                       1.0  1.1 ms  2.5 ms   0.0   ▄▅▅▄▄▄▄▅▅▄▄▄ │
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
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC  x 5 critical  ! 3 high
    +- 1 endpoints ---------------------------------- 10 - by p95 - 1,279 req/min -+
    |      ROUTE                       RATE/s     P50   P95 v ERR %   LAST 10 MIN  |
    |>POST /api/posts/generate            0.8  4.02 s  9.46 s   0.0 x --===+++++*- |
    | GET  /api/users/{id}/feed           4.2   43 ms  1.18 s   2.1 x *==:-::::::_ |
    | GET  /api/search                    2.9  128 ms  703 ms   0.5 ! -==----==--: |
    | GET  /agents/{id}/mates             0.3  202 ms  214 ms  50.0 x -==----==--- |
    | POST /api/orders                    1.1   62 ms  189 ms   0.0   -==----==--- |
    | GET  /api/orders/{id}               6.8   22 ms   91 ms   0.0   -==----==--- |
    | PUT  /api/carts/{id}/items          0.9   20 ms   81 ms   0.0   -==----==--- |
    | GET  /api/products                  3.0   11 ms   67 ms   0.0   -==----==--- |
    |      (other)                        0.2  9.3 ms   41 ms   0.0   =-=-=-=-=-=_ |
    | GET  /healthz                       1.0  1.1 ms  2.5 ms   0.0   -==----==--- |
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
     / filter  enter open  z zoom  space pause  { spike  s sort  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                          ✖ 5 critical  ▲ 3 high
    ╭─ ¹ endpoints ────────────────────────────────────────────────────────────────────────── 10 · by p95 · 1,279 req/min ─╮
    │      ROUTE                              RATE/s     P50   P95 ▼     P99 ERR %   LAST 10 MIN          SQL/REQ REQUESTS │
    │▶POST /api/posts/generate                   0.8  4.02 s  9.46 s  10.2 s   0.0 ✖ ▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▆▇▄     1.0      244 │
    │ GET  /api/users/{id}/feed                  4.2   43 ms  1.18 s  2.28 s   2.1 ✖ ▃▃▃▄▄▇▆█▇▅▅▃▄▃▃▃▃▃▃▁     6.0    1,281 │
    │ GET  /api/search                           2.9  128 ms  703 ms  727 ms   0.5 ▲ ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▃     0.2      885 │
    │ GET  /agents/{id}/mates                    0.3  202 ms  214 ms  215 ms  50.0 ✖ ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -       92 │
    │ POST /api/orders                           1.1   62 ms  189 ms  196 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄     4.0      336 │
    │ GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄     1.0    2,044 │
    │ PUT  /api/carts/{id}/items                 0.9   20 ms   81 ms   83 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      275 │
    │ GET  /api/products                         3.0   11 ms   67 ms   69 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      915 │
    │      (other)                               0.2  9.3 ms   41 ms   42 ms   0.0   ▅▄▅▄▄▄▅▄▅▄▅▄▅▄▅▄▅▄▅▁       -       61 │
    │ GET  /healthz                              1.0  1.1 ms  2.5 ms  2.5 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      305 │
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
     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                          x 5 critical  ! 3 high
    +- 1 endpoints -------------------------------------------------------------------------- 10 - by p95 - 1,279 req/min -+
    |      ROUTE                              RATE/s     P50   P95 v     P99 ERR %   LAST 10 MIN          SQL/REQ REQUESTS |
    |>POST /api/posts/generate                   0.8  4.02 s  9.46 s  10.2 s   0.0 x ...::::---===+++++*-     1.0      244 |
    | GET  /api/users/{id}/feed                  4.2   43 ms  1.18 s  2.28 s   2.1 x :::--*+#*==:-::::::_     6.0    1,281 |
    | GET  /api/search                           2.9  128 ms  703 ms  727 ms   0.5 ! =----==--==----==--:     0.2      885 |
    | GET  /agents/{id}/mates                    0.3  202 ms  214 ms  215 ms  50.0 x =----==--==----==---       -       92 |
    | POST /api/orders                           1.1   62 ms  189 ms  196 ms   0.0   =----==--==----==---     4.0      336 |
    | GET  /api/orders/{id}                      6.8   22 ms   91 ms   95 ms   0.0   =----==--==----==---     1.0    2,044 |
    | PUT  /api/carts/{id}/items                 0.9   20 ms   81 ms   83 ms   0.0   =----==--==----==---       -      275 |
    | GET  /api/products                         3.0   11 ms   67 ms   69 ms   0.0   =----==--==----==---       -      915 |
    |      (other)                               0.2  9.3 ms   41 ms   42 ms   0.0   =-=---=-=-=-=-=-=-=_       -       61 |
    | GET  /healthz                              1.0  1.1 ms  2.5 ms  2.5 ms   0.0   =----==--==----==---       -      305 |
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
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                                          ✖ 5 critical  ▲ 3 high
    ╭─ ¹ endpoints ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 10 · by p95 · 1,279 req/min ─╮
    │      ROUTE                                                                                                              RATE/s     P50   P95 ▼     P99 ERR %   LAST 10 MIN          SQL/REQ REQUESTS │
    │▶POST /api/posts/generate                                                                                                   0.8  4.02 s  9.46 s  10.2 s   0.0 ✖ ▂▂▂▃▃▃▃▄▄▄▅▅▅▆▆▆▆▆▇▄     1.0      244 │
    │ GET  /api/users/{id}/feed                                                                                                  4.2   43 ms  1.18 s  2.28 s   2.1 ✖ ▃▃▃▄▄▇▆█▇▅▅▃▄▃▃▃▃▃▃▁     6.0    1,281 │
    │ GET  /api/search                                                                                                           2.9  128 ms  703 ms  727 ms   0.5 ▲ ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▃     0.2      885 │
    │ GET  /agents/{id}/mates                                                                                                    0.3  202 ms  214 ms  215 ms  50.0 ✖ ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -       92 │
    │ POST /api/orders                                                                                                           1.1   62 ms  189 ms  196 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄     4.0      336 │
    │ GET  /api/orders/{id}                                                                                                      6.8   22 ms   91 ms   95 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄     1.0    2,044 │
    │ PUT  /api/carts/{id}/items                                                                                                 0.9   20 ms   81 ms   83 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      275 │
    │ GET  /api/products                                                                                                         3.0   11 ms   67 ms   69 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      915 │
    │      (other)                                                                                                               0.2  9.3 ms   41 ms   42 ms   0.0   ▅▄▅▄▄▄▅▄▅▄▅▄▅▄▅▄▅▄▅▁       -       61 │
    │ GET  /healthz                                                                                                              1.0  1.1 ms  2.5 ms  2.5 ms   0.0   ▅▄▄▄▄▅▅▄▄▅▅▄▄▄▄▅▅▄▄▄       -      305 │
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
     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                                          x 5 critical  ! 3 high
    +- 1 endpoints ---------------------------------------------------------------------------------------------------------------------------------------------------------- 10 - by p95 - 1,279 req/min -+
    |      ROUTE                                                                                                              RATE/s     P50   P95 v     P99 ERR %   LAST 10 MIN          SQL/REQ REQUESTS |
    |>POST /api/posts/generate                                                                                                   0.8  4.02 s  9.46 s  10.2 s   0.0 x ...::::---===+++++*-     1.0      244 |
    | GET  /api/users/{id}/feed                                                                                                  4.2   43 ms  1.18 s  2.28 s   2.1 x :::--*+#*==:-::::::_     6.0    1,281 |
    | GET  /api/search                                                                                                           2.9  128 ms  703 ms  727 ms   0.5 ! =----==--==----==--:     0.2      885 |
    | GET  /agents/{id}/mates                                                                                                    0.3  202 ms  214 ms  215 ms  50.0 x =----==--==----==---       -       92 |
    | POST /api/orders                                                                                                           1.1   62 ms  189 ms  196 ms   0.0   =----==--==----==---     4.0      336 |
    | GET  /api/orders/{id}                                                                                                      6.8   22 ms   91 ms   95 ms   0.0   =----==--==----==---     1.0    2,044 |
    | PUT  /api/carts/{id}/items                                                                                                 0.9   20 ms   81 ms   83 ms   0.0   =----==--==----==---       -      275 |
    | GET  /api/products                                                                                                         3.0   11 ms   67 ms   69 ms   0.0   =----==--==----==---       -      915 |
    |      (other)                                                                                                               0.2  9.3 ms   41 ms   42 ms   0.0   =-=---=-=-=-=-=-=-=_       -       61 |
    | GET  /healthz                                                                                                              1.0  1.1 ms  2.5 ms  2.5 ms   0.0   =----==--==----==---       -      305 |
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
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
