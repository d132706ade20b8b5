import Telemetry

/// A log file cut into pieces that begin with an entry, so that each can be read by itself.
struct FilePieces: Sendable {
  let file: LogFile
  /// The pieces in the order of the file; at least one, which may be empty.
  let ranges: [Range<Int64>]

  /// Cuts what follows `start` into about equal pieces.
  init(
    _ file: LogFile, from start: Int64, _ entries: EntryLayout,
    _ configuration: WholeFile.Configuration
  ) {
    self.file = file
    let length = max(0, file.size - start)
    let count = max(
      1, min(configuration.mostPieces, length / max(1, configuration.leastPieceBytes)))
    var starts = [start]
    for number in stride(from: 1, to: count, by: 1) {
      let wanted = start + length / count * number
      let limit = wanted + length / count
      guard let found = file.entryStart(atOrAfter: wanted, before: limit, entries) else { continue }
      if let last = starts.last, found > last, found < file.size { starts.append(found) }
    }
    ranges = starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : max(start, file.size))
    }
  }

  /// Reads one piece with a session of its own.
  func read(_ index: Int, _ opening: LogOpening) -> PieceResult {
    var session = LogSession(opening)
    var result = PieceResult()
    do {
      let summary = try file.read(ranges[index]) { session.read($0) }
      session.addDropped(lines: summary.droppedLines)
    } catch {
      result.batch = session.failure(error.description)
      result.isBroken = true
      return result
    }
    session.flush()
    let isLast = index == ranges.count - 1
    result.batch = session.takeBatch(lines: isLast ? 100 : 0)
    if isLast {
      var batch = result.batch ?? session.empty()
      batch.health = .ended
      result.batch = batch
    }
    result.lines = session.lineNumber &- (opening.linesBefore ?? 0)
    return result
  }
}

/// What one piece of a file amounts to.
struct PieceResult: Sendable {
  /// `nil` when the piece holds no line.
  var batch: Batch?
  var lines: UInt64 = 0
  /// Whether the file could not be read on.
  var isBroken = false
}

/// Puts the pieces of a file together again, in their order.
struct JoinedPieces {
  /// Lines of the pieces before.
  private var lines: UInt64 = 0
  private var recognised: [DisplayText] = []
  /// Whether a piece could not be read, so that nothing is to follow.
  private(set) var isBroken = false

  /// What to hand over for the next piece: its lines counted from the start of the file.
  mutating func join(_ piece: PieceResult) -> Batch? {
    defer { lines &+= piece.lines }
    isBroken = piece.isBroken
    guard var batch = piece.batch else { return nil }
    for name in batch.recognised where !recognised.contains(name) { recognised.append(name) }
    batch.recognised = recognised
    guard lines > 0 else { return batch }
    for query in batch.queries.indices {
      for example in batch.queries[query].examples.indices
      where batch.queries[query].examples[example].line > 0 {
        batch.queries[query].examples[example].line &+= lines
      }
    }
    return batch
  }
}
