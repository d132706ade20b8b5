import Telemetry

/// Counting the lines before a place in a file, so that those after it have the numbers that an editor shows.
extension OpenFile {
  /// Line ends in the first `size` bytes; `nil` where that would take long or the file cannot be read.
  ///
  /// Costs a look at each byte: a tenth of a second for the most that it takes on.
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

  /// Line ends in some bytes, 64 at a time.
  static func count(in bytes: Bytes) -> UInt64 {
    let end = SIMD64<UInt8>(repeating: 0x0A)
    let one = SIMD64<UInt8>(repeating: 1)
    var total: UInt64 = 0
    var place = 0
    while place &+ 64 <= bytes.count {
      var sums = SIMD64<UInt8>.zero
      // A lane of eight bits holds no more than 255.
      let stop = min(bytes.count &- 63, place &+ 255 &* 64)
      while place < stop {
        let found = bytes.loadUnaligned(fromByteOffset: place, as: SIMD64<UInt8>.self) .== end
        sums &+= SIMD64<UInt8>.zero.replacing(with: one, where: found)
        place &+= 64
      }
      for lane in sums.indices { total &+= UInt64(sums[lane]) }
    }
    while place < bytes.count {
      if bytes[place] == 0x0A { total &+= 1 }
      place &+= 1
    }
    return total
  }
}
