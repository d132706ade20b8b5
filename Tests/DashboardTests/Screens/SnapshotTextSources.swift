extension Screens {
  static let snapshotTextSources = #"""
    svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
    window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
    source shop-api: http://127.0.0.1:8000/metrics, ok, read 0 s ago
    source nginx: /var/log/nginx/access.log, ok, read 0 s ago
    source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
    total  6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms
    ╭─ ⁹ sources ─────────────────────────────────────────────────────────── rates of the last minute ─╮
    │  SOURCE              STATE      AGE READ AS                  READ UNKNOWN LINES/s BYTES/s OF ALL │
    │▶●shop-api            ok         0 s fastapi                25,920       0    37.7 2.91 KB   29 % │
    │ ●nginx               ok         0 s nginx-timed            15,192       0    22.2 3.03 KB   30 % │
    │ ●postgres            ok         0 s postgresql             27,084       0    39.5 4.25 KB   42 % │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ what they say ──────────────────────────────────────────────────────────────────────────────────╮
    │ ● shop-api  http://127.0.0.1:8000/metrics  ok, read 0 s ago                                      │
    │     25,920 samples · 1.95 MB · read as fastapi                                                   │
    │ ● nginx  /var/log/nginx/access.log  ok, read 0 s ago                                             │
    │     15,192 lines · 2.03 MB · read as nginx-timed                                                 │
    │ ● postgres  /var/log/postgresql/postgresql-16-main.log  ok, read 0 s ago                         │
    │     27,084 lines · 2.85 MB · read as postgresql                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    │                                                                                                  │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
    """#
}
