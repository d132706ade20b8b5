extension ScrapeSession {
  /// What one pass over a body found.
  struct Reading {
    var tally = SourceTally()
    var hasEndMark = false
    /// Samples with a time stamp, and the latest of them.
    var stamped: UInt64 = 0
    var latest = Double.nan
    var isCutOff = false
  }

  /// Reads a body of the given format; nothing is measured yet.
  mutating func read(_ body: Bytes, _ kind: ExpositionSniff) -> Reading {
    table.beginScrape(bodyBytes: body.count)
    dropped = 0
    var reading = Reading()
    reading.tally.bytes = UInt64(body.count)
    if kind == .protobuf {
      readMessages(body, into: &reading)
    } else {
      readText(body, isOpenMetrics: kind == .openMetrics, into: &reading)
    }
    reading.tally.lines = reading.tally.parsed + reading.tally.unparsed
    return reading
  }

  private mutating func readMessages(_ body: Bytes, into reading: inout Reading) {
    var reader = MetricFamilyReader()
    let isWhole = reader.read(body) { item in
      switch item {
      case .type(let name, let type): setType(MetricLabels.unescaped(name), type)
      case .unit(let name, let unit): setUnit(name, unit)
      case .sample(let series, let value, let time):
        take(
          ExpositionSample(series: series, value: value, timestampSeconds: time), line: 0,
          into: &reading)
      }
    }
    guard !isWhole else { return }
    reading.isCutOff = true
    reading.tally.unparsed += 1
    reading.tally.unparsedExample = "a message that is damaged or cut off"
  }

  private mutating func readText(
    _ body: Bytes, isOpenMetrics: Bool, into reading: inout Reading
  ) {
    var scanner = ExpositionScanner(body, isOpenMetrics: isOpenMetrics)
    var writer = SeriesWriter()
    var composite = CompositeSample()
    while true {
      let known = table.readPredicted(body, &scanner.position)
      scanner.line += known
      reading.tally.parsed += UInt64(known)
      guard let item = scanner.next() else { break }
      switch item {
      case .sample(let sample):
        take(sample, line: scanner.line, into: &reading)
        guard !sample.startSeconds.isNaN, begin(&writer, with: sample.series) else { continue }
        writer.series("_created") { _ = record(sample.startSeconds, for: $0) }
      case .composite(let sample, let value):
        guard CompositeValueReader.read(value, into: &composite),
          begin(&writer, with: sample.series)
        else {
          note(.badComposite, scanner.line, sample.series, &reading.tally)
          continue
        }
        composite.created = sample.startSeconds
        composite.forEachSeries(&writer) { series, value in
          var part = sample
          (part.series, part.value) = (series, value)
          take(part, line: scanner.line, into: &reading)
        }
      case .type(let name, let type): setType(MetricLabels.unescaped(name), type)
      case .unit(let name, let unit): setUnit(name, unit)
      case .endMark: reading.hasEndMark = true
      case .bad(let fault, let line): note(fault, scanner.line, line, &reading.tally)
      }
    }
  }

  /// Begins the series that belong to one as written; a final `_total` is left out.
  private func begin(_ writer: inout SeriesWriter, with series: Bytes) -> Bool {
    guard case .success(let name) = MetricLabels.read(series, { _ in }) else { return false }
    let isTotal = name.count > 6 && name.has("_total", at: name.count - 6)
    writer.begin(escapedName: isTotal ? name.part(0, name.count - 6) : name)
    _ = MetricLabels.read(series) {
      writer.addLabel(escapedName: $0.name, escapedValue: $0.value)
    }
    return true
  }

  private mutating func take(
    _ sample: ExpositionSample, line: Int, into reading: inout Reading
  ) {
    if let fault = record(sample.value, for: sample.series) {
      note(fault, line, sample.series, &reading.tally)
      return
    }
    reading.tally.parsed += 1
    if sample.timestampSeconds.isNaN { return }
    reading.stamped += 1
    reading.latest =
      reading.latest.isNaN
      ? sample.timestampSeconds : max(reading.latest, sample.timestampSeconds)
  }

  private mutating func setUnit(_ name: Bytes, _ unit: Bytes) {
    let word = String(decoding: unit, as: UTF8.self)
    let family = MetricLabels.unescaped(name)
    guard units[family] != word, units.count < ScrapeSession.nameLimit else { return }
    units[family] = word
    isPlanStale = true
  }

  private mutating func setType(_ family: String, _ type: MetricType) {
    guard types[family] != type, types.count < ScrapeSession.nameLimit else { return }
    types[family] = type
    isPlanStale = true
  }

  private func note(
    _ fault: ExpositionFault, _ line: Int, _ text: Bytes, _ tally: inout SourceTally
  ) {
    tally.unparsed += 1
    let shown = DisplayText(text, limit: 160).string
    tally.unparsedExample = DisplayText("line \(line): \(fault.rawValue): \(shown)")
  }

  /// Notes a sample in the table; returns what is wrong with its labels, if anything.
  private mutating func record(_ value: Double, for series: Bytes) -> ExpositionFault? {
    let hash = SeriesTable.hash(series)
    if table.record(value, for: series, hash: hash) { return nil }
    if let known = lead.labels(of: series) {
      add(value, for: series, hash: hash, name: known.name, labels: known.labels)
      return nil
    }
    switch SeriesLabels.read(series) {
    case .failure(let fault): return fault
    case .success(let (name, labels)):
      guard let number = number(of: name) else {
        dropped += 1
        return nil
      }
      lead.learn(series, name: number, labels: labels)
      add(value, for: series, hash: hash, name: number, labels: labels)
      return nil
    }
  }

  @inline(__always)
  private mutating func add(
    _ value: Double, for series: Bytes, hash: UInt64, name: UInt32, labels: SeriesLabels
  ) {
    if names[Int(name)].labelsHash != labels.namesHash {
      learnLabels(of: series, name: Int(name), hash: labels.namesHash)
    }
    if table.insert(value, for: series, hash: hash, name: name, labels: labels) {
      isBindingStale = true
    } else {
      dropped += 1
    }
  }

  /// The number of a metric name; `nil` for a new one when there are too many.
  private mutating func number(of name: Bytes) -> UInt32? {
    let hash = SeriesTable.hash(name)
    if hash == lastName.hash { return lastName.number }
    if let known = nameNumbers[hash] {
      lastName = (hash, known)
      return known
    }
    guard names.count < ScrapeSession.nameLimit else { return nil }
    let number = UInt32(names.count)
    names.append(MetricName(raw: MetricLabels.unescaped(name)))
    nameNumbers[hash] = number
    isPlanStale = true
    return number
  }

  private mutating func learnLabels(of series: Bytes, name: Int, hash: UInt64) {
    names[name].labelsHash = hash
    var labels = names[name].labels
    var hasQuantiles = names[name].hasQuantiles
    _ = MetricLabels.read(series) { label in
      let text = MetricNameTranslation.labelName(MetricLabels.unescaped(label.name))
      if text == "quantile" { hasQuantiles = true }
      if !bucketLabels.contains(text), !labels.contains(text), labels.count < 64 {
        labels.append(text)
      }
    }
    if labels.count != names[name].labels.count || hasQuantiles != names[name].hasQuantiles {
      names[name].labels = labels
      names[name].hasQuantiles = hasQuantiles
      isPlanStale = true
    }
  }
}

/// Labels that tell the parts of one distribution apart.
private let bucketLabels: Set<String> = ["le", "quantile", "vmrange", "__bucket__"]
