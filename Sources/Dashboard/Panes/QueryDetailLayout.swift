import Telemetry
import TextUI

/// Where the parts of a statement's detail are; what has no room is empty.
///
///     from 110 columns on                           below
///     statement, a clause to a line                 statement, a clause to a line
///     calls     | durations | calls over time       calls           | durations
///     called by | percentiles over time             calls over time | percentiles over time
///     slowest calls, with time and line             called by
///                                                   slowest calls, with time and line
///
/// Below 80 columns the two charts stand below each other, below 60 the durations too.
struct QueryDetailLayout {
  private(set) var statement = QueryDetailLayout.nothing
  private(set) var figures = QueryDetailLayout.nothing
  private(set) var durations = QueryDetailLayout.nothing
  private(set) var calls = QueryDetailLayout.nothing
  private(set) var latency = QueryDetailLayout.nothing
  private(set) var callers = QueryDetailLayout.nothing
  private(set) var examples = QueryDetailLayout.nothing
  /// Whether the statement stands in one paragraph: where that alone is whole, or lines are few.
  private(set) var isParagraph = false
  /// How far the statement can be scrolled in its room.
  private(set) var lastOffset = 0

  private static let nothing = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Lines of a chart, its frame included: fewer say nothing, more are not clearer.
  private static let (leastChart, usualChart, tallestChart) = (8, 10, 14)
  /// Lines in which callers and percentiles are worth their room.
  private static let leastMiddle = 7
  /// Lines of the callers where none is known: a frame, a header and that it is so.
  private static let leastCallers = 4
  /// With fewer lines of a statement, ends of lines that stay blank cost too much of the text.
  private static let fewestOfClauses = 4

  /// Lines in which nothing is cut or left out.
  static func height(of row: QueryRow, _ model: Model, width: Int) -> Int {
    let wish = wish(of: row, model, width: width, nil)
    return wish.statement + wish.others
  }

  /// The places of the parts; their content is made where it is neither given nor known.
  init(of row: QueryRow, _ model: Model, in rect: Rect, _ content: QueryDetailContent? = nil) {
    let wish = QueryDetailLayout.wish(of: row, model, width: rect.width, content)
    // On the lowest screens two lines of it are worth more than a fourth figure.
    let most = max(3, min(4, rect.height - 5), rect.height / 3, rect.height - wish.others)
    let lines = wish.statement <= most ? wish.statement : min(wish.paragraph, most)
    let rest: Rect
    (statement, rest) = rect.splitting(top: lines)
    chooseText(wish)
    let (middle, below) = rest.splitting(top: min(Wish.figures, max(6, rest.height * 3 / 5)))
    switch wish.breadth {
    case .narrow: figures = middle
    case .usual: (figures, durations) = middle.splitting(left: middle.width / 2)
    case .wide:
      let others: Rect
      (figures, others) = middle.splitting(left: 36)
      (durations, calls) = others.splitting(left: others.width / 2)
    }
    guard wish.breadth == .wide else {
      stack(in: below, wish)
      return
    }
    if !placeSideBySide(in: below, wish) { stack(in: below, wish) }
  }

  /// A clause to a line, unless that is cut and one paragraph is not, or would lose fewer words.
  private mutating func chooseText(_ wish: Wish) {
    guard statement.height > 2, wish.statement > statement.height else { return }
    let isShort = statement.height - 2 < QueryDetailLayout.fewestOfClauses
    isParagraph = isShort || wish.paragraph <= statement.height
    lastOffset = max(0, (isParagraph ? wish.paragraph : wish.statement) - statement.height)
  }

  /// Callers and percentiles beside each other; `false` where there is no room for that.
  private mutating func placeSideBySide(in rect: Rect, _ wish: Wish) -> Bool {
    let least = min(wish.exampleCount + 2, max(3, rect.height / 2))
    let between = rect.height - least
    guard between >= QueryDetailLayout.leastMiddle else { return false }
    let spare = max(0, between - wish.middle)
    let lines = least + min(spare, max(0, wish.examples - least))
    let middle: Rect
    (examples, middle) = rect.splitting(bottom: lines)
    // Names are whole before lines are longer, which say the same in fewer cells.
    let callerWidth = min(max(wish.callerWidth, middle.width * 2 / 5), middle.width * 3 / 5)
    (callers, latency) = middle.splitting(left: callerWidth)
    return true
  }

