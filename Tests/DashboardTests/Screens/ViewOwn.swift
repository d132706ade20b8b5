extension Screens {
  static let viewOwn = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ svctop itself ─────────── from /proc/self; written: in all, pictures twice ─╮
    │                       NOW            MEAN LAST 5 MIN                         │
    │  cpu      0.7 % of a core 0.6 % of a core                         ▆▆▆▆▆▆▆▆▆▆ │
    │  memory           18.9 MB         18.5 MB                        ▄▄▄▄▄▄▅▅▅▅▅ │
    │  terminal         660 B/s         531 B/s                         ▅▅▅▅▅▅▅▅▅▅ │
    │  written        1.39 KB/s       1.14 KB/s                         ▅▅▅▅▅▅▅▅▅▅ │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ remembered ───────────────────────────── rows with something in the window ─╮
    │ endpoints            10                                                      │
    │ statements            8                                                      │
    │ outbound calls        3                                                      │
    │ tasks                 3                                                      │
    │ pools                 3                                                      │
    │ caches                3                                                      │
    │ log lines            12                                                      │
    │ sources               3                                                      │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- svctop itself ----------- from /proc/self; written: in all, pictures twice -+
    |                       NOW            MEAN LAST 5 MIN                         |
    |  cpu      0.7 % of a core 0.6 % of a core                         ++++++++++ |
    |  memory           18.9 MB         18.5 MB                        ------===== |
    |  terminal         660 B/s         531 B/s                         ========== |
    |  written        1.39 KB/s       1.14 KB/s                         ========== |
    +------------------------------------------------------------------------------+
    +- remembered ----------------------------- rows with something in the window -+
    | endpoints            10                                                      |
    | statements            8                                                      |
    | outbound calls        3                                                      |
    | tasks                 3                                                      |
    | pools                 3                                                      |
    | caches                3                                                      |
    | log lines            12                                                      |
    | sources               3                                                      |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    |                                                                              |
    +------------------------------------------------------------------------------+
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ svctop itself ─────────────────────────────────────────────────── from /proc/self; written: in all, pictures twice ─╮
    │                       NOW            MEAN LAST 5 MIN                                                                 │
    │  cpu      0.7 % of a core 0.6 % of a core                                           ▅▆▆▅▆▆▆▅▆▆▅▆▆▆▅▆▆▅               │
    │  memory           18.9 MB         18.5 MB                                           ▄▄▄▄▄▄▄▄▄▅▅▅▅▅▅▅▅▅               │
    │  terminal         660 B/s         531 B/s                                           ▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅               │
    │  written        1.39 KB/s       1.14 KB/s                                           ▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅               │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ remembered ───────────────────────────────────────────────────────────────────── rows with something in the window ─╮
    │ endpoints            10                                                                                              │
    │ statements            8                                                                                              │
    │ outbound calls        3                                                                                              │
    │ tasks                 3                                                                                              │
    │ pools                 3                                                                                              │
    │ caches                3                                                                                              │
    │ log lines            12                                                                                              │
    │ sources               3                                                                                              │
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
    +- svctop itself --------------------------------------------------- from /proc/self; written: in all, pictures twice -+
    |                       NOW            MEAN LAST 5 MIN                                                                 |
    |  cpu      0.7 % of a core 0.6 % of a core                                           =++=+++=++=+++=++=               |
    |  memory           18.9 MB         18.5 MB                                           ---------=========               |
    |  terminal         660 B/s         531 B/s                                           ==================               |
    |  written        1.39 KB/s       1.14 KB/s                                           ==================               |
    +----------------------------------------------------------------------------------------------------------------------+
    +- remembered --------------------------------------------------------------------- rows with something in the window -+
    | endpoints            10                                                                                              |
    | statements            8                                                                                              |
    | outbound calls        3                                                                                              |
    | tasks                 3                                                                                              |
    | pools                 3                                                                                              |
    | caches                3                                                                                              |
    | log lines            12                                                                                              |
    | sources               3                                                                                              |
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
    ╭─ svctop itself ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── from /proc/self; written: in all, pictures twice ─╮
    │                       NOW            MEAN LAST 5 MIN                                                                                                                                                 │
    │  cpu      0.7 % of a core 0.6 % of a core                                           ▅▆▆▅▆▆▆▅▆▆▅▆▆▆▅▆▆▅                                                                                               │
    │  memory           18.9 MB         18.5 MB                                           ▄▄▄▄▄▄▄▄▄▅▅▅▅▅▅▅▅▅                                                                                               │
    │  terminal         660 B/s         531 B/s                                           ▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅                                                                                               │
    │  written        1.39 KB/s       1.14 KB/s                                           ▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅                                                                                               │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ remembered ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── rows with something in the window ─╮
    │ endpoints            10                                                                                                                                                                              │
    │ statements            8                                                                                                                                                                              │
    │ outbound calls        3                                                                                                                                                                              │
    │ tasks                 3                                                                                                                                                                              │
    │ pools                 3                                                                                                                                                                              │
    │ caches                3                                                                                                                                                                              │
    │ log lines            12                                                                                                                                                                              │
    │ sources               3                                                                                                                                                                              │
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
    +- svctop itself ----------------------------------------------------------------------------------------------------------------------------------- from /proc/self; written: in all, pictures twice -+
    |                       NOW            MEAN LAST 5 MIN                                                                                                                                                 |
    |  cpu      0.7 % of a core 0.6 % of a core                                           =++=+++=++=+++=++=                                                                                               |
    |  memory           18.9 MB         18.5 MB                                           ---------=========                                                                                               |
    |  terminal         660 B/s         531 B/s                                           ==================                                                                                               |
    |  written        1.39 KB/s       1.14 KB/s                                           ==================                                                                                               |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- remembered ----------------------------------------------------------------------------------------------------------------------------------------------------- rows with something in the window -+
    | endpoints            10                                                                                                                                                                              |
    | statements            8                                                                                                                                                                              |
    | outbound calls        3                                                                                                                                                                              |
    | tasks                 3                                                                                                                                                                              |
    | pools                 3                                                                                                                                                                              |
    | caches                3                                                                                                                                                                              |
    | log lines            12                                                                                                                                                                              |
    | sources               3                                                                                                                                                                              |
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
