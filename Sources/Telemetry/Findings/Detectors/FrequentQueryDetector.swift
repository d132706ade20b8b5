/// Cheap statements that add up: asked so often, with the same values, that they keep a connection
/// busy.
struct FrequentQueryDetector: Detector {
  let kinds = [FindingKind.frequentQuery]

  /// ruby-pg-extras calls a statement with a third of all statement time an outlier.
  ///
  /// https://github.com/pawurb/ruby-pg-extras (`PG_EXTRAS_OUTLIERS_MIN_EXEC_RATIO`)
  private static let leastShare = 0.33
  /// Calls of the window below which it is not frequent.
  private static let fewestCalls: UInt64 = 50
  /// Part of one connection's time that it must take.
  private static let leastBusy = 0.1
  /// Calls whose very text was run shortly before.
  private static let leastRepeated = 0.5

  func findings(in scene: Scene) -> [Finding] {
    guard scene.seconds >= 30 else { return [] }
    return scene.queries.compactMap { row in
      let shape = scene.shape(of: row)
      let busy = row.totalSeconds / scene.seconds
      guard row.calls >= Self.fewestCalls, row.share >= Self.leastShare, busy >= Self.leastBusy,
        !shape.isHousekeeping, shape.verb == .select,
        let repeats = scene.history.bursts.repeats(of: .query(row.id)), repeats.calls > 0
      else { return nil }
      let repeated = Double(repeats.repeated) / Double(repeats.calls)
      guard repeated >= Self.leastRepeated else { return nil }
      return finding(row, shape, busy: busy, repeated: repeated, in: scene)
    }
  }

  private func finding(
    _ row: QueryRow, _ shape: StatementShape, busy: Double, repeated: Double, in scene: Scene
  ) -> Finding {
    Finding(
      .frequentQuery, busy >= 1 ? .high : .medium, of: .query(row.id),
      summary: DisplayText(
        "\(shape.title) runs \(Phrase.count(row.calls, "time")) and takes "
          + "\(Phrase.percent(row.share)) of all statement time; \(Phrase.percent(repeated)) of the "
          + "calls repeat one of shortly before")
    )
    .showing(
      "share of statement time", value: row.share, threshold: Self.leastShare, in: .share,
      source: row.sources.first, range: scene.range, sample: row.fingerprint
    )
    .showing(
      "calls that repeat one before", value: repeated, threshold: Self.leastRepeated, in: .share
    )
    .advising(
      "Cache what it reads from \(shape.table ?? "the table") for a few seconds: that would save "
        + "about \(Phrase.duration(row.totalSeconds * repeated)) of "
        + "\(Phrase.duration(row.totalSeconds)) in this window."
    )
    .since(row.firstSeen)
  }
}
