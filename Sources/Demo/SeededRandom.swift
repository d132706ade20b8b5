#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Random numbers that are the same for the same seed (SplitMix64).
///
/// Source: https://prng.di.unimi.it/splitmix64.c
struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64
  /// The second half of the last pair of normal numbers.
  private var spare: Double?

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in 0..<1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Whether something of this probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  /// A whole number of a range, each as likely as the next.
  mutating func pick(_ range: ClosedRange<UInt32>) -> UInt32 {
    let width = UInt64(range.upperBound - range.lowerBound) + 1
    return range.lowerBound + UInt32(truncatingIfNeeded: ((next() >> 32) * width) >> 32)
  }

  /// The time until the next of many independent events, in units of their mean distance.
  mutating func wait() -> Double {
    -log(1 - unit())
  }

  /// A number of the standard normal distribution (Box and Muller, 1958).
  mutating func normal() -> Double {
    if let number = spare {
      spare = nil
      return number
    }
    let radius = (-2 * log(1 - unit())).squareRoot()
    let angle = 2 * Double.pi * unit()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  /// A factor whose logarithm is normal around 0: half of all are below 1.
  mutating func logNormal(spread: Double) -> Double {
    exp(spread * normal())
  }
}
