import Telemetry

/// How one figure of one subject differs between two snapshots.
package struct Change: Hashable, Sendable {
  /// What the difference means; `unclear` says why nothing can be said.
  package enum Verdict: Hashable, Sendable {
    /// `same` for what hardly differs, and within noise.
    case better, worse, same
    /// Beyond noise, and neither better nor worse by itself.
    case differs
    /// The reason, as in "too few samples"; also of what differs much and not beyond noise.
    case unclear(String)
    /// Only the later or only the earlier snapshot has the subject.
    case new, gone
  }

  /// An endpoint, a statement, a pool ...; "all requests" for the totals.
  package var subject: String
  /// "p95", "errors", "hit rate".
  package var figure: String
  /// Milliseconds, bytes, a count or a share of 1, as the figure has it; `nil` for what is new.
  package var before: Double?
  /// In the same unit; `nil` for what is gone.
  package var after: Double?
  /// Of the later figure against the earlier one.
  package var verdict: Verdict
  /// How the figure is written.
  var unit: Unit
  /// Samples behind each of the two figures.
  var samples: (before: Double, after: Double)

  enum Unit: Hashable, Sendable {
    case milliseconds, share, bytes, count, perHour, perRequest

    func text(_ value: Double?) -> String {
      guard let value else { return "-" }
      return switch self {
      case .milliseconds: Units.duration(value / 1000)
      case .share: Units.percent(value) + " %"
      case .bytes: Units.bytes(value)
      case .count: Units.number(value)
      case .perHour: Units.fixed(value, value < 9.95 ? 1 : 0)
      case .perRequest: Units.fixed(value, value < 9.95 ? 2 : 0)
      }
    }
  }

  package static func == (left: Change, right: Change) -> Bool {
    (left.subject, left.figure, left.before, left.after, left.verdict)
      == (right.subject, right.figure, right.before, right.after, right.verdict)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(figure)
  }

  /// Improvements and regressions less than this part of the figure are not worth a word, however
  /// sure they are.
  static let leastPart = 0.05
  /// Of shares, as many points of 100, however small a part they are of.
  private static let leastPoints = 0.01
  /// Why nothing is said of a difference that is large but within noise.
  private static let chance = Verdict.unclear("may be chance")

  /// Whether two figures are a fifth of the larger one apart, or more: too much to be called the same.
  private static func areFar(_ before: Double, _ after: Double) -> Bool {
    abs(after - before) > 0.2 * max(abs(before), abs(after))
  }

  /// "8.20 s to 1.10 s, -87 % (7.5 times)".
  var text: String {
    var text = "\(unit.text(before)) to \(unit.text(after))"
    guard let before, let after, before > 0 else { return text }
    if unit == .share {
      let points = (after - before) * 100
      return text + ", \(points < 0 ? "" : "+")\(Units.fixed(points, 1)) points"
    }
    let percent = (after / before - 1) * 100
    // What is left is not nothing.
    let digits = after > 0 && percent <= -99.5 ? 1 : 0
    text += ", \(percent < 0 ? "" : "+")\(Units.fixed(percent, digits)) %"
    let factor = max(after / before, before / after)
    if after > 0, factor >= 100 {
      text += " (\(Units.count(UInt64(min(1e15, factor.rounded())))) times)"
    } else if after > 0, factor >= 2 {
      text += " (\(Units.fixed(factor, 1)) times)"
    }
    return text
  }
}

extension Change {
  /// A quantile: beyond noise when the ranges that it surely lies in do not meet.
  ///
  /// Two ranges of 95 % that do not meet are a test at about 0.6 %
  /// (https://doi.org/10.1198/000313001317097960).
  static func quantile(
    _ name: String, of subject: String, _ before: SnapshotRecord.Latency?,
    _ after: SnapshotRecord.Latency?, called figure: String? = nil, unit: Unit = .milliseconds,
    isNeutral: Bool = false
  ) -> Change? {
    guard let old = before?.measured(name), let new = after?.measured(name) else { return nil }
    var change = Change(
      subject: subject, figure: figure ?? name, before: old.value, after: new.value,
      verdict: .same, unit: unit, samples: (before?.count ?? 0, after?.count ?? 0))
    guard let oldRange = old.range, let newRange = new.range else {
      change.verdict = .unclear("too few samples")
      return change
    }
    if newRange.lowerBound > oldRange.upperBound {
      change.verdict = isNeutral ? .differs : .worse
    } else if newRange.upperBound < oldRange.lowerBound {
      change.verdict = isNeutral ? .differs : .better
    } else if areFar(old.value, new.value) {
      change.verdict = chance
    }
    if abs(new.value - old.value) < leastPart * old.value { change.verdict = .same }
    return change
  }

