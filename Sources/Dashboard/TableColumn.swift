/// A column that a person may show or hide, one type for each table that has such columns.
///
/// The raw value is its name in `:columns` and in the configuration; the order of the cases is that
/// of the table.
package protocol TableColumn: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {
  /// Those that are shown unless the user chooses others.
  static var usual: [Self] { get }

  /// What rows are told apart by: the table always has it.
  static var essential: Self { get }

  /// What the chooser says about it.
  var explanation: String { get }
}

/// A word that names no column.
package struct UnknownColumn: Error {
  /// The word without the sign before it.
  package let name: String
  /// The columns that there are.
  package let known: [String]
}

extension TableColumn {
  /// The names of all.
  package static var names: [String] { allCases.map(\.rawValue) }

  /// The columns that a text asks for, the essential one always among them.
  ///
  /// `p50 p99` are those alone, `+max -p50` changes the ones at hand, `default` are the usual ones.
  ///
  /// Fails with the word that is no column.
  package static func chosen(
    by text: String, from columns: [Self]
  ) -> Result<[Self], UnknownColumn> {
    var chosen: [Self] = []
    var isChange = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if word == "default" {
        chosen = usual
        continue
      }
      let sign = word.first
      let name = sign == "+" || sign == "-" ? word.dropFirst() : word
      guard let column = Self(rawValue: String(name)) else {
        return .failure(UnknownColumn(name: String(name), known: names))
      }
      if sign == "+" || sign == "-" {
        if chosen.isEmpty, !isChange { chosen = columns }
        isChange = true
        chosen.removeAll { $0.rawValue == column.rawValue }
      }
      if sign != "-" { chosen.append(column) }
    }
    return .success(inOrder(chosen))
  }

  /// Each once, in the order in which the table has them, the essential one always among them.
  static func inOrder(_ columns: [Self]) -> [Self] {
    allCases.filter { $0.rawValue == essential.rawValue || columns.contains($0) }
  }

  /// The columns with the one at a place of all shown or hidden; the essential one stays.
  fileprivate static func toggling(_ place: Int, in columns: [Self]) -> [Self] {
    let column = allCases[place]
    return inOrder(
      columns.contains(column)
        ? columns.filter { $0.rawValue != column.rawValue } : columns + [column])
  }
}

/// Choosing columns, whatever the table.
extension Model {
  /// A column as the chooser has it.
  struct ColumnChoice {
    var name: String
    var explanation: String
    var isShown: Bool
  }

  /// The table whose columns are chosen by keys: the one with the focus, else that of the endpoints;
  /// `nil` where neither is on the screen.
  var columnedPane: PaneID? { tableForKeys { $0 == .endpoints || $0 == .queries } }

  /// All columns of a table.
  func columnChoices(of pane: PaneID) -> [ColumnChoice] {
    func choices<Column: TableColumn>(_ shown: [Column]) -> [ColumnChoice] {
      Column.allCases.map {
        ColumnChoice(
          name: $0.rawValue, explanation: $0.explanation, isShown: shown.contains($0))
      }
    }
    return pane == .queries
      ? choices(QueriesPane.chosenColumns(of: self)) : choices(settings.columns)
  }

  /// Shows or hides the column at a place of all that a table has.
  mutating func toggleColumn(_ place: Int, of pane: PaneID) {
    if pane == .queries {
      let shown = QueriesPane.chosenColumns(of: self)
      settings.queryColumns = QueryColumn.toggling(place, in: shown)
    } else {
      settings.columns = EndpointColumn.toggling(place, in: settings.columns)
    }
  }

  /// Takes the columns that a text asks for; the word that is none where there is one.
  mutating func chooseColumns(by text: String, of pane: PaneID) -> UnknownColumn? {
    func take<Column: TableColumn>(
      _ columns: inout [Column], from shown: [Column]
    ) -> UnknownColumn? {
      switch Column.chosen(by: text, from: shown) {
      case .success(let chosen):
        columns = chosen
        return nil
      case .failure(let unknown): return unknown
      }
    }
    let (endpoints, queries) = (settings.columns, QueriesPane.chosenColumns(of: self))
    return pane == .queries
      ? take(&settings.queryColumns, from: queries) : take(&settings.columns, from: endpoints)
  }
}
