extension Screens {
  static let viewTargets = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ targets ──────────────────────────────────────── 7 missed, 2 unknown of 19 ─╮
    │  TARGET                                  IS   WANTED BURN 1h     6h     3d   │
    │▶✖loader pool saturation               130 %     <80%                         │
    │ ✖poster pool saturation              90.0 %     <80%                         │
    │ ✖POST /api/posts/generate apdex        0.00     >0.8                         │
    │ ✖GET /agents/{id}/mates apdex          0.50     >0.8                         │
    │ ▲products cache hit rate             84.0 %     >90%                         │
    │ ▲search cache hit rate               40.2 %     >90%                         │
    │ △availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x   │
    │  GET /api/posts p95                       -   <200ms                         │
    │  nightly task time                        -      <5m                         │
    │  sessions cache hit rate             97.1 %     >90%                         │
    │  main pool saturation                40.0 %     <80%                         │
    │  GET /api/users/{id}/feed apdex        0.96     >0.8                         │
    │  GET /api/search apdex                 0.95     >0.8                         │
    │  POST /api/orders apdex                1.00     >0.8                         │
    │  GET /api/orders/{id} apdex            1.00     >0.8                         │
    │  PUT /api/carts/{id}/items apdex       1.00     >0.8                         │
    │  GET /api/products apdex               1.00     >0.8                         │
    │  GET /healthz apdex                    1.00     >0.8                         │
    │  (other) apdex                         1.00     >0.8                         │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- targets ---------------------------------------- 7 missed, 2 unknown of 19 -+
    |  TARGET                                  IS   WANTED BURN 1h     6h     3d   |
    |x>loader pool saturation               130 %     <80%                         |
    |x poster pool saturation              90.0 %     <80%                         |
    |x POST /api/posts/generate apdex        0.00     >0.8                         |
    |x GET /agents/{id}/mates apdex          0.50     >0.8                         |
    |! products cache hit rate             84.0 %     >90%                         |
    |! search cache hit rate               40.2 %     >90%                         |
    |: availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x   |
    |  GET /api/posts p95                       -   <200ms                         |
    |  nightly task time                        -      <5m                         |
    |  sessions cache hit rate             97.1 %     >90%                         |
    |  main pool saturation                40.0 %     <80%                         |
    |  GET /api/users/{id}/feed apdex        0.96     >0.8                         |
    |  GET /api/search apdex                 0.95     >0.8                         |
    |  POST /api/orders apdex                1.00     >0.8                         |
    |  GET /api/orders/{id} apdex            1.00     >0.8                         |
    |  PUT /api/carts/{id}/items apdex       1.00     >0.8                         |
    |  GET /api/products apdex               1.00     >0.8                         |
    |  GET /healthz apdex                    1.00     >0.8                         |
    |  (other) apdex                         1.00     >0.8                         |
    +------------------------------------------------------------------------------+
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ targets ──────────────────────────────────────────────────────────────────────────────── 7 missed, 2 unknown of 19 ─╮
    │  TARGET                                  IS   WANTED BURN 1h     6h     3d                                           │
    │▶✖loader pool saturation               130 %     <80%                                                                 │
    │ ✖poster pool saturation              90.0 %     <80%                                                                 │
    │ ✖POST /api/posts/generate apdex        0.00     >0.8                                                                 │
    │ ✖GET /agents/{id}/mates apdex          0.50     >0.8                                                                 │
    │ ▲products cache hit rate             84.0 %     >90%                                                                 │
    │ ▲search cache hit rate               40.2 %     >90%                                                                 │
    │ △availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x                                           │
    │  GET /api/posts p95                       -   <200ms                                                                 │
    │  nightly task time                        -      <5m                                                                 │
    │  sessions cache hit rate             97.1 %     >90%                                                                 │
    │  main pool saturation                40.0 %     <80%                                                                 │
    │  GET /api/users/{id}/feed apdex        0.96     >0.8                                                                 │
    │  GET /api/search apdex                 0.95     >0.8                                                                 │
    │  POST /api/orders apdex                1.00     >0.8                                                                 │
    │  GET /api/orders/{id} apdex            1.00     >0.8                                                                 │
    │  PUT /api/carts/{id}/items apdex       1.00     >0.8                                                                 │
    │  GET /api/products apdex               1.00     >0.8                                                                 │
    │  GET /healthz apdex                    1.00     >0.8                                                                 │
    │  (other) apdex                         1.00     >0.8                                                                 │
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
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
    +- targets -------------------------------------------------------------------------------- 7 missed, 2 unknown of 19 -+
    |  TARGET                                  IS   WANTED BURN 1h     6h     3d                                           |
    |x>loader pool saturation               130 %     <80%                                                                 |
    |x poster pool saturation              90.0 %     <80%                                                                 |
    |x POST /api/posts/generate apdex        0.00     >0.8                                                                 |
    |x GET /agents/{id}/mates apdex          0.50     >0.8                                                                 |
    |! products cache hit rate             84.0 %     >90%                                                                 |
    |! search cache hit rate               40.2 %     >90%                                                                 |
    |: availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x                                           |
    |  GET /api/posts p95                       -   <200ms                                                                 |
    |  nightly task time                        -      <5m                                                                 |
    |  sessions cache hit rate             97.1 %     >90%                                                                 |
    |  main pool saturation                40.0 %     <80%                                                                 |
    |  GET /api/users/{id}/feed apdex        0.96     >0.8                                                                 |
    |  GET /api/search apdex                 0.95     >0.8                                                                 |
    |  POST /api/orders apdex                1.00     >0.8                                                                 |
    |  GET /api/orders/{id} apdex            1.00     >0.8                                                                 |
    |  PUT /api/carts/{id}/items apdex       1.00     >0.8                                                                 |
    |  GET /api/products apdex               1.00     >0.8                                                                 |
    |  GET /healthz apdex                    1.00     >0.8                                                                 |
    |  (other) apdex                         1.00     >0.8                                                                 |
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
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ targets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 7 missed, 2 unknown of 19 ─╮
    │  TARGET                                  IS   WANTED BURN 1h     6h     3d                                                                                                                           │
    │▶✖loader pool saturation               130 %     <80%                                                                                                                                                 │
    │ ✖poster pool saturation              90.0 %     <80%                                                                                                                                                 │
    │ ✖POST /api/posts/generate apdex        0.00     >0.8                                                                                                                                                 │
    │ ✖GET /agents/{id}/mates apdex          0.50     >0.8                                                                                                                                                 │
    │ ▲products cache hit rate             84.0 %     >90%                                                                                                                                                 │
    │ ▲search cache hit rate               40.2 %     >90%                                                                                                                                                 │
    │ △availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x                                                                                                                           │
    │  GET /api/posts p95                       -   <200ms                                                                                                                                                 │
    │  nightly task time                        -      <5m                                                                                                                                                 │
    │  sessions cache hit rate             97.1 %     >90%                                                                                                                                                 │
    │  main pool saturation                40.0 %     <80%                                                                                                                                                 │
    │  GET /api/users/{id}/feed apdex        0.96     >0.8                                                                                                                                                 │
    │  GET /api/search apdex                 0.95     >0.8                                                                                                                                                 │
    │  POST /api/orders apdex                1.00     >0.8                                                                                                                                                 │
    │  GET /api/orders/{id} apdex            1.00     >0.8                                                                                                                                                 │
    │  PUT /api/carts/{id}/items apdex       1.00     >0.8                                                                                                                                                 │
    │  GET /api/products apdex               1.00     >0.8                                                                                                                                                 │
    │  GET /healthz apdex                    1.00     >0.8                                                                                                                                                 │
    │  (other) apdex                         1.00     >0.8                                                                                                                                                 │
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
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
    +- targets ---------------------------------------------------------------------------------------------------------------------------------------------------------------- 7 missed, 2 unknown of 19 -+
    |  TARGET                                  IS   WANTED BURN 1h     6h     3d                                                                                                                           |
    |x>loader pool saturation               130 %     <80%                                                                                                                                                 |
    |x poster pool saturation              90.0 %     <80%                                                                                                                                                 |
    |x POST /api/posts/generate apdex        0.00     >0.8                                                                                                                                                 |
    |x GET /agents/{id}/mates apdex          0.50     >0.8                                                                                                                                                 |
    |! products cache hit rate             84.0 %     >90%                                                                                                                                                 |
    |! search cache hit rate               40.2 %     >90%                                                                                                                                                 |
    |: availability                       98.80 %   >99.9%    ~12x   ~12x   ~12x                                                                                                                           |
    |  GET /api/posts p95                       -   <200ms                                                                                                                                                 |
    |  nightly task time                        -      <5m                                                                                                                                                 |
    |  sessions cache hit rate             97.1 %     >90%                                                                                                                                                 |
    |  main pool saturation                40.0 %     <80%                                                                                                                                                 |
    |  GET /api/users/{id}/feed apdex        0.96     >0.8                                                                                                                                                 |
    |  GET /api/search apdex                 0.95     >0.8                                                                                                                                                 |
    |  POST /api/orders apdex                1.00     >0.8                                                                                                                                                 |
    |  GET /api/orders/{id} apdex            1.00     >0.8                                                                                                                                                 |
    |  PUT /api/carts/{id}/items apdex       1.00     >0.8                                                                                                                                                 |
    |  GET /api/products apdex               1.00     >0.8                                                                                                                                                 |
    |  GET /healthz apdex                    1.00     >0.8                                                                                                                                                 |
    |  (other) apdex                         1.00     >0.8                                                                                                                                                 |
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
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
