extension Screens {
  static let help80x24 = #"""
     svctop  shop-api  ● 3  5m  14:05:32 UTC     ✖ 6 critical  ▲ 3 high  △ 1 medium
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
    """#
}
