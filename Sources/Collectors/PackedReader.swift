import Telemetry

/// Reads a packed file from its start to its end, member after member.
struct PackedReader {
  /// Bytes that are unpacked at once; a line that they cut waits for the next piece.
  private static let pieceSize = 1 << 18

  let file: LogFile
  private let packing: Packing
  private let unpacker: any Unpacker
  private let packed = ReadBuffer(capacity: 1 << 16)
  private let buffer = ReadBuffer(capacity: pieceSize + 4096)
  private var lines = LineCutter()
  private var result = PollResult()
  /// Input that was read and not unpacked yet.
  private var waiting: Range<Int> = 0..<0
  /// Where in the file the input after `waiting` is.
  private var readOffset: Int64 = 0
  private var isBetweenMembers = true
  private var unpackedBytes: Int64 = 0
  private(set) var isDone = false
  /// Why the rest of the file was not read.
  private(set) var problem: DisplayText?

  /// A reader of a file that is packed in a way that is read here.
  init?(_ file: LogFile, _ packing: Packing) {
    self.file = file
    self.packing = packing
    switch packing {
    case .gzip:
      guard let unpacker = GzipUnpacker() else { return nil }
      self.unpacker = unpacker
    case .zstandard:
      guard let unpacker = ZstandardUnpacker() else { return nil }
      self.unpacker = unpacker
    case .foreign: return nil
    }
  }

  /// Lines left out because they are longer than 1 MiB.
  var droppedLines: Int { result.droppedLines }

  /// Where in the packed file the next byte to unpack is.
  var offset: Int64 { readOffset - Int64(waiting.count) }

  /// Unpacks the next piece and passes on the lines it completes; the last line at the end.
  mutating func step(_ body: (Bytes) -> Void) {
    guard !isDone else { return }
    if waiting.isEmpty, !refill() { return finish(body) }
    if isBetweenMembers, !begin() { return finish(body) }
    let kept = lines.partial.count
    buffer.reserve(kept + PackedReader.pieceSize)
    let input = Bytes(rebasing: Bytes(packed.bytes)[waiting])
    let step = unpacker.step(
      input,
      into: UnsafeMutableRawBufferPointer(
        rebasing: buffer.bytes[kept..<(kept + PackedReader.pieceSize)]))
    waiting = waiting.lowerBound + step.consumed..<waiting.upperBound
    if step.produced > 0 {
      lines.partial.withUnsafeBytes { buffer.bytes.copyMemory(from: $0) }
      unpackedBytes += Int64(step.produced)
      lines.cut(
        Bytes(rebasing: Bytes(buffer.bytes)[..<(kept + step.produced)]), into: &result, body)
    }
    switch step.outcome {
    case .broken(let reason):
      fail("is broken at byte \(offset): \(reason)")
      finish(body)
    case .memberEnded:
      isBetweenMembers = true
      unpacker.reset()
    case .going:
      // Neither side moved: without more input nothing ever will.
      if step.consumed == 0, step.produced == 0, !refill() { finish(body) }
    }
  }

  /// Reads more input behind what waits; `false` at the end of the file.
  private mutating func refill() -> Bool {
    let kept = waiting.count
    packed.bytes.copyMemory(from: Bytes(rebasing: Bytes(packed.bytes)[waiting]))
    waiting = 0..<kept
    let target = UnsafeMutableRawBufferPointer(rebasing: packed.bytes[kept...])
    switch file.descriptor.read(at: readOffset, into: target) {
    case .failure(let error):
      fail("cannot be read at byte \(readOffset): \(error)")
      return false
    case .success(let count):
      if count == 0, !isBetweenMembers, problem == nil {
        fail("ends early, at byte \(readOffset)")
      }
      waiting = 0..<(kept + count)
      readOffset += Int64(count)
      return count > 0
    }
  }

  /// Begins a member; `false` when what follows the last one is none.
  private mutating func begin() -> Bool {
    // Tapes and some writers fill up with NUL bytes, as gzip(1) allows.
    while let first = waiting.first, unpackedBytes > 0, packed.bytes[first] == 0 {
      waiting = first + 1..<waiting.upperBound
      if waiting.isEmpty, !refill() { return false }
    }
    if unpackedBytes > 0, packing == .gzip, let first = waiting.first,
      packed.bytes[first] != 0x1F
    {
      fail("is followed by something else from byte \(offset) on")
      return false
    }
    isBetweenMembers = false
    return true
  }

  private mutating func fail(_ what: String) {
    problem = DisplayText(
      "\(file.path): the \(packing.name) data \(what); what came before it was read")
  }

  private mutating func finish(_ body: (Bytes) -> Void) {
    isDone = true
    lines.flush(body)
  }
}
