/// Rows and columns under a header.
///
///      ROUTE                   RATE/s   P95 ▼ ERR %
///     ▶/api/posts/generate        0.8   8.2 s   0.0 ✖
///      /api/users/{id}/feed       4.2  412 ms   2.1 ▲
///      18 more below
///
/// Where the width is short, columns leave from the least important; numbers are never cut. The
/// gutter at the left shows which row is selected and which is marked.
package struct Table: Widget {
  /// Which way a column is sorted.
  package enum SortOrder: Hashable, Sendable {
    /// From the smallest or from the largest.
    case ascending, descending
  }

  /// What is above a column and how wide it may be.
  package struct Column: Hashable, Sendable {
    /// Sets the least width of the column; a sorted one has an arrow after it.
    package var title: String
    /// A column aligned right holds numbers: it is as wide as its widest, or not shown at all.
    package var alignment: Alignment
    /// In cells; the title with its arrow is the least in any case.
    package var minWidth: Int
    /// In cells, nil for no limit; a column of numbers is as wide as its widest all the same.
    package var maxWidth: Int?
    /// Share of the width that is left over; 0 takes none.
    package var flex: Int
    /// 1 is the most important; the column with the largest number leaves first.
    package var priority: Int
    /// Which way the arrow points; nil for a column that the rows are not sorted by.
    package var sorted: SortOrder?

    /// A column; without `flex` it is as wide as its content, within the limits given.
    package init(
      _ title: String, alignment: Alignment = .left, minWidth: Int = 0, maxWidth: Int? = nil,
      flex: Int = 0, priority: Int = 1, sorted: SortOrder? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.minWidth = minWidth
      self.maxWidth = maxWidth
      self.flex = flex
      self.priority = priority
      self.sorted = sorted
    }
  }

  /// What stands in one column of one row.
  package struct Field: Hashable, Sendable {
    /// A text or a small picture.
    package enum Content: Hashable, Sendable {
      /// One line, cut at its end with an ellipsis; of a number the ellipsis is all that is shown.
      case text(StyledText)
      /// As wide as the column, to whose width it adds nothing: `minWidth` or `flex` must.
      case sparkline(Sparkline)
      /// As wide as the column, to whose width it adds nothing: `minWidth` or `flex` must.
      case bar(Bar)
    }

    /// What is drawn left of the mark.
    package var content: Content
    /// Lies under the styles of a text.
    package var style: Style
    /// At the end of the column, beside a text that is cut short of it rather than moved; a
    /// number has none.
    package var mark: Mark?
    /// Lies over the style of the field.
    package var markStyle: Style

    /// A text, with a mark at the end of its column.
    package init(
      _ text: String, style: Style = .plain, mark: Mark? = nil, markStyle: Style = .plain
    ) {
      self.init(.text(StyledText(text)), style: style, mark: mark, markStyle: markStyle)
    }

    /// Any content, with a mark at the end of its column.
    package init(
      _ content: Content, style: Style = .plain, mark: Mark? = nil, markStyle: Style = .plain
    ) {
      self.content = content
      self.style = style
      self.mark = mark
      self.markStyle = markStyle
    }
  }

  /// One row; fields that are missing at its end are blank.
  package struct Row: Hashable, Sendable {
    /// In the order of the columns, those that do not fit included.
    package var fields: [Field]
    /// Lies under the styles of the fields.
    package var style: Style
    /// Shown in the gutter.
    package var mark: Mark?
    /// Lies over the style of the row.
    package var markStyle: Style

    /// A row of fields, in the order of the columns.
    package init(
      _ fields: [Field], style: Style = .plain, mark: Mark? = nil, markStyle: Style = .plain
    ) {
      self.fields = fields
      self.style = style
      self.mark = mark
      self.markStyle = markStyle
    }
  }

  /// From left to right; which of them are shown depends on the width.
  package var columns: [Column]
  /// All of them; those in sight are chosen when the table is drawn.
  package var rows: [Row]
  /// Index among all rows, which is kept in sight; nil selects none.
  package var selection: Int?
  /// The first row shown last time; it moves no more than the selection demands.
  package var offset: Int
  /// Cells at the left: one for selection or mark (a mark wins), two for both, none for neither.
  package var gutter: Int
  /// Whether the first line holds the titles of columns.
  package var showsHeader: Bool
  /// Said in place of rows when there are none.
  package var placeholder: StyledText
  /// Of the whole line of titles.
  package var headerStyle: Style
  /// Of the title that has the arrow.
  package var sortedHeaderStyle: Style
  /// Over the selected row; with reverse video it replaces all other styles of the row.
  package var selectionStyle: Style
  /// Looks of the line that says how many rows are hidden, and of the placeholder.
  package var noteStyle: Style

  /// A table; one cell between columns.
  package init(
    columns: [Column], rows: [Row], selection: Int? = nil, offset: Int = 0, gutter: Int = 1,
    showsHeader: Bool = true, placeholder: StyledText = "", headerStyle: Style = .plain,
    sortedHeaderStyle: Style? = nil, selectionStyle: Style = .reverse, noteStyle: Style = .plain
  ) {
    self.columns = columns
    self.rows = rows
    self.selection = selection
    self.offset = offset
    self.gutter = max(0, gutter)
    self.showsHeader = showsHeader
    self.placeholder = placeholder
    self.headerStyle = headerStyle
    self.sortedHeaderStyle = sortedHeaderStyle ?? headerStyle
    self.selectionStyle = selectionStyle
    self.noteStyle = noteStyle
  }
}
