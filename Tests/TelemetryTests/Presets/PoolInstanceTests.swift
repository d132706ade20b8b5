import Telemetry
import Testing

/// Pools of one name that several instances have, whose figures stand on one page.
struct PoolInstanceTests {
  @Test(arguments: [
    (
      """
      db_pool_in_use{pool="main",instance="a"} 4
      db_pool_in_use{pool="main",instance="b"} 7
      db_pool_max{pool="main",instance="a"} 10
      db_pool_max{pool="main",instance="b"} 20
      """,
      """
      poolInUse [a/main] 4
      poolInUse [b/main] 7
      poolLimit [a/main] 10
      poolLimit [b/main] 20
      """
    ),
    // The processes of an instance share its work.
    (
      """
      ruby_active_record_connection_pool_busy{pool_name="primary",pid="1",hostname="h1"} 2
      ruby_active_record_connection_pool_busy{pool_name="primary",pid="2",hostname="h1"} 1
      ruby_active_record_connection_pool_busy{pool_name="primary",pid="1",hostname="h2"} 4
      """,
      """
      poolInUse [h1/primary] 3
      poolInUse [h2/primary] 4
      """
    ),
    // One instance, of which not all families say as much.
    (
      """
      hikaricp_connections_active{application="shop",instance="a",pool="main"} 4
      hikaricp_connections_active{application="shop",instance="a",pool="jobs"} 1
      hikaricp_connections_max{application="shop",pool="main"} 10
      """,
      """
      poolInUse [jobs] 1
      poolInUse [main] 4
      poolLimit [main] 10
      """
    ),
    // One label is enough.
    (
      """
      hikaricp_connections_active{application="mail",pod="m1",pool="main"} 3
      hikaricp_connections_active{application="shop",pod="s1",pool="main"} 1
      hikaricp_connections_active{application="shop",pod="s2",pool="main"} 2
      """,
      """
      poolInUse [m1/main] 3
      poolInUse [s1/main] 1
      poolInUse [s2/main] 2
      """
    ),
    // It takes two.
    (
      """
      hikaricp_connections_active{application="mail",instance="0",pool="main"} 1
      hikaricp_connections_active{application="mail",instance="1",pool="main"} 2
      hikaricp_connections_active{application="shop",instance="0",pool="main"} 3
      hikaricp_connections_active{application="shop",instance="1",pool="main"} 4
      """,
      """
      poolInUse [mail/0/main] 1
      poolInUse [mail/1/main] 2
      poolInUse [shop/0/main] 3
      poolInUse [shop/1/main] 4
      """
    ),
    // Two servers of one exporter.
    (
      """
      pg_stat_activity_count{datname="app",server="a:5432",state="active"} 5
      pg_stat_activity_count{datname="app",server="a:5432",state="idle"} 1
      pg_stat_activity_count{datname="app",server="b:5432",state="active"} 2
      pg_settings_max_connections{server="a:5432"} 100
      pg_settings_max_connections{server="b:5432"} 200
      pg_up{server="a:5432"} 1
      """,
      """
      poolInUse [a:5432/postgresql] 6
      poolInUse [b:5432/postgresql] 2
      poolLimit [a:5432/postgresql] 100
      poolLimit [b:5432/postgresql] 200
      """
    ),
  ])
  func `are told apart by the label that differs`(body: String, expected: String) {
    var target = ScrapeTarget()
    #expect(target.scrape(body + "\n").readingsPicture == expected)
  }

  @Test func `keep their names while one of them is down`() {
    func pool(_ instance: String, _ inUse: Int) -> String {
      "hikaricp_connections_active{instance=\"\(instance)\",pool=\"main\"} \(inUse)\n"
    }
    var target = ScrapeTarget()
    #expect(target.scrape(pool("a", 1)).readingsPicture == "poolInUse [main] 1")
    let both = target.scrape(pool("a", 2) + pool("b", 3))
    #expect(both.readingsPicture == "poolInUse [a/main] 2\npoolInUse [b/main] 3")
    #expect(both.ended == [EndedGauge(signal: .poolInUse, subject: "main")])
    let one = target.scrape(pool("a", 4))
    #expect(one.readingsPicture == "poolInUse [a/main] 4")
    #expect(one.ended == [EndedGauge(signal: .poolInUse, subject: "b/main")])
  }

  @Test func `keep the label that tells them apart while it does, and when all come back`() {
    func pool(_ application: String, _ pod: String) -> String {
      "hikaricp_connections_active{application=\"\(application)\",pod=\"\(pod)\",pool=\"main\"} 1\n"
    }
    var target = ScrapeTarget()
    target.scrape(pool("mail", "m1") + pool("shop", "s1") + pool("shop", "s2"))
    let two = target.scrape(pool("mail", "m1") + pool("shop", "s1"))
    #expect(two.readingsPicture == "poolInUse [m1/main] 1\npoolInUse [s1/main] 1")
    target.scrape("up 1\n")
    #expect(target.scrape(pool("shop", "s2")).readingsPicture == "poolInUse [s2/main] 1")
  }

