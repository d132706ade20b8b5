import Telemetry
import Testing

/// Targets on which one request, look-up or connection stands in several series or families.
struct CountedOnceTests {
  /// The batch of the second of two scrapes; `@` in the body stands for 10, then for 15.
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    target.scrape(body.replacing("@", with: "10") + "\n")
    return target.scrape(body.replacing("@", with: "15") + "\n")
  }

  /// A histogram with one finite bound, of which every request is within it.
  private func histogram(_ family: String, _ labels: String) -> String {
    """
    # TYPE \(family) histogram
    \(family)_bucket{\(labels),le="1"} @
    \(family)_bucket{\(labels),le="+Inf"} @
    \(family)_sum{\(labels)} @
    \(family)_count{\(labels)} @

    """
  }

  @Test func `counts the gets of memcached and no other command`() {
    let batch = second(
      """
      memcached_commands_total{command="get",status="hit"} @
      memcached_commands_total{command="get",status="miss"} 1
      memcached_commands_total{command="delete",status="hit"} @
      memcached_commands_total{command="touch",status="miss"} @
      """)
    #expect(batch.readingsPicture == "cacheHits [memcached] 5\ncacheMisses [memcached] 0")
  }

}
