extension Batch {
  /// Deltas of traffic and statements: what folding the batch costs, a few microseconds each.
  package var deltaCount: Int { traffic.count + queries.count }

  /// Parts of the batch that add up to it, so that no one of them takes long to fold.
  ///
  /// The first has all that the batch says beside its counts, and each at most `most` deltas of
  /// traffic and statements. They have to be folded in their order.
  package consuming func pieces(most: Int) -> [Batch] {
    guard most > 0, deltaCount > most else { return [self] }
    var rests: [Batch] = []
    for start in stride(from: most, to: traffic.count, by: most) {
      var rest = bare
      rest.traffic = Array(traffic[start..<min(start + most, traffic.count)])
      rests.append(rest)
    }
    for start in stride(from: 0, to: queries.count, by: most) {
      var rest = bare
      rest.queries = Array(queries[start..<min(start + most, queries.count)])
      rests.append(rest)
    }
    traffic.removeSubrange(min(most, traffic.count)...)
    queries = []
    return [self] + rests
  }

  /// A batch of the same source that says nothing new of it.
  private var bare: Batch {
    var bare = Batch(source: source, time: time)
    bare.health = health
    return bare
  }
}
