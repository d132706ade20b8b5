import Telemetry
import TextUI

extension ColonCommand {
  /// Every command that takes something after its name; `Command.names` has the others.
  static let all: [ColonCommand] =
    lookingCommands + timeCommands + tableCommands + programCommands

  private static let lookingCommands = [
    ColonCommand("filter", "an expression") { model, text throws(CommandFailure) in
      let error = model.setFilter(to: text, isFinished: true)
      guard error.isEmpty else { throw CommandFailure(error) }
      return []
    },
    ColonCommand("search", "a text") { model, text throws(CommandFailure) in
      model.lookAnywhere(for: text)
      // As if it had been typed after the key of the search.
      model.remember(text, for: .search)
      return []
    },
    ColonCommand("view", "a pane", candidates: { _ in SnapshotView.wholeNames }) {
      model, name throws(CommandFailure) in
      if name == "overview" {
        model.goHome()
        return []
      }
      if let view = SnapshotView(name: name), view.isDetail {
        switch model.showing(view) {
        case .success(let found): model = found
        case .failure(let failure): throw CommandFailure(failure.message.string)
        }
        model.keepFocusInSight()
        return []
      }
      guard let pane = PaneID.allCases.first(where: { "\($0)" == name || $0.title == name }) else {
        throw CommandFailure(
          unknown: name, "view", among: SnapshotView.names, listsAll: true)
      }
      guard model.go(to: pane) else { throw CommandFailure("nothing feeds the pane \(name)") }
      // Whoever names a view wants to see it, and not that it has the focus beside others.
      model.isZoomed = true
      return []
    },
  ]

  private static let timeCommands = [
    ColonCommand("window", "5m, 1h or all", candidates: { $0.settings.windows.map(\.name) }) {
      model, text throws(CommandFailure) in
      guard let window = Window(name: text) else {
        throw CommandFailure("window: write a time from 5s to 24h, or all")
      }
      model.setWindow(window)
      return []
    },
    ColonCommand("time", "14:05 or -10m", candidates: { _ in ["-1m", "-5m", "-10m", "now"] }) {
      model, text throws(CommandFailure) in
      guard !text.isEmpty else { return model.perform(.goToTime) }
      let error = model.goTo(text)
      guard error.isEmpty else { throw CommandFailure(error) }
      return []
    },
  ]

  private static let tableCommands = [
    ColonCommand("sort", "a column", candidates: { $0.sortWords }) {
      model, name throws(CommandFailure) in
      guard !name.isEmpty, let pane = model.orderedPane else { return model.perform(.sortMenu) }
      guard let column = SortColumn(rawValue: name),
        PaneCatalog.pane(pane).orders.contains(column)
      else { throw CommandFailure(unknown: name, "column", among: model.sortWords) }
      model.sort(pane, by: column)
      return []
    },
    ColonCommand("columns", "names of columns", candidates: Model.columnWords) {
      model, text throws(CommandFailure) in
      guard !text.isEmpty else { return model.perform(.columns) }
      if let unknown = model.chooseColumns(by: text, of: model.columnedPane ?? .endpoints) {
        throw CommandFailure(
          unknown: unknown.name, "column", among: unknown.known, listsAll: true)
      }
      return []
    },
  ]

  private static let programCommands = [
    ColonCommand("theme", "a theme", candidates: { $0.themes.map(\.name) }) {
      model, name throws(CommandFailure) in
      guard !name.isEmpty else { return model.perform(.themes) }
      guard let theme = model.themes.first(where: { $0.name == name }) else {
        throw CommandFailure(unknown: name, "theme", among: model.themes.map(\.name))
      }
      model.theme = theme
      return []
    },
    ColonCommand("mouse", "on or off", candidates: { _ in ["on", "off"] }) {
      model, text throws(CommandFailure) in
      guard text == "on" || text == "off" else { throw CommandFailure("mouse: write on or off") }
      model.hasMouse = text == "on"
      model.say(
        model.hasMouse
          ? "clicks and the wheel are for svctop; most terminals select text with Shift"
          : "clicks and the wheel are for the terminal")
      return [.setMouse(model.hasMouse)]
    },
    ColonCommand("interval", "2s", candidates: { _ in ["1s", "2s", "5s", "10s", "30s"] }) {
      model, text throws(CommandFailure) in
      guard let seconds = DurationText.seconds(of: text), (0.1...3600).contains(seconds) else {
        throw CommandFailure("interval: write a time from 100ms to 1h")
      }
      model.say("metrics are read every \(text)")
      return [.setInterval(seconds)]
    },
    ColonCommand("reset") { model, text throws(CommandFailure) in
      guard text.isEmpty else { throw CommandFailure("reset takes nothing after its name") }
      model.forget()
      return []
    },
    ColonCommand("snapshot", "a file", candidates: { [$0.snapshotName("txt")] }) {
      model, name throws(CommandFailure) in
      [model.snapshot(named: name.isEmpty ? model.snapshotName("txt") : name)]
    },
  ]
}

extension Model {
  /// What the table at hand can be sorted by.
  fileprivate var sortWords: [String] {
    orderedPane.map { PaneCatalog.pane($0).orders.map(\.rawValue) } ?? []
  }

  /// Columns to add and to take away.
  @Sendable fileprivate static func columnWords(_ model: Model) -> [String] {
    let all = model.columnChoices(of: model.columnedPane ?? .endpoints)
    return all.map(\.name) + all.map { ($0.isShown ? "-" : "+") + $0.name } + ["default"]
  }
}
