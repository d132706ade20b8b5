extension Screens {
  static let overview200x60ASCII = #"""
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 6 critical  ! 3 high  : 1 medium
    +- 1 endpoints --------------------------------------------------------- 10 endpoints - by p95 - 21.3 req/s - 2 in flight -++- 4 pools ----------------------------------------------- in use / limit -+
    |       ROUTE                                  RATE/s     P50   P95 v     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS ||x loader     ######################## 13/10 4 waiting                     |
    |x>POST /api/posts/generate                       0.8  4.02 s  9.46 s  10.2 s    0.0 ....::::---===+++++*     1.0      244 ||x poster     ######################    9/10                               |
    |x GET  /api/users/{id}/feed                      4.2   43 ms  1.18 s  2.28 s    2.1 ::::--*+#*==:-::::::     6.0    1,281 ||  main       ##########                4/10                               |
    |! GET  /api/search                               2.9  128 ms  703 ms  727 ms    0.5 ==----==--==----==--     0.2      885 ||  + shop-api #####################    26/30 4 waiting                     |
    |x GET  /agents/{id}/mates                        0.3  202 ms  214 ms  215 ms   50.0 ==----==--==----==--       -       92 |+--------------------------------------------------------------------------+
    |  POST /api/orders                               1.1   62 ms  189 ms  196 ms    0.0 ==----==--==----==--     4.0      336 |+- 5 caches ----------------------------------------- hits, target > 90 % -+
    |  GET  /api/orders/{id}                          6.8   22 ms   91 ms   95 ms    0.0 ==----==--==----==--     1.0    2,044 ||! search   ##########               40.2 %                                |
    |  PUT  /api/carts/{id}/items                     0.9   20 ms   81 ms   83 ms    0.0 ==----==--==----==--       -      275 ||: products ####################     84.0 %                                |
    |  GET  /api/products                             3.0   11 ms   67 ms   69 ms    0.0 ==----==--==----==--       -      915 ||  sessions #######################  97.1 % 12.0 MB                        |
    |       (other)                                   0.2  9.3 ms   41 ms   42 ms    0.0 -=-=---=-=-=-=-=-=-=       -       61 |+--------------------------------------------------------------------------+
    |  GET  /healthz                                  1.0  1.1 ms  2.5 ms  2.5 ms    0.0 ==----==--==----==--       -      305 |+- 6 memory ---------------------------------------------------- last 10m -+
    +--------------------------------------------------------------------------------------------------------------------------+| api    ::::------------===========+++ 612 MB of 1 GB  full in 68 min     |
    +- 2 latency  POST /api/posts/generate ------------ 5 p50  * p95  9 p99 -++- 3 errors/s -------- : 4xx 53  # 5xx 77 in 5m -+| worker ------------------------------         188 MB                     |
    |       |                                                                ||      |                                         |+--------------------------------------------------------------------------+
    |  10 s +                                            **   ***999*999**99 ||      |                                         |+- latency heat map  POST /api/posts/gene~ - .:-=+*# more requests  _ p95 -+
    |       |                                      ***99*  ***   *** ***  ** ||  0.6 +                                         ||        |                                                          -- --- |
    |   8 s +                                     *   **                     ||      |                                         ||   10 s +                                              ---- ---- --       |
    |       |                             99999***                           ||      |   #### ## #   #    ## #   #   #  ##  ## ||        |                                                             _   |
    |   6 s +                       ***********                              ||  0.4 +####### ###### #################  ###### ||        |                                        ..... _    _    _ --- -- |
    |       |                *******                     5555555555555555555 ||      |######################################## ||        |                                        -----  :::: ---- -       |
    |   4 s +      ***999****             555555555555555                    ||      |######################################## ||    8 s +                                               ....    _    _    |
    |       |******   ***    5555555555555                                   ||  0.2 +::##:::#::#:###:###:::#:###:###:##::##:# ||        |                                        _         _              |
    |   2 s +5555555555555555                                                ||      |:::::::::::::::::::::::::::::::::::::::: ||        |                                 - ----- -----                   |
    |500 ms +--------------------------------------------------------------- ||      |:::::::::::::::::::::::::::::::::::::::: ||        |                                       _     _                   |
    |     0 +-10m                          -5m                           now ||    0 +-10m               -5m               now ||        |                                   _                             |
    +------------------------------------------------------------------------++------------------------------------------------+|        |                           -- ----- ---                          |
    +- 7 queries -------------------------------------------------------------------------- 8 statements - 248 s of SQL in 5m -+|        |                                  _                  ---- ---- - |
    |  SHARE  CALLS     P50     P95  ROWS FROM                         STATEMENT                                               ||    5 s +                              _               - ----             |
    |x  80 %    244  703 ms  1.30 s    17 POST /api/posts/generate     select soul_id, name, interaction_engine, persona from~ ||        |                           --- --                                |
    |    7 %  6,405  2.1 ms  4.8 ms     1 GET /api/users/{id}/feed     select * from posts where author_id = ?                 ||        |                    ---- --  _         -- ----      : ::::-++-+- |
    |    6 %  1,281  9.4 ms   22 ms    40 GET /api/users/{id}/feed     select follows.followee_id from follows where follower~ ||        |                                              -=.==-+*+*++++**++ |
    |!   3 %     11  703 ms  940 ms     1 -                            select users.user_id, users.email from users where use~ ||    4 s +                         _                    ****#**+++**=-:=== |
    |    2 %  1,007  3.0 ms  6.1 ms     - POST /api/orders             insert into order_items (order_id, sku, quantity) valu~ ||        |              :::: :----- -      --- ----- ---+++--+... ..       |
    |    1 %    148   15 ms   22 ms     - ~GET /api/search             select id from products where name ilike ? limit ?      ||        |              :::: :    _              *++*++*                   |
    |    1 %  2,044  702 us  900 us     1 GET /api/orders/{id}         select * from orders where id = ?                       ||        |                                       +**++++                   |
    |   <1 %    336  1.1 ms  3.2 ms     1 POST /api/orders             update orders set state = ? where id = ?                ||        |              _    _       ---- ----- -                          |
    +--------------------------------------------------------------------------------------------------------------------------+|    3 s +               ----              *#****                          |
    +- 8 log ----------------------------------------------------------------------------------------------- nginx - postgres -+|        |         ----     _              --+++-                          |
    |                                                                                                                          ||        | .. ....                    ----                                 |
    |                                                                                                                          ||        | -- ---- _           ::::: *+*++*                                |
    |                                                                                                                          ||        |        - ----       ..... ==+++=                                |
    |                                                                                                                          ||        |    _   _    _             :: :::                                |
    |                                                                                                                          ||        | --- ---                                                         |
    |                                                                                                                          ||    2 s +   _          - ----****#**                                      |
    |  14:03:57 nginx    GET /api/products 200 11 ms                                                                           ||        |                    +---+++                                      |
    |  14:04:12 postgres LOG: checkpoint complete: wrote 412 buffers (2.5 %)                                                   ||        |                    ---- --                                      |
    |  14:04:31 nginx    GET /api/orders/{id} 200 22 ms                                                                        ||        |              -- ---                                             |
    |x 14:04:48 nginx    GET /agents/{id}/mates 500 205 ms                                                                     ||  1.5 s +        -- ---++*+#+                                             |
    |! 14:04:52 postgres LOG: duration: 1310.204 ms  statement: SELECT soul_id, name FROM souls                                ||        |              **+==*                                             |
    |  14:05:01 nginx    POST /api/orders 201 61 ms                                                                            ||        | ---- --                                                         |
    |x 14:05:05 postgres ERROR: deadlock detected at character 14                                                              ||        |        --- --                                                   |
    |! 14:05:10 nginx    GET /api/orders/{id} 404 19 ms                                                                        ||        |        *++*+*                                                   |
    |  14:05:18 nginx    keepalive connection closed                                                                           ||        | ----- -+++==+                                                   |
    |  14:05:23 nginx    GET /healthz 200 1 ms                                                                                 ||        | ++*++*+ ::::                                                    |
    |! 14:05:27 postgres LOG: duration: 940.118 ms  statement: SELECT users.user_id FROM users                                 ||    1 s + +++**++                                                         |
    |  14:05:30 nginx    POST /api/posts/generate 200 9900 ms                                                                  ||          -10m                          -5m                           now |
    +--------------------------------------------------------------------------------------------------------------------------++--------------------------------------------------------------------------+
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
