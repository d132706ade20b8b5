extension Screens {
  static let help120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                          ✖ 5 critical  ▲ 3 high
    ╭─ keys ────────────────────────────────────────────────────────────────────────────────────────────── any key closes ─╮
    │ Look                                                              Move                                               │
    │ /              filter: users, p95>200ms, status:5xx; in a log:    ↓ j                 next row                       │
    │                search                                             ↑ k                 row before                     │
    │ ⏎              open the selected row: endpoint, its query         pgdn ctrl-f ctrl-d  a page down                    │
    │ esc backspace  back; clears the filter; never quits               pgup ctrl-b ctrl-u  a page up                      │
    │ z              the focused pane alone, and back                   home g              first row                      │
    │ n              next match of the search                           end G               last row                       │
    │ N              match before                                       tab                 next pane; 1-9 go to a pane    │
    │ y              copy the selected row: route, SQL, line            shift-tab           pane before                    │
    │                                                                                                                      │
    │ Time                                                              Table                                              │
    │ + =            shorter window                                     s                   choose what to sort by         │
    │ -              longer window                                      >                   sort by the next column        │
    │ space          hold the picture; collecting goes on               <                   sort by the column before      │
    │ {              spike or finding before                            r                   reverse the order              │
    │ }              next spike or finding                              c                   choose columns                 │
    │ [              a column of the charts back                                                                           │
    │ ]              a column forth                                     Program                                            │
    │ t              go to a time: 14:05, -10m                          :                   command line; Tab completes    │
    │ 0              back to the present                                e                   write this view to a text file │
    │ b              show changes from now on; again: stop              E                   write its numbers as JSON      │
    │                                                                   T                   choose a theme                 │
    │                                                                   i                   how often metrics are read     │
    │                                                                   R                   read the metrics now           │
    │                                                                   ctrl-l              draw the screen anew           │
    │                                                                   ? F1                this help                      │
    │                                                                   ctrl-z              suspend; fg comes back         │
    │                                                                   q ctrl-c            quit                           │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯








     / filter   ⏎ open   z zoom   - window   space pause   { spike   s sort   e snapshot   ? help   q quit
    """#
}
