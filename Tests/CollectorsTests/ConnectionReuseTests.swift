import Testing

@testable import Collectors

@Suite struct `The reuse of a connection` {
  /// How scrapes connect that come every so many seconds and take as long as `took` says of their use.
  private func uses(
    _ count: Int, every pause: Double = 1, took: (ConnectionUse) -> Double = { _ in 0.1 },
    fails: (ConnectionUse) -> Bool = { _ in false }
  ) -> String {
    var reuse = ConnectionReuse()
    var letters = ""
    for scrape in 0..<count {
      let start = Double(scrape) * pause
      let use = reuse.next(agreeing: scrape, isRound: false, at: start)
      reuse.note(use, isFailure: fails(use), at: start + took(use))
      letters += use == .kept ? "k" : "o"
    }
    return letters
  }

  private static let trial = String(repeating: "o", count: ConnectionReuse.trial)
  private static let kept = trial + "kkkkkkkkkokkkkkkkkko"
  private static let never = trial + trial

  @Test(arguments: [0.1, 2, 2.2, 3, 60])
  func `needs scrapes that come before it would end`(pause: Double) {
    #expect(uses(40, every: pause) == (pause < 2.25 ? Self.kept : Self.never))
  }

  @Test func `ends for good where another one has to wait for it`() {
    let givenUp = Self.trial + "kkkkkkkkkooooooooooo"
    #expect(uses(40, took: { $0 == .kept ? 0.1 : 1.5 }) == givenUp)
    #expect(uses(40, fails: { $0 == .once }) == givenUp)
    #expect(uses(40, took: { _ in 1.5 }) == Self.kept)
  }
}
