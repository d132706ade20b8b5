import Glibc

/// Where a bucket that is not cumulative lies, as a label of its series says it.
///
/// Native buckets carry a label of our own, whose name no target may use (names that start with
/// two underscores are reserved); VictoriaMetrics's client writes `vmrange="8.799e-02...1.000e-01"`.
/// https://github.com/VictoriaMetrics/metrics (histogram.go)
enum BucketSpot {
  /// A bucket of a native histogram by its index.
  case native(schema: Int, index: Int)
  case zero(schema: Int, threshold: Double)
  /// A bucket of `rangeBounds`.
  case range(Int)

  static let nativeLabel: StaticString = "__bucket__"
  static let rangeLabel: StaticString = "vmrange"

  /// Upper bounds of `vmrange` buckets: 18 a decade from 1e-9 to 1e18, in four digits.
  static let rangeBounds: [Double] = (0...27 * 18).map { step in
    let decade = step / 18 - 9
    let mantissa = (pow(10, Double(step % 18) / 18) * 1000).rounded() / 1000
    return decade < 0 ? mantissa / pow(10, Double(-decade)) : mantissa * pow(10, Double(decade))
  }

  static func text(schema: Int, index: Int) -> String { "\(schema) \(index)" }

  static func text(schema: Int, zeroThreshold: Double) -> String { "\(schema) z\(zeroThreshold)" }

  /// The place that a label stands for; `nil` when it is another label or makes no sense.
  static func read(_ label: MetricLabel) -> BucketSpot? {
    if label.name.equals(rangeLabel) { return range(label.value) }
    guard label.name.equals(nativeLabel) else { return nil }
    var scanner = ByteScanner(label.value)
    guard let schema = integer(&scanner), scanner.take(0x20) else { return nil }
    if scanner.take(UInt8(ascii: "z")) {
      return .zero(schema: schema, threshold: ExpositionNumber.parse(scanner.rest) ?? 0)
    }
    return integer(&scanner).map { .native(schema: schema, index: $0) }
  }

  private static func integer(_ scanner: inout ByteScanner) -> Int? {
    let isNegative = scanner.take(UInt8(ascii: "-"))
    return scanner.number().map { isNegative ? -$0 : $0 }
  }

  private static func range(_ text: Bytes) -> BucketSpot? {
    guard let dots = text.find("..."), ExpositionNumber.parse(text.part(0, dots)) != nil,
      let upper = ExpositionNumber.parse(text.from(dots + 3)), !upper.isNaN
    else { return nil }
    let step = ((log10(max(upper, 1e-9)) + 9) * 18).rounded()
    return .range(upper == .infinity ? rangeBounds.count : min(Int(step), rangeBounds.count))
  }
}
