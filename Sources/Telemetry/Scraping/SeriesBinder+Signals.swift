/// Readings of signals: which subject each series belongs to.
extension SeriesBinder {
  mutating func addSignal(_ signal: Int, slot: Int32) {
    if let condition = signals[signal].condition, !condition.holds(reader) { return }
    let subject = signals[signal].subject.first {
      $0.labels.contains { !reader.bytes($0).isEmpty }
    }
    if signals[signal].isOfPool {
      let database = database(subject)
      if !database.isEmpty || instanceLabels.contains(where: reader.has) {
        let name = name(subject, of: signal)
        let pool = PoolInstances.Pool(
          name: name, group: database.isEmpty ? name : database, instance: instance())
        instances.series.append(PoolInstances.Series(signal: signal, slot: slot, pool: pool))
        return
      }
    }
    var key = UInt64(signal + 1) &* 0x9E37_79B9_7F4A_7C15
    for label in subject?.labels ?? [] {
      key = key &* 31 &+ SeriesTable.hash(reader.bytes(label))
    }
    let number = readingsByKey[key] ?? reading(signal, of: name(subject, of: signal))
    readingsByKey[key] = number
    bind(slot, to: number, by: signal)
  }

  /// Binds the series of pools, which belong to one subject where they are of one instance.
  mutating func nameInstances(_ known: PoolInstances.Telling) {
    binding.telling = instances.telling(after: known)
    var names: [PoolInstances.Pool: String] = [:]
    var pools: [DisplayText: PoolIdentity] = [:]
    for series in instances.series {
      let name = names[series.pool] ?? instances.name(of: series.pool, by: binding.telling)
      let number = reading(series.signal, of: name)
      bind(series.slot, to: number, by: series.signal)
      guard names.updateValue(name, forKey: series.pool) == nil, number >= 0 else { continue }
      let subject = binding.readings[number].subject
      if pools[subject] == nil {
        pools[subject] = instances.identity(
          of: series.pool, called: subject, by: binding.telling)
      }
    }
    binding.pools = identities(pools)
  }

  /// The pools of which more is known than the name, or whose names only look as if they told it.
  private func identities(_ known: [DisplayText: PoolIdentity]) -> [PoolIdentity] {
    var pools = known.filter { $0.value.instance != nil || $0.value.database != nil }
    for reading in binding.readings
    where PoolInstances.signals.contains(reading.signal) && reading.subject.string.contains("/") {
      pools[reading.subject] = pools[reading.subject] ?? PoolIdentity(name: reading.subject)
    }
    return pools.values.sorted { $0.name < $1.name }
  }

  /// The number of the instance that the series at hand is of.
  private mutating func instance() -> Int {
    var key: UInt64 = 0
    for label in instanceLabels { key = key &* 31 &+ SeriesTable.hash(reader.bytes(label)) }
    if let known = instances.number(of: key) { return known }
    let values = instanceLabels.map(reader.text)
    return instances.add(values, key: key)
  }

  /// The database of the series at hand, where labels name a pool by its database and its user.
  private func database(_ subject: (joined: JoinedLabels, labels: [Int])?) -> String {
    guard let subject, subject.labels.count > 1 else { return "" }
    return reader.text(subject.labels[0])
  }

  /// What the labels of the series at hand call the subject, or what a signal is called without.
  private func name(
    _ subject: (joined: JoinedLabels, labels: [Int])?, of signal: Int
  ) -> String {
    subject.map { $0.joined.joined($0.labels.map(reader.text)) }
      ?? plan.signals[signal].rule.subjectName
  }

  /// The number of what `signal` tells of a subject; -1 for one that is left out.
  private mutating func reading(_ signal: Int, of name: String) -> Int {
    let rule = plan.signals[signal].rule
    if rule.excluded.contains(name) { return -1 }
    var text = name
    let subject = NumberedLabels.shown(&text)
    let number = number(
      of: SeriesBinding.Reading(signal: rule.signal, subject: subject), rule.fold)
    if rule.isFloor { binding.floors.insert(number) }
    return number
  }

  private mutating func bind(_ slot: Int32, to reading: Int, by signal: Int) {
    if reading < 0 { return }
    binding.signalSeries.append(
      SeriesBinding.SignalSeries(
        slot: slot, reading: reading, scale: signals[signal].scale,
        undefined: signals[signal].undefined, unlimited: signals[signal].unlimited,
        least: signals[signal].least))
  }

  mutating func number(of reading: SeriesBinding.Reading, _ fold: SignalRule.Fold) -> Int {
    if let number = readingNumbers[reading] { return number }
    binding.readings.append(reading)
    binding.folds.append(fold)
    readingNumbers[reading] = binding.readings.count - 1
    return binding.readings.count - 1
  }
}
