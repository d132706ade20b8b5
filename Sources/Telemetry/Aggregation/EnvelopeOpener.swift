/// Takes the lines of a program out of their envelopes and puts cut ones together again.
struct EnvelopeOpener: Sendable {
  private var envelope: any LogEnvelope
  /// What the user sees of it.
  let name: DisplayText
  /// The pieces of lines whose ends have not come yet, by stream.
  private var pieces: [UInt64: [UInt8]] = [:]
  /// Streams whose pieces are kept at once; a line of one more is handed on in parts.
  private static let mostStreams = 16
  /// Longest line that is put together; a longer one is handed on in parts.
  private static let longestLine = 1 << 20

  init(_ envelope: any LogEnvelope) {
    self.envelope = envelope
    name = DisplayText(type(of: envelope).name)
  }

  /// Hands over each program line of `chunk`, with the envelope's time and the line's stream.
  ///
  /// A line without the envelope is handed over as it stands.
  mutating func open(
    _ chunk: Bytes, _ body: (_ line: Bytes, _ time: Timestamp?, _ stream: UInt64) -> Void
  ) {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      let line = chunk.line(from: start, to: end)
      start = end + 1
      var letter = Enclosed()
      guard envelope.open(line, into: &letter) else {
        body(line, nil, 0)
        continue
      }
      if !letter.isPartial, pieces.isEmpty {
        body(letter.content, letter.time, envelope.stream)
        continue
      }
      join(letter, body)
    }
  }

  /// Adds a piece to those of its stream, and hands over the line that it ends.
  private mutating func join(
    _ letter: Enclosed, _ body: (Bytes, Timestamp?, UInt64) -> Void
  ) {
    let stream = envelope.stream
    var line = pieces.removeValue(forKey: stream) ?? []
    line.append(contentsOf: letter.content)
    if letter.isPartial, line.count < EnvelopeOpener.longestLine,
      pieces.count < EnvelopeOpener.mostStreams
    {
      pieces[stream] = line
      return
    }
    line.withUnsafeBytes { body($0, letter.time, stream) }
  }

  /// One line by itself; itself when it is in no envelope.
  mutating func open(line: Bytes) -> (content: Bytes, time: Timestamp?) {
    var letter = Enclosed()
    guard envelope.open(line, into: &letter) else { return (line, nil) }
    return (letter.content, letter.time)
  }
}
