import Telemetry

/// How far a file was read, and how to tell that it is still the file that was read.
///
/// Each read begins a little before the end of the last one, so that the same bytes must come
/// again; if they do not, the file was cut or written anew. It decides; `TailedFile` reads.
///
///     file    ........................|new new new
///                     |--- memory ----|
///             read asks for:  memory + new
struct TailPosition {
  /// Bytes before `offset` that are remembered.
  static let memoryLength = 1024

  /// Where the next byte will be read.
  private(set) var offset: Int64
  /// The bytes just before `offset`.
  private(set) var memory: [UInt8]

  /// The start of a file.
  init() {
    offset = 0
    memory = []
  }

  /// A place in a file, given the bytes before it.
  init(offset: Int64, memory: [UInt8]) {
    self.offset = offset
    self.memory = memory
  }

  /// Where a read begins.
  var readOffset: Int64 { offset - Int64(memory.count) }

  /// What a read means.
  enum Verdict: Hashable {
    /// The remembered bytes are gone or others: read again from the start.
    case rewritten
    /// Nothing new that can be used yet.
    case nothing
    /// So many new bytes after the remembered ones.
    case fresh(Int)
    /// A full read of nothing but NUL bytes.
    case hole(Int)
  }

  /// Judges what was read at `readOffset`; `isFull` says that all bytes asked for came.
  ///
  /// NUL bytes at the end are not taken: they may be a place that is reserved but not written.
  func judge(_ read: Bytes, isFull: Bool) -> Verdict {
    guard read.count >= memory.count else { return .rewritten }
    guard read.starts(with: memory) else { return .rewritten }
    var end = read.count
    while end > memory.count, read[end - 1] == 0 { end -= 1 }
    if end > memory.count { return .fresh(end - memory.count) }
    return isFull && read.count > end ? .hole(read.count - end) : .nothing
  }

  /// Moves past new bytes; `read` is what was read at `readOffset`, up to the last of them.
  mutating func advance(over read: Bytes) {
    offset += Int64(read.count - memory.count)
    memory = Array(read.suffix(TailPosition.memoryLength))
  }

  /// Moves past a hole.
  mutating func advance(overHoleTo end: Int64) {
    offset = end
    memory = Array(repeating: 0, count: Int(min(end, Int64(TailPosition.memoryLength))))
  }
}
