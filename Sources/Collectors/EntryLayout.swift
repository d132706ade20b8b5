import Telemetry

/// How the entries of a log lie over its lines: where a reader may begin, and what it must know.
struct EntryLayout: Sendable {
  private var format: (any LogFormat)?
  private var alternates: [any LogFormat] = []
  private var envelope: (any LogEnvelope.Type)?
  private var stamps = StampContext()

  /// Every line is an entry by itself.
  init() {}

  /// The entries of a format and of those beside it, each line in an envelope if there is one.
  init(
    format: any LogFormat, alternates: [any LogFormat] = [],
    envelope: (any LogEnvelope.Type)? = nil,
    stamps: StampContext = StampContext()
  ) {
    self.format = format
    self.alternates = alternates
    self.envelope = envelope
    self.stamps = stamps
  }

  /// Whether entries may span lines.
  var isMultiLine: Bool { format.map { type(of: $0).isMultiLine } ?? false }

  /// Whether lines at the start of the file say how the others are read.
  var hasHeader: Bool { formats.contains { type(of: $0).hasHeader } }

  /// Whether an entry's meaning depends on those before it.
  var isSequential: Bool { formats.contains { type(of: $0).isSequential } }

  private var formats: [any LogFormat] { (format.map { [$0] } ?? []) + alternates }

  /// Whether the file can be read in pieces by readers that know nothing of each other.
  var isDivisible: Bool {
    !hasHeader && !isSequential && !alternates.contains { type(of: $0).isMultiLine }
  }

  /// Whether the lines of an entry stand in the file as they are, to be read as one.
  var joinsLines: Bool { envelope.map { $0.spansLines } ?? isMultiLine }

  /// Whether every line may be the first of a piece.
  var isEveryLineAnEntry: Bool { !isMultiLine && envelope == nil }

  /// Whether a new entry begins with `line`; `previous` is the line before it in the file.
  func begins(with line: Bytes, after previous: Bytes) -> Bool {
    var content = line
    if let envelope, envelope.spansLines { return envelope.begins(line) }
    guard var opener = envelope?.make(stamps) else { return beginsEntry(line) }
    var letter = Enclosed()
    // A line that a collector cut in two goes on in its next envelope.
    if opener.open(previous.trimmed, into: &letter), letter.isPartial { return false }
    letter = Enclosed()
    var fresh = opener
    if fresh.open(line.trimmed, into: &letter) { content = letter.content }
    return beginsEntry(content)
  }

  /// The lines of the program itself, out of their envelopes.
  func contents(of lines: Bytes) -> [UInt8] {
    guard var opener = envelope?.make(stamps) else { return Array(lines) }
    var contents: [UInt8] = []
    lines.forEachLine { line in
      var letter = Enclosed()
      let isWhole = envelope?.spansLines ?? false
      guard opener.open(isWhole ? line : line.trimmed, into: &letter) else {
        contents += line
        contents.append(0x0A)
        return
      }
      while !letter.isIncomplete {
        contents += letter.content
        if !letter.isPartial { contents.append(0x0A) }
        guard letter.hasMore else { return }
        letter = Enclosed()
        guard opener.open(line.trimmed, into: &letter) else { return }
      }
    }
    return contents
  }

  private func beginsEntry(_ line: Bytes) -> Bool {
    guard isMultiLine, let format else { return true }
    return format.beginsEntry(line.trimmed)
  }
}

extension UnsafeRawBufferPointer {
  /// The line without the carriage return at its end.
  fileprivate var trimmed: Bytes {
    last == 0x0D ? Bytes(rebasing: self[..<(count - 1)]) : self
  }

  /// Hands over each line without its LF, the last one also when it has none.
  fileprivate func forEachLine(_ body: (Bytes) -> Void) {
    var rest = self
    while !rest.isEmpty {
      guard let end = rest.firstNewline else { return body(rest) }
      body(Bytes(rebasing: rest[..<end]))
      rest = Bytes(rebasing: rest[(end + 1)...])
    }
  }

  /// The last line that ends in LF, without it; `nil` when there is none.
  var lastWholeLine: Bytes? {
    guard let end = lastNewline(from: 0) else { return nil }
    let before = Bytes(rebasing: self[..<end])
    let start = before.lastNewline(from: 0).map { $0 + 1 } ?? 0
    return Bytes(rebasing: before[start...])
  }
}
