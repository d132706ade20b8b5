import Glibc
import Telemetry

/// Counting the lines before a place in a file, so that those after it have the numbers that an editor shows.
extension OpenFile {
  /// Line ends in the first `size` bytes; `nil` where these are too many or the file cannot be read.
  ///
  /// Costs a look at each byte of the file.
  func lineEnds(before size: Int64) -> UInt64? { lineEnds(in: 0..<max(0, size)) }

  /// Line ends in a part of a file.
  func lineEnds(in range: Range<Int64>) -> UInt64? {
    guard range.count <= LineEnds.mostBytes else { return nil }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: LineEnds.chunkBytes, alignment: 64)
    defer { buffer.deallocate() }
    var count: UInt64 = 0
    var offset = range.lowerBound
    while offset < range.upperBound, !Task.isCancelled {
      let size = Int(min(Int64(buffer.count), range.upperBound - offset))
      guard
        case .success(let read) = self.read(
          at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])),
        read > 0
      else { return nil }
      count &+= LineEnds.count(in: Bytes(rebasing: buffer[..<read]))
      offset += Int64(read)
    }
    return offset == range.upperBound ? count : nil
  }
}

/// Counting line ends in memory.
enum LineEnds {
  /// Bytes that are looked through at most.
  static let mostBytes = 256 << 20
  static let chunkBytes = 1 << 20

  /// Line ends in some bytes.
  static func count(in bytes: Bytes) -> UInt64 {
    guard var place = bytes.baseAddress else { return 0 }
    let end = place + bytes.count
    var count: UInt64 = 0
    while place < end, let found = memchr(place, 0x0A, end - place) {
      count &+= 1
      place = UnsafeRawPointer(found) + 1
    }
    return count
  }
}