  /// A share of counts, where more is worse (errors) or better (cache hits).
  static func share(
    _ figure: String, of subject: String, before: (hits: Double, all: Double),
    after: (hits: Double, all: Double), isMoreWorse: Bool
  ) -> Change? {
    guard let difference = ShareDifference(before: before, after: after) else { return nil }
    let (old, new) = (before.hits / before.all, after.hits / after.all)
    var verdict = Verdict.same
    if difference.isBeyondNoise {
      verdict = (difference.difference > 0) == isMoreWorse ? .worse : .better
    } else if abs(new - old) >= leastPoints, areFar(old, new) {
      verdict = chance
    }
    return Change(
      subject: subject, figure: figure, before: old, after: new, verdict: verdict, unit: .share,
      samples: (before.all, after.all))
  }

  /// A mean of which nothing but itself is known: however far apart, noise cannot be told.
  static func mean(
    of subject: String, _ before: SnapshotRecord.Latency?, _ after: SnapshotRecord.Latency?
  ) -> Change? {
    guard let old = before?.mean, let new = after?.mean else { return nil }
    return Change(
      subject: subject, figure: "mean", before: old, after: new,
      verdict: areFar(old, new) ? .unclear("means alone are known") : .same, unit: .milliseconds,
      samples: (before?.count ?? 0, after?.count ?? 0))
  }

  /// Events for one of something: beyond noise when so many would hardly come by chance if they
  /// came alike before and after.
  ///
  /// Events at random vary by the root of their number (Poisson), so the difference of two counts
  /// has the sum of both as its variance; 2.58 deviations are 1 %.
  static func rate(
    _ figure: String, of subject: String, before: (events: Double, of: Double),
    after: (events: Double, of: Double), unit: Unit, isNeutral: Bool = false
  ) -> Change? {
    guard before.of > 0, after.of > 0, before.events + after.events > 0 else { return nil }
    let (old, new) = (before.events / before.of, after.events / after.of)
    let all = (before.events + after.events) / (before.of + after.of)
    let deviation = (all / before.of + all / after.of).squareRoot()
    let isBeyondNoise =
      abs(new - old) > 2.576 * deviation && abs(new - old) >= leastPart * max(old, new)
    var verdict = Verdict.same
    if isBeyondNoise {
      verdict = isNeutral ? .differs : new > old ? .worse : .better
    } else if areFar(old, new) {
      verdict = chance
    }
    return Change(
      subject: subject, figure: figure, before: old, after: new, verdict: verdict, unit: unit,
      samples: (before.events, after.events))
  }

  /// A figure without a distribution, said to have changed from a fifth of it on.
  static func level(
    _ figure: String, of subject: String, _ before: Double?, _ after: Double?, unit: Unit
  ) -> Change? {
    guard let before, let after else { return nil }
    return Change(
      subject: subject, figure: figure, before: before, after: after,
      verdict: areFar(before, after) ? (after > before ? .worse : .better) : .same, unit: unit,
      samples: (1, 1))
  }

  /// Something that only one of the two snapshots has.
  static func presence(
    of subject: String, figure: String, value: Double?, isNew: Bool, unit: Unit, samples: Double
  ) -> Change {
    Change(
      subject: subject, figure: figure, before: isNew ? nil : value, after: isNew ? value : nil,
      verdict: isNew ? .new : .gone, unit: unit,
      samples: isNew ? (0, samples) : (samples, 0))
  }
}
