import Telemetry
import TextUI

/// Everything that can happen to the dashboard, in the order in which it happened.
package enum Event: Sendable {
  /// A key, a click or a turn of the wheel.
  case key(Key)
  /// The terminal has this size.
  case resize(Size)
  /// What one collector saw.
  case batch(Batch)
  /// Time has gone on; carries the wall clock.
  case tick(Timestamp)
  /// A file that an effect asked for was written, or why not.
  case saved(Result<DisplayText, DashboardFailure>)
  /// Lines of logs that an effect asked for were read.
  case earlierLines(EarlierLines)
}

/// Lines of logs up to a moment of the past, as they were read from their files once more.
package struct EarlierLines: Sendable {
  /// The moment that was asked for.
  package let until: Timestamp
  /// Those of each source oldest first; none of sources that cannot be read by time.
  package let lines: [LogLine]

  /// The lines of a moment.
  package init(until: Timestamp, lines: [LogLine]) {
    self.until = until
    self.lines = lines
  }
}

/// Why an effect could not be carried out, as one line for the status bar.
package struct DashboardFailure: Error, Sendable {
  /// One line without a full stop at its end.
  package let message: DisplayText

  /// A failure with what to tell the user.
  package init(message: DisplayText) {
    self.message = message
  }
}

/// What the shell is asked to do after an event: values, so that `update` stays pure.
package enum Effect: Hashable, Sendable {
  /// Leave the loop and give the terminal back.
  case quit
  /// Give the terminal to the shell until `fg`.
  case suspend
  /// Repaint everything, whatever the terminal shows.
  case redraw
  /// Write the snapshot to a file of this name in the current folder.
  case saveSnapshot(name: String, text: String)
  /// Put a text on the user's clipboard.
  case copy(String)
  /// Let the terminal report clicks and the wheel, or leave them to its own selection of text.
  case setMouse(Bool)
  /// Scrape metrics every so many seconds from now on.
  case setInterval(Double)
  /// Scrape metrics now.
  case refresh
  /// Read the lines up to a moment of the past from the files of logs.
  case readLines(until: Timestamp)
}
