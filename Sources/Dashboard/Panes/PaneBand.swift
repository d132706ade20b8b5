import TextUI

/// A part of the overview that panes of one kind share: what stands beside what, and who gets the room.
///
/// The order of the cases is that from top to bottom.
package enum PaneBand: CaseIterable, Sendable {
  /// The table that every look begins with.
  case requests
  /// Courses over time.
  case charts
  /// What is used up: a line each.
  case gauges
  case statements
  /// What is done beside requests.
  case work
  case visitors
  /// What is wrong, and what was to be reached.
  case conclusions
  case log
  /// Fills what the others leave, in the side column only.
  case map
  /// What svctop knows of its sources and itself; on the overview where a person asks for it.
  case health

  /// Whether its panes are narrow enough to stand beside each other.
  var isShared: Bool {
    switch self {
    case .charts, .gauges, .work, .conclusions: true
    case .requests, .statements, .visitors, .log, .map, .health: false
    }
  }

  /// Whether its panes belong into the wider of two columns.
  var isWide: Bool {
    switch self {
    case .requests, .charts, .statements, .conclusions, .log: true
    case .gauges, .work, .visitors, .map, .health: false
    }
  }

  /// How many lines a row of panes needs and wants, and how much it matters.
  struct Room: Sendable {
    /// Lines of its frame and what must be inside.
    var least: Int
    var wanted: Int
    /// Lines it gets at a time when there is more room than needed.
    var weight = 1
    /// The row with the lowest goes first when there is no room.
    var importance: Int
    /// Whether more lines than it wants would show more.
    var hasMore = true

    /// That of a row that says in one line that it has nothing.
    static let ofOneLine = Room(least: 3, wanted: 3, importance: 10)
    /// That of a heat map of a few requests, which the chart of latencies shows too.
    static let ofThinMap = Room(least: 8, wanted: 8, importance: 12, hasMore: false)
  }

  /// Rows of a table beyond which nobody reads on, and lines of charts that more lines would not make clearer.
  private static let (mostRows, tallestChart, tallestMap) = (50, 14, 18)

  /// The room of a row whose panes could fill `content` lines, on a body of `height` lines.
  ///
  /// In the detail of an endpoint the map is among what it is opened for.
  func room(content: Int, height: Int, isDetail: Bool) -> Room {
    let wanted = min(content, PaneBand.mostRows) + 2
    return switch self {
    case .requests:
      // The answer first: charts do not take the room of the first rows.
      Room(
        least: height < 20 ? 6 : min(10, wanted), wanted: wanted, weight: 4, importance: 90)
    case .statements:
      Room(least: min(5, max(4, wanted)), wanted: wanted, weight: 2, importance: 80)
    case .gauges: Room(least: min(5, wanted), wanted: wanted, importance: 70)
    case .charts: Room(least: 7, wanted: min(height / 4, PaneBand.tallestChart), importance: 60)
    case .map:
      Room(
        least: 8, wanted: min(max(8, height / 3), PaneBand.tallestMap),
        importance: isDetail ? 55 : 20)
    case .work: Room(least: min(5, wanted), wanted: wanted, importance: 50)
    case .conclusions:
      Room(least: min(5, wanted), wanted: wanted, weight: 2, importance: 58)
    // Nobody is woken for how long people stay.
    case .visitors: Room(least: wanted, wanted: wanted, importance: 35)
    case .log:
      Room(
        least: 5, wanted: max(5, min(height / 4, PaneBand.tallestChart, wanted)), importance: 40,
        hasMore: wanted > 5)
    case .health: Room(least: 4, wanted: wanted, importance: 30)
    }
  }
}
