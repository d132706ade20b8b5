extension Sequence where Element == Double {
  /// The sum, rounded alike in whatever order the values come.
  ///
  /// A dictionary has another order in each run, and figures must not depend on it. Costs a sort.
  package var orderlessSum: Double { sorted().reduce(0, +) }
}
