import Telemetry
import TestSupport
import Testing

@Suite struct SessionTests {
  typealias Session = SessionFeed.Session

  private func sessions(_ visits: [Visit]) -> [Session] {
    (SessionFeed.batch(visits).sessions?.runs ?? []).map(Session.init).sorted()
  }

  @Test(
    arguments: [
      ("one request", [0], [Session(0, 0, 1)]),
      ("a pause of half an hour", [0, 1800, 3600], [Session(0, 3600, 3)]),
      ("a longer pause", [0, 1801, 1900], [Session(0, 0, 1), Session(1801, 99, 2)]),
      ("lines out of order", [500, 100, 300], [Session(100, 400, 3)]),
      ("a line that comes late", [0, 9000, 100], [Session(0, 100, 2), Session(9000, 0, 1)]),
      ("a late line between two sessions", [0, 3000, 1500], [Session(0, 3000, 3)]),
    ] as [(String, [Int], [Session])])
  func `ends a session after half an hour without a request`(
    name: String, seconds: [Int], expected: [Session]
  ) {
    #expect(sessions(seconds.map { Visit(second: $0) }) == expected, "\(name)")
  }

  @Test func `tells visitors apart by user, else by address and agent`() {
    let visits = [
      Visit(second: 0, user: "bob"), Visit(second: 10, address: "198.51.100.4", user: "bob"),
      Visit(second: 20), Visit(second: 21), Visit(second: 22, agent: "okhttp/4.12.0"),
      Visit(second: 23, address: "198.51.100.4"), Visit(second: 24, agent: "-"),
      Visit(second: 25, address: "10.0.0.7", agent: "-"),
    ]
    let runs = SessionFeed.batch(visits).sessions?.runs ?? []
    let counts = Dictionary(grouping: runs, by: \.kind).mapValues { $0.map(\.requests).sorted() }
    // Nobody is behind an address of the own network without an agent.
    #expect(counts == [.user: [2], .addressAndAgent: [1, 1, 2], .address: [1]])
  }

  @Test func `knows nothing of sessions where no line says who asked`() {
    let history = SessionFeed.history([
      SessionFeed.batch([Visit(second: 0, address: "127.0.0.1", agent: "-")])
    ])
    #expect(history.sessionRow(.all, now: SessionFeed.midnight) == nil)
    let columns = history.activeSessions(
      in: TimeRange(from: SessionFeed.midnight, to: SessionFeed.midnight + 60), columns: 2,
      now: SessionFeed.midnight)
    #expect(columns == [nil, nil])
  }

  /// Visitors with sessions of several lengths, some of them at work all day.
  private func randomVisits(_ visitors: Int, _ dice: inout Dice) -> [Visit] {
    var visits: [Visit] = []
    for visitor in 0..<visitors {
      var visit = Visit(
        second: dice.roll(40_000), address: "203.0.\(visitor / 200).\(visitor % 200)",
        agent: "agent/\(dice.roll(3))")
      for _ in 0..<1 + dice.roll(12) {
        visits.append(visit)
        visit.second += dice.roll(10) == 0 ? 1500 + dice.roll(3000) : dice.roll(200)
      }
    }
    return visits.sorted { $0.second < $1.second }
  }

  @Test(arguments: 1...5)
  func `is the same in any pieces and in any order of them`(seed: UInt64) {
    var dice = Dice(seed)
    let visits = randomVisits(60, &dice)
    let expected = SessionFeed.truth(visits)
    #expect(sessions(visits) == expected)
    #expect(sessions(visits.shuffled(using: &dice)) == expected)
    let whole = SessionFeed.history([SessionFeed.batch(visits)])
      .sessionRow(.all, now: SessionFeed.midnight + 50_000)
    #expect(whole?.count == Double(expected.count) && whole?.isEstimate == false)
    for pieces in [2, 5, 40] {
      let size = visits.count / pieces + 1
      let batches = (0..<pieces).map { piece in
        SessionFeed.batch(visits.dropFirst(piece * size).prefix(size), source: piece % 2)
      }
      let row = SessionFeed.history(batches.shuffled(using: &dice))
        .sessionRow(.all, now: SessionFeed.midnight + 50_000)
      #expect(row == whole, "\(pieces) pieces")
    }
  }

  @Test func `gives percentiles by nearest rank, and means`() {
    // Durations 0, 10 ... 990 s of sessions with two requests each.
    let visits = (0..<100).flatMap { number in
      [0, number * 10].map { Visit(second: $0, agent: "a/\(number)") }
    }
    let row = SessionFeed.history([SessionFeed.batch(visits)])
      .sessionRow(.all, now: SessionFeed.midnight + 990)
    let known = row?.durations
    #expect(known?.p50 == 490 && known?.p90 == 890 && known?.p95 == 940 && known?.p99 == 980)
    #expect(known?.max == 990 && known?.mean == 495)
    #expect(row?.requests?.mean == 2 && row?.requests?.max == 2)
    // Those whose last request is at most five minutes old: 690 s ... 990 s.
    #expect(row?.active == 31 && row?.count == 100)
    #expect(row?.identity == .addressAndAgent && row?.identity.isGuess == true)
  }

  @Test func `counts those sessions that had a request in the window, with all of it`() {
    let visits = [
      Visit(second: 0, agent: "gone"), Visit(second: 3000, agent: "long"),
      Visit(second: 4500, agent: "long"), Visit(second: 6000, agent: "long"),
      Visit(second: 6100, agent: "new"),
    ]
    let now = SessionFeed.midnight + 6100
    let history = SessionFeed.history([SessionFeed.batch(visits.sorted { $0.second < $1.second })])
    let row = history.sessionRow(.last(300), now: now)
    #expect(row?.count == 2 && row?.active == 2)
    #expect(row?.durations?.max == 3000 && row?.requests?.max == 3)
    let range = TimeRange(from: SessionFeed.midnight, to: SessionFeed.midnight + 6200)
    #expect(history.activeSessions(in: range, columns: 4, now: now) == [0, 1, 1, 2])
    #expect(history.sessionRow(.last(300), now: now + 4000)?.count == 0)
  }

  @Test func `takes one of two views of the same sessions, the one that knows who asked`() {
    var proxy = SessionFeed.batch((0..<9).map { Visit(second: $0, agent: "a/\($0)") }, source: 0)
    proxy.vantage = "nginx"
    var app = SessionFeed.batch((0..<4).map { Visit(second: $0, user: "u\($0 % 2)") }, source: 1)
    app.vantage = "app"
    let now = SessionFeed.midnight + 10
    let both = SessionFeed.history([proxy, app]).sessionRow(.all, now: now)
    #expect(both?.count == 2 && both?.identity == .user)
    app.vantage = "nginx"
    #expect(SessionFeed.history([proxy, app]).sessionRow(.all, now: now)?.count == 11)
  }
}
