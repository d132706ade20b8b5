import Telemetry
import TextUI

/// Windows, and moments of the past.
extension Model {
  /// Carries out a command about time; `false` when it is another one.
  mutating func performTime(_ command: Command) -> Bool {
    switch command {
    case .longerWindow: changeWindow(isLonger: true)
    case .shorterWindow: changeWindow(isLonger: false)
    case .pause: if heldAt == nil { hold() } else { goLive() }
    case .stepBack: step(by: -1)
    case .stepForward: step(by: 1)
    case .previousEvent: goToEvent(isLater: false)
    case .nextEvent: goToEvent(isLater: true)
    case .goToTime: openPrompt(.time)
    case .nextFinding: goToNextFinding()
    case .live: if heldAt == nil { resetWindow() } else { goLive() }
    case .baseline: toggleBaseline()
    default: return false
    }
    return true
  }

  // MARK: The window

  mutating func setWindow(_ window: Window) {
    settings.window = window
    liveWindow = nil
    if window == .all, showsPast { goLive() }
    judgeHeldMoment()
    markStale()
    tellOfUnreadPast()
  }

  /// Says how far back logs were read where the window reaches further.
  private mutating func tellOfUnreadPast() {
    guard let extent = history.extent, history.sources.contains(where: \.leavesOutOlder),
      // What was followed for long enough is known.
      settings.window.seconds > extent.upperBound - extent.lowerBound
    else { return }
    say(
      "logs were read back to \(CalendarTime(extent.lowerBound).clock); "
        + "--window \(settings.window.name) at the start reads more")
  }

  /// The next of the windows; of those beyond an hour only such as something was collected for.
  private mutating func changeWindow(isLonger: Bool) {
    let collected = history.extent.map { $0.upperBound - $0.lowerBound } ?? 0
    let now = settings.window.seconds
    let windows = settings.windows.filter { window in
      window.seconds <= max(3600, collected) || (window == .all && !showsPast)
    }
    let next =
      isLonger ? windows.first { $0.seconds > now } : windows.last { $0.seconds < now }
    if let next { setWindow(next) }
  }

  /// Goes back to the window that the dashboard began with.
  private mutating func resetWindow() {
    guard settings.window != startWindow else { return say("this is the present") }
    setWindow(startWindow)
    say("window \(startWindow.name), as at the start")
  }

  // MARK: The moment

  /// Holds the picture: what is read from now on goes to a copy that takes over in the end.
  private mutating func hold() {
    guard heldAt == nil else { return }
    heldAt = moment
    heldEnd = heldAt
    heldFindings = figures.findings
    heldDiagnosis = watch?.diagnosis
    goingOn = history
  }

  /// Goes back to the present.
  mutating func goLive() {
    guard heldAt != nil else { return }
    let lines = selectedLines
    heldAt = nil
    heldEnd = nil
    heldFindings = nil
    heldDiagnosis = nil
    pastLog.forget()
    history = goingOn ?? history
    goingOn = nil
    select(lines)
    if let liveWindow { settings.window = liveWindow }
    liveWindow = nil
    look()
    markStale()
  }

  /// Shows a moment of the past, held; one that has not come yet is the present.
  mutating func show(at wanted: Timestamp) {
    let now = liveMoment(of: goingOn ?? history)
    guard wanted < now else { return goLive() }
    let lines = selectedLines
    hold()
    if let end = heldEnd, wanted > end, let goingOn {
      history = goingOn
      heldEnd = now
    }
    heldAt = max(wanted, history.extent?.lowerBound ?? wanted)
    select(lines)
    if settings.window == .all {
      liveWindow = .all
      settings.window = .last(300)
    }
    judgeHeldMoment()
    markStale()
  }

  /// Moves by a column of the charts, to the end of the next one or the one before.
  private mutating func step(by direction: Int) {
    guard direction < 0 || heldAt != nil else { return say("this is the present") }
    let micro = Int64((columnSeconds * 1_000_000).rounded())
    // One past the moment is the end of its column where it is held at one.
    let place = moment.microseconds + 1
    let end = direction < 0 ? (place - 1) / micro * micro : (place / micro + 1) * micro
    show(at: Timestamp(microseconds: end - 1))
  }

  /// How long a column of the charts is.
  var columnSeconds: Double {
    let pane = Layout(of: self).placements.first { $0.pane == .latency }
    // As the latency pane counts its columns: without frame and axis, two dots to a cell.
    let most = max(1, ((pane?.rect.width ?? size.width) - 11) / 2)
    let axis = ChartTime.axis(of: self, most: most)
    return max(5, axis.range.seconds / Double(axis.columns))
  }

  /// Goes to the time that a text names and says what is wrong with the text.
  mutating func goTo(_ text: String) -> String {
    let now = liveMoment(of: goingOn ?? history)
    guard let moment = MomentText.moment(of: text, now: now) else {
      return "not a time; write 14:05, 14:05:30, -10m or 2026-01-01T14:05:00Z"
    }
    if let first = (goingOn ?? history).extent?.lowerBound, moment < first {
      // A time of day that is later than now was taken for that of yesterday.
      let isTimeOfDay = text.contains(":") && !text.contains("-")
      if isTimeOfDay, CalendarTime(moment).date != CalendarTime(now).date {
        return now < clock
          ? "nothing was collected after \(CalendarTime(now).date) \(CalendarTime(now).clock)"
          : "\(text.trimmed) is still to come; of the day before nothing was collected"
      }
      return "nothing was collected before \(CalendarTime(first).date) \(CalendarTime(first).clock)"
    }
    if moment > now { return "that time has not come yet" }
    show(at: moment)
    if heldAt != nil, showsOtherDay {
      say("\(shownTime.date) \(shownTime.clock) UTC; 0 goes back to the present")
    }
    return ""
  }

  // MARK: The baseline

  private mutating func toggleBaseline() {
    guard baseline == nil else {
      baseline = nil
      return say("no baseline any more")
    }
    baseline = Baseline(moment: moment, figures: figures)
    say("tables show the change since \(CalendarTime(moment).clock); the same key stops")
  }
}
