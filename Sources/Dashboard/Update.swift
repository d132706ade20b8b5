import Telemetry
import TextUI

extension Model {
  /// Takes one event into account and says what the shell has to do.
  ///
  /// Pure: the same model and the same events always give the same screens.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resize(let size):
      self.size = size
    case .batch(let batch):
      if goingOn != nil {
        goingOn?.fold(batch)
      } else {
        history.fold(batch)
        if history.awaitsFirstSettling { history.settle(now: max(clock, batch.time)) }
        refresh()
      }
    case .tick(let time):
      clock = max(clock, time)
      if let notice, notice.until <= clock { self.notice = nil }
      if goingOn != nil {
        goingOn?.settle(now: clock)
      } else {
        history.settle(now: clock)
        refresh()
      }
    case .saved(.success(let name)):
      say("written: \(name)")
    case .saved(.failure(let failure)):
      say(failure.message.string, isError: true)
    }
    return []
  }

  /// Adds what was read for a picture that is taken once; `finish` then makes the picture.
  package mutating func take(_ batch: Batch) {
    history.fold(batch)
  }

  /// Makes the figures when everything was read.
  ///
  /// Logs that were read to their end are shown as of their end.
  package mutating func finish(at time: Timestamp) {
    history.settleAll()
    clock = time
    if !history.sources.contains(where: { $0.identity.kind == .metrics }) {
      heldAt = history.extent?.upperBound
    }
    refresh()
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if prompt != nil { return edit(key) }
    guard let command = keyMap.command(for: key) else {
      showsHelp = false
      return []
    }
    return perform(command)
  }

  /// Carries out a command.
  package mutating func perform(_ command: Command) -> [Effect] {
    if showsHelp, command != .quit, command != .suspend, command != .redraw {
      showsHelp = false
      return []
    }
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help: showsHelp = true
    case .up: move { row, _ in row - 1 }
    case .down: move { row, _ in row + 1 }
    case .pageUp: move { row, _ in row - Model.page }
    case .pageDown: move { row, _ in row + Model.page }
    case .top: move { _, _ in 0 }
    case .bottom:
      move { _, count in count - 1 }
      // The end of a log is followed as it grows.
      if focus == .logs { selection[place]?[.logs] = nil }
    case .open: open()
    case .back: back()
    case .nextPane: cyclePane(by: 1)
    case .previousPane: cyclePane(by: -1)
    case .focus(let pane): go(to: pane)
    case .zoom: if isZoomed || !Layout.visiblePanes(of: self).isEmpty { isZoomed.toggle() }
    case .filter:
      prompt = FilterPrompt(
        editor: LineEditor(text: filter?.text ?? ""), error: "", before: filter)
    case .sortNext: cycleSort(by: 1)
    case .sortPrevious: cycleSort(by: -1)
    case .reverseSort:
      isDescending.toggle()
      refresh()
    case .longerWindow: changeWindow(by: 1)
    case .shorterWindow: changeWindow(by: -1)
    case .pause: pause()
    case .saveSnapshot: return saveSnapshot()
    }
    return []
  }

  private static let page = 10

  private mutating func move(_ change: (_ row: Int, _ count: Int) -> Int) {
    let count = rowCount(of: focus)
    guard let row = selectedRow(of: focus, count: count) else { return }
    selection[place, default: [:]][focus] = min(max(0, change(row, count)), count - 1)
  }

  /// How many rows can be selected in a pane at the current place.
  package func rowCount(of pane: PaneID) -> Int {
    switch pane {
    case .logs: history.tail.count
    case .sources: history.sources.count
    default: max(places(in: pane, at: place).count, figures.rowCount(of: pane))
    }
  }

  private mutating func open() {
    let table: PaneID
    switch (place, focus) {
    case (.overview, .endpoints), (.overview, .latency): table = .endpoints
    case (.overview, .queries): table = .queries
    case (.overview, .outbound), (.overview, .tasks), (_, .findings): table = focus
    case (.endpoint, .queries), (.endpoint, .latency), (.endpoint, .errors): table = .queries
    default: return
    }
    let places = places(in: table, at: place)
    guard let row = selectedRow(of: table, count: places.count) else { return }
    path.append(places[row])
    focus = .queries
    isZoomed = false
  }

  /// Goes to a pane: here, or at the nearest place on the way back that has it; alone where there
  /// is no room for it beside the others.
  private mutating func go(to pane: PaneID) {
    let isAnywhere = pane == .sources || pane == .logs
    guard isAnywhere || Layout.panes(of: self).contains(pane) else { return }
    while !isAnywhere, path.count > 1, !Layout.panes(at: place).contains(pane) {
      selection[path.removeLast()] = nil
    }
    focus = pane
    if !Layout.visiblePanes(of: self).contains(pane) { isZoomed = true }
  }

  /// Holds the picture: what is read from now on goes to a copy that takes over in the end.
  private mutating func pause() {
    if heldAt == nil {
      heldAt = moment
      goingOn = history
    } else {
      heldAt = nil
      history = goingOn ?? history
      goingOn = nil
      refresh()
    }
  }

  private mutating func back() {
    if isZoomed {
      isZoomed = false
      if !Layout.visiblePanes(of: self).contains(focus) { focus = .endpoints }
    } else if path.count > 1 {
      let left = path.removeLast()
      selection[left] = nil
      focus = Model.focusOnReturn(from: left, to: place)
    } else if filter != nil {
      filter = nil
      refresh()
    }
  }

  private static func focusOnReturn(from left: Place, to place: Place) -> PaneID {
    if case .query = left { return .queries }
    return place == .overview ? .endpoints : .queries
  }

  private mutating func cyclePane(by step: Int) {
    let panes = Layout.visiblePanes(of: self)
    guard let now = panes.firstIndex(of: focus) else {
      focus = panes.first ?? .endpoints
      return
    }
    focus = panes[(now + step + panes.count) % panes.count]
  }

  private mutating func cycleSort(by step: Int) {
    let all = SortColumn.allCases
    let now = all.firstIndex(of: sort) ?? 0
    sort = all[(now + step + all.count) % all.count]
    isDescending = sort.isDescendingAtFirst
    refresh()
  }

  private mutating func changeWindow(by step: Int) {
    let all = Settings.windows
    let now = all.firstIndex(of: settings.window) ?? 1
    settings.window = all[min(max(0, now + step), all.count - 1)]
    refresh()
  }

  private mutating func edit(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    switch key {
    case .control("c"): return [.quit]
    case .escape:
      filter = prompt.before
      self.prompt = nil
      refresh()
      return []
    case .enter:
      guard prompt.error.isEmpty else { return [] }
      setFilter(to: prompt.editor.text, isFinished: true)
      self.prompt = nil
      refresh()
      return []
    default: break
    }
    guard prompt.editor.handle(key) else { return [] }
    prompt.error = setFilter(to: prompt.editor.text, isFinished: false)
    self.prompt = prompt
    refresh()
    return []
  }

  /// Filters by a text and says what is wrong with it; a wrong one leaves the filter as it is.
  ///
  /// While it is being typed, what may become the name of a column is not looked for as a word:
  /// on the way to `p95>200ms` nothing disappears.
  @discardableResult
  private mutating func setFilter(to text: String, isFinished: Bool) -> String {
    guard !text.allSatisfy({ $0 == " " }) else {
      filter = nil
      return ""
    }
    do {
      let expression = try FilterExpression(text)
      let last = text.split(omittingEmptySubsequences: false) { " (!".contains($0) }.last ?? ""
      let isColumn = !last.isEmpty && FilterExpression.completions.contains { $0.hasPrefix(last) }
      if isFinished || !isColumn { filter = expression }
      return ""
    } catch {
      return error.description
    }
  }

  private mutating func saveSnapshot() -> [Effect] {
    let name = "svctop-\(CalendarTime(moment).fileStamp).txt"
    return [.saveSnapshot(name: name, text: snapshotText(width: 100, height: nil))]
  }

  /// Shows a word of the program in the bottom line for a while.
  package mutating func tell(_ text: String) {
    say(text)
  }

  mutating func say(_ text: String, isError: Bool = false) {
    notice = Notice(text: DisplayText(text), isError: isError, until: clock + 8)
  }
}
