import Collectors
import Dashboard
import Telemetry
import TextUI

/// Every setting there is, in the order in which they are explained.
enum ConfigurationSchema {
  static let sections: [ConfigurationSection] = [
    thresholds, targets, layout, columns, keys, sessions, retention, routes, formats, mapping,
  ]

  /// What stands above all sections.
  static let topLevel = ConfigurationSection(
    name: "", about: "Settings above the first `[section]`.", keys: sources + time + looks)

  private static let sources: [ConfigurationKey] = [
    ConfigurationKey(
      name: "sources", meaning: "watched when the command line names no source",
      kind: "a list of sources, as on the command line", standard: "[]",
      example: #"["nginx=/var/log/nginx/access.log", "http://127.0.0.1:8000"]"#, isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      for source in try item.list() {
        reading.attempt { reading throws(ConfigurationError) in try reading.add(source: source) }
      }
    },
    ConfigurationKey(
      name: "title", meaning: "name of the service in the header", kind: "a text",
      standard: #""""#, example: #""shop-api""#
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.title = try item.text("shop-api")
    },
    ConfigurationKey(
      name: "filter", meaning: "filter that is set at the start", kind: "a filter expression",
      standard: #""""#, example: #""not route:/healthz""#, isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      let text = try item.text("not route:/healthz")
      guard !text.isEmpty else { return }
      do throws(FilterError) {
        reading.configuration.filter = try FilterExpression(text)
      } catch {
        throw item.error("\(error)")
      }
    },
  ]

  private static let time: [ConfigurationKey] = [
    ConfigurationKey(
      name: "window", meaning: "stretch of the past that numbers are about, at the start",
      kind: "a duration, or \"all\"", standard: #""5m""#, example: #""15m""#, isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.window = try item.window()
    },
    ConfigurationKey(
      name: "windows", meaning: "the windows that + and - walk through",
      kind: "a list of durations and \"all\"", standard: standardWindows,
      example: #"["1m", "10m", "all"]"#
    ) { item, reading throws(ConfigurationError) in
      let windows = try reading.texts(of: item) { element, _ throws(ConfigurationError) -> Window in
        try element.window()
      }
      if item.elements?.isEmpty == true { throw item.error("windows needs at least one window") }
      reading.configuration.windows = windows.sorted { $0.length < $1.length }
    },
    ConfigurationKey(
      name: "interval", meaning: "time between two scrapes", kind: "a duration from 100ms to 1h",
      standard: #""2s""#, example: #""5s""#, isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.intervalSeconds = try item.seconds(CommonOptions.intervals)
    },
    ConfigurationKey(
      name: "timeout", meaning: "longest wait for the answer to a scrape",
      kind: "a duration from 100ms to 10m", standard: #""5s""#, example: #""10s""#,
      isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.timeoutSeconds = try item.seconds(0.1...600)
    },
  ]

  private static let looks: [ConfigurationKey] = [
    ConfigurationKey(
      name: "theme", meaning: "theme, or the path of its file", kind: "a text",
      standard: #""default""#, example: #""dark""#
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.theme = try item.text("dark")
      reading.configuration.themePlace = item.error("")
    },
    word("color", "colours", colors, example: "256") { $0.color = $1 },
    word("glyphs", "characters of charts and frames", glyphs, example: "ascii") { $0.glyphs = $1 },
    ConfigurationKey(
      name: "mouse", meaning: "clicks and the wheel; the terminal then selects text with Shift",
      kind: "true or false", standard: "false", example: "true", isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.mouse = try item.flag()
    },
  ]

  static let colors = ["auto", "never", "8", "16", "256", "truecolor"]
  static let glyphs = ["auto", "braille", "block", "ascii"]

  private static func word(
    _ name: String, _ meaning: String, _ words: [String], example: String,
    _ set: @escaping @Sendable (inout Configuration, String) -> Void
  ) -> ConfigurationKey {
    ConfigurationKey(
      name: name, meaning: meaning, kind: words.map { "\"\($0)\"" }.joined(separator: ", "),
      standard: "\"\(words[0])\"", example: "\"\(example)\"", isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      set(&reading.configuration, try item.word(among: words))
    }
  }

  private static var standardWindows: String {
    "[" + Settings.windows.map { "\"\($0.name)\"" }.joined(separator: ", ") + "]"
  }
}

extension ConfigurationReading {
  /// Adds a source; one that runs a command must stand in a file that is the user's own.
  mutating func add(source item: TOMLItem) throws(ConfigurationError) {
    let text = try item.listed()
    let source: SourceSpecification
    do throws(SourceError) {
      source = try SourceSpecification(text)
    } catch {
      throw item.error(error.description.string)
    }
    if case .command = source.location,
      let refusal = commands.refusal(file: configuration.file ?? "FILE")
    {
      throw item.error(refusal)
    }
    configuration.sources.append(text)
  }
}

extension Window {
  /// Its length in seconds, to put windows in order.
  var length: Double {
    switch self {
    case .last(let seconds): seconds
    case .all: .infinity
    }
  }
}
