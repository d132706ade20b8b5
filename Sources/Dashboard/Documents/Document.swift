/// A text with headings, tables and charts, before it is known how it will be written.
///
/// Reports and comparisons are documents; `MarkdownWriter`, `HTMLWriter` and `PlainTextWriter` write them.
package struct Document: Hashable, Sendable {
  /// The heading of the whole.
  package var title: String
  /// In the order in which they are read; one of level 3 belongs to the one before.
  package var sections: [Section] = []

  /// A document without sections yet.
  package init(title: String) { self.title = title }

  /// A heading with what stands below it.
  package struct Section: Hashable, Sendable {
    /// Empty for what stands below the title itself.
    package var title: String
    /// 2 for a section, 3 for one inside of it.
    package var level: Int
    /// From the top down.
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
    /// Words without line ends of their own.
    case paragraph(RichText)
    /// One item each; numbers count from 1.
    case list([RichText], isNumbered: Bool = false)
    /// Every writer has its own form for it.
    case table(Table)
    /// A drawing in HTML, a line of small columns in text.
    case chart(Chart)
    /// Lines to be taken by the letter.
    case code(String)
  }

  /// Rows under captions; a cell may be empty.
  package struct Table: Hashable, Sendable {
    /// From left to right.
    package var columns: [Column]
    /// From the top down, each with a cell for every column.
    package var rows: [[RichText]]

    /// A table.
    package init(_ columns: [Column], _ rows: [[RichText]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// A caption, and whether figures stand below it.
  package struct Column: Hashable, Sendable {
    /// Plain words, which a writer escapes.
    package var title: String
    /// Whether its cells are aligned at the right, as figures are.
    package var isNumber: Bool

    /// A column of words.
    package static func words(_ title: String) -> Column { Column(title: title, isNumber: false) }

    /// A column of figures, aligned at the right.
    package static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
  }

  /// Values over time; `nil` where nothing was observed.
  package struct Chart: Hashable, Sendable {
    /// What is drawn, with its unit.
    package var title: String
    /// Lines over the same columns, all on one scale.
    package var series: [Series]
    /// What the first column and the end of the last one are called.
    package var from: String
    /// The end of the last column.
    package var to: String
    /// The largest value as a reader sees it.
    package var maximumText: String

    /// The largest value of any line.
    var highest: Double { series.flatMap(\.values).compactMap { $0 }.max() ?? 0 }

    /// One line of the chart.
    package struct Series: Hashable, Sendable {
      /// What the line stands for, in the legend.
      package var name: String
      /// One for each column, oldest first.
      package var values: [Double?]
    }
  }

  /// Adds a section, unless there is nothing in it.
  package mutating func append(_ title: String, level: Int = 2, _ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    sections.append(Section(title, level: level, blocks))
  }
}
