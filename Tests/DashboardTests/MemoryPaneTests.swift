import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Memory that grows towards a limit.
struct MemoryPaneTests {
  private func picture(_ fixture: ShopFixture, width: Int) -> String {
    var buffer = Buffer(size: Size(width: width, height: 4))
    PaneCatalog.pane(.memory).drawFramed(fixture.model(), into: &buffer, in: buffer.bounds)
    return buffer.text
  }

  @Test func `says when the limit is reached where it takes nothing from the trend`() {
    let wide = picture(.troubled, width: 76)
    #expect(wide.contains("612 MB of 1 GB  full in 68 min"), "\(wide)")
    #expect(!picture(.troubled, width: 50).contains("full in"))
    #expect(!picture(.healthy, width: 76).contains("full in"))
  }

  @Test(arguments: [80, 120])
  func `says so alone on the screen too`(width: Int) {
    var session = ScreenSession(.troubled, width: width, height: 24)
    session.press(.character("6"))
    if !session.model.isZoomed { session.press(.character("z")) }
    #expect(session.line(with: " api ").contains("rising, full in 68 min"), "\(session.screen)")
    #expect(session.line(with: " worker ").contains("steady"))
  }
}
