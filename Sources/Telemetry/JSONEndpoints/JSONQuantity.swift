/// A number of a JSON body with the unit that stands behind it: `12.5`, `"12.5ms"`, `"2.5%"`.
struct JSONQuantity: Hashable, Sendable {
  private static let longest = 40

  var value: Double
  /// Half of the last decimal that was written: how far rounding may have moved the value.
  var uncertainty: Double
  /// What stands behind the number of a string: `ms`, `%`; empty where nothing does.
  var unit = ""

  /// The quantity of a number, or of a string that begins with one; `nil` for anything else.
  init?(_ node: JSONNode) {
    switch node {
    case .number(let number, let rounding):
      value = number
      uncertainty = rounding
    case .string(let text):
      guard text.utf8.count < JSONQuantity.longest else { return nil }
      let digits = text.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
      // The `e` of an exponent is part of the number, that of a unit is none.
      let number = digits.last.map { "eE".contains($0) } ?? false ? digits.dropLast() : digits
      guard let first = number.first, first.isNumber || "+-.".contains(first),
        let parsed = Double(number), parsed.isFinite
      else { return nil }
      value = parsed
      let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      let places = decimals.first.map { $0.allSatisfy(\.isNumber) ? $0.count : 0 } ?? 0
      uncertainty = (0..<places).reduce(places > 0 ? 0.5 : 0) { half, _ in half / 10 }
      unit = String(text[number.endIndex...].drop { $0 == " " })
      guard unit.isEmpty || isPercent || secondsPerUnit != nil else { return nil }
    default: return nil
    }
  }

  var isPercent: Bool { unit == "%" }

  /// Seconds per unit, where the unit is one of time.
  var secondsPerUnit: Double? {
    if unit.isEmpty { return nil }
    if ["µs", "μs"].contains(unit) { return 1e-6 }
    return JSONKey(unit).secondsPerUnit
  }

  /// How far the value may be off where a program writes whole numbers for what has decimals.
  var roundingOfWholes: Double {
    uncertainty == 0 && value != 0 && value == value.rounded() ? 0.5 : uncertainty
  }
}
