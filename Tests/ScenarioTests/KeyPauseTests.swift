import Testing

@testable import svctop

@Suite struct `The pause after a key` {
  @Test(arguments: [
    (keys: [], at: 5.0, rest: 0.0),
    (keys: [5.0], at: 5.0, rest: 0.06),
    (keys: [5.0], at: 5.02, rest: 0.04),
    (keys: [5.0, 5.03], at: 5.05, rest: 0.04),
    (keys: [5.0], at: 5.06, rest: 0.0),
    (keys: [5.0], at: 9.0, rest: 0.0),
  ])
  func `lasts until no key has come for 60 ms`(keys: [Double], at now: Double, rest: Double) {
    var pause = KeyPause()
    for key in keys { pause.begin(at: key) }
    #expect(abs(pause.remaining(at: now) - rest) < 1e-9)
  }
}
