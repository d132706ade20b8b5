import Telemetry
import TextUI

extension Model {
  /// Takes one event into account and says what the shell has to do.
  ///
  /// Pure: the same model and the same events always give the same screens. A batch costs no more
  /// than its folding: figures are computed with the next tick, key or size, or when
  /// `bringUpToDate` is called; with `isReckonedBeside` not even with a tick, but by a `Reckoning`.
  package mutating func update(_ event: Event) -> [Effect] {
    switch event {
    case .key(let key):
      let effects = answering { $0.press(key) }
      return effects + missingLines()
    case .earlierLines(let lines): return take(lines)
    case .resize(let size):
      self.size = size
      bringUpToDate()
      // Who searches in a log goes on with it.
      if prompt == nil { keepFocusInSight() }
    case .batch(let batch): take(whileShown: batch)
    case .tick(let time):
      pass(to: time)
      if !isReckonedBeside { reckon() }
    case .saved(.success(let name)):
      say("written: \(name)")
    case .saved(.failure(let failure)):
      say(failure.message.string, isError: true)
    }
    return []
  }

  private mutating func pass(to time: Timestamp) {
    clock = max(clock, time)
    if let notice, notice.until <= clock { self.notice = nil }
    if goingOn != nil {
      goingOn?.settle(now: clock)
    } else {
      let known = history.version
      history.settle(now: clock)
      // What was read before is tied to other requests now.
      if history.version != known { markNews() }
    }
  }

  private mutating func take(whileShown batch: Batch) {
    guard goingOn == nil else {
      goingOn?.fold(batch)
      return
    }
    let lines = batch.lines.isEmpty ? [] : selectedLines
    history.fold(batch)
    select(lines)
    if history.awaitsFirstSettling { history.settle(now: max(clock, batch.time)) }
    markNews()
  }

  /// Adds what was read for a picture that is taken once; `finish` then makes the picture.
  package mutating func take(_ batch: Batch) {
    history.fold(batch)
    markNews()
  }

  /// Makes the figures when everything was read.
  ///
  /// Logs that were read to their end are shown as of their end. What may not be shown goes before
  /// detectors look, so that no finding quotes it.
  package mutating func finish(at time: Timestamp) {
    history.settleAll()
    clock = time
    if !history.sources.contains(where: { $0.identity.kind == .metrics }) {
      heldAt = history.extent?.upperBound
    }
    redact()
    look()
    refresh()
  }

  private mutating func press(_ key: Key) -> [Effect] {
    // What was said of the last key is old with the next one; trouble stays for its time.
    if notice?.isError == false { notice = nil }
    if case .mouse(let event) = key { return answer(event) }
    if prompt != nil { return edit(key) }
    if menu != nil { return choose(key) }
    guard let command = keyMap.command(for: key) else {
      closeHelp()
      return []
    }
    return perform(command)
  }

  /// Carries out a command.
  package mutating func perform(_ command: Command) -> [Effect] {
    if showsHelp, command != .quit, command != .suspend, command != .redraw {
      if !scrollHelp(command) { closeHelp() }
      return []
    }
    switch command {
    case .quit: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .refresh:
      say("reading the metrics")
      return [.refresh]
    case .help: showsHelp = true
    case .copy: return copySelected()
    case .saveSnapshot: return [snapshot(named: snapshotName("txt"))]
    case .saveJSON: return [snapshot(named: snapshotName("json"))]
    case .commandLine: openPrompt(.command)
    case .interval: openPrompt(.command, text: "interval ")
    case .themes: openMenu(.themes)
    default: if !performMove(command), !performTime(command) { performTable(command) }
    }
    return []
  }

  private mutating func performTable(_ command: Command) {
    switch command {
    case .filter: openFilter()
    case .nextMatch: goToMatch(by: 1)
    case .previousMatch: goToMatch(by: -1)
    case .mark: toggleMark()
    case .nextMark: goToNextMark()
    case .sortMenu:
      guard let pane = orderedPane else { return sayNothingToOrder() }
      openMenu(.sort(pane))
    case .columns:
      guard let pane = columnedPane else {
        return say("there is no table here whose columns can be chosen")
      }
      openMenu(.columns(pane))
    case .sortNext: cycleSort(by: 1)
    case .sortPrevious: cycleSort(by: -1)
    case .reverseSort:
      guard let pane = orderedPane else { return sayNothingToOrder() }
      reverseOrder(of: pane)
    default: break
    }
  }

  private mutating func closeHelp() {
    showsHelp = false
    helpOffset = 0
  }

  /// Scrolls a help that is longer than the screen; `false` where there is nothing to scroll to.
  private mutating func scrollHelp(_ command: Command) -> Bool {
    let page = max(1, HelpPane.lines(of: self) - 1)
    let last = HelpPane.lastOffset(of: self)
    let wanted: Int
    switch command {
    case .up: wanted = helpOffset - 1
    case .down: wanted = helpOffset + 1
    case .pageUp: wanted = helpOffset - page
    case .pageDown: wanted = helpOffset + page
    case .top: wanted = 0
    case .bottom: wanted = last
    default: return false
    }
    guard last > 0 else { return false }
    helpOffset = min(max(0, wanted), last)
    return true
  }

  /// The effect that writes this view to a file, as wide as the screen and with all rows: its numbers
  /// where the name ends in `.json`.
  func snapshot(named name: String) -> Effect {
    let text =
      name.hasSuffix(".json")
      ? snapshotJSON().text : snapshotText(width: max(100, size.width), height: nil)
    return .saveSnapshot(name: name, text: text)
  }

  /// `svctop-20260101-140532.txt`.
  func snapshotName(_ kind: String) -> String {
    "svctop-\(shownTime.fileStamp).\(kind)"
  }

  /// Forgets everything that was collected; collecting goes on.
  mutating func forget() {
    goLive()
    history = history.emptied()
    baseline = nil
    selection = [:]
    marked = []
    goHome()
    say("what was collected is forgotten")
    markStale()
  }

  /// Shows a word of the program in the bottom line for a while.
  package mutating func tell(_ text: String) {
    say(text)
  }

  mutating func say(_ text: String, isError: Bool = false) {
    notice = Notice(text: DisplayText(text), isError: isError, until: clock + 8)
  }
}
