import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct MarksTests {
  @Test func `marks what is medium and worse`() {
    let table: [(Severity, Mark?)] = [
      (.fine, nil), (.low, nil), (.medium, .medium), (.high, .high), (.critical, .critical),
    ]
    for (severity, mark) in table { #expect(severity.mark == mark) }
  }
}
