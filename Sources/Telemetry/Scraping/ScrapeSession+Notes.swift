extension ScrapeSession {
  /// Says in `batch` what was recognised, and what of it a user should know.
  func describe(_ batch: inout Batch) {
    batch.recognised = plan.recognised
    batch.vantage = plan.vantage
    batch.notes += plan.notes
    for view in binding.viewsWithoutBounds {
      let family = plan.views[view].durationFamily ?? ""
      let isAskedFor = lastKind != .protobuf && !isProtobufNoHelp
      batch.notes.append(
        DisplayText(
          "\(family) has only the +Inf bucket, as native histograms have in text: "
            + (isAskedFor ? "protobuf is asked for next, which has them" : "p95 is not available")))
    }
    for (view, most) in zip(plan.views, binding.mostBounds) where (1...3).contains(most) {
      guard let family = view.durationFamily, let advice = view.rule.fineAdvice else { continue }
      batch.notes.append(
        DisplayText("\(family) has \(most) buckets: percentiles are rough; \(advice.string)"))
    }
    for gauge in binding.reachable
    where Int(gauge.slot) < table.values.count && table.values[Int(gauge.slot)] == 0 {
      let (family, target) = plan.reached[gauge.number]
      batch.notes.append(
        DisplayText("\(family) is 0: the exporter cannot reach its target, \(target)"))
    }
    if hasUntimedFailures {
      batch.notes.append(
        "failed requests are not timed: they are counted as 5xx, and percentiles leave them out")
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
