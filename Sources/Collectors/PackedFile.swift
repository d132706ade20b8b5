import Telemetry

/// A packed log that is read once, from its start to its end.
struct PackedFile {
  /// Unpacked bytes after which a batch is handed over.
  private static let batchBytes = 16 << 20
  /// Unpacked bytes by which the format is found out.
  private static let sampleBytes = 1 << 16

  let file: LogFile
  let packing: Packing
  let source: SourceID
  let preferences: LogPreferences
  /// Whether all of the file's time is asked for, so that slots may be wide.
  let isWholeTime: Bool

  /// Hands over what the file says, a batch at a time; the last one's health says how it ended.
  func read(_ yield: (Batch) async -> Void) async {
    if let refusal = packing.refusal(path: file.path) {
      return await yield(.failing(DisplayText(refusal), source))
    }
    guard var reader = PackedReader(file, packing) else {
      return await yield(
        .failing(DisplayText("\(file.path): no memory to unpack it"), source))
    }
    var session = LogSession(
      source: source, preferences: preferences, slotSeconds: isWholeTime ? slotSeconds() : 5)
    var head: [UInt8] = []
    var bytes = 0
    while !reader.isDone, head.count < PackedFile.sampleBytes { reader.step { head += $0 } }
    head.withUnsafeBytes { session.read($0) }
    if let refusal = session.refusal {
      return await yield(.failing(refusal, source))
    }
    while !reader.isDone {
      reader.step {
        bytes += $0.count
        session.read($0)
      }
      guard bytes >= PackedFile.batchBytes else { continue }
      bytes = 0
      if let batch = session.takeBatch(lines: 0) { await yield(batch) }
      if Task.isCancelled { return }
    }
    session.flush()
    session.addDropped(lines: reader.droppedLines)
    var batch = session.takeBatch(lines: 100) ?? session.empty()
    guard let problem = reader.problem else {
      batch.health = .ended
      return await yield(batch)
    }
    // What was read counts as read; then what is wrong.
    await yield(batch)
    await yield(session.failure(problem))
  }

  /// The width of slots, guessed from the time in the first lines and the part they are of all.
  private func slotSeconds() -> Double {
    var session = LogSession(source: source, preferences: preferences)
    guard var reader = PackedReader(file, packing) else { return 5 }
    var sample: [UInt8] = []
    while !reader.isDone, sample.count < 1 << 20 { reader.step { sample += $0 } }
    let stamps = sample.withUnsafeBytes { bytes -> (first: Timestamp, last: Timestamp)? in
      session.detect(bytes)
      guard let end = bytes.firstNewline, let last = bytes.lastWholeLine,
        let first = session.stamp(of: Bytes(rebasing: bytes[..<end])),
        let latest = session.stamp(of: last)
      else { return nil }
      return (first, latest)
    }
    guard let stamps, reader.offset > 0 else { return 5 }
    let part = Double(reader.offset) / Double(max(file.size, 1))
    return WholeFile.slotSeconds((stamps.last - stamps.first) / part)
  }
}
