import TestSupport
import Testing

@testable import Telemetry

@Suite struct CallCountFitTests {
  /// Requests per slot of endpoints with the given means, at random.
  private func requests(_ means: [Double], slots: Int, _ dice: inout Dice) -> [[Double]] {
    means.map { mean in (0..<slots).map { _ in Double(dice.poisson(mean)) } }
  }

  private func calls(_ factors: [Double], _ requests: [[Double]]) -> [Double] {
    (requests.first ?? []).indices.map { slot in
      zip(factors, requests).reduce(0) { $0 + $1.0 * $1.1[slot] }
    }
  }

  @Test(
    arguments: [
      [1, 0, 0], [0, 2, 0], [1, 0, 3], [0.5, 1, 0], [0, 0, 1], [4, 1, 1],
    ] as [[Double]])
  func `recovers the calls per request of each endpoint`(factors: [Double]) {
    for seed in 1...5 as ClosedRange<UInt64> {
      var dice = Dice(seed)
      let requests = requests([5, 12, 3], slots: 120, &dice)
      let fit = CallCountFit(calls: calls(factors, requests), requests: requests)
      for (found, right) in zip(fit?.callsPerRequest ?? [], factors) {
        #expect(abs(found - right) < 0.05, "\(seed)")
      }
      #expect(fit?.callsPerRequest.count == 3 && fit?.explained ?? 0 > 0.99)
    }
  }

  @Test func `recovers them roughly when each request calls at random`() {
    for seed in 1...5 as ClosedRange<UInt64> {
      var dice = Dice(seed)
      let requests = requests([6, 9], slots: 170, &dice)
      let calls = requests[0].map { Double(dice.poisson(3 * $0)) }
      let fit = CallCountFit(calls: calls, requests: requests)
      #expect(abs((fit?.callsPerRequest[0] ?? 0) - 3) < 0.5)
      #expect(fit?.callsPerRequest[1] ?? 1 < 0.3)
    }
  }

  @Test func `explains nothing by endpoints that have nothing to do with it`() {
    var dice = Dice(40)
    let requests = requests([8, 8], slots: 170, &dice)
    let calls = (0..<170).map { _ in Double(dice.poisson(8)) }
    #expect(CallCountFit(calls: calls, requests: requests)?.explained ?? 1 < 0.2)
  }

  @Test func `never finds negative calls`() {
    var dice = Dice(41)
    let requests = requests([10, 10], slots: 100, &dice)
    let calls = zip(requests[0], requests[1]).map { max(0, 4 * $0 - $1) }
    let fit = CallCountFit(calls: calls, requests: requests)
    #expect(fit?.callsPerRequest.allSatisfy { $0 >= 0 } == true)
    #expect(0...1 ~= fit?.explained ?? -1)
  }

  @Test func `refuses calls that come too regularly or too seldom to tell anything`() {
    var dice = Dice(42)
    let requests = requests([5], slots: 100, &dice)
    func fit(_ calls: [Double]) -> CallCountFit? { CallCountFit(calls: calls, requests: requests) }
    #expect(fit([Double](repeating: 10, count: 100)) == nil)
    #expect(fit((0..<100).map { $0.isMultiple(of: 2) ? 10 : 11 }) == nil)
    #expect(fit([Double](repeating: 0, count: 100)) == nil)
    #expect(CallCountFit(calls: [1, 5, 9], requests: [[1, 5, 9]]) == nil)
    #expect(CallCountFit(calls: [], requests: []) == nil)
    #expect(CallCountFit(calls: requests[0], requests: []) == nil)
    #expect(fit(requests[0]) != nil)
  }

  @Test func `leaves it to what is expected where requests rise and fall together`() {
    var dice = Dice(44)
    let first = requests([9], slots: 120, &dice)[0]
    let requests = [first, first.map { 2 * $0 }]
    let calls = first.map { 6 * $0 }
    for expected: [Double] in [[6, 0], [0, 3], [3, 1.5]] {
      let fit = CallCountFit(calls: calls, requests: requests, expected: expected)
      for (found, right) in zip(fit?.callsPerRequest ?? [], expected) {
        #expect(abs(found - right) < 0.05)
      }
      #expect(fit?.explained ?? 0 > 0.99)
    }
  }

  @Test func `overrules what is expected where requests come each in their own time`() {
    for seed in 1...5 as ClosedRange<UInt64> {
      var dice = Dice(seed)
      let requests = requests([5, 12, 3], slots: 120, &dice)
      let fit = CallCountFit(
        calls: calls([0, 2, 0], requests), requests: requests, expected: [4, 0, 1])
      for (found, right) in zip(fit?.callsPerRequest ?? [], [0.0, 2, 0]) {
        #expect(abs(found - right) < 0.2, "\(seed)")
      }
      #expect(fit?.callsPerRequest.count == 3)
    }
  }

  @Test func `leaves the first and the last slot out`() {
    var dice = Dice(43)
    let requests = requests([5], slots: 40, &dice)
    var calls = requests[0].map { 2 * $0 }
    calls[0] = 1000
    calls[39] = 1000
    let fit = CallCountFit(calls: calls, requests: requests)
    #expect(abs((fit?.callsPerRequest[0] ?? 0) - 2) < 1e-9 && fit?.explained == 1)
  }
}
