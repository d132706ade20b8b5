extension Screens {
  static let viewSources = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁹ sources ─────────────────────────────────────── rates of the last minute ─╮
    │  SOURCE        STATE      AGE READ AS           READ UNKNOWN LINES/s BYTES/s │
    │▶●shop-api      ok         0 s fastapi         25,920       0    37.7 2.91 KB │
    │ ●nginx         ok         0 s nginx-timed     15,192       0    22.2 3.03 KB │
    │ ●postgres      ok         0 s postgresql      27,084       0    39.5 4.25 KB │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ what they say ──────────────────────────────────────────────────────────────╮
    │ ● shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                  │
    │     25,920 samples · 1.95 MB · read as fastapi                               │
    │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                         │
    │     15,192 lines · 2.03 MB · read as nginx-timed                             │
    │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago     │
    │     27,084 lines · 2.85 MB · read as postgresql                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- 9 sources --------------------------------------- rates of the last minute -+
    |  SOURCE        STATE      AGE READ AS           READ UNKNOWN LINES/s BYTES/s |
    |o>shop-api      ok         0 s fastapi         25,920       0    37.7 2.91 KB |
    |o nginx         ok         0 s nginx-timed     15,192       0    22.2 3.03 KB |
    |o postgres      ok         0 s postgresql      27,084       0    39.5 4.25 KB |
    +------------------------------------------------------------------------------+
    +- what they say --------------------------------------------------------------+
    | o shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                  |
    |     25,920 samples - 1.95 MB - read as fastapi                               |
    | o nginx  /var/log/nginx/access.log  ok, read 0 s ago                         |
    |     15,192 lines - 2.03 MB - read as nginx-timed                             |
    | o postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago     |
    |     27,084 lines - 2.85 MB - read as postgresql                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    +------------------------------------------------------------------------------+
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁹ sources ─────────────────────────────────────────────────────────────────────────────── rates of the last minute ─╮
    │  SOURCE              STATE      AGE READ AS                 READ UNKNOWN LINES/s BYTES/s LAST 10 MIN          OF ALL │
    │▶●shop-api            ok         0 s fastapi               25,920       0    37.7 2.91 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   29 % │
    │ ●nginx               ok         0 s nginx-timed           15,192       0    22.2 3.03 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   30 % │
    │ ●postgres            ok         0 s postgresql            27,084       0    39.5 4.25 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   42 % │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ what they say ──────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ● shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                                                          │
    │     25,920 samples · 1.95 MB · read as fastapi                                                                       │
    │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                                                                 │
    │     15,192 lines · 2.03 MB · read as nginx-timed                                                                     │
    │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                                             │
    │     27,084 lines · 2.85 MB · read as postgresql                                                                      │
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
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
    +- 9 sources ------------------------------------------------------------------------------- rates of the last minute -+
    |  SOURCE              STATE      AGE READ AS                 READ UNKNOWN LINES/s BYTES/s LAST 10 MIN          OF ALL |
    |o>shop-api            ok         0 s fastapi               25,920       0    37.7 2.91 KB --------------------   29 % |
    |o nginx               ok         0 s nginx-timed           15,192       0    22.2 3.03 KB --------------------   30 % |
    |o postgres            ok         0 s postgresql            27,084       0    39.5 4.25 KB --------------------   42 % |
    +----------------------------------------------------------------------------------------------------------------------+
    +- what they say ------------------------------------------------------------------------------------------------------+
    | o shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                                                          |
    |     25,920 samples - 1.95 MB - read as fastapi                                                                       |
    | o nginx  /var/log/nginx/access.log  ok, read 0 s ago                                                                 |
    |     15,192 lines - 2.03 MB - read as nginx-timed                                                                     |
    | o postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                                             |
    |     27,084 lines - 2.85 MB - read as postgresql                                                                      |
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
    +----------------------------------------------------------------------------------------------------------------------+
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ ⁹ sources ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── rates of the last minute ─╮
    │  SOURCE                   STATE      AGE READ AS                     READ UNKNOWN LINES/s BYTES/s LAST 10 MIN          OF ALL                                                                        │
    │▶●shop-api                 ok         0 s fastapi                   25,920       0    37.7 2.91 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   29 %                                                                        │
    │ ●nginx                    ok         0 s nginx-timed               15,192       0    22.2 3.03 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   30 %                                                                        │
    │ ●postgres                 ok         0 s postgresql                27,084       0    39.5 4.25 KB ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   42 %                                                                        │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ what they say ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ● shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                                                                                                                                          │
    │     25,920 samples · 1.95 MB · read as fastapi                                                                                                                                                       │
    │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                                                                                                                                                 │
    │     15,192 lines · 2.03 MB · read as nginx-timed                                                                                                                                                     │
    │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                                                                                                                             │
    │     27,084 lines · 2.85 MB · read as postgresql                                                                                                                                                      │
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
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
    +- 9 sources --------------------------------------------------------------------------------------------------------------------------------------------------------------- rates of the last minute -+
    |  SOURCE                   STATE      AGE READ AS                     READ UNKNOWN LINES/s BYTES/s LAST 10 MIN          OF ALL                                                                        |
    |o>shop-api                 ok         0 s fastapi                   25,920       0    37.7 2.91 KB --------------------   29 %                                                                        |
    |o nginx                    ok         0 s nginx-timed               15,192       0    22.2 3.03 KB --------------------   30 %                                                                        |
    |o postgres                 ok         0 s postgresql                27,084       0    39.5 4.25 KB --------------------   42 %                                                                        |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- what they say --------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    | o shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                                                                                                                                          |
    |     25,920 samples - 1.95 MB - read as fastapi                                                                                                                                                       |
    | o nginx  /var/log/nginx/access.log  ok, read 0 s ago                                                                                                                                                 |
    |     15,192 lines - 2.03 MB - read as nginx-timed                                                                                                                                                     |
    | o postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                                                                                                                             |
    |     27,084 lines - 2.85 MB - read as postgresql                                                                                                                                                      |
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
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
