import Glibc

/// Random numbers from a seed (SplitMix64), so that a failure can be repeated.
///
/// Source: https://prng.di.unimi.it/splitmix64.c
package struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a seed, the same in every run.
  package init(_ seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to below `sides`, which is at least 1.
  package mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

  /// One of `choices`, of which there is at least one.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[roll(choices.count)] }

  /// A number from `range`, all equally likely.
  package mutating func number(_ range: Range<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A number from `range`, every order of magnitude equally likely.
  package mutating func magnitude(_ range: Range<Double>) -> Double {
    exp(number(log(range.lowerBound)..<log(range.upperBound)))
  }

  /// A count of independent events of which `mean` are expected (Knuth's product method).
  package mutating func poisson(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var product = number(0..<1)
    var count = 0
    while product > limit {
      product *= number(0..<1)
      count += 1
    }
    return count
  }

  /// A number from the bell curve around 0 with deviation 1 (Box and Muller).
  package mutating func normal() -> Double {
    sqrt(-2 * log(1 - number(0..<1))) * cos(2 * .pi * number(0..<1))
  }
}
