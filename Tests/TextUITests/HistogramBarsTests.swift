import Testing
import TextUI

@Suite struct HistogramBarsTests {
  @Test func `aligns labels, bars and values`() {
    let widget = HistogramBars(rows: [
      .init(label: "< 5 ms", count: 1_203, value: "1,203"),
      .init(label: "< 10 ms", count: 2_604, value: "2,604"),
      .init(label: "more", count: 1, value: "1"),
    ])
    #expect(
      picture(widget, width: 32, height: 4) == """
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        x < 5 ms ┤███████▍          1,203x
        x< 10 ms ┤████████████████  2,604x
        x   more ┤▏                     1x
        x                                x
        xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
        """)
  }

  @Test func `keeps label and value where no bar fits`() {
    let widget = HistogramBars(rows: [.init(label: "< 5 ms", count: 1_203, value: "1,203")])
    #expect(
      picture(widget, width: 14, height: 1) == """
        xxxxxxxxxxxxxxxx
        x< 5 ms   1,203x
        xxxxxxxxxxxxxxxx
        """)
  }

  @Test func `leaves out bars that do not fit`() {
    let widget = HistogramBars(rows: [
      .init(label: "a", count: 1, value: "1"), .init(label: "b", count: 0, value: "0"),
      .init(label: "c", count: 3, value: "3"),
    ])
    #expect(
      picture(widget, width: 12, height: 2) == """
        xxxxxxxxxxxxxx
        xa ┤██      1x
        xb ┤        0x
        xxxxxxxxxxxxxx
        """)
  }
}
