// `Double.rounded` is a call into libm, which a module without imports does not link.

/// The next whole number, kept in range; never traps, whatever the value.
func roundedUp(_ value: Double, in range: ClosedRange<Int>) -> Int {
  let whole = roundedDown(value, in: range)
  return whole < range.upperBound && Double(whole) < value ? whole + 1 : whole
}

/// The nearest whole number, kept in range; never traps, whatever the value.
func rounded(_ value: Double, in range: ClosedRange<Int>) -> Int {
  let whole = roundedDown(value, in: range)
  return whole < range.upperBound && value - Double(whole) >= 0.5 ? whole + 1 : whole
}

/// The whole number not above a value, kept in range; never traps, whatever the value.
///
/// The range must hold no negative numbers. NaN gives its lower bound.
func roundedDown(_ value: Double, in range: ClosedRange<Int>) -> Int {
  guard value > Double(range.lowerBound) else { return range.lowerBound }
  guard value < Double(range.upperBound) else { return range.upperBound }
  return Int(value)
}
