extension Screens {
  static let viewFinding = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     score 27 F  ✖ 2 critical  ▲ 1  △ 1
     findings › n-plus-one                                                 esc back
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
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰───────────────────────────────────────────────────────────── ⏎ its endpoint ─╯
     / filter  ⏎ open  f finding  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     score 27 F  x 2 critical  ! 1  : 1
     findings > n-plus-one                                                 esc back
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
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    +--------------------------------------------------------- enter its endpoint -+
     / filter   enter open   f finding   space pause   { spike   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                  score 27 F  ✖ 2 critical  ▲ 1 high  △ 1 medium
     findings › n-plus-one                                                                                         esc back
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
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰───────────────────────────────────────────────────────────────────────────────────────────────────── ⏎ its endpoint ─╯
     / filter   ⏎ open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                  score 27 F  x 2 critical  ! 1 high  : 1 medium
     findings > n-plus-one                                                                                         esc back
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
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    |                                                                                                                      |
    +------------------------------------------------------------------------------------------------- enter its endpoint -+
     / filter   enter open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                  score 27 F  ✖ 2 critical  ▲ 1 high  △ 1 medium
     findings › n-plus-one                                                                                                                                                                         esc back
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
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    │                                                                                                                                                                                                      │
    ╰───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── ⏎ its endpoint ─╯
     / filter   ⏎ open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                  score 27 F  x 2 critical  ! 1 high  : 1 medium
     findings > n-plus-one                                                                                                                                                                         esc back
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
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    |                                                                                                                                                                                                      |
    +--------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- enter its endpoint -+
     / filter   enter open   f finding   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
