import Testing
import TextUI

@Suite struct ScaleTests {
  @Test func `an axis ends at a round number above all values`() {
    let table: [(top: Double, rows: Int, maximum: Double, divisions: Int)] = [
      (8.2, 6, 10, 2), (0.41, 6, 0.6, 3), (0.09, 6, 0.1, 2), (7, 8, 8, 4), (8.1, 8, 10, 2),
      (1, 1, 1, 1), (1_234, 6, 1_500, 3), (0, 6, 2, 2), (.nan, 6, 2, 2), (.infinity, 6, 2, 2),
      (-4, 7, 1, 1), (2.9, 9, 3, 3), (0.3, 7, 0.35, 3),
      (9.5, 5, 12.5, 2), (5_914, 5, 6_250, 1), (0.9, 5, 1.25, 2), (31.5, 5, 50, 2),
      (1_280, 7, 1_750, 3), (6.2, 6, 10, 2),
    ]
    for (top, rows, maximum, divisions) in table {
      let scale = Scale(top: top, rows: rows)
      #expect(abs(scale.maximum / maximum - 1) < 1e-12, "\(top) on \(rows)")
      #expect(scale.divisions == divisions, "\(top) on \(rows)")
    }
  }

  @Test func `a tall chart has steps to read by, whether they divide its height or not`() {
    for (top, rows, step, rowsPerStep, divisions) in [
      (9.5, 31, 2.0, 6, 5), (9.5, 11, 2, 2, 5), (400, 13, 100, 3, 4), (9.5, 12, 2, 2, 6),
      (0.07, 17, 0.02, 4, 4), (9.5, 7, 5, 3, 2),
      (1.9, 5, 1, 2, 2),
    ] {
      let scale = Scale(top: top, rows: rows)
      #expect(scale.step == step && scale.divisions == divisions, "\(top) on \(rows)")
      #expect(scale.rowsPerStep == rowsPerStep, "\(top) on \(rows)")
      #expect(abs(scale.fraction(step) * Double(rows) - Double(rowsPerStep)) < 1e-9)
      #expect(scale.maximum >= top)
    }
  }

  @Test func `no chart of three rows or more is half empty`() {
    for rows in 3...40 {
      for hundredths in 100...999 {
        let scale = Scale(top: Double(hundredths) / 100, rows: rows)
        let use = Double(hundredths) / 100 / scale.maximum
        #expect(use > 0.5 && use <= 1 + 1e-9, "\(hundredths) on \(rows): \(use)")
      }
    }
  }

  @Test(arguments: [Scale.Steps.decimal, .time])
  func `no rows but one are without a label above a lone one`(steps: Scale.Steps) {
    for rows in 5...40 {
      for hundredths in stride(from: 100, through: 99_999, by: 37) {
        let scale = Scale(top: Double(hundredths) / 100, rows: rows, steps: steps)
        let above = rows - scale.rowsPerStep * scale.divisions
        #expect(scale.divisions > 1 || above <= 1, "\(hundredths) on \(rows)")
      }
    }
  }

  @Test func `steps of time are those of clocks`() {
    let table: [(value: Double, step: Double)] = [
      (0.3, 0.5), (1, 1), (1.1, 2), (4, 5), (11, 15), (16, 30), (31, 60), (61, 120), (130, 300),
      (301, 600), (1_000, 1_800), (2_000, 3_600), (3_601, 7_200), (20_000, 36_000),
      (.nan, 1), (.infinity, 3_600),
    ]
    for (value, step) in table {
      #expect(abs(Scale.Steps.time.least(reaching: value) / step - 1) < 1e-9, "\(value)")
    }
  }

  @Test func `a given end is divided into round parts where there are some`() {
    let table: [(maximum: Double, rows: Int, divisions: Int)] = [
      (1, 8, 4), (1, 6, 2), (1, 15, 5), (1_024, 15, 3), (1, 9, 3), (1, 5, 1),
    ]
    for (maximum, rows, divisions) in table {
      #expect(Scale(maximum: maximum, rows: rows).divisions == divisions, "\(maximum) on \(rows)")
    }
  }

  @Test func `a value lies in the row that its label stands beside`() {
    let table: [(value: Double, rows: Int, row: Int?)] = [
      (1, 5, 0), (0.8, 5, 1), (0.81, 5, 0), (0.5, 6, 3), (0, 6, 5), (1.01, 5, nil), (.nan, 5, nil),
      (0.5, 0, nil),
    ]
    for (value, rows, row) in table {
      #expect(Scale(maximum: 1, rows: max(1, rows)).row(of: value, rows: rows) == row, "\(value)")
    }
  }

  @Test func `steps are exact from the smallest to the largest`() {
    for (value, step) in [
      (1e-9, 1e-9), (3e-5, 5e-5), (0.1, 0.1), (0.11, 0.2), (0.2, 0.2), (1, 1), (1.01, 2), (5, 5),
      (6, 10), (4e12, 5e12),
    ] {
      #expect(abs(Scale.niceStep(atLeast: value) / step - 1) < 1e-9, "\(value)")
    }
    #expect(Scale.niceStep(atLeast: 1e308).isFinite)
    #expect(Scale.niceStep(atLeast: .leastNonzeroMagnitude) > 0)
  }

  @Test func `fractions stay between nothing and full`() {
    let scale = Scale(maximum: 2, rows: 4)
    #expect(scale.fraction(1) == 0.5)
    #expect(scale.fraction(99) == 1)
    #expect(scale.fraction(-1) == 0)
  }
}
