import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// What the program says, in the room that the bottom of the screen has for it.
struct NoticeTextTests {
  @Test(arguments: [
    ("written: now.txt", "written: now.txt"),
    (
      "written: /home/somebody/incidents/2026-01-01/shop/svctop-20260101-140532.txt",
      "written: /home/somebody/in…0260101-140532.txt"
    ),
    (
      "left out as rotated logs: /var/log/nginx/access.log.1; name a file to have it read",
      "left out as rotated lo…a file to have it read"
    ),
    (
      "copied: select a, b, c from orders where id = 3 and c = 5",
      "copied: select a, b, c…where id = 3 and c = 5"
    ),
    (
      "no \"GET /a/b/c and /d/e/f and g\" in here, m marks",
      "no \"GET /a/b/c …d/e/f and g\" in here, m marks"
    ),
  ])
  func `cuts names in their middle, then the text`(text: String, shown: String) {
    let fitted = NoticeText.fitted(text, to: 45, symbols: .unicode)
    #expect(fitted == shown)
    #expect(CellWidth.of(fitted) <= 45)
  }

  @Test func `stays within its room, whatever it says`() {
    let texts = [
      String(repeating: "long", count: 200), String(repeating: "日本 ", count: 90), "\"", "",
      String(repeating: "a ", count: 300), "\"" + String(repeating: "é ", count: 100),
    ]
    for text in texts {
      for width in 10...130 {
        #expect(CellWidth.of(NoticeText.fitted(text, to: width, symbols: .unicode)) <= width)
        let lines = NoticeText.lines(of: text, width: width, symbols: .ascii)
        #expect(lines.count <= 3 && lines.allSatisfy { CellWidth.of($0) <= width })
      }
    }
  }

  private static let trouble =
    "configuration unchanged: /home/somebody/.config/svctop/svctop.toml:14:9: there is no theme "
    + "\"drakula\", did you mean \"dracula\"? (and 3 more: svctop config check)"

  @Test(arguments: [(80, 3), (120, 2), (200, 1)])
  func `tells trouble to its end`(width: Int, lines: Int) {
    var session = ScreenSession(.troubled, width: width, height: 24)
    let before = session.lines
    session.model.complain(Self.trouble)
    let said = session.lines.suffix(lines).joined().split(separator: " ").joined(separator: " ")
    #expect(said == Self.trouble)
    #expect(session.lines.dropLast(lines) == before.dropLast(lines))
    _ = session.model.update(.tick(ShopFixture.now + 9))
    #expect(session.lines[23].contains("? help"), "and gives the room back")
  }

  @Test func `leaves room beside a long filter`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.press(.character("/"))
    session.type("route:/api/users and status:5xx and p96>2")
    #expect(session.lines[22] == " column 37: unknown column `p96`, did you mean `p95`?")
    #expect(session.lines[23] == " /route:/api/users and status:5xx and p96>2")
    session.press(.escape, .character(":"))
    session.type("filter route:/api/users and status:5xx and not route:/api/orders and not GET")
    session.press(.enter)
    #expect(
      session.lines[23].hasPrefix(
        " filter: route:/api/users an…i/orders and not GET   esc clears "))
    session.press(.escape, .character("/"))
    session.type("p96>2")
    #expect(session.lines[22].hasSuffix("╯"))
    #expect(session.lines[23].hasSuffix("unknown column `p96`, did you mean `p95`?"))
  }
}
