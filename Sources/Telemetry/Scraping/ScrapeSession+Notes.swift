extension ScrapeSession {
  /// Says in `batch` what was recognised, and what of it a user should know.
  func describe(_ batch: inout Batch) {
    batch.recognised = plan.recognised
    batch.vantage = plan.vantage
    batch.notes += plan.notes
    for view in binding.viewsWithoutBounds {
      let family = plan.views[view].durationFamily ?? ""
      batch.notes.append(
        DisplayText(
          "\(family) has only the +Inf bucket, as native histograms have in text: "
            + "p95 is not available"))
    }
    if processes.isAlternating {
      batch.tellOfProcesses(
        DisplayText(
          "\(processes.current.count) processes answer in turn: gauges are those of one; use "
            + "PROMETHEUS_MULTIPROC_DIR or an aggregating registry"))
    }
    if dropped > 0 {
      batch.notes.append(DisplayText("\(dropped) series over the limit were left out"))
    }
    if table.duplicates > 0 {
      batch.notes.append(
        DisplayText("\(table.duplicates) samples repeat a series: the last one counts"))
    }
    if binding.hasOther {
      batch.notes.append(
        DisplayText("more than \(endpointLimit) endpoints: the rest is counted as (other)"))
    }
  }
}
