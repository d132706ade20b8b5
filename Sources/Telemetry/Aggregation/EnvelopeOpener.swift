/// Takes the lines of a program out of their envelopes and puts cut ones together again.
struct EnvelopeOpener: Sendable {
  private var envelope: any LogEnvelope
  /// What the user sees of it.
  let name: DisplayText
  /// The pieces of a line whose end has not come yet.
  private var pieces: [UInt8] = []
  /// Longest line that is put together; a longer one is handed on in parts.
  private static let longestLine = 1 << 20

  init(_ envelope: any LogEnvelope) {
    self.envelope = envelope
    name = DisplayText(type(of: envelope).name)
  }

  /// Hands over each program line of `chunk`, with the envelope's time.
  ///
  /// A line without the envelope is handed over as it stands.
  mutating func open(_ chunk: Bytes, _ body: (Bytes, Timestamp?) -> Void) {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      let line = chunk.line(from: start, to: end)
      start = end + 1
      var letter = Enclosed()
      guard envelope.open(line, into: &letter) else {
        body(line, nil)
        continue
      }
      if !letter.isPartial, pieces.isEmpty {
        body(letter.content, letter.time)
        continue
      }
      pieces.append(contentsOf: letter.content)
      if letter.isPartial, pieces.count < EnvelopeOpener.longestLine { continue }
      pieces.withUnsafeBytes { body($0, letter.time) }
      pieces.removeAll(keepingCapacity: true)
    }
  }

  /// One line by itself; itself when it is in no envelope.
  mutating func open(line: Bytes) -> (content: Bytes, time: Timestamp?) {
    var letter = Enclosed()
    guard envelope.open(line, into: &letter) else { return (line, nil) }
    return (letter.content, letter.time)
  }
}
