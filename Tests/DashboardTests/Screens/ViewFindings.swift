extension Screens {
  static let viewFindings = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC      score 0 F  ✖ 5 critical  ▲ 6  △ 2
    ╭─ findings ────────────────────────────────── 5 critical · 6 high · 2 medium ─╮
    │  FINDING              SUMMARY                                          SINCE │
    │▶✖pool-fragmentation   3 pools for one database (loader, poster and ma…     - │
    │ ✖pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 ti…     - │
    │ ✖slow-query           SELECT on souls is slow for POST /api/posts/gen… 13:53 │
    │ ✖error-rate           GET /agents/{id}/mates fails: 50 % of 92 reques…     - │
    │ ✖breaker-open         Breaker openai is open: calls are refused witho… 14:04 │
    │ ▲memory-growth        The heap of api grows by 425 MB an hour: 310 MB… 13:53 │
    │ ▲cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, t… 14:00 │
    │                       6 more below                                           │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ pool-fragmentation  loader ─────────────────────────────────────────────────╮
    │ ✖ critical                                                                   │
    │ 3 pools for one database (loader, poster and main): 30 connections in all,   │
    │            26 in use, and loader and poster run short                        │
    │                                                                              │
    │ evidence   connections in use of loader  13  limit 10  shop-api              │
    │            connections in use of poster  9  limit 10  shop-api               │
    │            connections in use of main  4  limit 10  shop-api                 │
    │                                                                              │
    │ effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests,   │
    ╰───────────────────────────────────────────────────────── +13 lines, ⏎ opens ─╯
     / filter  ⏎ open  z back  f finding  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC      score 0 F  x 5 critical  ! 6  : 2
    +- findings ---------------------------------- 5 critical - 6 high - 2 medium -+
    |  FINDING              SUMMARY                                          SINCE |
    |x>pool-fragmentation   3 pools for one database (loader, poster and ma~     - |
    |x pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 ti~     - |
    |x slow-query           SELECT on souls is slow for POST /api/posts/gen~ 13:53 |
    |x error-rate           GET /agents/{id}/mates fails: 50 % of 92 reques~     - |
    |x breaker-open         Breaker openai is open: calls are refused witho~ 14:04 |
    |! memory-growth        The heap of api grows by 425 MB an hour: 310 MB~ 13:53 |
    |! cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, t~ 14:00 |
    |                       6 more below                                           |
    +------------------------------------------------------------------------------+
    +- pool-fragmentation  loader -------------------------------------------------+
    | x critical                                                                   |
    | 3 pools for one database (loader, poster and main): 30 connections in all,   |
    |            26 in use, and loader and poster run short                        |
    |                                                                              |
    | evidence   connections in use of loader  13  limit 10  shop-api              |
    |            connections in use of poster  9  limit 10  shop-api               |
    |            connections in use of main  4  limit 10  shop-api                 |
    |                                                                              |
    | effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests,   |
    +----------------------------------------------------- +13 lines, enter opens -+
     / filter  enter open  z back  f finding  space pause  { spike  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
    ╭─ findings ────────────────────────────────────────────────────────────────────────── 5 critical · 6 high · 2 medium ─╮
    │  FINDING              SUMMARY                                                                                  SINCE │
    │▶✖pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, a…     - │
    │ ✖pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                   - │
    │ ✖slow-query           SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % o… 13:53 │
    │ ✖error-rate           GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                            - │
    │ ✖breaker-open         Breaker openai is open: calls are refused without being tried, 51 % of its calls fail    14:04 │
    │ ▲memory-growth        The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                      13:53 │
    │ ▲cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, target 90 %                                14:00 │
    │ ▲task-failures        generate_image fails: 14 % of 56 runs (8)                                                    - │
    │ ▲outbound-slow        Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls   13:53 │
    │ ▲slow-query           SELECT on users is slow: p95 940 ms over 11 calls, 3.5 % of all statement time           13:54 │
    │ ▲task-backlog         Jobs pile up in images: 3 to 41 waiting in 12 min, 3 more a minute                       13:53 │
    │ △cache-hit-rate       Cache products answers 84 % of 2,100 look-ups, target 90 %                               14:00 │
    │ △n-plus-one           GET /api/users/{id}/feed runs SELECT on posts 5 times in one request, 13 ms in all           - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ pool-fragmentation  loader ────────────────── likely: the pools look alike; that they share a database is not told ─╮
    │ ✖ critical                                                                                                           │
    │ 3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run      │
    │            short                                                                                                     │
    │                                                                                                                      │
    │ evidence   connections in use of loader  13  limit 10  shop-api                                                      │
    │            connections in use of poster  9  limit 10  shop-api                                                       │
    │            connections in use of main  4  limit 10  shop-api                                                         │
    │                                                                                                                      │
    │ effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests, limit 500 ms                              │
    │            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, limit 500 ms                            │
    │            GET /api/search is slow: p95 703 ms over 885 requests, limit 500 ms                                       │
    │            Pool loader is 127 % in use with 4 callers waiting                                                        │
    │            Pool poster is 90 % in use                                                                                │
    │                                                                                                                      │
    │ advice     Create one engine for the whole process and share it: one pool of 30 serves whoever needs a connection,   │
    │            and the sum stays under the database's own limit.                                                         │
    │                                                                                                                      │
    │ gain       4 callers waited 10 s each for nothing: 42 s in all                                                       │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
    +- findings -------------------------------------------------------------------------- 5 critical - 6 high - 2 medium -+
    |  FINDING              SUMMARY                                                                                  SINCE |
    |x>pool-fragmentation   3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, a~     - |
    |x pool-timeout-cascade POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                   - |
    |x slow-query           SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % o~ 13:53 |
    |x error-rate           GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                            - |
    |x breaker-open         Breaker openai is open: calls are refused without being tried, 51 % of its calls fail    14:04 |
    |! memory-growth        The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                      13:53 |
    |! cache-hit-rate       Cache search answers 40 % of 10,500 look-ups, target 90 %                                14:00 |
    |! task-failures        generate_image fails: 14 % of 56 runs (8)                                                    - |
    |! outbound-slow        Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls   13:53 |
    |! slow-query           SELECT on users is slow: p95 940 ms over 11 calls, 3.5 % of all statement time           13:54 |
    |! task-backlog         Jobs pile up in images: 3 to 41 waiting in 12 min, 3 more a minute                       13:53 |
    |: cache-hit-rate       Cache products answers 84 % of 2,100 look-ups, target 90 %                               14:00 |
    |: n-plus-one           GET /api/users/{id}/feed runs SELECT on posts 5 times in one request, 13 ms in all           - |
    +----------------------------------------------------------------------------------------------------------------------+
    +- pool-fragmentation  loader ------------------ likely: the pools look alike; that they share a database is not told -+
    | x critical                                                                                                           |
    | 3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run      |
    |            short                                                                                                     |
    |                                                                                                                      |
    | evidence   connections in use of loader  13  limit 10  shop-api                                                      |
    |            connections in use of poster  9  limit 10  shop-api                                                       |
    |            connections in use of main  4  limit 10  shop-api                                                         |
    |                                                                                                                      |
    | effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests, limit 500 ms                              |
    |            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, limit 500 ms                            |
    |            GET /api/search is slow: p95 703 ms over 885 requests, limit 500 ms                                       |
    |            Pool loader is 127 % in use with 4 callers waiting                                                        |
    |            Pool poster is 90 % in use                                                                                |
    |                                                                                                                      |
    | advice     Create one engine for the whole process and share it: one pool of 30 serves whoever needs a connection,   |
    |            and the sum stays under the database's own limit.                                                         |
    |                                                                                                                      |
    | gain       4 callers waited 10 s each for nothing: 42 s in all                                                       |
    |                                                                                                                      |
    |                                                                                                                      |
    +----------------------------------------------------------------------------------------------------------------------+
     / filter   enter open   z back   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
    ╭─ findings ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 5 critical · 6 high · 2 medium ─╮
    │  SEVERITY FINDING              WHAT                               SUMMARY                                                                                                                      SINCE │
    │▶✖critical pool-fragmentation   loader                             3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run short            - │
    │ ✖critical pool-timeout-cascade loader                             POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                                                       - │
    │ ✖critical slow-query           select soul_id, name, interaction… SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % of all statement time                  13:53 │
    │ ✖critical error-rate           GET /agents/{id}/mates             GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                                                                - │
    │ ✖critical breaker-open         openai                             Breaker openai is open: calls are refused without being tried, 51 % of its calls fail                                        14:04 │
    │ ▲high     memory-growth        api                                The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                                                          13:53 │
    │ ▲high     cache-hit-rate       search                             Cache search answers 40 % of 10,500 look-ups, target 90 %                                                                    14:00 │
    │ ▲high     task-failures        generate_image                     generate_image fails: 14 % of 56 runs (8)                                                                                        - │
    │ ▲high     outbound-slow        POST api.openai.com                Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls                                       13:53 │
    │ ▲high     slow-query           select users.user_id, users.email… SELECT on users is slow: p95 940 ms over 11 calls, 3.5 % of all statement time                                               13:54 │
    │ ▲high     task-backlog         images                             Jobs pile up in images: 3 to 41 waiting in 12 min, 3 more a minute                                                           13:53 │
    │ △medium   cache-hit-rate       products                           Cache products answers 84 % of 2,100 look-ups, target 90 %                                                                   14:00 │
    │ △medium   n-plus-one           select * from posts where author_… GET /api/users/{id}/feed runs SELECT on posts 5 times in one request, 13 ms in all                                               - │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ pool-fragmentation  loader ────────────────────────────────────────────────────────────────────────────────────────────────── likely: the pools look alike; that they share a database is not told ─╮
    │ ✖ critical                                                                                                                                                                                           │
    │ 3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run short                                                                                │
    │                                                                                                                                                                                                      │
    │ evidence   connections in use of loader  13  limit 10  shop-api                                                                                                                                      │
    │            connections in use of poster  9  limit 10  shop-api                                                                                                                                       │
    │            connections in use of main  4  limit 10  shop-api                                                                                                                                         │
    │                                                                                                                                                                                                      │
    │ effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests, limit 500 ms                                                                                                              │
    │            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, limit 500 ms                                                                                                            │
    │            GET /api/search is slow: p95 703 ms over 885 requests, limit 500 ms                                                                                                                       │
    │            Pool loader is 127 % in use with 4 callers waiting                                                                                                                                        │
    │            Pool poster is 90 % in use                                                                                                                                                                │
    │                                                                                                                                                                                                      │
    │ advice     Create one engine for the whole process and share it: one pool of 30 serves whoever needs a connection, and the sum stays under the database's own limit.                                 │
    │                                                                                                                                                                                                      │
    │ gain       4 callers waited 10 s each for nothing: 42 s in all                                                                                                                                       │
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
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
    +- findings ---------------------------------------------------------------------------------------------------------------------------------------------------------- 5 critical - 6 high - 2 medium -+
    |  SEVERITY FINDING              WHAT                               SUMMARY                                                                                                                      SINCE |
    |x>critical pool-fragmentation   loader                             3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run short            - |
    |x critical pool-timeout-cascade loader                             POST /api/posts/generate takes up to 10 s: 1 time-out of pool loader, 10 s                                                       - |
    |x critical slow-query           select soul_id, name, interaction~ SELECT on souls is slow for POST /api/posts/generate: p95 1.30 s over 244 calls, 80 % of all statement time                  13:53 |
    |x critical error-rate           GET /agents/{id}/mates             GET /agents/{id}/mates fails: 50 % of 92 requests (46) end in 5xx                                                                - |
    |x critical breaker-open         openai                             Breaker openai is open: calls are refused without being tried, 51 % of its calls fail                                        14:04 |
    |! high     memory-growth        api                                The heap of api grows by 425 MB an hour: 310 MB to 395 MB in 12 min                                                          13:53 |
    |! high     cache-hit-rate       search                             Cache search answers 40 % of 10,500 look-ups, target 90 %                                                                    14:00 |
    |! high     task-failures        generate_image                     generate_image fails: 14 % of 56 runs (8)                                                                                        - |
    |! high     outbound-slow        POST api.openai.com                Calls to POST api.openai.com are slow: p95 7.87 s, half take 3.20 s or more, 265 calls                                       13:53 |
    |! high     slow-query           select users.user_id, users.email~ SELECT on users is slow: p95 940 ms over 11 calls, 3.5 % of all statement time                                               13:54 |
    |! high     task-backlog         images                             Jobs pile up in images: 3 to 41 waiting in 12 min, 3 more a minute                                                           13:53 |
    |: medium   cache-hit-rate       products                           Cache products answers 84 % of 2,100 look-ups, target 90 %                                                                   14:00 |
    |: medium   n-plus-one           select * from posts where author_~ GET /api/users/{id}/feed runs SELECT on posts 5 times in one request, 13 ms in all                                               - |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- pool-fragmentation  loader -------------------------------------------------------------------------------------------------- likely: the pools look alike; that they share a database is not told -+
    | x critical                                                                                                                                                                                           |
    | 3 pools for one database (loader, poster and main): 30 connections in all, 26 in use, and loader and poster run short                                                                                |
    |                                                                                                                                                                                                      |
    | evidence   connections in use of loader  13  limit 10  shop-api                                                                                                                                      |
    |            connections in use of poster  9  limit 10  shop-api                                                                                                                                       |
    |            connections in use of main  4  limit 10  shop-api                                                                                                                                         |
    |                                                                                                                                                                                                      |
    | effects    POST /api/posts/generate is slow: p95 9.46 s over 244 requests, limit 500 ms                                                                                                              |
    |            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, limit 500 ms                                                                                                            |
    |            GET /api/search is slow: p95 703 ms over 885 requests, limit 500 ms                                                                                                                       |
    |            Pool loader is 127 % in use with 4 callers waiting                                                                                                                                        |
    |            Pool poster is 90 % in use                                                                                                                                                                |
    |                                                                                                                                                                                                      |
    | advice     Create one engine for the whole process and share it: one pool of 30 serves whoever needs a connection, and the sum stays under the database's own limit.                                 |
    |                                                                                                                                                                                                      |
    | gain       4 callers waited 10 s each for nothing: 42 s in all                                                                                                                                       |
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
