extension Screens {
  static let viewHelp = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ keys ────────────────────────────────────────────── ↑ ↓ scroll, esc closes ─╮
    │ Look                                       Move                              │
    │ /              filter: users, p95>200ms,   ↓ j          next row             │
    │                status:5xx; in a log:       ↑ k          previous row         │
    │                search                      pgdn ctrl-f  a page down          │
    │ ⏎              open the selected row:      pgup ctrl-b  a page up            │
    │                endpoint, its query         home g       first row            │
    │ esc backspace  back; clears the filter;    end G        last row             │
    │                never quits                 tab          next pane; 1-9 go to │
    │ z              the focused pane alone,                  a pane               │
    │                and back                    shift-tab    previous pane        │
    │ n              next match of the search                                      │
    │ N              previous match              Table                             │
    │ f              the next finding, when it   s            choose what to sort  │
    │                began                                    by                   │
    │ m              mark the row, or take the   >            sort by the next     │
    │                mark away                                column               │
    │ '              next marked row             <            sort by the previous │
    │ y              copy the selected row, or                column               │
    │                all marked ones             r            reverse the order    │
    │                                            c            choose columns       │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     ↑ ↓ scroll   esc close   q quit
     svctop  shop-api  o 3  5m  14:05:32 UTC     x 7 critical  ! 5 high  : 1 medium
    +- keys ------------------------------------------ up down scroll, esc closes -+
    | Look                                       Move                              |
    | /              filter: users, p95>200ms,   down j       next row             |
    |                status:5xx; in a log:       up k         previous row         |
    |                search                      pgdn ctrl-f  a page down          |
    | enter          open the selected row:      pgup ctrl-b  a page up            |
    |                endpoint, its query         home g       first row            |
    | esc backspace  back; clears the filter;    end G        last row             |
    |                never quits                 tab          next pane; 1-9 go to |
    | z              the focused pane alone,                  a pane               |
    |                and back                    shift-tab    previous pane        |
    | n              next match of the search                                      |
    | N              previous match              Table                             |
    | f              the next finding, when it   s            choose what to sort  |
    |                began                                    by                   |
    | m              mark the row, or take the   >            sort by the next     |
    |                mark away                                column               |
    | '              next marked row             <            sort by the previous |
    | y              copy the selected row, or                column               |
    |                all marked ones             r            reverse the order    |
    |                                            c            choose columns       |
    +------------------------------------------------------------------------------+
     up down scroll   esc close   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
    ╭─ keys ────────────────────────────────────────────────────────────────────────────────────────────── any key closes ─╮
    │ Look                                                              Move                                               │
    │ /              filter: users, p95>200ms, status:5xx; in a log:    ↓ j                 next row                       │
    │                search                                             ↑ k                 previous row                   │
    │ ⏎              open the selected row: endpoint, its query         pgdn ctrl-f ctrl-d  a page down                    │
    │ esc backspace  back; clears the filter; never quits               pgup ctrl-b ctrl-u  a page up                      │
    │ z              the focused pane alone, and back                   home g              first row                      │
    │ n              next match of the search                           end G               last row                       │
    │ N              previous match                                     tab                 next pane; 1-9 go to a pane    │
    │ f              the next finding, when it began                    shift-tab           previous pane                  │
    │ m              mark the row, or take the mark away                                                                   │
    │ '              next marked row                                    Table                                              │
    │ y              copy the selected row, or all marked ones          s                   choose what to sort by         │
    │                                                                   >                   sort by the next column        │
    │ Time                                                              <                   sort by the previous column    │
    │ + =            shorter window                                     r                   reverse the order              │
    │ -              longer window                                      c                   choose columns                 │
    │ space          hold the picture; collecting goes on                                                                  │
    │ {              previous spike or finding                          Program                                            │
    │ }              next spike or finding                              :                   command line; Tab completes    │
    │ [              back by a column of the latency chart              e                   write this view to a text file │
    │ ]              forward by a column                                E                   write its numbers as JSON      │
    │ t              go to a time: 14:05, -10m                          T                   choose a theme                 │
    │ 0              back to the present, then to the window            i                   how often metrics are read     │
    │ b              show changes (+/-) from now on; again: stop        R                   read the metrics now           │
    │                                                                   ctrl-l              redraw the screen              │
    │ Signs                                                             ? F1                this help                      │
    │ ✖ ▲ △          critical, high, medium                             ctrl-z              suspend; fg comes back         │
    │ ●              fine, or nothing found                             q ctrl-c            quit                           │
    │ ▶ ◆            selected row, marked row                                                                              │
    │ ~              estimated, or tied by time alone                   Views without a key                                │
    │ Σ              several pools of one database                      :view targets, own or heat                         │
    │ SHARE          of all SQL time; at an endpoint of its requests                                                       │
    │ ERR %          5xx, and requests without an answer                                                                   │
    │ P95, 10 MIN    the p95 over the last 10 min                                                                          │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯


