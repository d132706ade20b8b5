extension Screens {
  static let empty120x40 = #"""
     svctop  shop-api  ? waiting for 3 sources  window 5m  14:05:32 UTC
    ╭─ ¹ endpoints ───────────────────────────────────────────────────────────────────────────────── 0 endpoints · by p95 ─╮
    │   ROUTE                                  RATE/s     P50   P95 ▼     P99  ERR % P95, 10 MIN          SQL/REQ REQUESTS │
    │  reading ...                                                                                                         │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ ⁹ sources ──────────────────────────────────────────────────────────────────────────────────────────────────────────╮
    │ ? shop-api  http://127.0.0.1:8000/metrics  nothing read yet                                                          │
    │     0 samples · 0 B                                                                                                  │
    │ ? nginx  /var/log/nginx/access.log  nothing read yet                                                                 │
    │     0 lines · 0 B                                                                                                    │
    │ ? postgres  /var/log/postgresql/postgresql-16-main.log  nothing read yet                                             │
    │     0 lines · 0 B                                                                                                    │
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
     / filter   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
