import Collectors
import Dashboard
import Telemetry

/// Reads every source of a snapshot once, all at the same time.
struct SnapshotRun: Sendable {
  let plan: SourcePlan
  let settings: Settings
  let isWindowGiven: Bool

  /// Hands over what the sources say; observes for `seconds` where that is asked for.
  func collect(observing seconds: Double?, _ yield: @escaping @Sendable (Batch) async -> Void) async
  {
    if let seconds { return await observe(seconds, yield) }
    // Files always come to an end; what a pipe says may depend on another one being read.
    let turns = ReadingTurns(
      of: plan.readings.indices.filter { id in
        if case .file = plan.readings[id] { true } else { false }
      })
    await withDiscardingTaskGroup { group in
      for (id, reading) in plan.readings.enumerated() {
        group.addTask {
          await collect(reading, id) { batch in
            await turns.wait(for: id)
            await yield(batch)
            await turns.pass(from: id)
          }
          await turns.leave(id)
        }
      }
    }
  }

  private func collect(
    _ reading: SourcePlan.Reading, _ id: SourceID, _ yield: @Sendable (Batch) async -> Void
  ) async {
    switch reading {
    case .file(let path):
      var lastSeconds: Double?
      if case .last(let seconds) = settings.window { lastSeconds = seconds }
      await WholeFile.read(
        path: path, source: id, preferences: plan.preferences, lastSeconds: lastSeconds, yield)
    case .pattern:
      // Nothing new comes to match while everything is read once.
      break
    case .stream(let input):
      await StreamCollector(input, source: id, preferences: plan.preferences).run(yield)
    case .endpoint(let fetcher):
      for batch in await scrapes(fetcher, id) { await yield(batch) }
    }
  }

  private func scrapes(_ fetcher: HTTPFetcher, _ id: SourceID) async -> [Batch] {
    let collector = MetricsCollector(
      fetcher: fetcher, source: id, intervalSeconds: plan.intervalSeconds)
    var session = MetricsSession(mapping: plan.mapping, presets: plan.presets)
    let first = await collector.scrape(&session)
    if isWindowGiven, settings.window == .all {
      guard case .ok = first.health else { return [first] }
      return [first, session.lifetime(source: id)]
    }
    guard case .ok = first.health else { return [first] }
    try? await Task.sleep(for: .seconds(plan.intervalSeconds))
    return [first, await collector.scrape(&session)]
  }

  /// Follows the sources for a while, as the dashboard does, and for as long as their past takes.
  private func observe(
    _ seconds: Double, _ yield: @escaping @Sendable (Batch) async -> Void
  ) async {
    let past = PastReading(of: plan)
    let collecting = Task {
      await plan.collect {
        past.add($0)
        await yield($0)
      }
    }
    try? await Task.sleep(for: .seconds(seconds))
    if plan.pastSeconds == .infinity { await past.end() }
    collecting.cancel()
    await collecting.value
  }
}