     esc close   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                         rows x 7 critical  ! 5 high  : 1 medium
    +- keys ---------------------------------------------------------------------------------------------- any key closes -+
    | Look                                                              Move                                               |
    | /              filter: users, p95>200ms, status:5xx; in a log:    down j              next row                       |
    |                search                                             up k                previous row                   |
    | enter          open the selected row: endpoint, its query         pgdn ctrl-f ctrl-d  a page down                    |
    | esc backspace  back; clears the filter; never quits               pgup ctrl-b ctrl-u  a page up                      |
    | z              the focused pane alone, and back                   home g              first row                      |
    | n              next match of the search                           end G               last row                       |
    | N              previous match                                     tab                 next pane; 1-9 go to a pane    |
    | f              the next finding, when it began                    shift-tab           previous pane                  |
    | m              mark the row, or take the mark away                                                                   |
    | '              next marked row                                    Table                                              |
    | y              copy the selected row, or all marked ones          s                   choose what to sort by         |
    |                                                                   >                   sort by the next column        |
    | Time                                                              <                   sort by the previous column    |
    | + =            shorter window                                     r                   reverse the order              |
    | -              longer window                                      c                   choose columns                 |
    | space          hold the picture; collecting goes on                                                                  |
    | {              previous spike or finding                          Program                                            |
    | }              next spike or finding                              :                   command line; Tab completes    |
    | [              back by a column of the latency chart              e                   write this view to a text file |
    | ]              forward by a column                                E                   write its numbers as JSON      |
    | t              go to a time: 14:05, -10m                          T                   choose a theme                 |
    | 0              back to the present, then to the window            i                   how often metrics are read     |
    | b              show changes (+/-) from now on; again: stop        R                   read the metrics now           |
    |                                                                   ctrl-l              redraw the screen              |
    | Signs                                                             ? F1                this help                      |
    | x ! :          critical, high, medium                             ctrl-z              suspend; fg comes back         |
    | o              fine, or nothing found                             q ctrl-c            quit                           |
    | > *            selected row, marked row                                                                              |
    | ~              estimated, or tied by time alone                   Views without a key                                |
    | +              several pools of one database                      :view targets, own or heat                         |
    | SHARE          of all SQL time; at an endpoint of its requests                                                       |
    | ERR %          5xx, and requests without an answer                                                                   |
    | P95, 10 MIN    the p95 over the last 10 min                                                                          |
    +----------------------------------------------------------------------------------------------------------------------+