  /// All below each other: callers and calls have their lines before charts do, which are there whole
  /// or not at all.
  private mutating func stack(in rect: Rect, _ wish: Wish) {
    var callerLines = min(wish.callerCount + 2, rect.height / 2)
    if callerLines < 3 { callerLines = 0 }
    var spare = rect.height - callerLines
    func grown(_ lines: Int, to wanted: Int) -> Int {
      let more = min(spare, max(0, wanted - lines))
      spare -= more
      return lines + more
    }
    var exampleLines = grown(0, to: wish.exampleCount + 2)
    let durationLines = spare >= wish.durations ? grown(0, to: wish.durations) : 0
    let least = wish.chartRows * QueryDetailLayout.leastChart
    var chartLines = spare >= least ? grown(0, to: least) : 0
    exampleLines = grown(exampleLines, to: wish.examples)
    if callerLines > 0 || spare >= QueryDetailLayout.leastCallers {
      callerLines = grown(callerLines, to: wish.callers)
    }
    if chartLines > 0 {
      chartLines = grown(chartLines, to: wish.chartRows * QueryDetailLayout.tallestChart)
    }
    var rest = rect
    func next(_ lines: Int) -> Rect {
      let (first, more) = rest.splitting(top: lines)
      rest = more
      return first
    }
    if durationLines > 0 { durations = next(durationLines) }
    if chartLines > 0 {
      let charts = next(chartLines)
      (calls, latency) =
        wish.chartRows > 1
        ? charts.splitting(top: charts.height / 2) : charts.splitting(left: charts.width / 2)
    }
    callers = next(callerLines)
    examples = rest
  }
}

extension QueryDetailLayout {
  /// What the parts would fill at a width, which the figures remember.
  private static func wish(
    of row: QueryRow, _ model: Model, width: Int, _ content: QueryDetailContent?
  ) -> Wish {
    let subject = StatementSubject(
      id: row.id, width: width, showsLiterals: model.settings.showsLiterals, moment: model.moment,
      version: model.history.version)
    return model.figures.details.wishes.value(of: subject) {
      Wish(row, content ?? QueryDetailContent(of: row, model), width: width)
    }
  }

  /// What may stand side by side.
  enum Breadth {
    case narrow, usual, wide

    init(_ width: Int) {
      self = width >= 110 ? .wide : width >= 2 * Breadth.leastOfFigures ? .usual : .narrow
    }

    /// Cells in which the labels and values of figures are whole, their frame included.
    private static let leastOfFigures = 30
  }

  /// Lines that the parts would fill at a width, their frames included.
  struct Wish {
    var breadth: Breadth
    var statement: Int
    /// Of the statement without its lines.
    var paragraph: Int
    /// 0 where they stand beside the figures.
    var durations = 0
    /// Charts below each other; 0 where they stand beside something else.
    var chartRows = 0
    var callerCount: Int
    /// Cells in which the names of callers are whole.
    var callerWidth: Int
    var exampleCount: Int
    var examples: Int

    static let figures = 14

    init(_ row: QueryRow, _ content: QueryDetailContent, width: Int) {
      breadth = Breadth(width)
      let inner = max(1, width - 4)
      statement = content.clauses.height(width: inner) + 2
      paragraph = content.paragraph.height(width: inner) + 2
      callerCount = row.callers.count
      callerWidth = QueryDetail.callerWidth(of: row)
      exampleCount = content.examples.lines.count
      examples = SlowestCalls.height(of: content.examples, width: width)
      switch breadth {
      case .wide: break
      case .usual: chartRows = width >= 80 ? 1 : 2
      case .narrow:
        chartRows = 2
        durations = content.bars.isEmpty ? 0 : content.bars.count + 2
      }
    }

    /// With a header above them.
    var callers: Int { max(1, callerCount) + 3 }

    /// Callers and percentiles beside each other.
    var middle: Int { max(callers, QueryDetailLayout.usualChart + 2) }

    /// All but the statement.
    var others: Int {
      let above = Wish.figures + durations
      guard breadth != .wide else { return above + middle + examples }
      return above + chartRows * QueryDetailLayout.usualChart + callers + examples
    }
  }
}
