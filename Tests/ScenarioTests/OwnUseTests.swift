import Dashboard
import Testing

@testable import svctop

/// What svctop measures of itself.
struct OwnUseTests {
  @Test func `bytes to the terminal are told by the second, apart from all that is written`() {
    var use = OwnUse()
    let first = use.sample(terminalBytes: 1_000, at: 10)
    #expect(first.terminalBytesPerSecond == nil && first.cpuShare == nil)
    #expect(first.residentBytes.map { $0 > 1e6 } == true)
    let second = use.sample(terminalBytes: 3_000, at: 12)
    #expect(second.terminalBytesPerSecond == 1_000)
    #expect(second.writtenBytesPerSecond != nil && second.cpuShare != nil)
    // Too soon for a share, and where nothing is drawn there is none.
    #expect(use.sample(terminalBytes: 4_000, at: 12.05).terminalBytesPerSecond == nil)
    #expect(use.sample(terminalBytes: nil, at: 14).terminalBytesPerSecond == nil)
  }
}
