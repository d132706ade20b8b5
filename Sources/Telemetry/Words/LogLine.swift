/// One line for the log tail.
package struct LogLine: Hashable, Sendable {
  package var time: Timestamp
  package var level: LogLevel
  package var text: DisplayText
  package var source: SourceID
  /// Whether it goes on with the entry of the line before, whose time and level it has.
  package var goesOn = false

  /// One line for the log tail.
  package init(time: Timestamp, level: LogLevel, text: DisplayText, source: SourceID) {
    self.time = time
    self.level = level
    self.text = text
    self.source = source
  }

  /// Whether it goes on with the entry that a line is of, and not with one that is out of sight.
  package func goesOn(after line: LogLine) -> Bool {
    goesOn && line.time == time && line.source == source
  }
}

/// A message that a program wrote while it started.
package struct StartUpLine: Hashable, Sendable {
  /// What it says.
  package enum Phase: Sendable {
    case beginning, between, ready
  }

  package var phase: Phase
  package var line: LogLine

  /// A message with what it says.
  package init(phase: Phase, line: LogLine) {
    self.phase = phase
    self.line = line
  }
}
