import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The chart of errors says whose they are, and takes no room for what did not happen.
struct ErrorsPaneTests {
  private func steady(width: Int, height: Int = 40) -> Model {
    Model(
      history: ShopFixture.history(seconds: 300) { _ in 0.01 }, settings: Settings(),
      theme: .default, size: Size(width: width, height: height), clock: ShopFixture.now)
  }

  @Test(arguments: [80, 120])
  func `says in one line that nothing failed, and gives the chart beside it the rest`(
    width: Int
  ) {
    let model = steady(width: width)
    let placements = Layout(of: model).placements
    #expect(placements.first { $0.pane == .errors }?.rect.width == 26)
    #expect(placements.first { $0.pane == .latency }?.rect.width == width - 26)
    let screen = View(model).buffer.text
    #expect(screen.contains("│ nothing failed in 10m "), "\(screen)")
  }

  @Test func `has three lines where it stands alone`() {
    let errors = Layout(of: steady(width: 60)).placements.first { $0.pane == .errors }
    #expect(errors?.rect.size == Size(width: 60, height: 3))
  }

  private func filtered(_ filter: String, of fixture: ShopFixture = .troubled) throws -> Model {
    var model = fixture.model()
    model.filter = try FilterExpression(filter)
    model.refresh()
    return model
  }

  @Test func `follows a filter that few endpoints pass`() throws {
    let pane = ErrorsPane()
    let feed = try filtered("feed")
    #expect(pane.title(of: feed) == "errors/s, 1 endpoint")
    #expect(pane.caption(of: feed).text == "▒ 4xx 2  █ 5xx 27 in 5m")
    let two = try filtered("feed or mates")
    #expect(pane.title(of: two) == "errors/s, 2 endpoints")
    #expect(pane.shortTitle(of: two) == "errors/s")
    let mates = try filtered("mates")
    func failed(_ model: Model) -> UInt64 {
      model.figures.endpoints.reduce(0) { $0 + $1.statuses.errors }
    }
    #expect(failed(two) == failed(feed) + failed(mates))
    #expect(pane.caption(of: two).text.contains("5xx \(failed(two)) in"))
  }

  @Test func `says so where it has those of all endpoints all the same`() throws {
    let pane = ErrorsPane()
    let model = try filtered("things", of: .hostile)
    try #require(model.figures.endpoints.count > 8)
    try #require(model.figures.endpoints.count < model.figures.endpointCount)
    #expect(pane.title(of: model) == "errors/s, all endpoints")
    #expect(pane.shortTitle(of: model) == "all errors/s")
    #expect(pane.title(of: ShopFixture.hostile.model()) == "errors/s")
  }

  @Test func `shows no errors of what does not pass the filter`() throws {
    let model = try filtered("zzz")
    #expect(model.figures.endpoints.isEmpty)
    let screen = View(model).buffer.text
    let errors = try #require(Layout(of: model).placements.first { $0.pane == .errors })
    #expect(errors.rect.height == 3, "\(screen)")
    #expect(screen.contains("│ no endpoint passes the filter  "))
    var inside = model
    inside.path = [.overview, .endpoint(EndpointName("GET /api/users/{id}/feed"))]
    #expect(ErrorsPane().title(of: inside) == "errors/s", "a detail is of its endpoint")
  }
}
