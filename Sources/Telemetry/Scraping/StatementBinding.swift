/// Which statement each series of a database's own statistics counts.
///
/// Made when series come or go; statements beyond the limit are counted as "(other)".
struct StatementBinding: Sendable {
  private static let limit = 2_000

  private struct Series: Sendable {
    var slot: Int32
    var statement: Int
    var part: StatementRule.Part
  }

  private var statements: [(id: UInt64, fingerprint: DisplayText)] = []
  private var series: [Series] = []
  private var places: [UInt64: Int] = [:]
  /// Whether statements that come have been run for the first time.
  ///
  /// Exporters list the first so many: where the list has not grown, what comes has pushed another
  /// out, and may have been run for weeks.
  private var countsNewcomers = true
  /// Series that the longest list had.
  private var most = 0

  /// No statements.
  init() {}

  /// The statements of the series that the table saw in the scrape at hand.
  init(_ table: SeriesTable, _ plan: MetricPlan, after previous: StatementBinding) {
    for (number, statement) in plan.statements.enumerated() {
      bind(statement.rule, number, table, plan)
    }
    countsNewcomers = series.count > previous.most
    most = max(previous.most, series.count)
  }

  private mutating func bind(
    _ rule: StatementRule, _ number: Int, _ table: SeriesTable, _ plan: MetricPlan
  ) {
    var reader = LabelReader()
    let (idLabel, textLabel) = (
      reader.number(of: rule.idLabel), reader.number(of: rule.textLabel)
    )
    var fingerprinter = Fingerprinter(dialect: rule.dialect)
    var texts: [String: String] = [:]
    var placesByText: [String: Int] = [:]
    func forEachSeries(_ body: (Int, StatementRule.Part, inout LabelReader) -> Void) {
      for slot in table.slots.indices where table.isLive(slot) {
        for case .statement(number, let part) in plan.roles[Int(table.slots[slot].name)] {
          table.withSeries(slot) { series in
            reader.read(series)
            body(slot, part, &reader)
          }
        }
      }
    }
    if rule.families[.text] != nil {
      forEachSeries { _, part, reader in
        guard part == .text else { return }
        texts[reader.text(idLabel)] = reader.text(textLabel)
      }
    }
    forEachSeries { slot, part, reader in
      guard part != .text else { return }
      let id = reader.text(idLabel)
      let text = texts[id] ?? reader.text(textLabel)
      let key = text.isEmpty ? id : text
      let place =
        placesByText[key]
        ?? self.place(of: text, named: "\(rule.idLabel) \(id)", &fingerprinter)
      placesByText[key] = place
      self.series.append(Series(slot: Int32(slot), statement: place, part: part))
    }
  }

  /// The place of a statement; one whose text is not told is called by its id.
  private mutating func place(
    of text: String, named name: String, _ fingerprinter: inout Fingerprinter
  ) -> Int {
    var written = text.isEmpty ? name : text
    var (id, fingerprint) = written.withUTF8 { bytes -> (UInt64, DisplayText) in
      if text.isEmpty { return (FingerprintHash.of(Bytes(bytes)), DisplayText(Bytes(bytes))) }
      let fingerprint = DisplayText(fingerprinter.fingerprint(Bytes(bytes)))
      return (fingerprinter.lastID, fingerprint)
    }
    if places[id] == nil, statements.count >= StatementBinding.limit {
      (id, fingerprint) = (QueryTable.otherID, "(other)")
    }
    if let known = places[id] { return known }
    places[id] = statements.count
    statements.append((id, fingerprint))
    return statements.count - 1
  }

  /// What was counted of each statement since `origin`; those that did not run are left out.
  ///
  /// A process that began anew is the exporter: the database goes on counting, and what it counted
  /// in between is not known.
  func deltas(
    _ values: [Double], since origin: Increases.Origin, time: Timestamp
  ) -> [QueryDelta] {
    guard !series.isEmpty, case .values(let previous) = origin else { return [] }
    return deltas(values, since: previous, countsNewcomers, time)
  }

  /// What was counted of each statement in all.
  func lifetime(_ values: [Double], time: Timestamp) -> [QueryDelta] {
    series.isEmpty ? [] : deltas(values, since: [], true, time)
  }

  private func deltas(
    _ values: [Double], since previous: [Double], _ countsNewcomers: Bool, _ time: Timestamp
  ) -> [QueryDelta] {
    let parts = StatementRule.Part.allCases.count
    var sums = [Double](repeating: .nan, count: statements.count * parts)
    for one in series {
      let slot = Int(one.slot)
      let before = slot < previous.count ? previous[slot] : .nan
      let grown = values[slot] >= before ? values[slot] - before : values[slot]
      guard grown.isFinite, countsNewcomers || !before.isNaN else { continue }
      let place = one.statement * parts + one.part.rawValue
      sums[place] = sums[place].isNaN ? grown : sums[place] + grown
    }
    return statements.indices.compactMap { number in
      delta(number, time: time) { sums[number * parts + $0.rawValue] }
    }
  }

  private func delta(
    _ number: Int, time: Timestamp, _ sum: (StatementRule.Part) -> Double
  ) -> QueryDelta? {
    func count(_ part: StatementRule.Part) -> UInt64? {
      UInt64(exactly: max(0, sum(part)).rounded())
    }
    guard let calls = count(.calls), calls > 0 else { return nil }
    let seconds = sum(.seconds)
    var delta = QueryDelta(
      id: statements[number].id, fingerprint: statements[number].fingerprint, time: time,
      calls: calls,
      latency: seconds.isNaN
        ? nil
        : LatencyDelta(
          layout: .logarithmic, counts: SparseCounts(sorted: []), count: calls,
          sumSeconds: seconds))
    if let rows = count(.rowsSent), !sum(.rowsSent).isNaN {
      (delta.rowsSent, delta.rowsSentCalls) = (rows, calls)
    }
    if let rows = count(.rowsExamined), !sum(.rowsExamined).isNaN {
      (delta.rowsExamined, delta.rowsExaminedCalls) = (rows, calls)
    }
    return delta
  }
}
