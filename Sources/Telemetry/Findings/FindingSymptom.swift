/// Something that a cause makes worse elsewhere, which is no finding of its own.
package struct FindingSymptom: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// How that elsewhere suffers: what code decides by, whatever the words are.
  package enum Kind: Hashable, Sendable {
    /// It waits until a pool gives up on it.
    case waitsForTimeout
    /// It would be a finding of this kind, had the cause not explained it.
    case explained(FindingKind)
    /// As the words say.
    case other
  }

  /// How it suffers.
  package var kind: Kind
  /// What suffers; `nil` where no row is known for it.
  package var subject: FindingSubject?
  /// One sentence with its numbers.
  package var text: DisplayText

  /// What suffers, how, and in words.
  package init(_ kind: Kind, of subject: FindingSubject, _ text: DisplayText) {
    self.kind = kind
    self.subject = subject
    self.text = text
  }

  /// Words of our own about what has no row.
  package init(stringLiteral value: StaticString) {
    kind = .other
    text = DisplayText(stringLiteral: value)
  }

  /// The words, as they are shown.
  package var string: String { text.string }

  package var description: String { string }
}
