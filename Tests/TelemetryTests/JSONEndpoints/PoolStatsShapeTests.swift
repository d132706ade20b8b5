import Telemetry
import Testing

struct PoolStatsShapeTests {
  private static func body(_ slow: String, overflow: String = #""overflow": 2"#) -> String {
    """
    {"size": 10, "checked_out": 7, \(overflow), "checked_in": 3, "timeout": 10.0,
     "slow_queries": [\(slow)]}
    """
  }
  private static let one =
    #"{"statement": "SELECT * FROM a WHERE id = 5", "duration": 1.34, "timestamp": 1799999999.1}"#
  private static let two =
    #"{"statement": "SELECT * FROM a WHERE id = 6", "duration": 2.5, "timestamp": 1799999999.9}"#

  @Test func `a pool has what is in use, what is idle and its limit`() {
    var service = JSONPoll()
    let batch = service.poll(Self.body(""))
    #expect(batch.readingsPicture == "poolIdle 3\npoolInUse 7\npoolLeastLimit 12")
    #expect(batch.recognised == ["sqlalchemy-pool"])
    #expect(batch.notesPicture.contains("max_overflow is not exposed"))
  }

  @Test func `a pool that its page tells no longer has ended`() {
    func page(_ pools: [String]) -> String {
      let members = pools.map { #""\#($0)": {"size": 10, "checked_out": 7, "checked_in": 3}"# }
      return "{\(members.joined(separator: ","))}"
    }
    var service = JSONPoll()
    #expect(service.poll(page(["main", "jobs"])).ended.isEmpty)
    #expect(service.poll(page(["main", "jobs"])).ended.isEmpty)
    let ended = service.poll(page(["main"])).ended
    #expect(Set(ended.map(\.subject)) == ["jobs"])
    #expect(Set(ended.map(\.signal)) == [.poolInUse, .poolIdle, .poolLimit])
    // Another page that still tells of it keeps it.
    service.poll(("/a", page(["jobs"])), ("/b", page(["jobs"])))
    #expect(service.poll(("/a", page(["main"])), ("/b", page(["jobs"]))).ended.isEmpty)
  }

  @Test func `a limit that is only told as what is open does not fall below it again`() {
    var service = JSONPoll()
    func limit(_ inUse: Int, _ overflow: Int, size: Int = 3) -> String {
      let idle = max(0, size + overflow - inUse)
      let body =
        "{\"pool_size\": \(size), \"checked_out\": \(inUse), \"overflow\": \(overflow), "
        + "\"checked_in\": \(idle)}"
      return service.poll(body).readings(of: .poolLimit, .poolLeastLimit)
    }
    #expect(limit(1, -2) == "poolLimit 3")
    #expect(limit(4, 1) == "poolLeastLimit 4")
    #expect(limit(2, 0) == "poolLeastLimit 4")
    #expect(limit(6, 3) == "poolLeastLimit 6")
    // What is in use is open, although the page counted what overflows a moment before.
    #expect(limit(8, 3) == "poolLeastLimit 8")
    // Another size is that of another configuration.
    #expect(limit(2, -2, size: 4) == "poolLimit 4")
  }

  @Test func `a pool that tells no overflow may have more once it has had more than its size`() {
    var service = JSONPoll()
    func batch(inUse: Int) -> Batch {
      service.poll("{\"pool_size\": 5, \"checked_out\": \(inUse), \"checked_in\": 0}")
    }
    #expect(batch(inUse: 4).readings(of: .poolLimit, .poolLeastLimit) == "poolLimit 5")
    let over = batch(inUse: 9)
    #expect(over.readings(of: .poolLimit, .poolLeastLimit) == "poolLeastLimit 9")
    #expect(over.ended == [EndedGauge(signal: .poolLimit, subject: "")])
    let back = batch(inUse: 3)
    #expect(back.readings(of: .poolLimit, .poolLeastLimit) == "poolLeastLimit 9")
    #expect(back.ended.isEmpty)
  }

  @Test(arguments: [
    (#""size": 10, "overflow": 2"#, "poolLeastLimit 12"),
    (#""size": 10, "overflow": 0"#, "poolLeastLimit 12"),
    (#""size": 10, "overflow": 2, "max_overflow": 10"#, "poolLimit 20"),
    // Without a limit, however it is written.
    (#""size": 0, "overflow": 12"#, ""), (#""size": 0, "max_overflow": 10"#, ""),
    // A limit that is exceeded beside an overflow is the size.
    (#""max_size": 10, "overflow": 2"#, "poolLeastLimit 12"),
    (#""max_size": 10, "overflow": 2, "max_overflow": 5"#, "poolLimit 15"),
    (#""max_size": 10, "max_overflow": -1"#, ""),
    (#""max_size": 15, "overflow": 2"#, "poolLimit 15"),
    (#""max_size": 15, "overflow": 2, "max_overflow": 5"#, "poolLimit 15"),
  ])
  func `twelve connections in use have no limit but what is told of it`(
    bounds: String, picture: String
  ) {
    var service = JSONPoll()
    let batch = service.poll(#"{"checked_out": 12, "checked_in": 0, \#(bounds)}"#)
    #expect(batch.readings(of: .poolLimit, .poolLeastLimit) == picture)
  }

  @Test func `how full a pool is, is unknown while its overflow is in use`() throws {
    var service = JSONPoll()
    var batch = service.poll(#"{"size": 10, "checked_out": 12, "overflow": 2, "checked_in": 0}"#)
    batch.source = 0
    var history = History(.metrics)
    history.fold(batch)
    let row = try #require(history.poolRows(.all, now: JSONPoll.epoch + 1).first)
    #expect(row.limit == 12 && row.isLeastLimit && row.saturation == nil)
  }

  @Test(arguments: [
    ("{\"db\": {\"pool\": \"POOL\"}}", "poolIdle [db] 1\npoolInUse [db] 0\npoolLimit [db] 5"),
    ("{\"status\": \"ok\", \"pool\": \"POOL\"}", "poolIdle 1\npoolInUse 0\npoolLimit 5"),
    ("{\"pool\": \"Pool size: many\"}", ""),
  ])
  func `the text that a pool tells of itself is read`(body: String, picture: String) {
    var service = JSONPoll()
    let text =
      "Pool size: 5  Connections in pool: 1 Current Overflow: -4 Current Checked out connections: 0"
    #expect(service.poll(body.replacing("POOL", with: text)).readingsPicture == picture)
  }

  @Test func `the limit holds the overflow where it is told`() {
    var service = JSONPoll()
    let batch = service.poll(Self.body("", overflow: #""overflow": -3, "max_overflow": 20"#))
    #expect(batch.readings(of: .poolLimit) == "poolLimit 30")
    #expect(batch.notes.isEmpty)
  }

  @Test func `an overflow without a limit leaves none to the pool`() {
    var service = JSONPoll()
    let batch = service.poll(Self.body("", overflow: #""overflow": 2, "max_overflow": -1"#))
    #expect(batch.readingsPicture == "poolIdle 3\npoolInUse 7")
    #expect(batch.notes.isEmpty)
  }

  @Test func `a slow query counts once however often it is listed`() throws {
    var service = JSONPoll()
    let first = service.poll(Self.body(Self.one))
    #expect(first.queries.map(\.calls) == [1])
    #expect(service.poll(Self.body(Self.one)).queries.isEmpty)
    let third = service.poll(Self.body(Self.one + "," + Self.two))
    let delta = try #require(third.queries.first)
    #expect(delta.calls == 1)
    #expect(delta.fingerprint == "select * from a where id = ?")
    #expect(delta.latency?.sumSeconds == 2.5)
    #expect(delta.time == Timestamp(seconds: 1_799_999_999.9))
    #expect(delta.examples.map(\.statement) == ["SELECT * FROM a WHERE id = 6"])
  }

  @Test func `a slow query of long ago has not just happened`() {
    var service = JSONPoll()
    let batch = service.poll(
      Self.body(#"{"statement": "SELECT 1", "duration": 1.34, "timestamp": 1771000000.1}"#))
    #expect(batch.queries.isEmpty)
    #expect(batch.notesPicture.contains("ran over an hour ago are not counted: 1"))
  }
}
