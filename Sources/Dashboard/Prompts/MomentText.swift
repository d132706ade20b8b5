import Telemetry

/// Instants as people type them: `14:05`, `14:05:30`, `-10m`, `2026-01-01T14:05:00Z`, `now`.
package enum MomentText {
  /// The instant that a text stands for, seen from `now`; `nil` when it is none.
  ///
  /// A time of day is the last one that has passed, in UTC; a date may be written before it. A
  /// length of time counts back from now, with or without its sign.
  package static func moment(of text: String, now: Timestamp) -> Timestamp? {
    let text = text.trimmed.lowercased()
    if text == "now" { return now }
    if text.contains("-"), text.first != "-", let exact = exact(text) { return exact }
    if text.contains(":") {
      guard let seconds = secondsOfDay(text) else { return nil }
      let day = now.microseconds - now.microseconds % 86_400_000_000
      let today = Timestamp(microseconds: day) + seconds
      return today <= now ? today : today - 86_400
    }
    let length = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = length.first, first.isNumber, let unit = length.last, unit.isLetter,
      let seconds = DurationText.seconds(of: String(length))
    else { return nil }
    return now - seconds
  }

  /// RFC 3339, in which seconds and the zone may be left out, and a blank may stand for the T.
  private static func exact(_ text: String) -> Timestamp? {
    let parts = text.split(maxSplits: 1) { $0 == "t" || $0 == " " }
    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard date.count == 3, let year = number(date[0], digits: 4),
      let month = number(date[1], digits: 2), let day = number(date[2], digits: 2),
      let days = CivilDate.days(year: year, month: month, day: day)
    else { return nil }
    let midnight = Timestamp(microseconds: Int64(days) * 86_400_000_000)
    guard parts.count == 2 else { return midnight }
    guard let (clock, offset) = zone(of: String(parts[1])), let seconds = secondsOfDay(clock) else {
      return nil
    }
    return midnight + (seconds - offset)
  }

  /// A time of day without its zone, and by how many seconds the zone is ahead of UTC.
  private static func zone(of text: String) -> (clock: String, offsetSeconds: Double)? {
    if text.hasSuffix("z") { return (String(text.dropLast()), 0) }
    guard let place = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, 0) }
    guard let offset = secondsOfDay(String(text[text.index(after: place)...])) else { return nil }
    return (String(text[..<place]), text[place] == "-" ? -offset : offset)
  }

  /// Seconds since midnight of `14:05`, `14:05:30` or `14:05:30.5`.
  private static func secondsOfDay(_ text: String) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = number(parts[0], digits: 2),
      let minute = number(parts[1], digits: 2), hour < 24, minute < 60
    else { return nil }
    guard parts.count == 3 else { return Double(hour * 3600 + minute * 60) }
    guard parts[2].allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let seconds = Double(parts[2]), seconds < 61
    else { return nil }
    return Double(hour * 3600 + minute * 60) + seconds
  }

  private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
    guard (1...digits).contains(text.count), text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(text)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    String(
      drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
