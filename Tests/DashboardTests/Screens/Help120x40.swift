extension Screens {
  static let help120x40 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC                                          ✖ 5 critical  ▲ 3 high
    ╭─ keys ────────────────────────────────────────────────────────────────────────────────────────────── any key closes ─╮
    │ Look                                                       Move                                                      │
    │ /              filter: users, p95>200ms, status:5xx        ↓ j                 next row                              │
    │ ⏎              open the selected row: endpoint, its query  ↑ k                 row before                            │
    │ esc backspace  back; clears the filter; never quits        pgdn ctrl-f ctrl-d  a page down                           │
    │ z              the focused pane alone, and back            pgup ctrl-b ctrl-u  a page up                             │
    │ + =            shorter window: 15m 5m 1m                   home g              first row                             │
    │ -              longer window: 5m 15m 1h all                end G               last row                              │
    │ space          hold the picture; collecting goes on        tab                 next pane; 1-9 go to a pane           │
    │                                                            shift-tab           pane before                           │
    │ Program                                                                                                              │
    │ e              write this view to a text file              Table                                                     │
    │ ? F1           this help                                   s >                 sort by the next column               │
    │ ctrl-l         draw the screen anew                        <                   sort by the column before             │
    │ ctrl-z         suspend; fg comes back                      r                   reverse the order                     │
    │ q ctrl-c       quit                                                                                                  │
    ╰──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────╯





















     / filter   ⏎ open   z zoom   - window   space pause   s sort   e snapshot   ? help   q quit
    """#
}
