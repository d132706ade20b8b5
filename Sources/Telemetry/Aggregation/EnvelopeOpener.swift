/// Takes the lines of a program out of their envelopes and puts cut ones together again.
struct EnvelopeOpener: Sendable {
  private var envelope: any LogEnvelope
  /// Whether an envelope takes several lines.
  let spansLines: Bool
  /// Whether the line that was opened last by itself holds another one.
  private(set) var hasMore = false
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
    spansLines = type(of: envelope).spansLines
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
      let line = spansLines ? chunk.part(start, end) : chunk.line(from: start, to: end)
      start = end + 1
      repeat {} while hand(over: line, body)
    }
  }

  /// Hands over the next program line that a line holds; whether it holds one more.
  @inline(__always)
  private mutating func hand(
    over line: Bytes, _ body: (Bytes, Timestamp?, UInt64) -> Void
  ) -> Bool {
    var letter = Enclosed()
    guard envelope.open(line, into: &letter) else {
      body(line, nil, 0)
      return false
    }
    if letter.isIncomplete { return false }
    if !letter.isPartial, pieces.isEmpty {
      body(letter.content, letter.time, envelope.stream)
    } else {
      join(letter, body)
    }
    return letter.hasMore
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

  /// The next line of some that follow each other; itself when it is in no envelope.
  ///
  /// `nil` for a line of an envelope whose end is still to come. While it `hasMore` the line holds
  /// another one.
  mutating func open(line: Bytes) -> (content: Bytes, time: Timestamp?)? {
    var letter = Enclosed()
    hasMore = false
    guard envelope.open(line, into: &letter) else { return (line, nil) }
    hasMore = letter.hasMore
    return letter.isIncomplete ? nil : (letter.content, letter.time)
  }

  /// The first program line of an envelope that may take several lines.
  ///
  /// `entry` itself when it is in no envelope, nothing when the envelope has no end.
  mutating func open(entry: Bytes) -> (content: Bytes, time: Timestamp?) {
    envelope.forget()
    guard spansLines else { return open(line: entry) ?? (entry, nil) }
    var start = 0
    while start <= entry.count {
      let end = entry.lineEnd(from: start)
      if let letter = open(line: entry.part(start, end)) { return letter }
      start = end + 1
    }
    return (.none, nil)
  }

  /// Whether an envelope may begin with `line`.
  func begins(_ line: Bytes) -> Bool { type(of: envelope).begins(line) }

  /// An opener of lines that stand elsewhere.
  var restarted: EnvelopeOpener {
    var other = self
    other.envelope.forget()
    return other
  }
}
