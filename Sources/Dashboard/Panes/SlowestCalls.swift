import Telemetry
import TextUI

/// The slowest calls of a statement, as they were logged: how long each took, when, and where it
/// stands.
enum SlowestCalls {
  static func draw(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    guard rect.height >= 3 else { return buffer.fill(rect) }
    let said = model.settings.showsLiterals ? "" : "literals hidden"
    let inner = Panel(title: "slowest calls so far", caption: StyledText(said))
      .draw(model, into: &buffer, in: rect)
    let theme = model.theme
    let examples = model.examples(of: row)
    let places = examples.map { model.place(of: $0) }
    let width = places.map { CellWidth.of($0) }.max() ?? 0
    let lines = zip(examples, places).map { example, place in
      let statement =
        model.settings.showsLiterals ? example.statement : Redaction.statement(example.statement)
      return StyledText(
        Units.duration(example.seconds).padded(to: 8, alignment: .right)
          + "  " + CalendarTime(example.time).clock + "  " + place.padded(to: width) + "  ",
        style: theme[.muted])
        + StyledText(statement.string)
    }
    let isRoomy = inner.height >= 2 * lines.count
    guard !isRoomy else {
      TextBlock(lines: lines, hangingIndent: 10).draw(
        into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
      return
    }
    for (place, line) in lines.prefix(inner.height).enumerated() {
      buffer.write(
        line, at: Point(x: inner.x + 1, y: inner.y + place), maxWidth: inner.width - 2)
    }
  }
}

extension Model {
  /// When a statement was last run up to the moment shown; `nil` where it is only known to have been
  /// run later.
  func lastSeen(_ row: QueryRow) -> Timestamp? {
    showsPast && row.lastSeen > moment ? nil : row.lastSeen
  }

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

  /// The slowest calls of a statement up to the moment shown.
  func examples(of row: QueryRow) -> [QueryExample] {
    showsPast ? row.examples.filter { $0.time <= moment } : row.examples
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
