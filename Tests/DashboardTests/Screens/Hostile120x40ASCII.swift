extension Screens {
  static let hostile120x40ASCII = #"""
     svctop  shop-api  x 1 of 3 sources failing  window 5m  14:05:32 UTC         rows x 181 critical  ! 51 high  : 3 medium
     x   ?]0;gotcha? broken: /segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/se~
    +- 1 endpoints ------------------------------------------------- 200 endpoints - by p95 - 149 req/s - >999P in flight -+
    |          ROUTE                                   RATE/s     P50   P95 v     P99  ERR % P95, 10 MIN          REQUESTS |
    |x>GET                                               0.08 240 min 240 min 240 min    0.0  - - - - - - - - - -       25 |
    |x GET     /segment?/segment?/segment?/segment?/s~    0.5  31 min  60 min  60 min    0.0  - - - - - - - - - -      150 |
    |x GET     /api/v2/things/195/{id}                    0.3  971 ms  1.75 s  1.75 s    0.0  - - - - - - - - - -       90 |
    |x GET     /api/v2/things/194/{id}                    0.3  194 ms  1.75 s  1.75 s    0.0  - - - - - - - - - -       85 |
    |x GET     /api/v2/things/193/{id}                    0.3  961 ms  1.73 s  1.73 s    0.0  - - - - - - - - - -       80 |
    |x GET     /api/v2/things/192/{id}                    0.2  192 ms  1.73 s  1.73 s    0.0  - - - - - - - - - -       75 |
    |          194 more below                                                                                              |
    +----------------------------------------------------------------------------------------------------------------------+
    +- 2 latency  GET  -------------- 5 p50  * p95  9 p99  - limit 500 ms -++- 3 errors/s ------ : 4xx 0  # 5xx 475 in 5m -+
    |240 min +  *     *     *     *     *     *     *     *     *     *    ||    5 +  #   #  ##  #   #   #   #  ##  #   #  |
    |        |                                                             ||      |  #   #  ##  #   #   #   #  ##  #   #  |
    |120 min +                                                             ||      |  #   #  ##  #   #   #   #  ##  #   #  |
    | 500 ms +------------------------------------------------------------ ||      |  #   #  ##  #   #   #   #  ##  #   #  |
    |      0 +-10m                         -5m                         now ||    0 +-10m              -5m              now |
    +----------------------------------------------------------------------++----------------------------------------------+
    +- 4 pools ----------- in use / limit -++- 5 caches ----- hits, target > 90 % -++- 6 memory ---------------- last 10m -+
    |x pool??2/s~ >999P waiting >999P/>999P||: pool??2/segme~ ###    50.0 % 888 PB || pool??0/segment?/s~               0 B|
    |x pool??3/s~ 0.0 waiting       0.0/0.0||  pool??3/segme~ ###    50.0 % 0 B    || pool??1/segment?/s~              -5 B|
    | 3 more                               || 3 more                               || 3 more                               |
    +--------------------------------------++--------------------------------------++--------------------------------------+
    +- 7 queries ---------------------------------------------------------------------- 80 statements - 35 h of SQL in 5m -+
    |  SHARE  CALLS     P50     P95  ROWS STATEMENT                                                                        |
    |x   3 %  79.0M  53 min  53 min >999P select ??_79 from t where /segment?/segment?/segment?/segment?/segment?/segment~ |
    |x   2 %  78.0M  52 min  52 min >999P select ??_78 from t where /segment?/segment?/segment?/segment?/segment?/segment~ |
    +----------------------------------------------------------------------------------------------------------- +78 more -+
    +- breakers -------------------------------------- 2 open -++- queues ----------------------------- 5 - >999P waiting -+
    |  BREAKER                                STATE     FAIL % ||  QUEUE                            WAITING    MOST  +/min |
    |x pool??2/segment?/segment?/segment?/se~ open           - ||  pool??4/segment?/segment?/segme~   >999P   >999P      - |
    |x pool??4/segment?/segment?/segment?/se~ open           - ||  pool??2/segment?/segment?/segme~   >999P   >999P      - |
    +----------------------------------------------------------++----------------------------------------------------------+
    +- 8 log -------------------------------------------------------------------------------------------- ?[2J???log -    -+
    |x 14:05:29              ?[31m?57 ?????  ??/segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/se~|
    |x 14:05:30 ?[2J???log   ?[32m?58 ?????  ??/segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/se~|
    |x 14:05:31              ?[33m?59 ?????  ??/segment?/segment?/segment?/segment?/segment?/segment?/segment?/segment?/se~|
    +----------------------------------------------------------------------------------------------------------------------+
     / filter   enter open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
