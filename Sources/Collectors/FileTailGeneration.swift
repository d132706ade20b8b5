import Glibc
import Telemetry

/// The buffer that all files of one tail are read into.
final class ReadBuffer {
  private(set) var bytes: UnsafeMutableRawBufferPointer

  init(capacity: Int) {
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit {
    bytes.deallocate()
  }

  /// Makes room for `capacity` bytes; what the buffer held is lost.
  func reserve(_ capacity: Int) {
    guard capacity > bytes.count else { return }
    bytes.deallocate()
    bytes = .allocate(byteCount: capacity, alignment: 16)
  }
}

/// One file that the path names or named, and how far it was read.
struct TailedFile {
  private(set) var file: any OpenFile
  private(set) var identity: FileIdentity
  private(set) var position: TailPosition
  private var lines: LineCutter
  /// Monotonic seconds at which it last grew, or was left.
  var quietSince = 0.0

  /// A file that is read from `position` on.
  init(
    _ file: any OpenFile, identity: FileIdentity, position: TailPosition = TailPosition()
  ) {
    self.file = file
    self.identity = identity
    self.position = position
    lines = LineCutter(isAtStart: position.offset == 0)
  }

  /// What became of one read.
  enum Step {
    case more(Int)
    case end(Int)
    /// The file was cut or written anew: call `restart` and read again.
    case rewritten
    case failed(SystemError)
  }

  /// Reads at most `size` new bytes (up to 1 MiB) and passes on the lines they complete.
  mutating func readChunk(
    _ size: Int, with buffer: ReadBuffer, into result: inout PollResult, _ body: (Bytes) -> Void
  ) -> Step {
    let memory = position.memory.count
    // The incomplete line is put right before the new bytes, over those that are remembered.
    let start = max(memory, lines.partial.count)
    buffer.reserve(start + size)
    let target = UnsafeMutableRawBufferPointer(
      rebasing: buffer.bytes[(start - memory)..<(start + size)])
    let count: Int
    switch file.read(at: position.readOffset, into: target) {
    case .failure(let error): return .failed(error)
    case .success(let number): count = number
    }
    let isFull = count == target.count
    switch position.judge(Bytes(rebasing: target[..<count]), isFull: isFull) {
    case .rewritten: return .rewritten
    case .nothing: return .end(0)
    case .hole(let length): return skipHole(length, &result, body)
    case .fresh(let fresh):
      position.advance(over: Bytes(rebasing: target[..<(memory + fresh)]))
      let first = start - lines.partial.count
      lines.partial.withUnsafeBytes { partial in
        UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[first..<start]).copyMemory(
          from: partial)
      }
      lines.cut(Bytes(rebasing: buffer.bytes[first..<(start + fresh)]), into: &result, body)
      return isFull ? .more(fresh) : .end(fresh)
    }
  }

  /// Passes on the incomplete last line, as no more of it will come.
  mutating func flush(_ body: (Bytes) -> Void) {
    lines.flush(body)
  }

  /// Goes on in `other`, which replaced this file, if it begins with all that was read of it.
  mutating func move(to other: any OpenFile, identity: FileIdentity) -> Bool {
    guard position.offset > 0, isDeleted, holds(position, in: other) else { return false }
    file = other
    self.identity = identity
    return true
  }

  /// Whether no path leads to the file any more.
  private var isDeleted: Bool {
    guard case .success(let status) = file.status() else { return false }
    return status.linkCount == 0
  }

  /// Goes on in a copy of this file, the incomplete last line included.
  mutating func handOver(to copy: any OpenFile, identity: FileIdentity) -> TailedFile {
    var rest = TailedFile(copy, identity: identity, position: position)
    rest.lines = lines
    lines = LineCutter()
    return rest
  }

  /// Begins at the start of the file.
  mutating func restart(_ result: inout PollResult, _ body: (Bytes) -> Void) {
    lines.flush(body)
    lines = LineCutter()
    position = TailPosition()
    result.truncations += 1
  }

  private mutating func skipHole(
    _ length: Int, _ result: inout PollResult, _ body: (Bytes) -> Void
  ) -> Step {
    guard let data = file.nextData(after: position.offset) else { return .end(0) }
    let end = max(data, position.offset + Int64(length))
    lines.flush(body)
    result.skippedNULs += end - position.offset
    position.advance(overHoleTo: end)
    return .more(length)
  }
}

/// Whether a file still holds the bytes that are remembered before a position.
func holds(_ position: TailPosition, in file: any OpenFile) -> Bool {
  withUnsafeTemporaryAllocation(byteCount: TailPosition.memoryLength, alignment: 1) { space in
    let target = UnsafeMutableRawBufferPointer(rebasing: space[..<position.memory.count])
    guard case .success(let count) = file.read(at: position.readOffset, into: target) else {
      return false
    }
    return position.judge(Bytes(rebasing: target[..<count]), isFull: false) != .rewritten
  }
}

extension OpenFile {
  /// Up to `count` bytes from `offset` on; empty when they cannot be read.
  func bytes(at offset: Int64, count: Int) -> [UInt8] {
    Array(unsafeUninitializedCapacity: count) { space, initialized in
      guard
        case .success(let number) = read(at: offset, into: UnsafeMutableRawBufferPointer(space))
      else { return }
      initialized = number
    }
  }

  /// The place to go on from at `offset`, with the bytes before it; the start if it is not there.
  func position(at offset: Int64) -> TailPosition {
    let length = Int(min(max(0, offset), Int64(TailPosition.memoryLength)))
    let memory = bytes(at: offset - Int64(length), count: length)
    return memory.count == length && length > 0
      ? TailPosition(offset: offset, memory: memory) : TailPosition()
  }

  /// Where the line that holds the byte before `offset` starts, at most 1 MiB back; else `nil`.
  func lineStart(before offset: Int64) -> Int64? {
    var end = offset
    let limit = max(0, offset - Int64(LineCutter.longestLine))
    while end > limit {
      let start = max(limit, end - 1 << 14)
      let piece = bytes(at: start, count: Int(end - start))
      if let newline = piece.lastIndex(of: 0x0A) { return start + Int64(newline) + 1 }
      end = start
    }
    return limit == 0 ? 0 : nil
  }
}
