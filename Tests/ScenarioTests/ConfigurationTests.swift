import Telemetry
import TestSupport
import Testing

@testable import svctop

/// `svctop.toml`: what it sets, and how its mistakes are told.
@Suite struct ConfigurationTests {
  private func fault(_ text: String) -> String? {
    do {
      _ = try Configuration(text, file: "t.toml")
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `reads sources, rules, formats and mappings`() throws {
    let configuration = try Configuration(
      """
      sources = ["nginx=/var/log/a.log", "http://127.0.0.1:8000"]
      [routes]
      rules = ["/blog/{slug}"]
      [formats]
      edge = '$remote_addr [$time_local] "$request" $status'
      [[mapping]]
      path = "queues.*.length"
      meaning = "taskBacklog"
      [[mapping]]
      path = "p[].x"
      meaning = "p95"
      subject = ".name"
      unit = "ms"
      kind = "gauge"
      location = "/state"
      """, file: "t.toml")
    #expect(configuration.sources == ["nginx=/var/log/a.log", "http://127.0.0.1:8000"])
    #expect(!configuration.routeRules.isEmpty)
    #expect(configuration.formats.map(\.label) == ["edge"])
    #expect(configuration.mappings.map(\.path) == ["queues.*.length", "p[].x"])
    #expect(configuration.mappings.last?.unit == "ms")
    #expect(configuration.mappings.last?.location == "/state")
    #expect(configuration.mappings.first?.subject == "*1")
  }

  @Test(arguments: [
    ("source = []", "t.toml:1:1: there is no setting \"source\", did you mean \"sources\"?"),
    ("sources = 3", "t.toml:1:11: sources must be a list of texts: [\"...\"]"),
    (
      "\n  [routes]\n  rule = []",
      "t.toml:3:3: there is no setting \"rule\", did you mean \"rules\"?"
    ),
    (
      "[routes]\nrules = [\"x\"]",
      "t.toml:2:10: route rule x: it must begin with a slash, as in /blog/{slug}"
    ),
    (
      "[[mapping]]\npath = \"a\"\nmeaning = \"p95\"\n\n[[mapping]]\n",
      "t.toml:5:1: [[mapping]] number 2 has no path (and 1 more: svctop config check t.toml)"
    ),
    (
      "[[mapping]]\npath = \"a\"\nmeaning = \"p95\"\n[[mapping]]\npath = \"a\"\nmeaning = \"poolInUs\"",
      "t.toml:6:11: there is no meaning \"poolInUs\", did you mean \"poolInUse\"?"
    ),
    ("routes = 1", "t.toml:1:1: routes must be a section: [routes]"),
  ])
  func `tells a mistake with its place and what to write`(text: String, message: String) {
    #expect(fault(text) == message)
  }

  @Test func `tells a mistake in the notation`() {
    #expect(fault("sources = [\n")?.hasPrefix("t.toml:") == true)
    #expect(fault("[formats]\nx = '(?<time>'")?.hasPrefix("t.toml:2:5: ") == true)
  }
}
