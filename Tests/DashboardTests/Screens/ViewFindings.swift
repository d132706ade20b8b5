extension Screens {
  static let viewFindings = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     score 27 F  ✖ 2 critical  ▲ 1  △ 1
    ╭─ findings ────────────────────────────────── 2 critical · 1 high · 1 medium ─╮
    │  FINDING            SUMMARY                                            SINCE │
    │▶✖n-plus-one         5 alike statements per request, in 1,281 of 1,281… 13:58 │
    │ ✖pool-saturation    Pool loader is 130 % in use with 4 callers waiting 14:00 │
    │ ▲cache-hit-rate     Cache search answers 40.2 % of 10,500 look-ups         - │
    │ △slow-query         p95 4.8 ms, called 21 times a second                   - │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ n-plus-one  GET /api/users/{id}/feed ──────────────────────────────── sure ─╮
    │ ✖ critical  since 13:58:00, 7 min                                            │
    │ 5 alike statements per request, in 1,281 of 1,281 requests                   │
    │                                                                              │
    │ evidence   alike statements per request  5  limit 5  postgres:88410,         │
    │            14:05:30 to 14:05:31                                              │
    │              select * from posts where author_id = ?                         │
    │                                                                              │
    │ effects    21 statements per second on the database                          │
    │                                                                              │
    │ advice     fetch the posts of all followed authors in one statement: where   │
    │            author_id in (...)                                                │
    │            one call instead of five saves about 9 ms of 159 ms per request   │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  ⏎ open  z back  f finding  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     score 27 F  x 2 critical  ! 1  : 1
    +- findings ---------------------------------- 2 critical - 1 high - 1 medium -+
    |  FINDING            SUMMARY                                            SINCE |
    |>xn-plus-one         5 alike statements per request, in 1,281 of 1,281~ 13:58 |
    |x pool-saturation    Pool loader is 130 % in use with 4 callers waiting 14:00 |
    |! cache-hit-rate     Cache search answers 40.2 % of 10,500 look-ups         - |
    |: slow-query         p95 4.8 ms, called 21 times a second                   - |
    +------------------------------------------------------------------------------+
    +- n-plus-one  GET /api/users/{id}/feed -------------------------------- sure -+
    | x critical  since 13:58:00, 7 min                                            |
    | 5 alike statements per request, in 1,281 of 1,281 requests                   |
    |                                                                              |
    | evidence   alike statements per request  5  limit 5  postgres:88410,         |
    |            14:05:30 to 14:05:31                                              |
    |              select * from posts where author_id = ?                         |
    |                                                                              |
    | effects    21 statements per second on the database                          |
    |                                                                              |
    | advice     fetch the posts of all followed authors in one statement: where   |
    |            author_id in (...)                                                |
    |            one call instead of five saves about 9 ms of 159 ms per request   |
    |                                                                              |
    +------------------------------------------------------------------------------+
     / filter  enter open  z back  f finding  space pause  { spike  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                  score 27 F  ✖ 2 critical  ▲ 1 high  △ 1 medium
    ╭─ findings ────────────────────────────────────────────────────────────────────────── 2 critical · 1 high · 1 medium ─╮
    │  FINDING            SUMMARY                                                                                    SINCE │
    │▶✖n-plus-one         5 alike statements per request, in 1,281 of 1,281 requests                                 13:58 │
    │ ✖pool-saturation    Pool loader is 130 % in use with 4 callers waiting                                         14:00 │
    │ ▲cache-hit-rate     Cache search answers 40.2 % of 10,500 look-ups                                                 - │
    │ △slow-query         p95 4.8 ms, called 21 times a second                                                           - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ n-plus-one  GET /api/users/{id}/feed ──────────────────────────────────────────────────────────────────────── sure ─╮
    │ ✖ critical  since 13:58:00, 7 min                                                                                    │
    │ 5 alike statements per request, in 1,281 of 1,281 requests                                                           │
    │                                                                                                                      │
    │ evidence   alike statements per request  5  limit 5  postgres:88410, 14:05:30 to 14:05:31                            │
    │              select * from posts where author_id = ?                                                                 │
    │                                                                                                                      │
    │ effects    21 statements per second on the database                                                                  │
    │                                                                                                                      │
    │ advice     fetch the posts of all followed authors in one statement: where author_id in (...)                        │
    │            one call instead of five saves about 9 ms of 159 ms per request                                           │
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
     / filter   ⏎ open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                  score 27 F  x 2 critical  ! 1 high  : 1 medium
    +- findings -------------------------------------------------------------------------- 2 critical - 1 high - 1 medium -+
    |  FINDING            SUMMARY                                                                                    SINCE |
    |>xn-plus-one         5 alike statements per request, in 1,281 of 1,281 requests                                 13:58 |
    |x pool-saturation    Pool loader is 130 % in use with 4 callers waiting                                         14:00 |
    |! cache-hit-rate     Cache search answers 40.2 % of 10,500 look-ups                                                 - |
    |: slow-query         p95 4.8 ms, called 21 times a second                                                           - |
    +----------------------------------------------------------------------------------------------------------------------+
    +- n-plus-one  GET /api/users/{id}/feed ------------------------------------------------------------------------ sure -+
    | x critical  since 13:58:00, 7 min                                                                                    |
    | 5 alike statements per request, in 1,281 of 1,281 requests                                                           |
    |                                                                                                                      |
    | evidence   alike statements per request  5  limit 5  postgres:88410, 14:05:30 to 14:05:31                            |
    |              select * from posts where author_id = ?                                                                 |
    |                                                                                                                      |
    | effects    21 statements per second on the database                                                                  |
    |                                                                                                                      |
    | advice     fetch the posts of all followed authors in one statement: where author_id in (...)                        |
    |            one call instead of five saves about 9 ms of 159 ms per request                                           |
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
     / filter   enter open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                  score 27 F  ✖ 2 critical  ▲ 1 high  △ 1 medium
    ╭─ findings ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 2 critical · 1 high · 1 medium ─╮
    │  SEVERITY FINDING            WHAT                               SUMMARY                                                                                                                        SINCE │
    │▶✖critical n-plus-one         GET /api/users/{id}/feed           5 alike statements per request, in 1,281 of 1,281 requests                                                                     13:58 │
    │ ✖critical pool-saturation    loader                             Pool loader is 130 % in use with 4 callers waiting                                                                             14:00 │
    │ ▲high     cache-hit-rate     search                             Cache search answers 40.2 % of 10,500 look-ups                                                                                     - │
    │ △medium   slow-query         select * from posts where author_… p95 4.8 ms, called 21 times a second                                                                                               - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ n-plus-one  GET /api/users/{id}/feed ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── sure ─╮
    │ ✖ critical  since 13:58:00, 7 min                                                                                                                                                                    │
    │ 5 alike statements per request, in 1,281 of 1,281 requests                                                                                                                                           │
    │                                                                                                                                                                                                      │
    │ evidence   alike statements per request  5  limit 5  postgres:88410, 14:05:30 to 14:05:31                                                                                                            │
    │              select * from posts where author_id = ?                                                                                                                                                 │
    │                                                                                                                                                                                                      │
    │ effects    21 statements per second on the database                                                                                                                                                  │
    │                                                                                                                                                                                                      │
    │ advice     fetch the posts of all followed authors in one statement: where author_id in (...)                                                                                                        │
    │            one call instead of five saves about 9 ms of 159 ms per request                                                                                                                           │
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
     / filter   ⏎ open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                  score 27 F  x 2 critical  ! 1 high  : 1 medium
    +- findings ---------------------------------------------------------------------------------------------------------------------------------------------------------- 2 critical - 1 high - 1 medium -+
    |  SEVERITY FINDING            WHAT                               SUMMARY                                                                                                                        SINCE |
    |>xcritical n-plus-one         GET /api/users/{id}/feed           5 alike statements per request, in 1,281 of 1,281 requests                                                                     13:58 |
    |x critical pool-saturation    loader                             Pool loader is 130 % in use with 4 callers waiting                                                                             14:00 |
    |! high     cache-hit-rate     search                             Cache search answers 40.2 % of 10,500 look-ups                                                                                     - |
    |: medium   slow-query         select * from posts where author_~ p95 4.8 ms, called 21 times a second                                                                                               - |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- n-plus-one  GET /api/users/{id}/feed -------------------------------------------------------------------------------------------------------------------------------------------------------- sure -+
    | x critical  since 13:58:00, 7 min                                                                                                                                                                    |
    | 5 alike statements per request, in 1,281 of 1,281 requests                                                                                                                                           |
    |                                                                                                                                                                                                      |
    | evidence   alike statements per request  5  limit 5  postgres:88410, 14:05:30 to 14:05:31                                                                                                            |
    |              select * from posts where author_id = ?                                                                                                                                                 |
    |                                                                                                                                                                                                      |
    | effects    21 statements per second on the database                                                                                                                                                  |
    |                                                                                                                                                                                                      |
    | advice     fetch the posts of all followed authors in one statement: where author_id in (...)                                                                                                        |
    |            one call instead of five saves about 9 ms of 159 ms per request                                                                                                                           |
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
     / filter   enter open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
