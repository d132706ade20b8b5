extension Screens {
  static let viewSessions = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ sessions ───────────────────────────────────────────── 40 active · by user ─╮
    │  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX               │
    │  duration        213 s   300 s   380 s   390 s  10 min  10 min               │
    │  requests         20.5      20      36      38      40      40               │
    │                                                                              │
    │ 40 sessions, 40 of them active in the last 5 min; a session ends after 30    │
    │ min without a request. Visitors are told apart by user.                      │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ active sessions ───────────────────────────────────────────────── ─ active ─╮
    │        │                                                                     │
    │     50 ┤                                                                     │
    │        │                                                                     │
    │     40 ┤                                                            ⣀⡠⠤⠔⠒⠒⠒⠉ │
    │        │                                                   ⣀⣀⠤⠔⠒⠊⠉⠉⠉         │
    │     30 ┤                                         ⣀⣀⣀⡠⠤⠒⠊⠉⠉⠉                  │
    │        │                                ⣀⣀⣀⡠⠤⠔⠒⠉⠉                            │
    │     20 ┤                       ⢀⣀⠤⠤⠤⠔⠒⠊⠉                                     │
    │        │               ⣀⡠⠤⠤⠤⠒⠒⠉⠁                                             │
    │     10 ┤      ⣀⣀⠤⠤⠤⠔⠒⠉⠉                                                      │
    │        │⠤⠒⠒⠒⠊⠉                                                               │
    │      0 ┤-10m                             -5m                             now │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- sessions --------------------------------------------- 40 active - by user -+
    |  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX               |
    |  duration        213 s   300 s   380 s   390 s  10 min  10 min               |
    |  requests         20.5      20      36      38      40      40               |
    |                                                                              |
    | 40 sessions, 40 of them active in the last 5 min; a session ends after 30    |
    | min without a request. Visitors are told apart by user.                      |
    +------------------------------------------------------------------------------+
    +- active sessions ------------------------------------------------- a active -+
    |        |                                                                     |
    |     50 +                                                                     |
    |        |                                                                     |
    |     40 +                                                            aaaaaaaa |
    |        |                                                   aaaaaaaaa         |
    |     30 +                                         aaaaaaaaaa                  |
    |        |                                aaaaaaaaa                            |
    |     20 +                      aaaaaaaaaa                                     |
    |        |             aaaaaaaaa                                               |
    |     10 +   aaaaaaaaaa                                                        |
    |        |aaa                                                                  |
    |      0 +-10m                             -5m                             now |
    +------------------------------------------------------------------------------+
     / filter  z back  - window  space pause  { spike  e snapshot  ? help  q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ sessions ───────────────────────────────────────────────────────────────────────────────────── 40 active · by user ─╮
    │  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX                                                       │
    │  duration        213 s   300 s   380 s   390 s  10 min  10 min                                                       │
    │  requests         20.5      20      36      38      40      40                                                       │
    │                                                                                                                      │
    │ 40 sessions, 40 of them active in the last 5 min; a session ends after 30 min without a request. Visitors are told   │
    │ apart by user.                                                                                                       │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ active sessions ───────────────────────────────────────────────────────────────────────────────────────── ─ active ─╮
    │     60 ┤                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │        │                                                                                                             │
    │     40 ┤                                                                                                     ⣀⡠⠤⠒⠒⠊⠉ │
    │        │                                                                                               ⢀⣀⠤⠔⠒⠉        │
    │        │                                                                                         ⣀⠤⠤⠔⠒⠊⠁             │
    │        │                                                                                   ⢀⡠⠤⠒⠊⠉                    │
    │        │                                                                            ⢀⣀⠤⠒⠒⠊⠉⠁                         │
    │        │                                                                       ⣀⡠⠔⠒⠉⠁                                │
    │        │                                                                ⣀⡠⠤⠔⠒⠊⠉                                      │
    │        │                                                          ⢀⣀⠤⠔⠊⠉                                             │
    │        │                                                   ⢀⣀⣀⠤⠤⠒⠉⠁                                                  │
    │     20 ┤                                              ⣀⡠⠤⠒⠊⠁                                                         │
    │        │                                       ⢀⡠⠤⠤⠒⠒⠉                                                               │
    │        │                                  ⣀⠤⠔⠒⠉⠁                                                                     │
    │        │                           ⣀⣀⠤⠤⠒⠊⠉                                                                           │
    │        │                     ⢀⣀⠤⠒⠊⠉                                                                                  │
    │        │               ⢀⣀⡠⠔⠒⠉⠁                                                                                       │
    │        │         ⣀⡠⠤⠒⠉⠉⠁                                                                                             │
    │        │  ⣀⣀⡠⠤⠔⠊⠉                                                                                                    │
    │        │⠒⠉                                                                                                           │
    │      0 ┤-10m                                                 -5m                                                 now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
    +- sessions ------------------------------------------------------------------------------------- 40 active - by user -+
    |  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX                                                       |
    |  duration        213 s   300 s   380 s   390 s  10 min  10 min                                                       |
    |  requests         20.5      20      36      38      40      40                                                       |
    |                                                                                                                      |
    | 40 sessions, 40 of them active in the last 5 min; a session ends after 30 min without a request. Visitors are told   |
    | apart by user.                                                                                                       |
    +----------------------------------------------------------------------------------------------------------------------+
    +- active sessions ----------------------------------------------------------------------------------------- a active -+
    |     60 +                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |        |                                                                                                             |
    |     40 +                                                                                                       aaaaa |
    |        |                                                                                               aaaaaaaa      |
    |        |                                                                                         aaaaaa              |
    |        |                                                                                    aaaaa                    |
    |        |                                                                            aaaaaaaa                         |
    |        |                                                                      aaaaaa                                 |
    |        |                                                                 aaaaa                                       |
    |        |                                                        aaaaaaaaa                                            |
    |        |                                                   aaaaa                                                     |
    |     20 +                                             aaaaaa                                                          |
    |        |                                     aaaaaaaa                                                                |
    |        |                                aaaaa                                                                        |
    |        |                          aaaaaa                                                                             |
    |        |                     aaaaa                                                                                   |
    |        |            aaaaaaaaa                                                                                        |
    |        |       aaaaa                                                                                                 |
    |        |  aaaaa                                                                                                      |
    |        |aa                                                                                                           |
    |      0 +-10m                                                 -5m                                                 now |
    +----------------------------------------------------------------------------------------------------------------------+
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ sessions ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 40 active · by user ─╮
    │  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX                                                                                                                                       │
    │  duration        213 s   300 s   380 s   390 s  10 min  10 min                                                                                                                                       │
    │  requests         20.5      20      36      38      40      40                                                                                                                                       │
    │                                                                                                                                                                                                      │
    │ 40 sessions, 40 of them active in the last 5 min; a session ends after 30 min without a request. Visitors are told apart by user.                                                                    │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
    ╭─ active sessions ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── ─ active ─╮
    │     40 ┤                                                                                                                                                                                        ⢀⡠⠔⠊ │
    │        │                                                                                                                                                                                    ⢀⡠⠔⠊⠁    │
    │        │                                                                                                                                                                                ⣀⠤⠔⠊⠁        │
    │        │                                                                                                                                                                            ⣀⠤⠒⠉             │
    │        │                                                                                                                                                                        ⣀⠤⠒⠉                 │
    │        │                                                                                                                                                                    ⣀⠤⠒⠉                     │
    │        │                                                                                                                                                                ⣀⠤⠒⠉                         │
    │        │                                                                                                                                                           ⢀⣀⠤⠒⠉                             │
    │        │                                                                                                                                                       ⢀⡠⠔⠊⠁                                 │
    │        │                                                                                                                                                    ⣀⠔⠊⠁                                     │
    │        │                                                                                                                                                ⣀⠤⠒⠉                                         │
    │        │                                                                                                                                            ⣀⠤⠒⠉                                             │
    │     30 ┤                                                                                                                                        ⣀⠤⠒⠉                                                 │
    │        │                                                                                                                                   ⢀⣀⠤⠒⠉                                                     │
    │        │                                                                                                                               ⢀⡠⠔⠊⠁                                                         │
    │        │                                                                                                                            ⣀⠔⠊⠁                                                             │
    │        │                                                                                                                        ⣀⠤⠒⠉                                                                 │
    │        │                                                                                                                    ⣀⠤⠒⠉                                                                     │
    │        │                                                                                                               ⢀⡠⠔⠊⠉                                                                         │
    │        │                                                                                                           ⢀⡠⠔⠊⠁                                                                             │
    │        │                                                                                                       ⢀⡠⠔⠊⠁                                                                                 │
    │        │                                                                                                   ⢀⡠⠔⠊⠁                                                                                     │
    │        │                                                                                               ⢀⡠⠔⠊⠁                                                                                         │
    │        │                                                                                           ⣀⠤⠒⠊⠁                                                                                             │
    │     20 ┤                                                                                       ⣀⠤⠒⠉                                                                                                  │
    │        │                                                                                   ⢀⡠⠔⠊                                                                                                      │
    │        │                                                                               ⢀⡠⠔⠊⠁                                                                                                         │
    │        │                                                                           ⢀⡠⠔⠊⠁                                                                                                             │
    │        │                                                                       ⢀⡠⠔⠊⠁                                                                                                                 │
    │        │                                                                   ⣀⠤⠒⠊⠁                                                                                                                     │
    │        │                                                               ⣀⠤⠒⠉                                                                                                                          │
    │        │                                                           ⢀⡠⠔⠊                                                                                                                              │
    │        │                                                       ⢀⡠⠔⠊⠁                                                                                                                                 │
    │        │                                                   ⣀⠤⠔⠊⠁                                                                                                                                     │
    │        │                                               ⣀⠤⠒⠉                                                                                                                                          │
    │        │                                           ⣀⠤⠒⠉                                                                                                                                              │
    │     10 ┤                                       ⣀⠤⠒⠉                                                                                                                                                  │
    │        │                                   ⣀⠤⠒⠉                                                                                                                                                      │
    │        │                               ⢀⡠⠔⠉                                                                                                                                                          │
    │        │                           ⣀⠤⠔⠊⠁                                                                                                                                                             │
    │        │                       ⣀⠤⠒⠉                                                                                                                                                                  │
    │        │                   ⣀⠤⠒⠉                                                                                                                                                                      │
    │        │               ⣀⠤⠒⠉                                                                                                                                                                          │
    │        │           ⣀⠤⠒⠉                                                                                                                                                                              │
    │        │      ⢀⣀⠤⠒⠉                                                                                                                                                                                  │
    │        │  ⢀⡠⠔⠊⠁                                                                                                                                                                                      │
    │        │⠔⠊⠁                                                                                                                                                                                          │
    │        │                                                                                                                                                                                             │
    │      0 ┤-10m                                                                                         -5m                                                                                         now │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
    +- sessions --------------------------------------------------------------------------------------------------------------------------------------------------------------------- 40 active - by user -+
    |  40 SESSIONS      MEAN     P50     P90     P95     P99     MAX                                                                                                                                       |
    |  duration        213 s   300 s   380 s   390 s  10 min  10 min                                                                                                                                       |
    |  requests         20.5      20      36      38      40      40                                                                                                                                       |
    |                                                                                                                                                                                                      |
    | 40 sessions, 40 of them active in the last 5 min; a session ends after 30 min without a request. Visitors are told apart by user.                                                                    |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
    +- active sessions ------------------------------------------------------------------------------------------------------------------------------------------------------------------------- a active -+
    |     40 +                                                                                                                                                                                         aaa |
    |        |                                                                                                                                                                                    aaaaa    |
    |        |                                                                                                                                                                                aaaa         |
    |        |                                                                                                                                                                              aa             |
    |        |                                                                                                                                                                          aaaa               |
    |        |                                                                                                                                                                      aaaa                   |
    |        |                                                                                                                                                                 aaaaa                       |
    |        |                                                                                                                                                            aaaaa                            |
    |        |                                                                                                                                                       aaaaa                                 |
    |        |                                                                                                                                                   aaaa                                      |
    |        |                                                                                                                                                 aa                                          |
    |        |                                                                                                                                              aaa                                            |
    |     30 +                                                                                                                                         aaaaa                                               |
    |        |                                                                                                                                    aaaaa                                                    |
    |        |                                                                                                                               aaaaa                                                         |
    |        |                                                                                                                          aaaaa                                                              |
    |        |                                                                                                                       aaa                                                                   |
    |        |                                                                                                                     aa                                                                      |
    |        |                                                                                                                 aaaa                                                                        |
    |        |                                                                                                            aaaaa                                                                            |
    |        |                                                                                                       aaaaa                                                                                 |
    |        |                                                                                                  aaaaa                                                                                      |
    |        |                                                                                              aaaa                                                                                           |
    |        |                                                                                          aaaa                                                                                               |
    |     20 +                                                                                        aa                                                                                                   |
    |        |                                                                                    aaaa                                                                                                     |
    |        |                                                                               aaaaa                                                                                                         |
    |        |                                                                          aaaaa                                                                                                              |
    |        |                                                                      aaaa                                                                                                                   |
    |        |                                                                  aaaa                                                                                                                       |
    |        |                                                                aa                                                                                                                           |
    |        |                                                            aaaa                                                                                                                             |
    |        |                                                       aaaaa                                                                                                                                 |
    |        |                                                  aaaaa                                                                                                                                      |
    |        |                                              aaaa                                                                                                                                           |
    |        |                                         aaaaa                                                                                                                                               |
    |     10 +                                     aaaa                                                                                                                                                    |
    |        |                                   aa                                                                                                                                                        |
    |        |                               aaaa                                                                                                                                                          |
    |        |                          aaaaa                                                                                                                                                              |
    |        |                      aaaa                                                                                                                                                                   |
    |        |                 aaaaa                                                                                                                                                                       |
    |        |            aaaaa                                                                                                                                                                            |
    |        |        aaaa                                                                                                                                                                                 |
    |        |      aa                                                                                                                                                                                     |
    |        |   aaa                                                                                                                                                                                       |
    |        |aaa                                                                                                                                                                                          |
    |        |                                                                                                                                                                                             |
    |      0 +-10m                                                                                         -5m                                                                                         now |
    +------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------+
     / filter   z back   - window   space pause   { spike   e snapshot   ? help   q quit
    """#
}
