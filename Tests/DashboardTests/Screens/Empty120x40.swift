extension Screens {
  static let empty120x40 = #"""
     svctop  shop-api  ? waiting for 3 sources  window 5m  14:05:32 UTC
    ╭─ ¹ endpoints ─────────────────────────────────────────────────────────────────────────────────────────── 0 · by p95 ─╮
    │   ROUTE                                  RATE/s     P50   P95 ▼     P99  ERR % LAST 10 MIN          SQL/REQ REQUESTS │
    │  reading ...                                                                                                         │
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
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    │                                                                                                                      │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
