/// Statements that were logged before they ran, by process or session, until their duration comes.
struct AnnouncedStatements: Sendable {
  private struct Slot {
    var process: UInt64 = 0
    var text: [UInt8] = []
  }

  private static let capacity = 64
  /// Places that a process may take, from that of its hash on: so many may share it.
  private static let reach = 8
  private static let longestText = 65_536
  /// Empty until a statement was announced; most logs have none.
  private var slots: [Slot] = []
  private var arena = TextArena()
  /// Which of its places a process takes where all are taken, if only by statements without an end.
  private var turn = 0

  /// Keeps a statement in the place of the one that its process announced before.
  mutating func add(_ text: Bytes, _ record: LogRecord) {
    guard let process = Self.process(of: record) else { return }
    if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.capacity) }
    turn = (turn &+ 1) % Self.reach
    let chosen =
      place(of: process, holding: process) ?? place(of: process, holding: 0)
      ?? Self.place(of: process, turn)
    slots[chosen].process = process
    slots[chosen].text.removeAll(keepingCapacity: true)
    slots[chosen].text.append(contentsOf: text.prefix(Self.longestText))
  }

  /// Drops the statement of a process, as no duration will follow.
  mutating func forget(_ record: LogRecord) {
    guard let place = place(of: record) else { return }
    slots[place].process = 0
  }

  /// The statement that the process of `record` announced; valid until the next call.
  mutating func take(_ record: LogRecord) -> Bytes? {
    guard let place = place(of: record) else { return nil }
    slots[place].process = 0
    let text = slots[place].text
    arena.begin(room: text.count)
    return arena.write(atMost: text.count) { room in
      room.copyBytes(from: text)
      return text.count
    }
  }

  private func place(of record: LogRecord) -> Int? {
    guard !slots.isEmpty, let process = Self.process(of: record) else { return nil }
    return place(of: process, holding: process)
  }

  /// The first of the places of `process` that has `holder`; 0 where it is free.
  private func place(of process: UInt64, holding holder: UInt64) -> Int? {
    for step in 0..<Self.reach {
      let place = Self.place(of: process, step)
      if slots[place].process == holder { return place }
    }
    return nil
  }

  private static func place(of process: UInt64, _ step: Int) -> Int {
    Int(truncatingIfNeeded: (process &+ UInt64(step)) % UInt64(capacity))
  }

  private static func process(of record: LogRecord) -> UInt64? {
    let process = record.processID.isEmpty ? record.connectionID : record.processID
    return process.isEmpty ? nil : ByteHash.of(process)
  }
}
