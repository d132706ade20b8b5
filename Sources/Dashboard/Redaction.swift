import Telemetry

/// Takes the literals out of what is shown, so that a snapshot can be pasted into a ticket.
enum Redaction {
  /// A statement with every literal replaced by `?`.
  static func statement(_ statement: DisplayText) -> DisplayText {
    DisplayText(Fingerprinter.of(statement.string).text)
  }
}
