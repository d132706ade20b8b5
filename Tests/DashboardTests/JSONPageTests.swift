import Foundation
import TestSupport
import Testing

@testable import Dashboard

/// `docs/json.md` against the documents that are written.
@Suite struct JSONPageTests {
  private static let page = try? String(
    contentsOf: URL(filePath: #filePath).appending(path: "../../../docs/json.md").standardized,
    encoding: .utf8)

  /// Objects whose keys are names from outside.
  private static let named: Set<String> = ["endpoints", "burn_rates"]

  @Test(arguments: ShopFixture.all)
  func `tells every key that a document has`(fixture: ShopFixture) throws {
    let page = try #require(Self.page)
    let document = try #require(ParsedJSON(fixture.model().snapshotJSON().text))
    var missing: Set<String> = []
    collect(document, inside: "") { key in
      if !page.contains("`\(key)`"), !page.contains("`\(key)[]`") { missing.insert(key) }
    }
    #expect(missing.sorted() == [])
  }

  private func collect(
    _ value: ParsedJSON, inside parent: String, _ body: (String) -> Void
  ) {
    switch value {
    case .object(let members):
      for (key, member) in members {
        if !Self.named.contains(parent) { body(key) }
        collect(member, inside: key, body)
      }
    case .array(let values):
      for value in values { collect(value, inside: "", body) }
    case .null, .bool, .number, .string: break
    }
  }
}
