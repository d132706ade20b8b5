/// Explains how often a statement was called by how often each candidate endpoint was requested.
///
/// Over many short slots the calls of a statement rise and fall with the requests of the endpoint
/// that runs it, and with no other's. Non-negative least squares finds the calls per request of
/// each candidate that explain the counts best, by cyclic coordinate descent
/// (Franc, Hlavac and Navara, 2005: https://doi.org/10.1007/11556121_50).
///
/// Under a steady load the candidates are requested in a constant proportion, and their counts
/// cannot be told apart. What is expected of each then decides: it is a prior as wide as the most
/// calls that a request to it can have made, beside counts that scatter as those of calls at
/// random do (ridge regression, Hoerl and Kennard, 1970: https://doi.org/10.2307/1267351).
struct CallCountFit {
  /// Calls per request of each candidate; zero where it does not help to explain.
  let callsPerRequest: [Double]
  /// Share of the variance of the calls that is explained (0...1).
  let explained: Double

  private static let sweeps = 60
  /// Variance of the calls below this part of their mean is too regular to tell anything; calls
  /// that come at random have a variance equal to their mean.
  private static let leastDispersion = 0.5

  /// Fits `calls` per slot by the `requests` per slot of each candidate.
  ///
  /// `expected` are the calls per request of each candidate by other evidence; without them counts
  /// alone decide. The first and the last slot are left out: they are cut off. Returns `nil` with
  /// fewer than eight slots, or when the calls come too regularly for counts to tell anything.
  /// Cost: slots times candidates squared.
  init?(calls: [Double], requests: [[Double]], expected: [Double] = []) {
    let calls = Array(calls.dropFirst().dropLast())
    let requests = requests.map { Array($0.dropFirst().dropLast()) }
    let mean = calls.reduce(0, +) / Double(max(1, calls.count))
    let variance = calls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard calls.count >= 8, !requests.isEmpty,
      variance > CallCountFit.leastDispersion * mean * Double(calls.count)
    else { return nil }
    let products = requests.map { left in requests.map { CallCountFit.dot(left, $0) } }
    let targets = requests.map { CallCountFit.dot($0, calls) }
    var factors = expected.isEmpty ? [Double](repeating: 0, count: requests.count) : expected
    let pulls = requests.map { candidate in
      let each = candidate.reduce(0, +) / Double(candidate.count)
      return expected.isEmpty ? 0 : each * each / mean
    }
    for _ in 0..<CallCountFit.sweeps {
      for candidate in factors.indices where products[candidate][candidate] > 0 {
        var rest = targets[candidate]
        if !expected.isEmpty { rest += pulls[candidate] * expected[candidate] }
        for other in factors.indices where other != candidate {
          rest -= products[candidate][other] * factors[other]
        }
        factors[candidate] = max(
          0, rest / (products[candidate][candidate] + pulls[candidate]))
      }
    }
    var residual = 0.0
    for slot in calls.indices {
      var estimate = 0.0
      for candidate in factors.indices {
        estimate += factors[candidate] * requests[candidate][slot]
      }
      residual += (calls[slot] - estimate) * (calls[slot] - estimate)
    }
    callsPerRequest = factors
    explained = max(0, 1 - residual / variance)
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for place in left.indices { sum += left[place] * right[place] }
    return sum
  }
}
