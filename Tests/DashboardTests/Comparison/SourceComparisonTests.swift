import Telemetry
import Testing

@testable import Dashboard

struct SourceComparisonTests {
  private func record(_ sources: [DisplayText?]) -> SnapshotRecord {
    var record = SnapshotRecord(schema: 1)
    for (place, source) in sources.enumerated() {
      let part = Double(place + 1)
      record.caches =
        (record.caches ?? []) + [
          .init(name: "sessions", source: source, hits: 1000 / part, misses: 100 * part)
        ]
      record.pools =
        (record.pools ?? []) + [
          .init(name: "main", source: source, saturation: 0.9 / part, waiting: 8 / part)
        ]
      record.memory =
        (record.memory ?? []) + [
          .init(name: "api", source: source, residentBytes: 1e9 / part)
        ]
    }
    return record
  }

  @Test func `tells rows of one name apart by their sources`() {
    let both = Comparison(before: record(["a", "b"]), after: record(["a", "b"]))
    #expect(both.changes.allSatisfy { $0.verdict == .same } && !both.hasRegression)
    #expect(both.caches.map(\.subject) == ["sessions (a)", "sessions (b)"])
    #expect(
      both.resources.map(\.subject) == [
        "main (a)", "main (a)", "main (b)", "main (b)", "api (a)", "api (b)",
      ])
    let less = Comparison(before: record(["a", "b"]), after: record(["a"]))
    #expect(less.caches.map(\.verdict) == [.same, .gone])
  }

  @Test func `matches a name of one source whatever the source is called`() {
    for after: DisplayText? in ["tuesday.log", nil] {
      let comparison = Comparison(before: record(["monday.log"]), after: record([after]))
      #expect(comparison.changes.map(\.subject) == ["sessions", "main", "main", "api"])
      #expect(comparison.changes.allSatisfy { $0.verdict == .same })
    }
  }
}
