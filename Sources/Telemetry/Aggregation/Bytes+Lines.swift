#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension Bytes {
  /// The whole lines among the last `limit` bytes; the end of a line that is longer than that.
  func lastLines(within limit: Int) -> Bytes {
    guard count > limit else { return self }
    let start = count - limit
    let firstLine = lineEnd(from: start - 1) + 1
    return Bytes(rebasing: self[(firstLine < count ? firstLine : start)...])
  }

  /// Where the last `limit` lines begin.
  func startOfLast(_ limit: Int) -> Int {
    guard limit > 0 else { return count }
    var start = count
    var lines = 0
    while start > 0 {
      if start < count, self[start - 1] == 0x0A {
        lines += 1
        if lines == limit { return start }
      }
      start -= 1
    }
    return start
  }

  /// Index of the line end at or after `start`, or the end of the bytes.
  @inline(__always)
  func lineEnd(from start: Int) -> Int {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, 0x0A, count - start)
    else { return count }
    return UnsafeRawPointer(found) - base
  }

  /// The line from `start` to `end` without a carriage return before its end.
  @inline(__always)
  func line(from start: Int, to end: Int) -> Bytes {
    let stop = end > start && self[end - 1] == 0x0D ? end - 1 : end
    return Bytes(rebasing: self[start..<stop])
  }
}
