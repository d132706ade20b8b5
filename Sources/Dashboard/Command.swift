import TextUI

/// Everything a user can do with a key.
package enum Command: Hashable, Sendable {
  case quit, help, suspend, redraw
  case up, down, pageUp, pageDown, top, bottom
  case open, back
  case nextPane, previousPane
  case focus(PaneID)
  case zoom
  case filter
  case sortNext, sortPrevious, reverseSort
  case longerWindow, shorterWindow
  case pause
  case saveSnapshot
}
