extension RandomAccessCollection {
  /// The first place from which on `belongsLater` holds; the end where it holds nowhere.
  ///
  /// Elements must be in such an order that it holds for all after the first for which it does. Costs a
  /// look at a logarithm of them. Named as in swift-algorithms.
  @inline(__always)
  func partitioningIndex(where belongsLater: (Element) -> Bool) -> Index {
    var low = startIndex
    var left = count
    while left > 0 {
      let half = left / 2
      let middle = index(low, offsetBy: half)
      if belongsLater(self[middle]) {
        left = half
      } else {
        low = index(after: middle)
        left -= half + 1
      }
    }
    return low
  }
}
