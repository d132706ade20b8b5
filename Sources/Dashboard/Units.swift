import Telemetry

/// Numbers as people read them: three significant digits, the unit beside them, never wider than
/// the column that a table gives them.
package enum Units {
  /// `412 ms`, `8.2 s`, `31 us`, `12 min`; at most seven characters.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "-" }
    if seconds < 0 { return "-" + duration(-seconds) }
    switch seconds {
    case 0: return "0 ms"
    case ..<0.000_999_5: return "\(Int((seconds * 1_000_000).rounded())) us"
    case ..<0.009_95: return "\(fixed(seconds * 1000, 1)) ms"
    case ..<0.999_5: return "\(Int((seconds * 1000).rounded())) ms"
    case ..<9.995: return "\(fixed(seconds, 2)) s"
    case ..<99.95: return "\(fixed(seconds, 1)) s"
    case ..<600: return "\(Int(seconds.rounded())) s"
    case ..<36_000: return "\(Int((seconds / 60).rounded())) min"
    default: return "\(fixed(seconds / 3600, 0)) h"
    }
  }

  /// A round duration on an axis: `5 s`, `0.5 s`, `20 ms`, without idle zeros.
  package static func axisDuration(_ seconds: Double) -> String {
    guard seconds > 0 else { return "0" }
    let parts = duration(seconds).split(separator: " ")
    guard let number = parts.first, number.contains("."), let unit = parts.last else {
      return duration(seconds)
    }
    return "\(withoutIdleZeros(number)) \(unit)"
  }

  /// A round rate on an axis: `30`, `2.5`.
  package static func axisRate(_ perSecond: Double) -> String {
    if perSecond == perSecond.rounded() { return number(perSecond) }
    // Two digits that are not 0 tell the steps of an axis from each other.
    var (decimals, scaled) = (3, perSecond * 1000)
    while scaled > 0, scaled < 10, decimals < 9 {
      decimals += 1
      scaled *= 10
    }
    return withoutIdleZeros(fixed(perSecond, decimals))
  }

  /// A quantile: `>1.00 s` past the last bucket, `~340 ms` in a bucket more than twice as wide as
  /// its lower bound is high, `-` when it is not known.
  package static func quantile(_ quantile: Quantile?) -> String {
    guard let quantile, quantile.seconds.isFinite else { return "-" }
    if quantile.isBeyondLastBound { return ">" + duration(quantile.seconds) }
    let isCoarse = quantile.range.map { $0.upperBound > 2 * $0.lowerBound } ?? false
    return (isCoarse ? "~" : "") + duration(quantile.seconds)
  }

  /// Events per second: `<0.01`, `4.2`, `38`, `1,283`, `12.4k`.
  package static func rate(_ perSecond: Double?) -> String {
    guard let perSecond, perSecond.isFinite else { return "-" }
    switch perSecond {
    case 0: return "0"
    case 0..<0.005: return "<0.01"
    case ..<0.095: return fixed(perSecond, 2)
    case ..<99.95: return fixed(perSecond, 1)
    case ..<9999.5: return grouped(Int(perSecond.rounded()))
    default: return shortened(perSecond)
    }
  }

  /// A share as percent: `0.4`, `50.0`, `100`.
  package static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "-" }
    let percent = share * 100
    if percent > 0, percent < 0.05 { return "<0.1" }
    return fixed(percent, percent >= 99.95 ? 0 : 1)
  }

  /// A share as whole percent with its sign: `82 %`, `<1 %`.
  package static func wholePercent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<1 %" : fixed(share * 100, 0) + " %"
  }

  /// `612 MB`, `1.2 GB`: powers of 1024, as top and free count them.
  package static func bytes(_ bytes: Double?) -> String {
    guard let bytes, bytes.isFinite else { return "-" }
    let units = ["B", "KB", "MB", "GB", "TB", "PB"]
    var value = abs(bytes)
    var place = 0
    while value >= 999.5, place < units.count - 1 {
      value /= 1024
      place += 1
    }
    if value >= 999.5 { return (bytes < 0 ? "<-" : ">") + "999 " + units[place] }
    let digits = place == 0 || value >= 99.95 ? 0 : (value >= 9.995 ? 1 : 2)
    return (bytes < 0 ? "-" : "") + fixed(value, digits) + " " + units[place]
  }

  /// A limit, which is usually round: `1 GB`, `1.5 GB`.
  package static func limitBytes(_ limit: Double) -> String {
    let parts = bytes(limit).split(separator: " ")
    guard let number = parts.first, number.contains("."), let unit = parts.last else {
      return bytes(limit)
    }
    return "\(withoutIdleZeros(number)) \(unit)"
  }

  /// A round count of bytes on an axis: `500 MB`, `0`, without idle zeros.
  package static func axisBytes(_ bytes: Double) -> String {
    bytes > 0 ? limitBytes(bytes) : "0"
  }

  /// A whole number with separators up to 99,999, then shortened: `1,283`, `2.4M`.
  package static func count(_ count: UInt64) -> String {
    count < 100_000 ? grouped(Int(count)) : shortened(Double(count))
  }

  /// `1,283 in 5m`, or `96 in 48.0 s of 5m` where the rate beside it rests on less than the window.
  package static func counted(_ count: UInt64, rate: Double?, in window: Window) -> String {
    let seconds = rate.flatMap { $0 > 0 ? Double(count) / $0 : nil }
    return "\(self.count(count)) in \(span(seconds, in: window))"
  }

  /// `5m`, or `48.0 s of 5m` where no row was watched for longer.
  static func span(of rows: [EndpointRow], in window: Window) -> String {
    let spans = rows.indices.compactMap { place in
      rows[place].rate.flatMap { $0 > 0 ? Double(rows[place].requests) / $0 : nil }
    }
    return span(spans.max(), in: window)
  }

  /// The window with the seconds of it that were watched, where those are clearly fewer.
  private static func span(_ seconds: Double?, in window: Window) -> String {
    guard case .last(let length) = window, let seconds, seconds < 0.95 * length else {
      return window.name
    }
    return "\(duration(seconds)) of \(window.name)"
  }

  /// A value with the unit that it is counted in; a bare number has three significant digits.
  package static func value(_ value: Double, in unit: Target.Unit) -> String {
    switch unit {
    case .seconds: return duration(value)
    case .share: return percent(value) + " %"
    case .perSecond: return rate(value) + " /s"
    case .bytes: return bytes(value)
    case .count:
      switch abs(value) {
      case ..<1: return value == value.rounded() ? number(value) : fixed(value, 3)
      case ..<10: return value == value.rounded() ? number(value) : fixed(value, 2)
      default: return number(value)
      }
    }
  }

  /// A reading of a gauge: whole when it is whole.
  package static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    if value == value.rounded(), abs(value) < 99_999.5 { return grouped(Int(value)) }
    return abs(value) < 1000 ? fixed(value, 1) : shortened(value)
  }

  /// An age or a length of time: `3 s`, `2 min`, `1.7 h`, `5 h`.
  package static func age(_ seconds: Double) -> String {
    switch max(0, seconds) {
    case ..<100: "\(Int(max(0, seconds))) s"
    case ..<6000: "\(Int(seconds / 60)) min"
    case ..<172_800: tenths(seconds / 3600) + " h"
    case ..<8.64e9: tenths(seconds / 86_400) + " d"
    default: "-"
    }
  }

  /// With a decimal where a whole number could be off by a tenth and more.
  private static func tenths(_ value: Double) -> String {
    value < 10 ? withoutIdleZeros(fixed(value, 1)) : String(Int(value))
  }

  /// A number with a fixed count of decimals, rounded half away from zero.
  package static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite, abs(value) < 9e15 else { return "-" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(scaled) }
    let whole = scaled / Int(scale)
    let rest = String(scaled % Int(scale))
    return sign + "\(whole)." + String(repeating: "0", count: decimals - rest.count) + rest
  }

  private static func withoutIdleZeros(_ number: some StringProtocol) -> String {
    var digits = String(number)
    guard digits.contains(".") else { return digits }
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits
  }

  private static func grouped(_ value: Int) -> String {
    let digits = String(abs(value))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return value < 0 ? "-" + text : text
  }

  private static func shortened(_ value: Double) -> String {
    let units = ["", "k", "M", "G", "T", "P"]
    var rest = abs(value)
    var place = 0
    while rest >= 999.5, place < units.count - 1 {
      rest /= 1000
      place += 1
    }
    if rest >= 999.5 { return (value < 0 ? "<-" : ">") + "999" + units[place] }
    let digits = rest >= 99.95 ? 0 : 1
    return (value < 0 ? "-" : "") + fixed(rest, digits) + units[place]
  }
}

/// The length of time by which the rates of one column, or one rate alone, are counted.
///
/// A service with a request a minute has rates too: by the second all of them would be `<0.01`.
package enum RateUnit: Hashable, Sendable {
  case second, minute, hour

  /// The shortest in which the highest of some rates is easily read; seconds where none is known.
  package init(highest perSecond: Double?) {
    guard let perSecond, perSecond > 0, perSecond < 0.1 else {
      self = .second
      return
    }
    self = perSecond * 60 < 1 ? .hour : .minute
  }

  /// `s`, `min` or `h`.
  package var name: String {
    switch self {
    case .second: "s"
    case .minute: "min"
    case .hour: "h"
    }
  }

  /// A rate as a number of this unit.
  package func text(_ perSecond: Double?) -> String {
    let seconds: Double =
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      }
    return Units.rate(perSecond.map { $0 * seconds })
  }

  /// A rate with the unit that suits it: `4.2 /s`, `2.4 /min`, `0.3 /h`.
  package static func text(ofLone perSecond: Double?) -> String {
    let unit = RateUnit(highest: perSecond)
    return "\(unit.text(perSecond)) /\(unit.name)"
  }
}
