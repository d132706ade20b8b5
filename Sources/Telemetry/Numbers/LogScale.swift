/// The base-2 logarithmic bucket scale that every latency of a log is counted on.
///
/// Bucket `k` holds values in `(2^((k-1)/64), 2^(k/64)]` seconds, which is schema 6 of
/// Prometheus's native histograms (https://prometheus.io/docs/specs/native_histograms/). With
/// `g = 2^(1/64)`, the value given back for a bucket is at most `(g-1)/(g+1)` = 0.54 % away from
/// any value inside it.
///
///     index 0        1 ............................ 2240
///           zero     2^-21 s (0.5 us) ... 2^14 s (4.5 h), 64 buckets per octave
package enum LogScale {
  /// Buckets in which a value doubles.
  static let bucketsPerOctave = 64
  /// Exponent of the smallest value told apart from zero.
  private static let lowestExponent = -21
  private static let highestExponent = 14

  /// Number of buckets, the one for zero included.
  package static let count = (highestExponent - lowestExponent) * bucketsPerOctave + 1

  /// The bucket of a duration in seconds; negative and NaN count as zero, hours as the last one.
  ///
  /// Cost: two table look-ups and a comparison; no logarithm is taken.
  @inline(__always)
  package static func index(of seconds: Double) -> Int {
    guard seconds > 0 else { return 0 }
    let bits = seconds.bitPattern
    let exponent = Int(bits >> 52) - 1023
    let fraction = bits & 0x000F_FFFF_FFFF_FFFF
    if exponent < lowestExponent { return 1 }
    if exponent >= highestExponent { return count - 1 }
    // A cell of 1/256 of the octave holds at most one bound, so one comparison settles it.
    let cell = Int(fraction >> 44)
    var step = Int(tables.firstStep[cell])
    if fraction > tables.bound[step] { step += 1 }
    return max(1, (exponent - lowestExponent) * bucketsPerOctave + step)
  }

  /// The value that stands for a bucket, in seconds: the point with the least relative error.
  package static func value(of index: Int) -> Double {
    guard index > 0 else { return 0 }
    let upper = upperBound(of: index)
    // What is shorter than half a microsecond is counted in bucket 1 too, but does not move it.
    let lower = index > 1 ? upperBound(of: index - 1) : tables.least
    return 2 * lower * upper / (lower + upper)
  }

  /// The largest value that falls into a bucket, in seconds.
  package static func upperBound(of index: Int) -> Double {
    guard index > 0 else { return 0 }
    let octave = index / bucketsPerOctave + lowestExponent
    let step = index % bucketsPerOctave
    return tables.power[step] * Double(sign: .plus, exponent: octave, significand: 1)
  }

  /// The value just below the smallest one that falls into a bucket, in seconds.
  package static func lowerBound(of index: Int) -> Double {
    index > 1 ? upperBound(of: index - 1) : 0
  }

  private struct Tables {
    /// 2^(step/64) for each step of an octave.
    var power: [Double] = []
    /// The mantissa bits of `power`, with an end mark.
    var bound: [UInt64] = []
    /// For each 1/256 of an octave, the first step whose bound is not below its start.
    var firstStep: [UInt8] = []
    /// The smallest value told apart from zero.
    let least = Double(sign: .plus, exponent: lowestExponent, significand: 1)

    init() {
      // 2^(1/64) by six square roots; each step is one product away from an exact root, so the
      // error stays below 2^-50 and no library logarithm is needed.
      var roots: [Double] = []
      var root = 2.0
      for _ in 0..<6 {
        root = root.squareRoot()
        roots.append(root)
      }
      for step in 0..<bucketsPerOctave {
        var value = 1.0
        for (place, factor) in roots.enumerated() where step & (32 >> place) != 0 {
          value *= factor
        }
        power.append(value)
        bound.append(value.bitPattern & 0x000F_FFFF_FFFF_FFFF)
      }
      bound.append(.max)
      for cell in 0..<256 {
        let start = UInt64(cell) << 44
        firstStep.append(UInt8(bound.firstIndex { $0 >= start } ?? bucketsPerOctave))
      }
    }
  }

  private static let tables = Tables()
}
