/// Statements that are slow for what they return: much is read or dragged along for few rows.
struct HeavyRowsDetector: Detector {
  let kinds = [FindingKind.heavyRows]

  /// Rows looked at for each that is returned, from which an index is missing.
  private static let wastefulRatio = 100.0
  /// Rows looked at per call below which they cost little.
  private static let fewestExamined = 10_000.0
  /// As many rows are few.
  private static let fewRows = 100.0

  func findings(in scene: Scene) -> [Finding] {
    scene.queries.compactMap { row in
      let shape = scene.shape(of: row)
      guard shape.verb == .select, row.calls > 0,
        let typical = row.latency?.p50?.seconds ?? row.latency?.meanSeconds,
        typical > scene.thresholds.slowQuerySeconds, row.calls >= 2 || typical >= 0.5
      else { return nil }
      return wasteful(row, shape, typical, in: scene) ?? wide(row, shape, typical, in: scene)
    }
  }

  private func wasteful(
    _ row: QueryRow, _ shape: StatementShape, _ typical: Double, in scene: Scene
  ) -> Finding? {
    guard let sent = row.rowsSent, let examined = row.rowsExamined, !shape.isAggregate else {
      return nil
    }
    let perCall = Double(examined) / Double(row.calls)
    let ratio = Double(examined) / Double(max(1, sent))
    guard perCall >= Self.fewestExamined, ratio >= Self.wastefulRatio else { return nil }
    let columns = shape.filters.isEmpty ? "" : " on (\(shape.filters.joined(separator: ", ")))"
    return base(
      row, typical,
      "\(shape.title) looks at \(Phrase.count(perCall)) rows to return "
        + "\(Phrase.count(Double(sent) / Double(row.calls))), \(Phrase.duration(typical)) a call",
      in: scene
    )
    .showing("rows examined for each row returned", value: ratio, threshold: Self.wastefulRatio)
    .advising("Give \(shape.table ?? "the table") an index\(columns).")
  }

  private func wide(
    _ row: QueryRow, _ shape: StatementShape, _ typical: Double, in scene: Scene
  ) -> Finding? {
    if let perCall = row.rowsSentPerCall {
      guard perCall <= Self.fewRows, shape.isWide, !shape.isKeyLookup else { return nil }
      return base(
        row, typical,
        "\(shape.title) takes \(Phrase.duration(typical)) for \(Phrase.count(perCall)) rows"
          + " of \(columns(shape))",
        in: scene
      )
      .showing("rows per call", value: perCall, threshold: Self.fewRows)
      .advising(advice(shape))
    }
    let isCheap = !shape.hasJoin && !shape.hasWhere && !shape.isAggregate
    guard shape.isWide, isCheap else { return nil }
    return base(
      row, typical,
      "\(shape.title) takes \(Phrase.duration(typical)) and drags \(columns(shape)) along",
      in: scene
    )
    .advising(advice(shape))
    .since(
      row.firstSeen,
      likely: "the log does not tell how many rows came back; the statement is wide and simple")
  }

  private func columns(_ shape: StatementShape) -> String {
    shape.selectsEverything ? "every column" : "\(shape.columnCount) columns"
  }

  private func advice(_ shape: StatementShape) -> String {
    "Select only the columns of \(shape.table ?? "the table") that are used, large text above all, "
      + "and read the others when they are needed."
  }

  private func base(
    _ row: QueryRow, _ typical: Double, _ text: String, in scene: Scene
  ) -> Finding {
    let example = scene.example(of: row)
    return Finding(
      .heavyRows, typical > 10 * scene.thresholds.slowQuerySeconds ? .high : .medium,
      of: .query(row.id), summary: DisplayText(text)
    )
    .showing(
      "typical call", value: typical, threshold: scene.thresholds.slowQuerySeconds, in: .seconds,
      source: example?.source, line: example?.line ?? 0, range: scene.range,
      sample: row.fingerprint
    )
    .since(row.firstSeen)
  }
}
