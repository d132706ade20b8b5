extension Screens {
  static let overview80x24ASCII = #"""
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 6 critical  ! 3 high  : 1 medium
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
    """#
}
