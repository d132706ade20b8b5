extension [UInt64] {
  /// Digits of a byte each, from the lowest (https://en.wikipedia.org/wiki/Radix_sort).
  private static let digitValues = 256
  /// So few are sorted sooner by comparing them.
  private static let fewest = 128

  /// The same words in rising order.
  ///
  /// Cost: two passes over the words for each byte in which not all of them are alike: for thousands of
  /// words that lie close together a fifth of what comparing costs.
  func sortedByRadix() -> [UInt64] {
    guard count >= Self.fewest else { return sorted() }
    var differing: UInt64 = 0
    for word in self { differing |= word ^ self[0] }
    var words = self
    var others = [UInt64](repeating: 0, count: count)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.digitValues) { starts in
      var shift: UInt64 = 0
      while shift < 64, differing >> shift != 0 {
        defer { shift += 8 }
        guard (differing >> shift) & 0xFF != 0 else { continue }
        starts.initialize(repeating: 0)
        for word in words { starts[Int((word >> shift) & 0xFF)] += 1 }
        var next = 0
        for digit in starts.indices { (starts[digit], next) = (next, next + starts[digit]) }
        for word in words {
          let digit = Int((word >> shift) & 0xFF)
          others[starts[digit]] = word
          starts[digit] += 1
        }
        swap(&words, &others)
      }
    }
    return words
  }
}
