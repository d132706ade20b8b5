import Telemetry
import Testing

@testable import Dashboard

/// Snapshots as a decoder gives them, from a few figures.
private enum Snapshot {
  static func traffic(
    _ name: String, _ requests: Double, errors: Double = 0, p95: Double, range: [Double]?
  ) -> SnapshotRecord.Traffic {
    SnapshotRecord.Traffic(
      endpoint: nil, name: DisplayText(name), requests: requests, runs: nil, rate: nil,
      errorRate: errors / requests, failures: nil,
      latency: SnapshotRecord.Latency(
        count: requests, mean: nil, p50: nil, p95: p95, p99: nil,
        confidence: range.map { ["p95": $0] }), queriesPerRequest: nil)
  }

  static func record(
    _ endpoints: [SnapshotRecord.Traffic], findings: [String] = []
  ) -> SnapshotRecord {
    SnapshotRecord(
      schema: 1, endpoints: endpoints,
      findings: findings.map {
        SnapshotRecord.FindingRecord(
          id: "slow-query", severity: "high", subject: DisplayText($0), summary: "slow")
      })
  }
}

extension SnapshotRecord.Traffic {
  fileprivate init(name: String) {
    self = Snapshot.traffic(name, 100, p95: 10, range: [9, 11])
  }
}

struct ComparisonTests {
  @Test(arguments: [
    (before: 100.0, [90.0, 110.0], after: 200.0, [180.0, 230.0], Change.Verdict.worse),
    (before: 200.0, [180.0, 230.0], after: 100.0, [90.0, 110.0], .better),
    (before: 100.0, [90.0, 130.0], after: 140.0, [120.0, 170.0], .unclear("may be chance")),
    (before: 1080.0, [600.0, 2800.0], after: 2590.0, [900.0, 4000.0], .unclear("may be chance")),
    (before: 100.0, [90.0, 130.0], after: 120.0, [95.0, 150.0], .same),
    (before: 100.0, [99.0, 100.5], after: 102.0, [101.0, 103.0], .same),
  ])
  func `percentiles differ where their ranges do not meet`(
    before: Double, old: [Double], after: Double, new: [Double], verdict: Change.Verdict
  ) {
    let comparison = Comparison(
      before: Snapshot.record([Snapshot.traffic("a", 500, p95: before, range: old)]),
      after: Snapshot.record([Snapshot.traffic("a", 500, p95: after, range: new)]))
    #expect(comparison.endpoints.first { $0.figure == "p95" }?.verdict == verdict)
  }

  @Test func `says that few samples tell nothing`() {
    let comparison = Comparison(
      before: Snapshot.record([Snapshot.traffic("a", 5, p95: 10, range: nil)]),
      after: Snapshot.record([Snapshot.traffic("a", 5, p95: 900, range: nil)]))
    #expect(
      comparison.endpoints.first { $0.figure == "p95" }?.verdict == .unclear("too few samples"))
    #expect(!comparison.hasRegression)
  }

  @Test(arguments: [
    (old: 1.0, oldAll: 1000.0, new: 60.0, newAll: 1000.0, Change.Verdict.worse),
    (old: 60.0, oldAll: 1000.0, new: 1.0, newAll: 1000.0, .better),
    (old: 1.0, oldAll: 20.0, new: 3.0, newAll: 20.0, .unclear("may be chance")),
    (old: 1.0, oldAll: 2000.0, new: 3.0, newAll: 2000.0, .same),
    (old: 10.0, oldAll: 20.0, new: 11.0, newAll: 20.0, .same),
  ])
  func `error rates differ where chance would not do it`(
    old: Double, oldAll: Double, new: Double, newAll: Double, verdict: Change.Verdict
  ) {
    let comparison = Comparison(
      before: Snapshot.record([Snapshot.traffic("a", oldAll, errors: old, p95: 9, range: nil)]),
      after: Snapshot.record([Snapshot.traffic("a", newAll, errors: new, p95: 9, range: nil)]))
    #expect(comparison.endpoints.first { $0.figure == "errors" }?.verdict == verdict)
  }

  @Test func `shows among all requests what may be chance, and counts it elsewhere`() {
    func record(_ p95: Double, _ range: [Double]) -> SnapshotRecord {
      var record = Snapshot.record([Snapshot.traffic("a", 500, p95: p95, range: range)])
      record.totals = Snapshot.traffic("all", 500, p95: p95, range: range)
      return record
    }
    let comparison = Comparison(
      before: record(1080, [600, 2800]), after: record(2590, [900, 4000]))
    #expect(!comparison.hasRegression)
    let text = PlainTextWriter.text(of: comparison.document)
    #expect(text.contains("unclear: may be chance  all requests  p95"), "\(text)")
    #expect(text.contains("1 with too few samples to tell"), "\(text)")
  }

  @Test func `tells what came, went and stayed`() {
    let comparison = Comparison(
      before: Snapshot.record(
        [.init(name: "kept"), .init(name: "gone")], findings: ["old", "both"]),
      after: Snapshot.record(
        [.init(name: "kept"), .init(name: "new")], findings: ["both", "fresh"])
    )
    #expect(comparison.endpoints.filter { $0.verdict == .new }.map(\.subject) == ["new"])
    #expect(comparison.endpoints.filter { $0.verdict == .gone }.map(\.subject) == ["gone"])
    #expect(comparison.newFindings.map(\.subject?.string) == ["fresh"])
    #expect(comparison.goneFindings.map(\.subject?.string) == ["old"])
    #expect(comparison.keptFindings.map(\.subject?.string) == ["both"])
    #expect(comparison.hasRegression)
  }

  @Test func `writes the worst first, with factor and samples`() {
    let comparison = Comparison(
      before: Snapshot.record([
        Snapshot.traffic("quick", 500, p95: 8200, range: [8000, 8300]),
        Snapshot.traffic("slow", 500, p95: 100, range: [90, 110]),
      ]),
      after: Snapshot.record([
        Snapshot.traffic("quick", 480, p95: 1100, range: [1000, 1200]),
        Snapshot.traffic("slow", 480, p95: 150, range: [140, 160]),
      ]))
    let text = PlainTextWriter.text(of: comparison.document)
    let rows = text.split(separator: "\n").filter { $0.contains("p95") }.map(String.init)
    #expect(
      rows == [
        "worse    slow   p95     100 ms to 150 ms, +50 %              500 / 480",
        "better   quick  p95     8.20 s to 1.10 s, -87 % (7.5 times)  500 / 480",
      ])
  }
}
