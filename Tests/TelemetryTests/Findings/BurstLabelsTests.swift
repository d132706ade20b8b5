import TestSupport
import Testing

@testable import Telemetry

@Suite struct BurstLabelsTests {
  private func history(_ shop: InterleavedShop, uncertainty: Double = 0.001) -> History {
    var history = History(.log, .log)
    for batch in shop.batches(uncertainty: uncertainty) {
      history.fold(batch)
      history.settle(now: batch.time)
    }
    history.settleAll()
    return history
  }

  private func range(_ history: History) -> TimeRange {
    history.range(of: .all, now: Timestamp(seconds: 2_000_000))
  }

  @Test func `finds nearly all bursts of 20 interleaved requests and nothing else`() {
    var labelled = 0
    var found = 0
    var right = 0
    var all = 0
    for seed in 1...10 {
      let shop = InterleavedShop(seed: UInt64(seed), requests: 360)
      let history = history(shop)
      labelled += shop.labels.count
      for query in Set(shop.labels.map(\.query)) {
        let parent = history.bursts.parent(of: .query(query))
        let bursts = (history.bursts.summary(ofQuery: query, in: range(history))?.bursts ?? [])
          .filter { $0.predecessor == parent?.id }
        let labels = shop.labels.filter { $0.query == query }
        func fits(_ label: InterleavedShop.Label, _ burst: CallBurst) -> Bool {
          min(label.end, burst.end.seconds) - max(label.start, burst.start.seconds)
            >= 0.5 * min(label.end - label.start, burst.end - burst.start)
        }
        found += labels.filter { label in bursts.contains { fits(label, $0) } }.count
        all += bursts.count
        right += bursts.filter { burst in labels.contains { fits($0, burst) } }.count
      }
    }

    #expect(Double(found) >= 0.95 * Double(labelled))
    #expect(Double(right) >= 0.99 * Double(all))
  }

  @Test func `tells the statements and their endpoints, with exact and with whole-second stamps`() {
    for (uncertainty, seeds) in [(0.001, 1...10), (1.0, 1...10)] {
      var told = 0
      var expected = 0
      for seed in seeds {
        let bad = history(
          InterleavedShop(seed: UInt64(seed), requests: 360), uncertainty: uncertainty)
        let findings = Diagnosis(of: bad, window: .all, now: Timestamp(seconds: 2_000_000)).findings
          .filter { $0.kind == .nPlusOne }
        let queries = Set(
          findings.compactMap { finding -> UInt64? in
            if case .query(let id) = finding.subject { return id }
            return nil
          })
        #expect(queries.isSubset(of: [2, 4, 5]), "\(seed) \(uncertainty)")
        // Whole seconds leave the endpoint a guess, and the finding says so.
        for finding in findings where uncertainty < 1 {
          let owner = finding.subject == .query(2) ? "GET /authors" : "GET /carts"
          #expect(finding.summary.string.contains(owner), "\(finding.summary)")
        }
        told += queries.count
        expected += 3
        let good = history(
          InterleavedShop(seed: UInt64(seed), requests: 360, hasNPlusOne: false),
          uncertainty: uncertainty)
        let none = Diagnosis(of: good, window: .all, now: Timestamp(seconds: 2_000_000)).findings
        #expect(none.filter { $0.kind == .nPlusOne }.isEmpty, "\(seed) \(uncertainty)")
      }

      #expect(Double(told) >= 0.95 * Double(expected), "\(uncertainty)")
    }
  }
}
