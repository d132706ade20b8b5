import ArgumentParser
import Collectors
import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// Every setting of `svctop.toml`: what it sets, and that the schema knows all there is.
@Suite struct ConfigurationSettingsTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(text, file: "t.toml")
  }

  @Test func `reads what stands above all sections`() throws {
    let configuration = try read(
      """
      title = "shop"
      filter = "p95>200ms"
      window = "15m"
      windows = ["all", "1m", "10m"]
      interval = "500ms"
      timeout = 3
      theme = "dark"
      color = "256"
      glyphs = "ascii"
      mouse = true
      """)
    #expect(configuration.title == "shop")
    #expect(configuration.filter?.text == "p95>200ms")
    #expect(configuration.window == .last(900))
    #expect(configuration.windows == [.last(60), .last(600), .all])
    #expect(configuration.intervalSeconds == 0.5)
    #expect(configuration.timeoutSeconds == 3)
    #expect(configuration.theme == "dark")
    #expect(configuration.color == "256")
    #expect(configuration.glyphs == "ascii")
    #expect(configuration.mouse == true)
  }

  @Test func `reads the pause that ends a session, and refuses what is none`() throws {
    #expect(try read("[sessions]\ngap = \"10m\"").sessionGapSeconds == 600)
    #expect(try read("").sessionGapSeconds == 1800)
    for (text, says) in [
      ("[sessions]\ngap = \"1s\"", "1m"), ("[session]\ngap = \"10m\"", "did you mean \"sessions\""),
      ("[sessions]\ngaps = \"10m\"", "did you mean \"gap\""),
    ] {
      do {
        _ = try read(text)
        Issue.record("\(text) is taken")
      } catch {
        #expect("\(error)".contains(says), "\(error)")
      }
    }
    let preferences = try CommonOptions.parse([]).logPreferences(
      read("[sessions]\ngap = \"1h\""))
    #expect(preferences.sessionGapSeconds == 3600)
  }

  @Test func `reads thresholds, targets, layout, keys and retention`() throws {
    let configuration = try read(
      """
      [thresholds]
      slow_endpoint = "250ms"
      error_rate = "2.5%"
      high_error_rate = 0.2
      fewest_requests = 50
      [targets]
      cache_hit_rate = ">90%"
      "GET /users/{id}".p95 = "<200ms"
      [keys]
      filter = ["/", "ctrl-f"]
      quit = "Q"
      [columns]
      endpoints = ["p99", "rate"]
      queries = ["p99", "calls"]
      [layout]
      hide = ["logs"]
      show = ["endpoints", "queries", "logs"]
      [retention]
      log_lines = 5000
      """)
    #expect(configuration.thresholds.slowSeconds == 0.25)
    #expect(configuration.thresholds.errorShare == 0.025)
    #expect(configuration.thresholds.highErrorShare == 0.2)
    #expect(configuration.thresholds.fewestRequests == 50)
    #expect(configuration.thresholds.criticalSeconds == Thresholds().criticalSeconds)
    #expect(
      Set(configuration.targets.map(\.name)) == ["cache_hit_rate", "\"GET /users/{id}\".p95"])
    #expect(PaneID.allCases.filter(configuration.layout.allows) == [.endpoints, .queries])
    #expect(configuration.layout.shown == [.endpoints, .queries, .logs])
    #expect(configuration.retention.tailCapacity == 5000)
    #expect(configuration.keyMap.command(for: .control("f")) == .filter)
    #expect(configuration.keyMap.command(for: .character("Q")) == .quit)
    let warnings = configuration.keyWarnings
    #expect(warnings.contains { $0.contains("ctrl-f") })
    let more = warnings.count > 1 ? "; \(warnings.count - 1) more: svctop config check" : ""
    #expect(configuration.keyWarning == warnings.first.map { $0 + more })
    var settings = Settings()
    settings.take(configuration.preferences(besides: nil))
    #expect(settings.columns == [.route, .rate, .p99])
    #expect(settings.queryColumns == [.calls, .p99, .statement])
  }

  @Test(arguments: [
    ("window = \"5 minutes\"", 1, 10, "\"5 minutes\" is not a duration"),
    ("window = \"2d\"", 1, 10, "window is \"2d\"; it can be 5s to 1d"),
    ("[keys]\nfliter = \"x\"", 2, 1, "there is no command \"fliter\", did you mean \"filter\"?"),
    ("[keys]\nfilter = [\"/\", \"ctrl-\"]", 2, 16, "\"ctrl-\" is not a key"),
    ("windows = [\"1m\",\n  \"1x\"]", 2, 3, "\"1x\" is not a duration"),
    ("filter = \"p96>1s\"", 1, 10, "p95"),
    (
      "color = \"265\"", 1, 9,
      "color cannot be \"265\"; there are auto, never, 8, 16, 256, truecolor"
    ),
    ("mouse = \"yes\"", 1, 9, "mouse is true or false"),
    ("[thresholds]\nslow_endpiont = \"1s\"", 2, 1, "did you mean \"slow_endpoint\"?"),
    ("[thresholds]\nerror_rate = \"120%\"", 2, 14, "\"120%\" is not a share"),
    ("[thresholds]\nfewest_requests = -1", 2, 19, "-1 is not valid for fewest_requests"),
    ("[targets]\np96 = \"<1s\"", 2, 1, "there is no measure \"p96\", did you mean \"p95\"?"),
    (
      "[targets]\n\"GET /b\" = \"<1s\"", 2, 1,
      #""GET /b" has no measure; write "GET /b".p95 = "<1s""#
    ),
    ("[targets]\n\"a b\" = \"<1%\"", 2, 1, #"write "a b".error_rate = "<1%""#),
    ("[targets]\n\"a b\" = \">99%\"", 2, 1, #"write "a b".availability = ">99%""#),
    ("[targets]\nmemory = \"<512\"", 2, 10, "\"512\" is not a bound of memory"),
    ("[targets]\n\"GET /x\".p95 = \"1s\"", 2, 16, "\"1s\" does not compare"),
    ("[layout]\nhide = [\"log\"]", 2, 9, "there is no pane \"log\", did you mean \"logs\"?"),
    ("[layout]\nshow = [\"logs\", \"logs\"]", 2, 17, "logs is named twice"),
    ("[columns]\nendpoints = [\"p94\"]", 2, 14, "there is no column \"p94\""),
    (
      "[columns]\nqueries = [\"calls\", \"shares\"]", 2, 21,
      "there is no column \"shares\", did you mean \"share\"?"
    ),
    ("[columns]\nqueris = []", 2, 1, "there is no setting \"queris\", did you mean \"queries\"?"),
    ("[retention]\nqueries = 1", 2, 11, "1 is not valid for queries: a whole number from 10"),
    ("thresholds = { slow_query = \"x\" }", 1, 29, "\"x\" is not a duration"),
    ("[[mapping]]\npath = \"a\"", 1, 1, "has no meaning"),
    ("title = \"\"\"\nlong\n\"\"\"\nmouse = 1", 4, 9, "mouse is true or false"),
    ("window = = 3", 1, 10, "not TOML"),
  ])
  func `tells where a mistake is and what to write`(
    text: String, line: Int, column: Int, message: String
  ) {
    do throws(ConfigurationErrors) {
      _ = try Configuration(text, file: "t.toml")
      Issue.record("no mistake found in \(text)")
    } catch {
      #expect(error.others.isEmpty)
      #expect(error.first.line == line)
      #expect(error.first.column == column)
      #expect(error.first.message.contains(message), "\(error.first.message)")
    }
  }

  @Test(arguments: [
    ("drak", "there is no theme \"drak\", did you mean \"dark\"?"),
    ("xyzzyx", "there is no theme \"xyzzyx\"; there are default, dark, "),
    ("./none.toml", "there is no theme file \"./none.toml\" that can be read"),
    ("dark", nil),
  ])
  func `tells that a theme does not exist, and where it is named`(name: String, message: String?)
    throws
  {
    let configuration = try read("mouse = true\ntheme = \"\(name)\"\n")
    let mistake = configuration.themeMistake(in: ThemeLibrary())
    guard let message else { return #expect(mistake == nil) }
    #expect(mistake?.description.hasPrefix("t.toml:2:9: \(message)") == true, "\(mistake as Any)")
    #expect(mistake?.detail.contains("  2 | theme = ") == true)
  }

  @Test func `tells all mistakes at once, in the order of the lines, with a mark below each`() {
    let text = """
      windw = "5m"
      interval = "x"
      sources = ["ok.log", "ftp://x", ""]
      \tmouse = 7

      [thresholds]
      slow_query = "100"
      pool_saturation = "eighty"
      """
    do throws(ConfigurationErrors) {
      _ = try Configuration(text, file: "t.toml")
      Issue.record("no mistake found")
    } catch {
      #expect(error.all.map(\.line) == [1, 2, 3, 3, 4, 8])
      #expect(error.description.hasSuffix("(and 5 more: svctop config check t.toml)"))
      #expect(
        error.first.detail == """
          t.toml:1:1: there is no setting "windw", did you mean "window"?
            1 | windw = "5m"
              | ^^^^^
          """)
      #expect(
        error.all[2].detail.hasSuffix(
          """
            3 | sources = ["ok.log", "ftp://x", ""]
              |                      ^^^^^^^^^
          """))
      #expect(error.all[4].detail.hasSuffix("  4 |  mouse = 7\n    |          ^"))
    }
  }

  @Test func `tells every wrong element of a list and field of a mapping, and the theme`() {
    let text = """
      windows = ["1x", "1m", 3]
      sources = [1, "ftp://x", ["a"]]
      theme = "drak"
      [keys]
      fliter = ["ctrl-", "/", "nokey"]
      [layout]
      show = ["log", "logs", "quer", "logs"]
      [columns]
      endpoints = ["p94", "rate", "p9x"]
      [routes]
      rules = ["x", "/a", "y"]
      [targets]
      p96 = "<1s"
      xyzzy = "<1s"
      [[mapping]]
      path = 3
      meaning = "poolInUs"
      unit = "mss"
      kind = "gag"
      """
    let places = [
      (1, 12), (1, 24), (2, 12), (2, 15), (2, 26), (3, 9), (5, 1), (5, 11), (5, 25), (7, 9),
      (7, 24), (7, 32), (9, 14), (9, 29), (11, 10), (11, 21), (13, 1), (14, 1), (16, 8), (17, 11),
      (18, 8), (19, 8),
    ]
    do throws(ConfigurationErrors) {
      _ = try Configuration(text, file: "t.toml", themes: ThemeLibrary())
      Issue.record("no mistake found")
    } catch {
      let found = error.all.map { "\($0.line):\($0.column)" }
      #expect(found == places.map { "\($0.0):\($0.1)" }, "\(error.all.map(\.description))")
      for words in [
        "3 is not text; windows is a list of texts", "1 is not text; sources is a list of texts",
        "there is no theme \"drak\", did you mean \"dark\"?", "\"nokey\" is not a key",
        "there is no measure \"p96\", did you mean \"p95\"?",
        "there is no measure \"xyzzy\"; there are p50, p90,",
      ] {
        #expect(error.all.contains { $0.message.contains(words) }, "\(words)")
      }
    }
  }

  @Test func `lets only a file of the user's own run commands`() throws {
    let text = "sources = [\"app=exec:kubectl logs -f deploy/api\", \"exec:true\"]"
    #expect(try read(text).sources.count == 2)
    for (permission, words) in [
      (CommandPermission.foreign, "may be anybody's"), (.ownedByAnother, "another user"),
      (.writableByOthers, "others may write this file; run: chmod go-w n.toml"),
    ] {
      do throws(ConfigurationErrors) {
        _ = try Configuration(text, file: "n.toml", commands: permission)
        Issue.record("a command was accepted")
      } catch {
        #expect(error.all.map(\.column) == [12, 51])
        #expect(error.first.message.hasPrefix("exec: runs a command, and "))
        #expect(error.first.message.contains(words), "\(error.first.message)")
      }
    }
  }

  @Test func `says where an address cannot be right`() throws {
    do throws(ConfigurationErrors) {
      _ = try Configuration(
        "sources = [\"http://h:1/\", \"http://127.0.0.1:99999/metrics\"]", file: "n.toml")
      Issue.record("a port was accepted")
    } catch {
      #expect(error.first.message == "port 99999: a port is 1 to 65535")
      #expect(error.first.line == 1 && error.first.column == 27)
    }
  }

  @Test func `knows every threshold and every cap`() {
    let thresholds = Mirror(reflecting: Thresholds()).children.count
    #expect(ConfigurationSchema.thresholdFields.count == thresholds)
    let caps = Mirror(reflecting: History.Configuration()).children.count
    #expect(ConfigurationSchema.retention.keys.count == caps)
  }

  @Test func `reads back its own defaults and its own examples`() throws {
    for section in [ConfigurationSchema.topLevel] + ConfigurationSchema.sections
    where !section.isList {
      let heading = section.name.isEmpty ? "" : "[\(section.name)]\n"
      for key in section.keys {
        _ = try read("\(heading)\(key.name) = \(key.example)")
        if !key.standard.isEmpty { _ = try read("\(heading)\(key.name) = \(key.standard)") }
      }
      for line in section.example { _ = try read(heading + line) }
    }
  }
}
