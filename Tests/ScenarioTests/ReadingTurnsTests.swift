import Testing

@testable import svctop

@Suite(.timeLimit(.minutes(1))) struct ReadingTurnsTests {
  /// What readers hand over, in the order in which it comes.
  private actor Desk {
    var seen: [String] = []

    func take(_ text: String) { seen.append(text) }
  }

  /// What comes of readers that have so many batches each, all at work at the same time.
  private func handedOver(_ counts: [(source: Int, batches: Int)]) async -> [String] {
    let turns = ReadingTurns(of: counts.map(\.source).sorted())
    let desk = Desk()
    await withDiscardingTaskGroup { group in
      for (source, batches) in counts {
        group.addTask {
          for number in 0..<batches {
            await turns.wait(for: source)
            await desk.take("\(source).\(number)")
            await turns.pass(from: source)
          }
          await turns.leave(source)
        }
      }
    }
    return await desk.seen
  }

  @Test func `readers hand over in turn, whichever of them is quicker`() async {
    for _ in 0..<20 {
      let seen = await handedOver([(3, 1), (0, 2), (2, 4)])
      #expect(seen == ["0.0", "2.0", "3.0", "0.1", "2.1", "2.2", "2.3"])
    }
  }

  @Test func `nobody waits for a reader that has nothing`() async {
    #expect(await handedOver([(0, 0), (1, 2), (2, 0)]) == ["1.0", "1.1"])
  }

  @Test func `a reader that takes no turns waits for nobody`() async {
    let turns = ReadingTurns(of: [5])
    await turns.wait(for: 1)
    await turns.pass(from: 1)
    await turns.leave(1)
    await turns.wait(for: 5)
  }
}
