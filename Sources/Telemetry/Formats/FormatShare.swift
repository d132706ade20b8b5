extension FormatDetection.Share {
  /// How much of the lines each format understood, best first; none that understood nothing.
  static func all(of formats: [any LogFormat], in lines: [[UInt8]]) -> [Self] {
    var shares: [Self] = []
    for format in formats {
      let share = share(of: format.settled(by: lines), in: lines)
      if share.lines > 0 { shares.append(share) }
    }
    // `sort` is stable, which keeps the order of the catalogue for equals.
    shares.sort { ($0.weight, $0.joined) > ($1.weight, $1.joined) }
    return shares
  }

  /// Whether the format takes any line of a program as a message.
  var isGeneral: Bool { type(of: format).isGeneral }

  private static func share<Format: LogFormat>(of fresh: Format, in lines: [[UInt8]]) -> Self {
    var format = fresh
    var tally = EntryTally()
    if Format.isMultiLine {
      var entry: [UInt8] = []
      var hasBegun = false
      for line in lines {
        let begins = line.withUnsafeBytes { format.beginsEntry($0) }
        let continues =
          hasBegun && !begins
          && line.withUnsafeBytes { line in
            entry.withUnsafeBytes { format.continues($0, with: line) }
          }
        if !continues, !entry.isEmpty {
          entry.withUnsafeBytes { tally.close($0, &format) }
          entry = []
        }
        if !entry.isEmpty { entry.append(0x0A) }
        entry += line
        tally.pending += 1
        if !continues { hasBegun = begins }
      }
      if !entry.isEmpty { entry.withUnsafeBytes { tally.close($0, &format) } }
    } else {
      for line in lines {
        tally.pending = 1
        line.withUnsafeBytes { tally.close($0, &format) }
      }
    }
    let count = tally.details.count { $0 > 0 }
    return Self(
      format: fresh, lines: count, ratio: lines.isEmpty ? 0 : Double(count) / Double(lines.count),
      weight: tally.weight, joined: tally.joined, details: tally.details,
      leavesNumber: tally.leavesNumber)
  }
}

/// What the entries of one format are worth.
private struct EntryTally {
  var weight = 0
  var joined = 0
  var details: [Int] = []
  var leavesNumber: [Bool] = []
  /// Lines of the entry at hand.
  var pending = 0

  mutating func close<Format: LogFormat>(_ entry: Bytes, _ format: inout Format) {
    var record = LogRecord()
    defer { pending = 0 }
    let isKnown = format.parse(entry, into: &record)
    leavesNumber.append(contentsOf: repeatElement(isKnown && record.leavesNumber, count: pending))
    guard isKnown else {
      details.append(contentsOf: repeatElement(0, count: pending))
      return
    }
    let worth = record.kind == .message ? 1 : record.seconds == record.seconds ? 3 : 2
    weight += worth + pending - 1
    if worth > 1 { joined += pending - 1 }
    details.append(worth * FormatOrder.worthUnit + Self.extras(record))
    details.append(contentsOf: repeatElement(FormatOrder.worthUnit, count: pending - 1))
  }

  /// What else a request says; less than any difference in worth.
  private static func extras(_ record: LogRecord) -> Int {
    guard record.kind != .message else { return 0 }
    return (record.client.isEmpty ? 0 : 2) + (record.bytesSent < 0 ? 0 : 1)
      + (record.upstreamSeconds.isFinite ? 1 : 0) + (record.requestID.isEmpty ? 0 : 1)
  }
}
