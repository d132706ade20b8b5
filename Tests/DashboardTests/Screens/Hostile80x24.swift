extension Screens {
  static let hostile80x24 = #"""
     svctop  shop-api  ✖ 1 of 3 failing  5m  14:05:32 UTC          ✖ 181  ▲ 51  △ 3
     ✖   ␛]0;gotcha␇ broken: /segment日/segment日/segment日/segment日/segment日/se…
    ╭─ ¹ endpoints ───────── 200 endpoints · by p95 · 149 req/s · >999P in flight ─╮
    │          ROUTE                    RATE/s     P50   P95 ▼  ERR % P95, 10 MIN  │
    │▶✖GET                                0.08 240 min 240 min    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /segment日/segment日/se…    0.5  31 min  60 min    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /api/v2/things/195/{id}     0.3  971 ms  1.75 s    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /api/v2/things/194/{id}     0.3  194 ms  1.75 s    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /api/v2/things/193/{id}     0.3  961 ms  1.73 s    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /api/v2/things/192/{id}     0.2  192 ms  1.73 s    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │ ✖GET     /api/v2/things/191/{id}     0.2  955 ms  1.72 s    0.0 ▄▄▄▄ ▄▄▄▄▄ ▄ │
    │          193 more below                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁴ pools ──────────────╮╭─ ⁵ caches ──────────────╮╭─ ⁶ memory ─── last 10m ─╮
    │✖pool…  >99… >999P/>999P││△pool日本2… ███    50.0 %││ pool日本…            0 B│
    │✖pool…  0.0…     0.0/0.0││ pool日本3… ███    50.0 %││ pool日本…           -5 B│
    │ 3 more                 ││ 3 more                  ││ 3 more                  │
    ╰────────────────────────╯╰─────────────────────────╯╰─────────────────────────╯
    ╭─ ⁷ queries ────────────────────────────── 80 statements · 35 h of SQL in 5m ─╮
    │  SHARE  CALLS     P50     P95  ROWS STATEMENT                                │
    │ ✖  3 %  79.0M  53 min  53 min >999P select 日本_79 from t where /segment日/… │
    │ ✖  2 %  78.0M  52 min  52 min >999P select 日本_78 from t where /segment日/… │
    ╰─────────────────────────────────────────────────────────────────── +78 more ─╯
     / filter   ⏎ open   z zoom   space pause   { spike   s sort   ? help   q quit
    """#
}
