/// One line for the log tail.
package struct LogLine: Hashable, Sendable {
  /// That of its entry, else when it was read.
  package var time: Timestamp
  /// That of its entry; `unknown` where the entry does not say.
  package var level: LogLevel
  /// As it was written, without its line end, or the message of an entry that is shown in place of
  /// its lines; one that is very long is cut off.
  package var text: DisplayText
  /// The log it is from.
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
    /// `between` are messages after a beginning, which may say what takes the time.
    case beginning, between, ready
  }

  /// What it says of the start.
  package var phase: Phase
  /// The message as the log tail would show it.
  package var line: LogLine

  /// A message with what it says.
  package init(phase: Phase, line: LogLine) {
    self.phase = phase
    self.line = line
  }
}
