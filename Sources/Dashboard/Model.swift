import Telemetry
import TextUI

/// Everything the dashboard knows and everything the user chose: the only state there is.
package struct Model: Sendable {
  /// Everything that is remembered; while the picture is held, as it was then.
  package internal(set) var history: History
  /// What goes on while the picture is held; `nil` while it is live.
  var goingOn: History?
  /// Whether the texts of the history were redacted already.
  var isRedacted = false
  /// Up to when `history` reaches while the picture is held.
  var heldEnd: Timestamp?
  /// Lines of the moment that is held, where files were read for it.
  var pastLog = PastLog()
  /// What was wrong when the picture was held, in the order in which `f` goes through it.
  var heldFindings: [Finding]?
  /// What was wrong at the moment that is held.
  var heldDiagnosis: Diagnosis?
  /// What was chosen on the command line, in the configuration and with keys.
  package internal(set) var settings: Settings
  /// Replaced whole when the configuration is read again.
  package var keyMap = KeyMap.standard
  /// Follows the selected line while the menu of themes is open.
  package var theme: Theme
  /// The themes that `T` offers, fit for the terminal.
  package var themes: [Theme]
  package var symbols: Symbols
  /// Of the screen, in cells; follows `Event.resize`.
  package internal(set) var size: Size
  /// The wall clock at the last tick.
  package internal(set) var clock: Timestamp
  /// The instant the picture is held at; `nil` while it is live.
  package internal(set) var heldAt: Timestamp?
  /// The window that the dashboard began with.
  let startWindow: Window
  /// The window that comes back with the present: all of time has no past to step into.
  var liveWindow: Window?
  /// Where the user has drilled to, the overview first; never empty.
  package internal(set) var path: [Place] = [.overview] { didSet { detailOffset = 0 } }
  /// The pane that keys for rows act on; it need not be on the screen.
  package internal(set) var focus = PaneID.endpoints
  /// The pane that has the focus only because there are no endpoints yet.
  private var focusLentTo: PaneID?
  package internal(set) var isZoomed = false
  package internal(set) var showsHelp = false
  /// Lines of the help that are above the screen.
  package internal(set) var helpOffset = 0
  /// Lines of a finding, or of a statement, that are above the room of its text.
  package internal(set) var detailOffset = 0
  /// Selected row by pane and place.
  package internal(set) var selection: [Place: [PaneID: Int]] = [:]
  /// Rows that the user has marked to find them again.
  package internal(set) var marked: Set<Place> = []
  /// How a person has ordered the rows of tables.
  package internal(set) var orders: [PaneID: RowOrder] = [:]
  /// Narrows endpoints and statements; `nil` lets all pass.
  package internal(set) var filter: FilterExpression?
  /// What is looked for with `n` and `N`; empty when nothing is.
  package internal(set) var search = ""
  /// The text being typed, with what is wrong with it.
  package internal(set) var prompt: PromptState?
  /// What was entered before, by what it was entered for, the newest last.
  var entered: [PromptState.Kind: [String]] = [:]
  /// The list that is laid over the panes and takes the keys; `nil` when none is open.
  package internal(set) var menu: Menu?
  /// The figures that tables show the change against; `nil` when they show none.
  package internal(set) var baseline: Baseline?
  /// Whether the terminal reports clicks.
  package internal(set) var hasMouse: Bool
  /// The last word of the program; the next key takes it away unless it tells of an error.
  package internal(set) var notice: Notice?
  /// Where the configuration file is broken, for as long as it is; `nil` while it is in force.
  package var brokenConfiguration: DisplayText?
  /// What svctop itself costs, as the shell measures it.
  package var ownCost = OwnCost()
  /// What detectors see; `nil` where nobody watches.
  var watch: Watch?
  /// The panes of the picture that is being drawn, which several parts of it ask for; `nil` while none
  /// is.
  var drawnPanes: [PaneID]?
  /// What earlier ticks have worked out and need not be again.
  let memos = TickMemos()
  /// The figures as they were computed last.
  private var computed = Shared(Figures())
  /// Whether a choice has changed since.
  private var isStale = true
  /// Whether only the order of tables, or what passes the filter, has changed since.
  private var isRearranged = false
  /// Whether something was read since.
  private var hasNews = false
  /// Whether the shell has figures worked out beside its loop (see `Reckoning`): what was read is
  /// then shown with the next of them, and not with the next key.
  package var isReckonedBeside = false
  /// The moment that the figures are of.
  private var computedAt: Timestamp
  /// Counts the changes of what figures are of: choices, and what is read.
  private(set) var revision = 0
  /// The revision that the detectors looked at last; `nil` before they did.
  var reckonedRevision: Int?
  /// While a key is answered, what counts is what was on the screen when it was pressed.
  private var isAnswering = false

  /// A place a user can drill to.
  package enum Place: Hashable, Sendable {
    /// Where every path begins.
    case overview
    /// The detail of one endpoint.
    case endpoint(EndpointName)
    /// The detail of a statement, by the id of its fingerprint.
    case query(UInt64)
    /// An outbound call or a task.
    case work(TrafficKind, EndpointName)
    /// The detail of a finding, which may have ended meanwhile.
    case finding(Finding.ID)
  }

  /// A word from the program, shown in the bottom line until `until`.
  package struct Notice: Sendable {
    /// In one line, as `NoticeText` fits it; what went wrong may have more.
    package var text: DisplayText
    /// Whether something went wrong, which the next key does not take away.
    package var isError: Bool
    /// By the wall clock; eight seconds after it was said.
    package var until: Timestamp
  }

  /// A dashboard of the given history, at the given size and time.
  ///
  /// `themes` are those to choose from at run time; `hasMouse` tells whether clicks are reported.
  package init(
    history: History, settings: Settings, theme: Theme, themes: [Theme] = [],
    symbols: Symbols = .unicode, size: Size, clock: Timestamp, filter: FilterExpression? = nil,
    hasMouse: Bool = false
  ) {
    self.history = history
    self.settings = settings
    startWindow = settings.window
    self.theme = theme
    self.themes = themes
    self.symbols = symbols
    self.size = size
    self.clock = clock
    self.filter = filter
    self.hasMouse = hasMouse
    computedAt = clock
    refresh()
  }

  /// The place at the end of the path.
  package var place: Place { path.last ?? .overview }

  /// What the panes show.
  ///
  /// Computed at most once for each picture: what changes the model marks it stale, and
  /// `bringUpToDate` computes before it is drawn. Asked for in between, it is computed for the
  /// answer alone.
  package var figures: Figures {
    (needsFigures && !isAnswering ? Shared(figuresNow()) : computed).value
  }

  private var needsFigures: Bool { isRearranged || needsSums }

  private var needsSums: Bool { isStale || hasNews && !isReckonedBeside }

  private func figuresNow() -> Figures {
    if needsSums { return Figures(of: self) }
    var figures = computed.value
    figures.arrange(filter: filter, order: order, limits: settings.thresholds)
    return figures
  }

  /// Whether a tick has something to work out: what was read or chosen since the last reckoning,
  /// though figures of it may be on the screen already, or that time has gone on.
  ///
  /// Where nothing is read, that need not be each second: slots of time are no finer. A log that ended
  /// long ago changes no more. While the picture is held, what goes on is looked at all the same.
  package var isReckoningDue: Bool {
    revision != reckonedRevision || goingOn != nil
      || abs(moment - computedAt) >= Model.quietSeconds
  }

  private static let quietSeconds = 5.0

  /// Notes that a choice has changed, or the past that is shown.
  mutating func markStale() {
    isStale = true
    revision &+= 1
  }

  /// Notes that another order or filter was chosen: what was summed up stays what it is.
  mutating func markRearranged() {
    isRearranged = true
    revision &+= 1
  }

  /// Notes that something was read.
  mutating func markNews() {
    hasNews = true
    revision &+= 1
  }

  /// Computes the figures if something has changed since they were computed.
  package mutating func bringUpToDate() {
    if needsFigures { show(figuresNow()) }
  }

  /// Computes the figures of all that was read, whatever is worked out beside the loop.
  package mutating func takeInNews() {
    markStale()
    refresh()
  }

  /// Shows what detectors have found, until figures are computed anew.
  package mutating func show(_ findings: [Finding]) {
    bringUpToDate()
    var figures = computed.value
    figures.findings = findings
    figures.score = Score(findings)
    computed = Shared(figures)
    settleFocus()
  }

  /// The model with its figures up to date.
  package var upToDate: Model {
    guard needsFigures else { return self }
    var model = self
    model.bringUpToDate()
    return model
  }

  /// Lets a change be made to what is on the screen, whatever has arrived since it was drawn.
  mutating func answering<Answer>(_ change: (inout Model) -> Answer) -> Answer {
    isAnswering = true
    let answer = change(&self)
    isAnswering = false
    bringUpToDate()
    return answer
  }

  /// Computes the figures anew from the history and the user's choices; `rows` are those of the window
  /// at the moment shown, where they are summed up already.
  mutating func refresh(_ rows: WindowRows? = nil) {
    show(Figures(of: self, rows: rows))
  }

  /// Shows figures; a row that was selected stays selected when the order changes around it.
  mutating func show(_ figures: Figures) {
    isStale = false
    isRearranged = false
    hasNews = false
    computedAt = moment
    let selected = selectedTargets
    computed = Shared(figures)
    select(selected)
    settleFocus()
  }

  /// Lends the focus of the endpoints to another pane while there are none; whoever has chosen a row
  /// there meanwhile keeps it.
  private mutating func settleFocus() {
    guard place == .overview, !isZoomed else { return }
    // What is critical may have taken the pane's room, but never that of the endpoints.
    defer { if focus != .endpoints, prompt == nil { keepFocusInSight() } }
    let first = firstFocus
    if focus == .endpoints, first != .endpoints {
      focus = first
      focusLentTo = first
    } else if first == .endpoints, let lent = focusLentTo {
      focusLentTo = nil
      if focus == lent, selection[.overview]?[lent] == nil { focus = .endpoints }
    }
  }
}

/// A large value that is read in parts: whoever asks for one field copies that field alone.
private final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}
