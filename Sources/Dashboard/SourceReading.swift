import Telemetry

/// How far a log is read that has a past: until it ends, all figures of it still grow.
struct SourceReading: Hashable, Sendable {
  /// Part of the bytes that were read (0...1); `nil` where it is not known how many there are.
  var share: Double?

  /// `reading 44 %`, or `reading` alone.
  var text: String {
    // All of it is read only when nothing is left, which is told otherwise.
    "reading" + (share.map { " " + Units.wholePercent(min(0.99, $0)) } ?? "")
  }

  /// The part of so many bytes that were read and are not.
  private init(read: UInt64, unread: UInt64) {
    share = read + unread > 0 ? Double(read) / Double(read + unread) : nil
  }

  private init() {}

  /// How far a source is; `nil` where nothing of its past is being read.
  ///
  /// `unread` are the bytes of its past that are yet to be read. Where nobody tells, stamps do that are
  /// long gone although much was read of late: what is written now is of now.
  init?(of source: SourceState, at clock: Timestamp, unread: UInt64?) {
    guard source.identity.kind == .log, source.health == .ok else { return nil }
    if let unread {
      guard unread > 0 else { return nil }
      self.init(read: source.tally.bytes, unread: unread)
      return
    }
    guard let last = source.lastSuccess, clock - last < SourceReading.pauseSeconds,
      let end = source.extent?.upperBound, clock - end > SourceReading.pastSeconds,
      let intake = source.intake(now: clock),
      intake.bytesPerSecond > SourceReading.bytesPerSecond
    else { return nil }
    self.init()
  }

  /// How far all sources are together, those that are read to their end included; `nil` where none is
  /// being read.
  init?(ofAll sources: [SourceState], at clock: Timestamp, unread: (SourceState) -> UInt64?) {
    let reading = sources.filter {
      SourceReading(of: $0, at: clock, unread: unread($0)) != nil
    }
    guard !reading.isEmpty else { return nil }
    guard reading.allSatisfy({ unread($0) != nil }) else {
      self.init()
      return
    }
    let logs = sources.filter { $0.identity.kind == .log }
    self.init(
      read: logs.reduce(0) { $0 + $1.tally.bytes },
      unread: reading.reduce(0) { $0 + (unread($1) ?? 0) })
  }

  /// Nothing read for so long is read to its end; batches of the past come several a second.
  private static let pauseSeconds = 3.0
  /// Stamps so old are of the past.
  private static let pastSeconds = 600.0
  /// Mean of the last minute, above what a service writes.
  private static let bytesPerSecond = 1_048_576.0
}

extension Model {
  /// How far all sources are; `nil` where none is being read, or while a moment is held.
  var reading: SourceReading? {
    guard heldAt == nil else { return nil }
    return SourceReading(ofAll: history.sources, at: clock, unread: \.unreadBytes)
  }

  /// How far a source is, as `reading`.
  func reading(of source: SourceState) -> SourceReading? {
    guard heldAt == nil else { return nil }
    return SourceReading(of: source, at: clock, unread: source.unreadBytes)
  }
}
