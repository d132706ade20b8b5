import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// On small screens the figures that decide are the last to leave, and none is cut.
struct NarrowDetailTests {
  private func screen(
    _ place: Model.Place, _ width: Int, _ height: Int, _ symbols: Symbols = .unicode
  ) -> ScreenSession {
    var session = ScreenSession(.busy, width: width, height: height, symbols: symbols)
    session.model.path = [.overview, place]
    return session
  }

  private static let endpoint = EndpointName(method: "POST", route: "/api/posts/generate")

  @Test(arguments: [(40, 12), (40, 10), (60, 14), (80, 16), (80, 24), (120, 40)])
  func `an endpoint has its p95 with its mark`(width: Int, height: Int) {
    for symbols in [Symbols.unicode, .ascii] {
      let session = screen(.endpoint(Self.endpoint), width, height, symbols)
      let line = session.line(with: " p95   ")
      #expect(line.contains("9.46 s"), "\(session.screen)")
      #expect(line.contains(String(symbols.critical)), "\(session.screen)")
    }
  }

  @Test func `an endpoint has its other figures beside the p95 where lines are few`() {
    let session = screen(.endpoint(Self.endpoint), 40, 12)
    #expect(session.lines[3].contains("p95      9.46 s ✖ errors    0.0 %"), "\(session.screen)")
    #expect(session.lines[4].contains("p99 ") && session.lines[4].contains("p50 "))
  }

  @Test(arguments: [(40, 10), (40, 12), (50, 14), (80, 24), (120, 40)])
  func `a statement has its p95, p99 and p50`(width: Int, height: Int) throws {
    let row = try #require(ShopFixture.busy.model().figures.queries.first)
    let session = screen(.query(row.id), width, height)
    let p95 = session.line(with: " p95    ")
    #expect(p95.contains("1.30 s"), "\(session.screen)")
    guard height > 10 else { return }
    #expect(session.line(with: " p99    ").contains(" s "), "\(session.screen)")
    #expect(session.line(with: " p50    ").contains(" ms "), "\(session.screen)")
  }

  @Test(arguments: [(40, 10), (40, 12), (80, 24), (120, 40)])
  func `a task has its p95`(width: Int, height: Int) {
    let name = EndpointName(method: "", route: "generate_image")
    let session = screen(.work(.task, name), width, height)
    #expect(session.line(with: " p95   ").contains(" s "), "\(session.screen)")
  }

  @Test(arguments: [80, 100, 120, 160, 200])
  func `an endpoint has its answers by class, whole`(width: Int) {
    let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    let line = screen(.endpoint(feed), width, 40).line(with: "│ rate ")
    #expect(line.contains("5xx 2") && line.contains("4xx ") && line.contains("2xx 9"), "\(line)")
    #expect(!line.contains("…"), "\(line)")
  }

  @Test func `answers by class take fewer words before they are left out`() {
    var statuses = StatusCounts()
    (statuses[5], statuses[4], statuses[3], statuses[2]) = (21, 1, 2, 976)
    let table: [(width: Int, text: String)] = [
      (80, "5xx 2.1 %  4xx 0.1 %  3xx 0.2 %  2xx 97.6 %"),
      (43, "5xx 2.1 %  4xx 0.1 %  3xx 0.2 %  2xx 97.6 %"),
      (42, "5xx 2.1 4xx 0.1 3xx 0.2 2xx 97.6 %"), (34, "5xx 2.1 4xx 0.1 3xx 0.2 2xx 97.6 %"),
      (33, "5xx 2 4xx <1 3xx <1 2xx 98 %"), (28, "5xx 2 4xx <1 3xx <1 2xx 98 %"),
      (27, "5xx 2 4xx <1 3xx <1 %"), (20, "5xx 2 4xx <1 %"), (7, "5xx 2 %"), (6, ""), (0, ""),
      (-9, ""),
    ]
    for (width, text) in table {
      #expect(StatusShares.text(of: statuses, width: width) == text, "\(width)")
    }
    var fine = StatusCounts()
    fine[2] = 10
    #expect(StatusShares.text(of: fine, width: 20) == "2xx 100 %")
    #expect(StatusShares.text(of: StatusCounts(), width: 20) == "")
  }
}
