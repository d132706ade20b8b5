import Telemetry

/// How one figure of one subject differs between two snapshots.
package struct Change: Hashable, Sendable {
  /// What the difference means; `unclear` says why nothing can be said.
  package enum Verdict: Hashable, Sendable {
    case better, worse, same
    case unclear(String)
    case new, gone
  }

  package var subject: String
  /// "p95", "errors", "hit rate".
  package var figure: String
  package var before: Double?
  package var after: Double?
  package var verdict: Verdict
  /// How the figure is written.
  var unit: Unit
  /// Samples behind each of the two figures.
  var samples: (before: Double, after: Double)

  enum Unit: Hashable, Sendable {
    case milliseconds, share, bytes, count

    func text(_ value: Double?) -> String {
      guard let value else { return "-" }
      return switch self {
      case .milliseconds: Units.duration(value / 1000)
      case .share: Units.percent(value) + " %"
      case .bytes: Units.bytes(value)
      case .count: Units.number(value)
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

  /// "8.20 s to 1.10 s, -87 % (7.5 times)".
  var text: String {
    var text = "\(unit.text(before)) to \(unit.text(after))"
    guard let before, let after, before > 0 else { return text }
    if unit == .share {
      let points = (after - before) * 100
      return text + ", \(points < 0 ? "" : "+")\(Units.fixed(points, 1)) points"
    }
    let percent = (after / before - 1) * 100
    text += ", \(percent < 0 ? "" : "+")\(Units.fixed(percent, 0)) %"
    let factor = max(after / before, before / after)
    if after > 0, factor >= 2 { text += " (\(Units.fixed(factor, 1)) times)" }
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
    _ after: SnapshotRecord.Latency?
  ) -> Change? {
    guard let old = before?.measured(name), let new = after?.measured(name) else { return nil }
    var change = Change(
      subject: subject, figure: name, before: old.value, after: new.value, verdict: .same,
      unit: .milliseconds, samples: (before?.count ?? 0, after?.count ?? 0))
    guard let oldRange = old.range, let newRange = new.range else {
      change.verdict = .unclear("too few samples")
      return change
    }
    if newRange.lowerBound > oldRange.upperBound {
      change.verdict = .worse
    } else if newRange.upperBound < oldRange.lowerBound {
      change.verdict = .better
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
    var verdict = Verdict.same
    if difference.isBeyondNoise {
      verdict = (difference.difference > 0) == isMoreWorse ? .worse : .better
    }
    return Change(
      subject: subject, figure: figure, before: before.hits / before.all,
      after: after.hits / after.all, verdict: verdict, unit: .share,
      samples: (before.all, after.all))
  }

  /// A figure without a distribution, said to have changed from a fifth of it on.
  static func level(
    _ figure: String, of subject: String, _ before: Double?, _ after: Double?, unit: Unit
  ) -> Change? {
    guard let before, let after else { return nil }
    let isFar = abs(after - before) > 0.2 * max(abs(before), abs(after))
    return Change(
      subject: subject, figure: figure, before: before, after: after,
      verdict: isFar ? (after > before ? .worse : .better) : .same, unit: unit, samples: (1, 1))
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
