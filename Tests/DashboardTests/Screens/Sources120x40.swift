extension Screens {
  static let sources120x40 = #"""
     svctop  shop-api  ✖ 1 of 3 sources failing  window 5m  14:05:32 UTC
    ╭─ ⁹ sources ─────────────────────────────────────────────────────────────────────────────── rates of the last minute ─╮
    │  SOURCE              STATE      AGE READ AS                 READ UNKNOWN LINES/s BYTES/s LAST 10 MIN          OF ALL │
    │▶✖shop-api            failing  2 min fastapi               21,240       0       -       - ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄          - │
    │ ●nginx               ok         0 s nginx-timed           14,476       4    21.1 2.89 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   69 % │
    │ ●postgres            ok         0 s postgresql             8,340       0    12.2 1.31 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   31 % │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ what they say ──────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ✖ shop-api  http://127.0.0.1:8000/metrics  connection refused (127.0.0.1:8000); last read 2 min ago                  │
    │     21,240 samples · 1.60 MB · read as fastapi                                                                       │
    │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                                                                 │
    │     14,476 lines · 1.93 MB · read as nginx-timed                                                                     │
    │     4 of 14,476 lines not understood, for example: 203.0.113.9 - - [01/Jan/2026:14:05                                │
    │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                                             │
    │     8,340 lines · 896 KB · read as postgresql                                                                        │
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
