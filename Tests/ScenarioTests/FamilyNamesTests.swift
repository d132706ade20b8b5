import Testing

@testable import Telemetry
@testable import svctop

struct FamilyNamesTests {
  private func names(_ page: String) -> [String] {
    Array(page.utf8).withUnsafeBytes { FamilyNames.all(in: $0) }
  }

  @Test func `families are called as they stand`() {
    let page = """
      # TYPE a_seconds histogram
      a_seconds_bucket{le="+Inf"} 1
      a_seconds_sum 1
      a_seconds_count 1
      a_seconds_created 1
      jdbc_connections_max 3
      hits_total 4
      hits_created 4
      b_sum 1
      b_count 1
      words_count 1

      """
    #expect(names(page) == ["a_seconds", "jdbc_connections_max", "hits_total", "b", "words_count"])
  }

  @Test(arguments: [
    ("a_seconds", "a_seconds", true), ("a_seconds_max", "a_seconds", true),
    ("gc_seconds", "gc_seconds_sum", true), ("hits_total", "hits", true),
    ("jdbc_connections_max", "jdbc_connections_active", false),
  ])
  func `a family belongs to what was decided of it`(family: String, decided: String, belongs: Bool)
  {
    let decision = MetricDecision(
      family: DisplayText(decided), use: .durations(hasBuckets: true), preset: "x")
    #expect(FamilyNames.belongs(family, to: decision) == belongs)
  }
}
