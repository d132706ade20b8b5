/// The order in which the formats of a source are asked for a line.
///
/// The format that understood most leads. Where that is a general one, which takes other programs'
/// lines as messages or as requests without their times, those go first that read more of the lines
/// they know; where it leaves a number in some lines that may be their time, so does a format that
/// reads the number in all of them. Formats that only know what the leading ones do not come after
/// them, and of these the general ones last.
struct FormatOrder {
  private(set) var formats: [any LogFormat] = []
  /// How much has been read from each line so far.
  private var best: [Int]
  /// Lines that a format ahead takes, which none behind it gets to see.
  private var isTaken: [Bool]
  /// What all lines are worth, each read by the format that gets it.
  var weight: Int { best.reduce(0) { $0 + $1 / Self.worthUnit } }
  /// Requests among the lines, and those of them in which a number that may be their time is not read.
  var requests: Int { best.count { $0 >= 2 * Self.worthUnit } }
  private(set) var numbersLeft = 0
  /// What separates a line understood as a message from one that counts.
  static let worthUnit = 8

  /// The order for formats of which the one that understood most comes first.
  init(of shares: [FormatDetection.Share]) {
    best = Array(repeating: 0, count: shares.first?.details.count ?? 0)
    isTaken = Array(repeating: false, count: best.count)
    guard let first = shares.first else { return }
    let rest = shares.dropFirst()
    if first.isGeneral {
      best = first.details
      // Only what it understands is at stake; the rest is left to the formats behind it.
      isTaken = best.map { $0 == 0 }
      pick(from: rest.filter { !$0.isGeneral })
      for line in best.indices where first.details[line] == 0 { isTaken[line] = false }
    } else if let reader = rest.first(where: { $0.readsNumbers(leftBy: first) }) {
      take(reader)
    }
    take(first)
    pick(from: rest.filter { !$0.isGeneral })
    pick(from: rest.filter(\.isGeneral))
    numbersLeft = best.indices.count { first.leavesNumber[$0] && best[$0] < 3 * Self.worthUnit }
  }

  /// Appends formats as long as one reads more than has been read so far, the best one first.
  private mutating func pick(from shares: [FormatDetection.Share]) {
    var open = shares
    while let place = open.indices.max(by: { gain(open[$0]) < gain(open[$1]) }),
      gain(open[place]) > 0
    {
      take(open.remove(at: place))
    }
  }

  /// How much more the format reads from the lines that it would get; less than zero if less.
  private func gain(_ share: FormatDetection.Share) -> Int {
    var gain = 0
    for line in best.indices where !isTaken[line] && share.details[line] > 0 {
      gain += share.details[line] - best[line]
    }
    return gain
  }

  private mutating func take(_ share: FormatDetection.Share) {
    formats.append(share.format)
    for line in best.indices where !isTaken[line] && share.details[line] > 0 {
      best[line] = share.details[line]
      // What a general format takes as a message is offered to those behind it.
      isTaken[line] = !share.isGeneral || share.details[line] >= 2 * Self.worthUnit
    }
  }
}

extension FormatDetection.Share {
  /// Whether this format reads more of each line in which the other one left a number, and no less of
  /// any line that it knows.
  fileprivate func readsNumbers(leftBy other: Self) -> Bool {
    guard !isGeneral, other.leavesNumber.contains(true) else { return false }
    return details.indices.allSatisfy { line in
      other.leavesNumber[line]
        ? details[line] > other.details[line]
        : details[line] == 0 || details[line] >= other.details[line]
    }
  }
}
