extension Screens {
  static let help80x24 = #"""
     svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC  ✖ 5 critical  ▲ 3 high
    ╭─ keys ────────────────────────────────────────────────────── any key closes ─╮
    │ Look                                            Move                         │
    │ /              filter: users, p95>200ms,        ↓ j          next row        │
    │                status:5xx                       ↑ k          row before      │
    │ ⏎              open the selected row:           pgdn ctrl-f  a page down     │
    │                endpoint, its query              pgup ctrl-b  a page up       │
    │ esc backspace  back; clears the filter; never   home g       first row       │
    │                quits                            end G        last row        │
    │ z              the focused pane alone, and      tab          next pane; 1-9  │
    │                back                                          go to a pane    │
    │ + =            shorter window: 15m 5m 1m        shift-tab    pane before     │
    │ -              longer window: 5m 15m 1h all                                  │
    │ space          hold the picture; collecting     Table                        │
    │                goes on                          s >          sort by the next│
    │                                                              column          │
    │ Program                                         <            sort by the     │
    │ e              write this view to a text file                column before   │
    │ ? F1           this help                        r            reverse the     │
    │ ctrl-l         draw the screen anew                          order           │
    │ ctrl-z         suspend; fg comes back                                        │
    │ q ctrl-c       quit                                                          │
    ╰──────────────────────────────────────────────────────────────────────────────╯
     / filter   ⏎ open   z zoom   - window   space pause   s sort   ? help   q quit
    """#
}
