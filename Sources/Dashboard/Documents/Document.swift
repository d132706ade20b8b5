/// A text with headings, tables and charts, before it is known how it will be written.
///
/// Reports and comparisons are documents; `MarkdownWriter`, `HTMLWriter` and `PlainTextWriter` write them.
package struct Document: Hashable, Sendable {
  package var title: String
  package var sections: [Section] = []

  /// A document without sections yet.
  package init(title: String) { self.title = title }

  /// A heading with what stands below it.
  package struct Section: Hashable, Sendable {
    /// Empty for what stands below the title itself.
    package var title: String
    /// 2 for a section, 3 for one inside of it.
    package var level: Int
    package var blocks: [Block]

    /// A section.
    package init(_ title: String, level: Int = 2, _ blocks: [Block]) {
      self.title = title
      self.level = level
      self.blocks = blocks
    }
  }

  /// One thing below a heading.
  package enum Block: Hashable, Sendable {
    case paragraph(RichText)
    case list([RichText], isNumbered: Bool = false)
    case table(Table)
    case chart(Chart)
    /// Lines to be taken by the letter.
    case code(String)
  }

  /// Rows under captions; a cell may be empty.
  package struct Table: Hashable, Sendable {
    package var columns: [Column]
    package var rows: [[RichText]]

    /// A table.
    package init(_ columns: [Column], _ rows: [[RichText]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A caption, and whether figures stand below it.
  package struct Column: Hashable, Sendable {
    package var title: String
    package var isNumber: Bool

    /// A column of words.
    package static func words(_ title: String) -> Column { Column(title: title, isNumber: false) }

    /// A column of figures, aligned at the right.
    package static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// Values over time; `nil` where nothing was observed.
  package struct Chart: Hashable, Sendable {
    package var title: String
    package var series: [Series]
    /// What the first column and the end of the last one are called.
    package var from: String
    package var to: String
    /// The largest value as a reader sees it.
    package var maximumText: String

    /// The largest value of any line.
    var highest: Double { series.flatMap(\.values).compactMap { $0 }.max() ?? 0 }

    /// One line of the chart.
    package struct Series: Hashable, Sendable {
      package var name: String
      package var values: [Double?]
    }
  }

  /// Adds a section, unless there is nothing in it.
  package mutating func append(_ title: String, level: Int = 2, _ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    sections.append(Section(title, level: level, blocks))
  }
}
