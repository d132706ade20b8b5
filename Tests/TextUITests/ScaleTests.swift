import Testing
import TextUI

@Suite struct ScaleTests {
  @Test func `an axis ends at a round number above all values`() {
    let table: [(top: Double, rows: Int, maximum: Double, divisions: Int)] = [
      (8.2, 6, 10, 2), (0.41, 6, 0.6, 3), (0.09, 6, 0.1, 2), (7, 8, 8, 4), (8.1, 8, 10, 2),
      (1, 1, 1, 1), (1_234, 6, 1_500, 3), (0, 6, 2, 2), (.nan, 6, 2, 2), (.infinity, 6, 2, 2),
      (-4, 7, 1, 1), (2.9, 9, 3, 3), (0.3, 7, 0.35, 3),
      (9.5, 5, 12.5, 2), (5_914, 5, 6_250, 1), (0.9, 5, 1.25, 2),
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
