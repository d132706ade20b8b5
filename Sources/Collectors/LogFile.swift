import Glibc
import Telemetry

/// A log file that is read once, from its start or from a place in it, as fast as it goes.
///
/// It may be larger than memory, and several tasks may read parts of it at the same time.
package final class LogFile: Sendable {
  /// What reading a part of a file came to.
  package struct Summary: Hashable, Sendable {
    /// Bytes of the part; those of all parts add up to the size of the file.
    package var bytesRead: Int64 = 0
    /// Lines left out because they are longer than 1 MiB.
    package var droppedLines = 0
    /// NUL bytes left out at the start of lines.
    package var skippedNULs: Int64 = 0
    /// Where the last whole line ends; `FileTail(continuing:at:)` goes on from there.
    package var end: Int64 = 0

    /// Nothing read.
    package init() {}
  }

  /// The path as given.
  package let path: String
  /// Bytes the file had when it was opened; what comes later is not read.
  package let size: Int64
  let descriptor: FileDescriptor
  let identity: FileIdentity

  /// Opens a regular file.
  package init(path: String) throws(FileTailError) {
    let opened = FileDescriptor.open(path).flatMap { file in file.status().map { (file, $0) } }
    switch opened {
    case .failure(let error): throw FileTailError(error, path: path)
    case .success(let (file, status)):
      if let problem = FileTailError(status.kind, path: path) { throw problem }
      self.path = path
      size = status.size
      descriptor = file
      identity = status.identity
    }
  }

  /// Passes on the lines that start in `range` (all of them by default), in runs of whole lines.
  ///
  /// A line belongs to the part in which its first byte is, so parts that touch give every line
  /// once. A run is at most 2 MiB and valid during the call only. The last line of the file may
  /// lack its LF; it is passed on, alone, only if `includesIncompleteLine`.
  package func read(
    _ range: Range<Int64>? = nil, includesIncompleteLine: Bool = true, _ body: (Bytes) -> Void
  ) throws(FileTailError) -> Summary {
    let wanted = (range ?? 0..<size).clamped(to: 0..<size)
    var summary = Summary()
    summary.end = wanted.lowerBound
    guard !wanted.isEmpty else { return summary }
    posix_fadvise(
      descriptor.number, off_t(wanted.lowerBound), off_t(wanted.count), POSIX_FADV_SEQUENTIAL)
    var reader = PartReader(self, wanted)
    while !reader.isDone {
      if let error = reader.step(body) { throw FileTailError(error, path: path) }
    }
    summary.end = reader.lineEnd
    if includesIncompleteLine { reader.flush(body) }
    summary.bytesRead = max(0, min(reader.offset, wanted.upperBound) - wanted.lowerBound)
    summary.droppedLines = reader.result.droppedLines
    summary.skippedNULs = reader.result.skippedNULs
    return summary
  }
}

/// Reads one part of a log file.
private struct PartReader {
  /// Small enough that what was read is still in the cache when it is parsed.
  private static let chunkSize = 1 << 18

  let file: LogFile
  let range: Range<Int64>
  private let buffer = ReadBuffer(capacity: chunkSize + 4096)
  private var lines: LineCutter
  private(set) var result = PollResult()
  private(set) var offset: Int64
  private(set) var isDone = false

  init(_ file: LogFile, _ range: Range<Int64>) {
    self.file = file
    self.range = range
    // From the byte before, so that a line which starts right at the bound is this part's.
    offset = max(0, range.lowerBound - 1)
    lines = LineCutter(isInsideLine: range.lowerBound > 0)
  }

  /// Where the last whole line ends.
  var lineEnd: Int64 { offset - Int64(lines.partial.count) }

  mutating func step(_ body: (Bytes) -> Void) -> SystemError? {
    // Beyond its bound a part goes on to the end of the line that started in it, and no further.
    let isBeyond = offset >= range.upperBound
    let kept = lines.partial.count
    let size = Int(
      min(Int64(PartReader.chunkSize), (isBeyond ? file.size : range.upperBound) - offset))
    guard size > 0 else {
      isDone = true
      return nil
    }
    buffer.reserve(kept + size)
    lines.partial.withUnsafeBytes { buffer.bytes.copyMemory(from: $0) }
    let target = UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[kept..<(kept + size)])
    var count: Int
    switch file.descriptor.read(at: offset, into: target) {
    case .failure(let error): return error
    case .success(let number): count = number
    }
    isDone = count < size
    if isBeyond, let end = Bytes(rebasing: target[..<count]).firstNewline {
      count = end + 1
      isDone = true
    }
    offset += Int64(count)
    lines.cut(Bytes(rebasing: buffer.bytes[..<(kept + count)]), into: &result, body)
    let endsLine = count > 0 && target[count - 1] == 0x0A
    if offset >= range.upperBound, endsLine || lines.isInsideSkippedLine { isDone = true }
    return nil
  }

  mutating func flush(_ body: (Bytes) -> Void) {
    lines.flush(body)
  }
}
