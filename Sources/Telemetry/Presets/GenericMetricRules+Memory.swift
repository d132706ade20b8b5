/// Rules for hand-made gauges of memory.
extension GenericMetricRules {
  /// The one gauge that best says how much memory the process has, and its limit where there is one.
  static func memory(among names: [MetricName]) -> [SignalRule] {
    let gauges = names.filter {
      $0.type == .gauge && $0.plain.hasSuffix("_bytes") && words($0).isDisjoint(with: noMemory)
    }
    let wanted: [Set<Substring>] = [["rss"], ["resident"], ["memory"], ["mem"], ["heap"]]
    for word in wanted {
      guard let name = gauges.first(where: { !words($0).isDisjoint(with: word) }) else { continue }
      let isHeap = word == ["heap"]
      let limits = names.filter { isLimit($0, of: name) }
      return [
        SignalRule(NamePattern(stringLiteral: name.plain), isHeap ? .heapBytes : .residentBytes)
      ]
        + limits.prefix(1).map {
          SignalRule(
            NamePattern(stringLiteral: $0.plain), isHeap ? .heapLimitBytes : .memoryLimitBytes,
            undefined: 0)
        }
    }
    return []
  }

  /// Whether a name is that of a gauge with a word for its limit.
  private static func isLimit(_ name: MetricName, of gauge: MetricName) -> Bool {
    guard name.type == .gauge || name.type == .unknown else { return false }
    func bare(_ text: String, without left: Set<Substring>) -> [Substring] {
      text.split(separator: "_").filter { !left.contains($0) }
    }
    let usage: Set<Substring> = ["used", "usage", "current"]
    let own = bare(name.plain, without: usage)
    let rest = own.filter { !["limit", "max"].contains($0) }
    return rest.count + 1 == own.count && rest == bare(gauge.plain, without: usage)
  }

  private static func words(_ name: MetricName) -> Set<Substring> {
    Set(name.plain.split(separator: "_"))
  }

  /// Words of gauges that say something else than how much memory the process has.
  private static let noMemory: Set<Substring> = [
    "max", "limit", "total", "cache", "redis", "node", "virtual", "free", "available",
  ]
}
