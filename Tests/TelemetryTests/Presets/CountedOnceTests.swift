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

  @Test func `keeps the pools of PgBouncer apart by database and user`() {
    let batch = second(
      """
      pgbouncer_pools_server_active_connections{database="d",user="a"} 9
      pgbouncer_pools_server_active_connections{database="d",user="b"} 8
      pgbouncer_pools_client_waiting_connections{database="d",user="b"} 3
      pgbouncer_databases_pool_size{name="d",database="real",host="h"} 20
      """)
    #expect(
      batch.readingsPicture == """
        poolInUse [d/a] 9
        poolInUse [d/b] 8
        poolLimit [d] 20
        poolWaiting [d/b] 3
        """)
  }

}
