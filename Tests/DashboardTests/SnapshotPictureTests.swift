import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Whole snapshots of the shop, compared with recorded ones; `ScreenPicture` says how to record.
@Suite struct SnapshotPictureTests {
  private static let views: [(name: String, view: SnapshotView)] = [
    ("Overview", .overview), ("Pools", .pane(.pools)), ("Caches", .pane(.caches)),
    ("Memory", .pane(.memory)), ("Queries", .pane(.queries)), ("Logs", .pane(.logs)),
    ("Sources", .pane(.sources)), ("Endpoints", .pane(.endpoints)),
    ("Endpoint", .endpoint("GET /api/users/{id}/feed")),
  ]

  @Test(arguments: views.indices)
  func `is as recorded`(place: Int) throws {
    let (name, view) = Self.views[place]
    let model = try ShopFixture.troubled.model().showing(view).get()
    try compare("snapshotText\(name)", model.snapshotText(width: 100, height: 32))
    try compare("snapshotMarkdown\(name)", model.snapshotMarkdown())
  }

  @Test func `of a statement is as recorded`() throws {
    let model = ShopFixture.troubled.model()
    let id = try #require(model.figures.queries.first?.hexID)
    let shown = try model.showing(.query(id)).get()
    try compare("snapshotTextQuery", shown.snapshotText(width: 100, height: 32))
    try compare("snapshotMarkdownQuery", shown.snapshotMarkdown())
  }

  @Test func `with colours is as recorded`() throws {
    let text = ShopFixture.troubled.model().snapshotANSI(width: 80, height: 16, depth: .ansi16)
    try compare("snapshotANSIOverview", text.replacing("\u{1B}", with: "^"))
  }

  private func compare(_ name: String, _ text: String) throws {
    let drawn = text.hasSuffix("\n") ? String(text.dropLast()) : text
    guard !ScreenPicture.isRecording else {
      let folder = String(#filePath.dropLast("SnapshotPictureTests.swift".count)) + "Screens"
      try #require(ScreenPicture.record(drawn, as: name, in: folder))
      return
    }
    let recorded = try #require(Screens.snapshots[name])
    if let difference = ScreenPicture.difference(recorded: recorded, drawn: drawn) {
      Issue.record("\(name) is not as recorded\(difference)")
    }
  }
}
