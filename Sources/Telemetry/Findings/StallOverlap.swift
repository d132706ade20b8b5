/// When a loop was blocked and for how long, to tell whether an endpoint is slow for that.
///
///     blocked     ──▆▆────▆────▆▆──
///     explained   ──▟▙────▟────▟▙──     slow while it is blocked, and no longer than it is
///     of its own  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆     slow at other times, too, or longer
struct StallOverlap {
  private let scene: Scene
  /// The longest time for which it was blocked, in seconds.
  private let longest: Double
  /// Columns of the window in which it was.
  private let columns: Set<Int>

  /// Share of the slow columns in which the loop must have been blocked.
  private static let leastShare = 0.5

  /// What a finding about a loop tells; `nil` where it does not say when.
  init?(_ finding: Finding, in scene: Scene) {
    self.scene = scene
    let width = scene.range.seconds / Double(scene.columns)
    func column(of time: Timestamp) -> Int {
      Int(min(Double(scene.columns - 1), max(0, (time - scene.range.from) / width)))
    }
    var moments: [(end: Timestamp, seconds: Double)] = []
    if case .process(let name, let source) = finding.subject, finding.kind == .eventLoopStall {
      let limit = scene.thresholds.loopLagSeconds
      moments = scene.points(.loopLagSeconds, of: name, source, in: scene.range)
        .filter { $0.value >= limit }.map { ($0.time, $0.value) }
    } else if let range = finding.evidence.lazy.compactMap(\.range).first {
      moments = [(range.to, range.seconds)]
    }
    guard !moments.isEmpty else { return nil }
    longest = moments.reduce(0) { max($0, $1.seconds) }
    // What waited is answered in the column after it, at the latest.
    columns = moments.reduce(into: []) { blocked, moment in
      let last = min(scene.columns - 1, column(of: moment.end) + 1)
      blocked.formUnion(column(of: moment.end - moment.seconds)...last)
    }
  }

  /// Whether an endpoint would not be slow but for this: the longest stall makes up for its p95,
  /// half of its requests are quick, and it is slow where the loop was blocked.
  func explains(_ row: EndpointRow) -> Bool {
    let limit = scene.thresholds.slowSeconds
    guard let p95 = row.latency?.p95, !p95.isBeyondLastBound, p95.seconds <= longest + limit,
      row.latency?.p50?.seconds ?? 0 <= limit
    else { return false }
    let slow = scene.timeline(of: row.name).indices(where: { ($0.p95 ?? 0) > limit })
    let met = slow.filter(columns.contains).count
    return slow.isEmpty || Double(met) >= StallOverlap.leastShare * Double(slow.count)
  }
}

extension Array {
  /// The places of the elements that fit.
  fileprivate func indices(where fits: (Element) -> Bool) -> [Int] {
    indices.filter { fits(self[$0]) }
  }
}
