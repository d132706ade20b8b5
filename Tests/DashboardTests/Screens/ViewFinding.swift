extension Screens {
  static let viewFinding = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC      score 0 F  ✖ 5 critical  ▲ 6  △ 2
     findings › pool-fragmentation                                         esc back
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
    │            limit 500 ms                                                      │
    │            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, │
    │            limit 500 ms                                                      │
    │            GET /api/search is slow: p95 703 ms over 885 requests, limit 500  │
    │            ms                                                                │
    │            Pool loader is 127 % in use with 4 callers waiting                │
    │            Pool poster is 90 % in use                                        │
    │                                                                              │
    │ advice     Create one engine for the whole process and share it: one pool of │
    │            30 serves whoever needs a connection, and the sum stays under the │
    ╰────────────────────────────────────────────── +3 lines, ↑ ↓ scroll, ⏎ pools ─╯
     / filter  ⏎ open  f finding  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC      score 0 F  x 5 critical  ! 6  : 2
     findings > pool-fragmentation                                         esc back
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
    |            limit 500 ms                                                      |
    |            GET /api/users/{id}/feed is slow: p95 1.18 s over 1,281 requests, |
    |            limit 500 ms                                                      |
    |            GET /api/search is slow: p95 703 ms over 885 requests, limit 500  |
    |            ms                                                                |
    |            Pool loader is 127 % in use with 4 callers waiting                |
    |            Pool poster is 90 % in use                                        |
    |                                                                              |
    | advice     Create one engine for the whole process and share it: one pool of |
    |            30 serves whoever needs a connection, and the sum stays under the |
    +-------------------------------------- +3 lines, up down scroll, enter pools -+
     / filter   enter open   f finding   space pause   { spike   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
     findings › pool-fragmentation                                                                                 esc back
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────── ⏎ pools ─╯
     / filter   ⏎ open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
     findings > pool-fragmentation                                                                                 esc back
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
    +-------------------------------------------------------------------------------------------------------- enter pools -+
     / filter   enter open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings ✖ 5 critical  ▲ 6 high  △ 2 medium
     findings › pool-fragmentation                                                                                                                                                                 esc back
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── ⏎ pools ─╯
     / filter   ⏎ open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                          score 0 F  findings x 5 critical  ! 6 high  : 2 medium
     findings > pool-fragmentation                                                                                                                                                                 esc back
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
    +---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- enter pools -+
     / filter   enter open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
