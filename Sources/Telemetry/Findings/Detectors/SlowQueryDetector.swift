/// Statements whose 95th percentile is over the limit.
struct SlowQueryDetector: Detector {
  let kinds = [FindingKind.slowQuery]

  /// One slow call alone counts only when it is so many times over the limit.
  private static let singleFactor = 5.0

  func findings(in scene: Scene) -> [Finding] {
    scene.queries.compactMap { row in
      let severity = scene.thresholds.query(row)
      guard severity > .fine, !scene.shape(of: row).isHousekeeping, isCredible(row, in: scene)
      else { return nil }
      return finding(row, severity, in: scene)
    }
  }

  private func isCredible(_ row: QueryRow, in scene: Scene) -> Bool {
    let limit = scene.thresholds.slowQuerySeconds
    guard
      let histogram = scene.history.queryHistogram(of: row.id, scene.window, now: scene.now)
    else { return true }
    let slow = ((1 - histogram.share(upTo: limit)) * Double(histogram.count)).rounded()
    if slow >= 2 { return Chance.tellsSlow(slow, among: histogram.count) }
    return histogram.count <= 2 && (row.latency?.maxSeconds ?? 0) >= Self.singleFactor * limit
  }

  private func finding(_ row: QueryRow, _ severity: Severity, in scene: Scene) -> Finding {
    let limit = scene.thresholds.slowQuerySeconds
    let shape = scene.shape(of: row)
    let p95 = row.latency?.p95?.seconds ?? 0
    let whom = mainCaller(of: row).map { " for \($0)" } ?? ""
    let example = scene.example(of: row)
    var finding = Finding(
      .slowQuery, severity, of: .query(row.id),
      summary: DisplayText(
        "\(shape.title) is slow\(whom): p95 \(Phrase.duration(p95)) over "
          + "\(Phrase.count(row.calls, "call")), \(Phrase.percent(row.share)) of all statement time"
      )
    )
    .showing(
      "p95", value: p95, threshold: limit, in: .seconds,
      source: example?.source ?? row.sources.first,
      line: example?.line ?? 0, range: scene.range, sample: row.fingerprint)
    if let examined = row.rowsExamined, row.calls > 0 {
      finding = finding.showing(
        "rows examined per call", value: Double(examined) / Double(row.calls))
    }
    for text in advice(row, shape, in: scene) { finding = finding.advising(text) }
    let saved = row.totalSeconds - limit * Double(row.calls)
    finding = finding.gaining(
      saved,
      "at \(Phrase.duration(limit)) a call saves \(Phrase.duration(saved)) of the "
        + "\(Phrase.duration(row.totalSeconds)) spent in it (\(Phrase.percent(row.share)) of all "
        + "statement time)")
    return finding.since(row.firstSeen, likely: row.calls < 3 ? "\(row.calls) calls only" : nil)
  }

  /// The endpoint that most of the calls are made for.
  private func mainCaller(of row: QueryRow) -> EndpointName? {
    row.callers.first { 2 * $0.calls >= Double(row.calls) }?.endpoint
  }

  private func advice(_ row: QueryRow, _ shape: StatementShape, in scene: Scene) -> [String] {
    let table = shape.table ?? "its table"
    var advice: [String] = []
    if shape.isRecursive {
      advice.append(
        "It walks \(table) recursively: bound the depth, index the column that it joins itself by, "
          + "or keep the path in a column.")
    } else if shape.isKeyLookup {
      advice.append(
        "It fetches one row of \(table) by \(shape.filters[0]), which takes an index well under "
          + "10 ms: look for waits (locks, a busy pool, a far-away database) and for wide columns.")
    } else if shape.filters.isEmpty, let expression = shape.expressions.first {
      advice.append(
        "Check with EXPLAIN that \(table) has an index on the expression \(expression): one on the "
          + "column alone does not serve it.")
    } else if !shape.filters.isEmpty {
      let columns = shape.filters + shape.order.filter { !shape.filters.contains($0) }
      advice.append(
        "Check with EXPLAIN that \(table) has an index on (\(columns.joined(separator: ", ")))"
          + (shape.hasLike ? "; LIKE with a leading % cannot use one." : "."))
    } else if shape.verb == .select, !shape.hasLimit, !shape.isAggregate {
      advice.append(
        "It reads all of \(table), so it slows down as the table grows: read a page at a time "
          + "(WHERE and LIMIT).")
    } else {
      advice.append("Look at its plan with EXPLAIN (ANALYZE, BUFFERS).")
    }
    if shape.selectsEverything, shape.verb == .select {
      advice.append("Name the columns that are needed instead of *.")
    }
    return advice
  }
}

extension StatementShape {
  /// What it is called in a sentence: `SELECT on users`.
  var title: String {
    let verb =
      switch verb {
      case .select: "SELECT"
      case .insert: "INSERT"
      case .update: "UPDATE"
      case .delete: "DELETE"
      case .other: "Statement"
      }
    guard let table else { return verb }
    return tables.count > 1 ? "\(verb) on \(Phrase.list(tables))" : "\(verb) on \(table)"
  }
}
