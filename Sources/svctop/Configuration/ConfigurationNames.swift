import Dashboard
import TOMLKit
import Telemetry
import TextUI

/// The sections whose values are names: columns, keys and the meaning of JSON values.
extension ConfigurationSchema {
  static let columns = ConfigurationSection(
    name: "columns", about: "Which columns tables have.",
    keys: [
      table(
        "endpoints", of: EndpointColumn.self,
        "columns of the endpoint table; the route is always there",
        example: #"["route", "rate", "p95", "errors"]"#),
      table(
        "queries", of: QueryColumn.self,
        "columns of the table of statements; the statement is always there",
        example: #"["calls", "p95", "max", "statement"]"#),
    ])

  private static func table<Column: TableColumn>(
    _ table: String, of type: Column.Type, _ meaning: String, example: String
  ) -> ConfigurationKey {
    let known = type.names
    return ConfigurationKey(
      name: table, meaning: meaning, kind: "a list of \(known.joined(separator: ", "))",
      standard: "[" + type.usual.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + "]",
      example: example
    ) { item, reading throws(ConfigurationError) in
      let names = try reading.texts(of: item) {
        element, name throws(ConfigurationError) -> String in
        guard known.contains(name) else {
          throw element.error(
            "there is no column \"\(name)\"" + Spelling.hintOrNames(name, among: known))
        }
        return name
      }
      reading.configuration.columns[table] = names
    }
  }

  static let keys = ConfigurationSection(
    name: "keys",
    about: """
      Keys by what they do. A command that is named here has these keys and no others; an empty \
      list takes them away. A key is a character, `space`, `enter`, `esc`, `tab`, `pgup`, `f5`, \
      `ctrl-f`. Ctrl-C always quits.
      """,
    keys: [],
    anyKey: ConfigurationKey(
      name: "COMMAND", meaning: "its keys", kind: "a key or a list of keys", standard: "",
      example: #"["/", "ctrl-f"]"#
    ) { item, reading throws(ConfigurationError) in
      let names = try reading.texts(of: item) {
        element, name throws(ConfigurationError) -> String in
        if let fault = keyFault(name) { throw element.error(fault) }
        return name
      }
      if let fault = commandFault(item.key) { throw item.error(fault, at: .key) }
      reading.configuration.keys[item.key] = names
      var places = ["": item.error("", at: .key)]
      for element in try item.list() {
        if let name = try? element.text() { places[name] = element.error("") }
      }
      reading.configuration.keyPlaces[item.key] = places
    },
    example: [#"filter = ["/", "ctrl-f"]"#, #"quit = "Q""#])

  static let mapping = ConfigurationSection(
    name: "mapping", about: "What values of JSON endpoints mean that svctop does not recognise.",
    keys: [
      rule(
        "path", "keys joined by points, * for any key, [] for any element", #""queues.*.length""#),
      rule(
        "meaning",
        "one of requests, errors, duration_sum, duration_mean, duration_max, p50 ... p999, or a "
          + "signal: poolInUse, poolIdle, poolLimit, poolWaiting, poolTimeouts, cacheHits, cacheMisses, "
          + "cacheEntries, cacheBytes, residentBytes, heapBytes, breakerState, taskBacklog, "
          + "loopLagSeconds ...", #""taskBacklog""#),
      rule(
        "subject",
        "endpoint, pool, cache ... it belongs to: *1 is what the first * stood for, .name a value "
          + "beside it, else a name as it stands", #""*1""#),
      rule("method", "HTTP method, for endpoints", #""GET""#),
      rule(
        "unit", "one of s, ms, us, ns, bytes, kb, mb, gb, percent; else what the key says", #""ms""#
      ),
      rule(
        "kind", "either counter, for totals that only grow, or gauge, for values as they are",
        #""gauge""#),
      rule("location", "path and query of the page; any if left out", #""/admin/state""#),
    ], isList: true)

  private static func rule(
    _ name: String, _ meaning: String, _ example: String
  ) -> ConfigurationKey {
    // The tables of the list are read as wholes, by `readMappings`.
    ConfigurationKey(
      name: name, meaning: meaning, kind: "a text", standard: "", example: example,
      isStartUp: true
    ) { _, _ throws(ConfigurationError) in }
  }
}
