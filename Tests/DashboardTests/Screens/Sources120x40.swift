extension Screens {
  static let sources120x40 = #"""
     svctop  shop-api  ✖ 1 of 3 sources failing  window 5m  14:05:32 UTC
    ╭─ ⁹ sources ──────────────────────────────────────────────────────────────────────────────────────────────────────────╮
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
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   - window   space pause   s sort   e snapshot   ? help   q quit
    """#
}
