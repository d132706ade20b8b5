extension Screens {
  static let viewLogs = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁸ log ─────────────────────────────────────────────────── nginx · postgres ─╮
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │  14:03:57 GET /api/products 200 11 ms                                        │
    │  14:04:12 LOG: checkpoint complete: wrote 412 buffers (2.5 %)                │
    │  14:04:31 GET /api/orders/{id} 200 22 ms                                     │
    │✖ 14:04:48 GET /agents/{id}/mates 500 205 ms                                  │
    │▲ 14:04:52 LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM s…│
    │  14:05:01 POST /api/orders 201 61 ms                                         │
    │✖ 14:05:05 ERROR: deadlock detected at character 14                           │
    │▲ 14:05:10 GET /api/orders/{id} 404 19 ms                                     │
    │  14:05:18 keepalive connection closed                                        │
    │  14:05:23 GET /healthz 200 1 ms                                              │
    │▲ 14:05:27 LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM us…│
    │  14:05:30 POST /api/posts/generate 200 9900 ms                               │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / search  ⏎ open  z back  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- 8 log --------------------------------------------------- nginx - postgres -+
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |  14:03:57 GET /api/products 200 11 ms                                        |
    |  14:04:12 LOG: checkpoint complete: wrote 412 buffers (2.5 %)                |
    |  14:04:31 GET /api/orders/{id} 200 22 ms                                     |
    |x 14:04:48 GET /agents/{id}/mates 500 205 ms                                  |
    |! 14:04:52 LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM s~|
    |  14:05:01 POST /api/orders 201 61 ms                                         |
    |x 14:05:05 ERROR: deadlock detected at character 14                           |
    |! 14:05:10 GET /api/orders/{id} 404 19 ms                                     |
    |  14:05:18 keepalive connection closed                                        |
    |  14:05:23 GET /healthz 200 1 ms                                              |
    |! 14:05:27 LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM us~|
    |  14:05:30 POST /api/posts/generate 200 9900 ms                               |
    +------------------------------------------------------------------------------+
     / search  enter open  z back  - window  space pause  { spike  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
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
    │  14:03:57 nginx    GET /api/products 200 11 ms                                                                       │
    │  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                               │
    │  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                    │
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                 │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                            │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                        │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                          │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                    │
    │  14:05:18 nginx    keepalive connection closed                                                                       │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                             │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                             │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / search   ⏎ open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
    +- 8 log ------------------------------------------------------------------------------------------- nginx - postgres -+
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
    |  14:03:57 nginx    GET /api/products 200 11 ms                                                                       |
    |  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                               |
    |  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                    |
    |x 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                 |
    |! 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                            |
    |  14:05:01 nginx    POST /api/orders 201 61 ms                                                                        |
    |x 14:05:05 postgres ERROR: deadlock detected at character 14                                                          |
    |! 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                    |
    |  14:05:18 nginx    keepalive connection closed                                                                       |
    |  14:05:23 nginx    GET /healthz 200 1 ms                                                                             |
    |! 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                             |
    |  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                              |
    +----------------------------------------------------------------------------------------------------------------------+
     / search   enter open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁸ log ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── nginx · postgres ─╮
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
    │  14:03:57 nginx    GET /api/products 200 11 ms                                                                                                                                                       │
    │  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                                                                                                               │
    │  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                                                                                                    │
    │✖ 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                                                                                                 │
    │▲ 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                                                                                                            │
    │  14:05:01 nginx    POST /api/orders 201 61 ms                                                                                                                                                        │
    │✖ 14:05:05 postgres ERROR: deadlock detected at character 14                                                                                                                                          │
    │▲ 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                                                                                                    │
    │  14:05:18 nginx    keepalive connection closed                                                                                                                                                       │
    │  14:05:23 nginx    GET /healthz 200 1 ms                                                                                                                                                             │
    │▲ 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                                                                                             │
    │  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / search   ⏎ open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
    +- 8 log --------------------------------------------------------------------------------------------------------------------------------------------------------------------------- nginx - postgres -+
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
    |  14:03:57 nginx    GET /api/products 200 11 ms                                                                                                                                                       |
    |  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                                                                                                               |
    |  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                                                                                                    |
    |x 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                                                                                                 |
    |! 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                                                                                                            |
    |  14:05:01 nginx    POST /api/orders 201 61 ms                                                                                                                                                        |
    |x 14:05:05 postgres ERROR: deadlock detected at character 14                                                                                                                                          |
    |! 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                                                                                                    |
    |  14:05:18 nginx    keepalive connection closed                                                                                                                                                       |
    |  14:05:23 nginx    GET /healthz 200 1 ms                                                                                                                                                             |
    |! 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                                                                                             |
    |  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                                                                                              |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
     / search   enter open   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
