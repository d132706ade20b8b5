import Telemetry

/// Takes the literals out of what is shown, so that a snapshot can be pasted into a ticket.
package enum Redaction {
  /// A statement, or a command of MongoDB, with every literal replaced by `?`.
  static func statement(_ statement: DisplayText) -> DisplayText {
    DisplayText(Fingerprinter.masked(statement.string))
  }

  /// A line of a log, an address or a reason without the values of query strings, without user and
  /// password of addresses, and without the literals of a statement that it holds.
  ///
  /// Where it is not sure what something is, it goes: a line that holds a statement loses all its
  /// numbers and quoted values from there on.
  package static func line(_ line: DisplayText) -> DisplayText {
    var scalars = Array(CommandMask.masked(line.string).unicodeScalars)
    scalars = TextMask.withoutUsers(scalars)
    scalars = TextMask.withoutQueryValues(scalars)
    guard let start = TextMask.statementStart(in: scalars) else {
      return text(of: TextMask.withoutQuoted(scalars))
    }
    let head = TextMask.withoutQuoted(Array(scalars[..<start]))
    return text(of: head + TextMask.withoutLiterals(Array(scalars[start...])))
  }

  /// A sentence of our own, which names statements by their fingerprints and keeps its figures: what
  /// goes are the values of query strings, and user and password of addresses.
  static func sentence(_ sentence: DisplayText) -> DisplayText {
    let scalars = Array(sentence.string.unicodeScalars)
    return text(of: TextMask.withoutQueryValues(TextMask.withoutUsers(scalars)))
  }

  private static func text(of scalars: [Unicode.Scalar]) -> DisplayText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars { UTF8.encode(scalar).map { bytes.append(contentsOf: $0) } }
    return bytes.withUnsafeBytes { DisplayText($0, limit: .max) }
  }
}

extension Model {
  /// The same with every text from outside redacted, unless literals are to be shown.
  ///
  /// Findings quote lines: they are told again in the words that are left.
  func redacted() -> Model {
    guard !settings.showsLiterals, !isRedacted else { return self }
    var model = self
    model.redact()
    model.requote()
    model.refresh()
    return model
  }

  /// Takes out of the history for good what may not be shown.
  mutating func redact() {
    guard !settings.showsLiterals else { return }
    history.replaceTexts(Redaction.line)
    pastLog.replaceTexts(Redaction.line)
    isRedacted = true
  }
}
