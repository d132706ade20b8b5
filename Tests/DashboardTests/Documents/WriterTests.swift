import TestSupport
import Testing

@testable import Dashboard

/// A document with everything in it that a writer must cope with.
private let everything: Document = {
  var document = Document(title: "A <b>title</b>")
  document.append("", [.paragraph("It took \(strong: "1.2 s") in \(code: "GET /a|b")")])
  document.append(
    "Tables",
    [
      .table(
        Document.Table(
          [.words("Name"), .number("Calls")],
          [["\(code: "a`b|c")", "12"], ["plain | *bar* _x_", "1,283"]])),
      .list(["first", "second"], isNumbered: true),
      .code("select ```1```"),
      .chart(
        Document.Chart(
          title: "p95", series: [Document.Chart.Series(name: "all", values: [1, nil, 4, 2])],
          from: "14:00", to: "14:05", maximumText: "4 s")),
    ])
  return document
}()

struct WriterTests {
  @Test func `markdown keeps what comes from outside from becoming markup`() {
    #expect(
      MarkdownWriter.text(of: everything) == """
        # A \\<b\\>title\\</b\\>

        It took **1.2 s** in `GET /a|b`

        ## Tables

        | Name | Calls |
        |---|--:|
        | `` a`b\\|c `` | 12 |
        | plain \\| \\*bar\\* \\_x\\_ | 1,283 |

        1. first
        2. second

        ````
        select ```1```
        ````

        p95, all: `▂ █▄` (14:00 to 14:05, highest 4 s)

        """)
  }

  /// U+0D4E, and marks after them, make one character with what they stand beside.
  @Test(arguments: [
    ("\u{0D4E}<b\u{0D4E}>", "\u{0D4E}&lt;b\u{0D4E}&gt;", "\u{0D4E}\\<b\u{0D4E}\\>"),
    ("<\u{0338}i>", "&lt;\u{0338}i&gt;", "\\<\u{0338}i\\>"),
    ("a\u{0D4E}|b", "a\u{0D4E}|b", "a\u{0D4E}\\|b"),
  ])
  func `nothing hides markup by being joined to it`(words: String, html: String, markdown: String) {
    #expect(HTMLWriter.escaped(words).unicodeScalars.elementsEqual(html.unicodeScalars))
    #expect(MarkdownWriter.escaped(words).unicodeScalars.elementsEqual(markdown.unicodeScalars))
  }

  @Test func `plain text aligns figures and wraps words`() {
    #expect(
      PlainTextWriter.text(of: everything, width: 30) == """
        A <b>title</b>
        ==============

        It took 1.2 s in GET /a|b

        Tables
        ------

        Name               Calls
        a`b|c                 12
        plain | *bar* _x_  1,283

        1. first
        2. second

          select ```1```

        p95, all  ▂ █▄  highest 4 s

        """)
  }

  @Test func `no line of a table is wider than asked for`() {
    let table = Document.Table(
      [.words("Statement"), .number("Calls")],
      [[RichText(String(repeating: "select ", count: 40)), "12"]])
    var document = Document(title: "t")
    document.append("", [.table(table)])
    for line in PlainTextWriter.text(of: document, width: 60).split(separator: "\n") {
      #expect(line.count <= 60)
    }
  }

  @Test func `html escapes what comes from outside and draws gaps as gaps`() {
    let page = HTMLWriter.text(of: everything)
    #expect(page.contains("<h1>A &lt;b&gt;title&lt;/b&gt;</h1>"))
    #expect(page.contains("<td class=\"n\">1,283</td>"))
    #expect(page.occurrences(of: "<polyline") == 2)
    #expect(!page.contains("http"))
  }
}
