import Telemetry
import Testing

@testable import svctop

@Suite(.timeLimit(.minutes(1))) struct BacklogTests {
  private func batch(_ deltas: Int) -> Batch {
    var batch = Batch(source: 0, time: Timestamp(seconds: 1))
    batch.traffic = Array(
      repeating: TrafficDelta(
        name: EndpointName(method: "GET", route: "/a"), time: batch.time,
        statuses: StatusCounts()), count: deltas)
    return batch
  }

  private func untilOneWaits(in backlog: Backlog) async {
    while backlog.waiting == 0 { await Task.yield() }
  }

  @Test func `lets a collector go on while there is room`() async {
    let backlog = Backlog()
    for _ in 0..<3 { await backlog.add(batch(1000)) }
    #expect(backlog.waiting == 0)
  }

  @Test func `lets it wait until enough is folded, in pieces too`() async {
    let backlog = Backlog()
    let large = batch(20_000)
    let collecting = Task { await backlog.add(large) }
    await untilOneWaits(in: backlog)
    let pieces = large.pieces(most: 1000)
    backlog.folded(pieces[0])
    #expect(backlog.waiting == 1)
    for piece in pieces.dropFirst() { backlog.folded(piece) }
    #expect(backlog.waiting == 0)
    await collecting.value
  }

  @Test func `lets everyone go when nothing is folded any more`() async {
    let backlog = Backlog()
    let collecting = Task { await backlog.add(batch(20_000)) }
    await untilOneWaits(in: backlog)
    backlog.close()
    await collecting.value
    await backlog.add(batch(20_000))
  }
}