     esc close   q quit
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                                                                                         rows ✖ 7 critical  ▲ 5 high  △ 1 medium
                                          ╭─ keys ────────────────────────────────────────────────────────────────────────────────────────────────── any key closes ─╮
                                          │ Look                                                                Move                                                 │
                                          │ /              filter: users, p95>200ms, status:5xx; in a log:      ↓ j                 next row                         │
                                          │                search                                               ↑ k                 previous row                     │
                                          │ ⏎              open the selected row: endpoint, its query           pgdn ctrl-f ctrl-d  a page down                      │
                                          │ esc backspace  back; clears the filter; never quits                 pgup ctrl-b ctrl-u  a page up                        │
                                          │ z              the focused pane alone, and back                     home g              first row                        │
                                          │ n              next match of the search                             end G               last row                         │
                                          │ N              previous match                                       tab                 next pane; 1-9 go to a pane      │
                                          │ f              the next finding, when it began                      shift-tab           previous pane                    │
                                          │ m              mark the row, or take the mark away                                                                       │
                                          │ '              next marked row                                      Table                                                │
                                          │ y              copy the selected row, or all marked ones            s                   choose what to sort by           │
                                          │                                                                     >                   sort by the next column          │
                                          │ Time                                                                <                   sort by the previous column      │
                                          │ + =            shorter window                                       r                   reverse the order                │
                                          │ -              longer window                                        c                   choose columns                   │
                                          │ space          hold the picture; collecting goes on                                                                      │
                                          │ {              previous spike or finding                            Program                                              │
                                          │ }              next spike or finding                                :                   command line; Tab completes      │
                                          │ [              back by a column of the latency chart                e                   write this view to a text file   │
                                          │ ]              forward by a column                                  E                   write its numbers as JSON        │
                                          │ t              go to a time: 14:05, -10m                            T                   choose a theme                   │
                                          │ 0              back to the present, then to the window              i                   how often metrics are read       │
                                          │ b              show changes (+/-) from now on; again: stop          R                   read the metrics now             │
                                          │                                                                     ctrl-l              redraw the screen                │
                                          │ Signs                                                               ? F1                this help                        │
                                          │ ✖ ▲ △          critical, high, medium                               ctrl-z              suspend; fg comes back           │
                                          │ ●              fine, or nothing found                               q ctrl-c            quit                             │
                                          │ ▶ ◆            selected row, marked row                                                                                  │
                                          │ ~              estimated, or tied by time alone                     Views without a key                                  │
                                          │ Σ              several pools of one database                        :view targets, own or heat                           │
                                          │ SHARE          of all SQL time; at an endpoint of its requests                                                           │
                                          │ ERR %          5xx, and requests without an answer                                                                       │
                                          │ P95, 10 MIN    the p95 over the last 10 min                                                                              │
                                          ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯






















     esc close   q quit
     svctop  shop-api  o 3 sources  window 5m  14:05:32 UTC                                                                                                         rows x 7 critical  ! 5 high  : 1 medium
                                          +- keys -------------------------------------------------------------------------------------------------- any key closes -+
                                          | Look                                                                Move                                                 |
                                          | /              filter: users, p95>200ms, status:5xx; in a log:      down j              next row                         |
                                          |                search                                               up k                previous row                     |
                                          | enter          open the selected row: endpoint, its query           pgdn ctrl-f ctrl-d  a page down                      |
                                          | esc backspace  back; clears the filter; never quits                 pgup ctrl-b ctrl-u  a page up                        |
                                          | z              the focused pane alone, and back                     home g              first row                        |
                                          | n              next match of the search                             end G               last row                         |
                                          | N              previous match                                       tab                 next pane; 1-9 go to a pane      |
                                          | f              the next finding, when it began                      shift-tab           previous pane                    |
                                          | m              mark the row, or take the mark away                                                                       |
                                          | '              next marked row                                      Table                                                |
                                          | y              copy the selected row, or all marked ones            s                   choose what to sort by           |
                                          |                                                                     >                   sort by the next column          |
                                          | Time                                                                <                   sort by the previous column      |
                                          | + =            shorter window                                       r                   reverse the order                |
                                          | -              longer window                                        c                   choose columns                   |
                                          | space          hold the picture; collecting goes on                                                                      |
                                          | {              previous spike or finding                            Program                                              |
                                          | }              next spike or finding                                :                   command line; Tab completes      |
                                          | [              back by a column of the latency chart                e                   write this view to a text file   |
                                          | ]              forward by a column                                  E                   write its numbers as JSON        |
                                          | t              go to a time: 14:05, -10m                            T                   choose a theme                   |
                                          | 0              back to the present, then to the window              i                   how often metrics are read       |
                                          | b              show changes (+/-) from now on; again: stop          R                   read the metrics now             |
                                          |                                                                     ctrl-l              redraw the screen                |
                                          | Signs                                                               ? F1                this help                        |
                                          | x ! :          critical, high, medium                               ctrl-z              suspend; fg comes back           |
                                          | o              fine, or nothing found                               q ctrl-c            quit                             |
                                          | > *            selected row, marked row                                                                                  |
                                          | ~              estimated, or tied by time alone                     Views without a key                                  |
                                          | +              several pools of one database                        :view targets, own or heat                           |
                                          | SHARE          of all SQL time; at an endpoint of its requests                                                           |
                                          | ERR %          5xx, and requests without an answer                                                                       |
                                          | P95, 10 MIN    the p95 over the last 10 min                                                                              |
                                          +--------------------------------------------------------------------------------------------------------------------------+






















     esc close   q quit
    """#
}
