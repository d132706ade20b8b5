import Telemetry
import TextUI

/// The slowest calls of a statement, as they were logged: how long each took, when, and where it
/// stands.
enum SlowestCalls {
  /// Lines in which all of them are whole, the frame included; very long statements are cut.
  static func height(of text: TextBlock, width: Int) -> Int {
    min(mostLines, max(1, text.height(width: max(1, width - 4)))) + 2
  }

  private static let mostLines = 40
  /// Blanks before what of a call stands in its second line and those below.
  private static let indent = 10

  /// The calls, a line to each.
  static func text(of row: QueryRow, _ model: Model) -> TextBlock {
    let examples = model.examples(of: row)
    if examples.isEmpty, !row.examples.isEmpty {
      return TextBlock(lines: [
        StyledText("those that are kept came later", style: model.theme[.muted])
      ])
    }
    let places = examples.map { model.place(of: $0) }
    let width = places.map { CellWidth.of($0) }.max() ?? 0
    let lines = zip(examples, places).map { example, place in
      let statement =
        model.settings.showsLiterals ? example.statement : Redaction.statement(example.statement)
      return StyledText(
        Units.duration(example.seconds).padded(to: 8, alignment: .right)
          + "  " + CalendarTime(example.time).clock + "  " + place.padded(to: width) + "  ",
        style: model.theme[.muted])
        + StyledText(statement.string)
    }
    return TextBlock(lines: lines, hangingIndent: indent)
  }

  static func draw(
    _ text: TextBlock, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    guard rect.height >= 3 else { return buffer.fill(rect) }
    let said = model.settings.showsLiterals ? "" : "literals hidden"
    let inner = Panel(title: "slowest calls so far", caption: StyledText(said))
      .draw(model, into: &buffer, in: rect)
    let room = inner.inset(horizontally: 1, vertically: 0)
    guard text.height(width: room.width) > room.height else {
      return text.draw(into: &buffer, in: room)
    }
    let linesOfEach = max(1, room.height / max(1, text.lines.count))
    var y = room.y
    for line in text.lines.prefix(room.height) {
      for part in shortened(line, to: linesOfEach, width: room.width, model.symbols) {
        buffer.write(part, at: Point(x: room.x, y: y), maxWidth: room.width)
        y += 1
      }
    }
  }

  /// A call on so many lines at most, with an ellipsis where that is not all of it.
  private static func shortened(
    _ line: StyledText, to most: Int, width: Int, _ symbols: Symbols
  ) -> [StyledText] {
    // Drawn on one line, it is cut where the line ends and not between two words.
    guard most > 1 else { return [line] }
    let parts = TextBlock(lines: [line], hangingIndent: indent).broken(to: width)
    guard parts.count > most else { return parts }
    var shown = Array(parts.prefix(most))
    shown[most - 1] += StyledText(" " + String(symbols.ellipsis))
    return shown
  }
}

extension Model {
  /// When a statement was last run up to the moment shown; `nil` where it is only known to have been
  /// run later.
  func lastSeen(_ row: QueryRow) -> Timestamp? {
    showsPast && row.lastSeen > moment ? nil : row.lastSeen
  }

  /// Until when a statement was run up to the moment shown, as far as charts can tell.
  func lastCharted(_ row: QueryRow) -> Timestamp? {
    let (range, columns) = ChartTime.axis(of: self, most: Model.chartedColumns)
    let points = history.timeline(ofQuery: row.id, in: range, columns: columns, now: moment)
    guard let last = points.last(where: { $0.requests > 0 }) else { return nil }
    return min(moment, last.start + range.seconds / Double(columns))
  }

  /// More than any window has slots, so that columns are as fine as these.
  private static let chartedColumns = 200

  /// The file that an example stands in with its line, `postgresql.log:88410`: the file alone where
  /// the line is not known, as in one that was read from somewhere in its middle.
  ///
  /// The name of the source where that is no file, or where another one is called alike.
  func place(of example: QueryExample) -> String {
    let source = history.sources[example.source].identity
    let file = source.fileName ?? source.name.string
    let isShared = history.sources.contains {
      $0.identity != source && $0.identity.fileName == file
    }
    let name = isShared ? source.name.string : file
    return example.line > 0 ? "\(name):\(example.line)" : name
  }

  /// The slowest calls of a statement up to the moment shown; of those that took as long the newest
  /// first, whose circumstances a person still finds.
  func examples(of row: QueryRow) -> [QueryExample] {
    let known = showsPast ? row.examples.filter { $0.time <= moment } : row.examples
    return known.sorted { left, right in
      (right.seconds, right.time, left.source, right.line)
        < (left.seconds, left.time, right.source, left.line)
    }
  }
}

extension SourceIdentity {
  /// The last part of the path of a log; `nil` where it is a command, standard input or a pattern
  /// that several files match.
  fileprivate var fileName: String? {
    let path = location.string
    guard kind == .log, path != "-", !path.hasPrefix("exec:"),
      !path.contains(where: { "*?[".contains($0) })
    else { return nil }
    return path.split(separator: "/").last.map(String.init)
  }
}
