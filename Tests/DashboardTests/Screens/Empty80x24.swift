extension Screens {
  static let empty80x24 = #"""
     svctop  shop-api  ? waiting for 3 sources  window 5m  14:05:32 UTC
    ╭─ ¹ endpoints ─────────────────────────────────────────────────── 0 · by p95 ─╮
    │   ROUTE                           RATE/s     P50   P95 ▼  ERR % LAST 10 MIN  │
    │  reading ...                                                                 │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  z zoom  - window  space pause  { spike  s sort  ? help  q quit
    """#
}
