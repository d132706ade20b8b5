extension JSONGauges {
  /// Memory of a process: the present value, not means and extremes of the past.
  static func memory(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    var used: Set<String> = []
    var taken: Set<Signal> = []
    let isMemory = !place.context.isDisjoint(with: ["memory", "mem"])
    for member in place.object.members {
      let key = JSONKey(member.key)
      guard let value = member.value.number, value >= 0,
        let signal = memorySignal(key, isMemory: isMemory)
          ?? memoryLimit(key, value, of: place, isMemory: isMemory), !taken.contains(signal)
      else { continue }
      // Without a unit: bytes, unless so few that no process would run in them.
      let unit = key.bytesPerUnit ?? (value >= 100_000 ? 1 : 1_048_576)
      if key.bytesPerUnit == nil {
        findings.note(
          "\(place.path).\(member.key): names no unit: taken as \(unit == 1 ? "bytes" : "MiB")")
      }
      let shown = unit == 1 ? "bytes" : unit == 1024 ? "KiB" : unit == 1_048_576 ? "MiB" : "GiB"
      findings.add(
        signal, value * unit, "", at: "\(place.path).\(member.key)", place.shape, unit: shown)
      taken.insert(signal)
      used.insert(member.key)
    }
    return used
  }

  private static func memorySignal(_ key: JSONKey, isMemory: Bool) -> Signal? {
    guard
      !key.hasAny([
        "avg", "average", "max", "min", "mean", "peak", "percent", "pct", "total", "trend",
        "delta", "growth", "threshold", "available", "free", "external", "objects", "count",
        "system", "limit", "cache", "entries",
      ])
    else { return nil }
    if key.has("heap") { return key.hasAny(["used", "alloc", "mb"]) ? .heapBytes : nil }
    if key.has("rss") || key.has("resident") { return .residentBytes }
    let isAbout = key.hasAny(["memory", "mem"])
    let isPresent = key.hasAny(["current", "usage", "used", "process"]) || key.words.count <= 2
    if isAbout, key.bytesPerUnit != nil, isPresent { return .residentBytes }
    if isMemory, key.hasAny(["current", "used"]), key.bytesPerUnit != nil { return .residentBytes }
    return nil
  }

  /// The most memory that a process may have: its limit, or all that there is.
  private static func memoryLimit(
    _ key: JSONKey, _ value: Double, of place: Place, isMemory: Bool
  ) -> Signal? {
    // Kernels tell an absent limit as the largest number there is.
    guard key.bytesPerUnit != nil, value > 0, value < 0x1p60,
      place.context.isDisjoint(with: ["cache", "caches"]), !key.hasAny(["percent", "pct", "soft"])
    else { return nil }
    if key.has("limit"), isMemory || key.hasAny(["memory", "mem", "heap"]) {
      return key.has("heap") ? .heapLimitBytes : .memoryLimitBytes
    }
    let others = place.object.members.map { JSONKey($0.key) }
    let isOfAll =
      others.contains { $0.hasAny(["used", "available", "free"]) }
      && !others.contains { $0.has("limit") }
    return isMemory && key.words.first == "total" && key.words.count == 2 && isOfAll
      ? .memoryLimitBytes : nil
  }

  /// How long an event loop was late, or how long its callbacks waited.
  static func loop(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    var best: (rank: Int, member: JSONObject.Member, unit: Double)?
    let isLoop = place.context.contains("loop") || place.context.contains("eventloop")
    let outer = JSONKey(place.keys.last ?? "")
    let isLag = isLoop && outer.hasAny(["lag", "delay", "latency"])
    for member in place.object.members where member.value.number != nil {
      let key = JSONKey(member.key)
      let isFigure = isLag && key.hasAny(["p99", "max", "current", "mean", "avg", "value"])
      let isOwn =
        key.hasAny(["lag", "delay", "latency"]) && (isLoop || key.hasAny(["loop", "eventloop"]))
      guard isFigure || isOwn else { continue }
      let rank = key.has("p99") ? 4 : key.has("max") ? 3 : key.hasAny(["current", "lag"]) ? 2 : 1
      // Programs that name no unit measure loops in milliseconds.
      let unit = key.secondsPerUnit ?? outer.secondsPerUnit ?? 1e-3
      if best.map({ rank > $0.rank }) ?? true { best = (rank, member, unit) }
    }
    guard let best, let value = best.member.value.number else { return [] }
    findings.add(
      .loopLagSeconds, value * best.unit, "", at: "\(place.path).\(best.member.key)", place.shape,
      unit: MetricUnit.name(secondsPerUnit: best.unit).string)
    return [best.member.key]
  }
}