  /// What is remembered of a page.
  private func history(_ body: String) -> History {
    var target = ScrapeTarget()
    var batch = target.scrape(body)
    batch.source = 0
    var history = History(.metrics)
    history.fold(batch)
    return history
  }

  /// The pools of a page, by name.
  private func rows(_ body: String) -> [PoolRow] {
    history(body).poolRows(.all, now: ScrapeTarget.epoch + 1).sorted { $0.name < $1.name }
  }

  /// `shop/app of - on shop`: name, instance and database.
  private func owners(_ rows: [PoolRow]) -> [String] {
    rows.map { "\($0.name) of \($0.instance ?? "-") on \($0.database ?? "-")" }
  }

  @Test func `of two bouncers have the limit of their database`() {
    let rows = rows(
      ["a", "b"].map { bouncer in
        """
        pgbouncer_pools_server_active_connections{instance="\(bouncer)",database="shop",user="app"} 4
        pgbouncer_databases_pool_size{instance="\(bouncer)",name="shop",database="shop"} 20

        """
      }.joined())
    #expect(owners(rows) == ["a/shop/app of a on a/shop", "b/shop/app of b on b/shop"])
    #expect(rows.map(\.limit) == [20, 20])
  }

  @Test func `that one of two bouncers has find the limit of their database`() {
    let rows = rows(
      """
      pgbouncer_pools_server_active_connections{instance="a",database="logs",user="app"} 2
      pgbouncer_databases_pool_size{instance="a",name="logs",database="logs"} 20
      pgbouncer_databases_pool_size{instance="b",name="logs",database="logs"} 30

      """)
    #expect(owners(rows) == ["a/logs/app of a on a/logs"])
    #expect(rows.map(\.limit) == [20])
  }

  @Test func `without a limit are added up by their database, and by no other`() {
    let body = ["shop\",user=\"app", "shop\",user=\"reader", "logs\",user=\"app"].map { pool in
      "pgbouncer_pools_server_active_connections{target=\"T\",database=\"\(pool)\"} 4\n"
    }.joined()
    let bouncers = body.replacing("T", with: "a") + body.replacing("T", with: "b")
    for (page, shop, rest) in [(body, "shop", ""), (bouncers, "a/shop", "b/shop")] {
      let history = history(page)
      let pools = history.poolRows(.all, now: ScrapeTarget.epoch + 1)
      #expect(pools.allSatisfy { $0.limit == nil && $0.database != nil })
      let sums = history.poolSums(pools).map(\.name.string).sorted()
      #expect(sums == [shop, rest].filter { !$0.isEmpty })
    }
    let single = rows("db_pool_in_use{pool=\"orders/main\"} 4\n")
    #expect(owners(single) == ["orders/main of - on -"])
  }

  @Test(arguments: [
    // Databases are no instances, although no limit tells that they are databases.
    (
      """
      pgbouncer_pools_server_active_connections{database="shop",user="app"} 4
      pgbouncer_pools_server_active_connections{database="logs",user="app"} 2
      """,
      ["logs/app of - on logs", "shop/app of - on shop"]
    ),
    (
      """
      pgbouncer_pools_server_active_connections{target="a",database="shop",user="app"} 4
      pgbouncer_pools_server_active_connections{target="b",database="shop",user="app"} 2
      """,
      ["a/shop/app of a on a/shop", "b/shop/app of b on b/shop"]
    ),
    (
      """
      hikaricp_connections_active{instance="a",pool="main"} 4
      hikaricp_connections_active{instance="b",pool="main"} 2
      """,
      ["a/main of a on -", "b/main of b on -"]
    ),
    ("db_pool_in_use{pool=\"orders/main\"} 4", ["orders/main of - on -"]),
    ("db_pool_in_use{pool=\"main\"} 4", [String]()),
  ])
  func `are said to be whose they are by their labels`(body: String, owners: [String]) {
    var target = ScrapeTarget()
    let pools = target.scrape(body + "\n").pools
    #expect(
      pools.map { "\($0.name) of \($0.instance ?? "-") on \($0.database ?? "-")" } == owners)
  }

  @Test func `say in their rows whose they are, and databases of a bouncer are no instances`() {
    let bouncer = rows(
      ["logs", "shop"].map { database in
        """
        pgbouncer_pools_server_active_connections{database="\(database)",user="app"} 4
        pgbouncer_databases_pool_size{name="\(database)",host="db",database="\(database)"} 20

        """
      }.joined())
    #expect(owners(bouncer) == ["logs/app of - on logs", "shop/app of - on shop"])
    let services = rows(
      ["web-1", "web-2"].map { pod in
        """
        hikaricp_connections_active{pod="\(pod)",pool="main"} 4
        hikaricp_connections_max{pod="\(pod)",pool="main"} 10

        """
      }.joined())
    #expect(owners(services) == ["web-1/main of web-1 on -", "web-2/main of web-2 on -"])
    #expect(owners(rows("db_pool_in_use{pool=\"main\"} 4\n")) == ["main of - on -"])
  }
}
