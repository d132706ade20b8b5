extension [Double] {
  /// The sum, rounded alike in whatever order the values come.
  ///
  /// A dictionary has another order in each run, and figures must not depend on it. Each value is
  /// rounded to a step that the largest one sets, of which whole numbers are added; with a thousand
  /// values the step is 2^-51 of the largest. Costs two passes.
  package var orderlessSum: Double {
    var largest = 0.0
    for value in self {
      guard value.isFinite else { return reduce(0, +) }
      largest = Swift.max(largest, value.magnitude)
    }
    // So small or so large that a step would be none.
    guard (0x1p-900...0x1p900).contains(largest) else { return reduce(0, +) }
    let bits = 61 - (Int.bitWidth - count.leadingZeroBitCount)
    let perStep = Double(sign: .plus, exponent: bits - Int(largest.exponent), significand: 1)
    var steps: Int64 = 0
    for value in self { steps += Int64((value * perStep).rounded()) }
    return Double(steps) / perStep
  }
}

extension Dictionary.Values where Value == Double {
  /// The sum, rounded alike in whatever order the values come.
  package var orderlessSum: Double { Array(self).orderlessSum }
}
