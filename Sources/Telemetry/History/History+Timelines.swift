extension History {
  /// Width of the widest slots that tell of a range from `start`: narrower columns stay empty.
  ///
  /// Seconds; from how long ago the range begins and the first record was.
  package func slotSeconds(from start: Timestamp, now: Timestamp) -> Double {
    let first = max(start, extent?.lowerBound ?? start)
    if now - first <= Tier.recent.seconds { return Double(Tier.recent.widthSeconds) }
    if now - first <= Tier.hour.seconds { return Double(Tier.hour.widthSeconds) }
    let last = max(now, extent?.upperBound ?? now)
    let archived = last - (extent?.lowerBound ?? first) - Tier.hour.seconds
    var width = Double(Tier.archive.widthSeconds)
    while archived > width * Double(Tier.archive.capacity - 1) { width *= 2 }
    return width
  }

  /// In how many equal columns, `most` at the most, to ask for a range: none is narrower than a
  /// slot, so that none is empty for where slots begin.
  ///
  /// Those of a chart are `even`: each as wide as a slot or several, so that none is twice as full
  /// as another. What asks when something began has more use for more columns.
  package func columns(
    of range: TimeRange, most: Int, now: Timestamp, even: Bool = true
  ) -> Int {
    // The end of a range lies just behind its last instant, which makes no slot more.
    let slots = (range.seconds / slotSeconds(from: range.from, now: now) * 1000).rounded() / 1000
    if !even { return min(most, max(1, Int(slots))) }
    let slotsEach = max(1, (slots / Double(max(1, most))).rounded(.up))
    return max(1, Int(slots / slotsEach))
  }

  /// The series of one signal of a row: under the row's own name, or of its source as a whole.
  package func key(_ signal: Signal, of name: DisplayText, source: SourceID) -> SeriesKey {
    let whole = SeriesKey(signal: signal, subject: "", source: source)
    if name == sources[source].identity.name, signals.keys.contains(whole) { return whole }
    return SeriesKey(signal: signal, subject: name, source: source)
  }

  /// The increase of a counter over `range` in equal columns; `nil` where it was not read.
  package func increases(
    of key: SeriesKey, in range: TimeRange, count: Int, now: Timestamp
  ) -> [Double?] {
    var columns = [Double?](repeating: nil, count: max(0, count))
    guard count > 0, range.seconds > 0 else { return columns }
    let width = range.seconds / Double(count)
    for (time, value) in signals.points(key, in: range, now: now) {
      let column = Int(min(Double(count - 1), max(0, (time - range.from) / width)))
      columns[column] = (columns[column] ?? 0) + value
    }
    return columns
  }

  /// The hit rate of a cache over `range` in equal columns, and its look-ups.
  ///
  /// A column without look-ups has no hit rate.
  package func hitRates(
    of row: CacheRow, in range: TimeRange, count: Int, now: Timestamp
  ) -> [(hitRate: Double?, lookups: Double?)] {
    let hits = increases(
      of: key(.cacheHits, of: row.name, source: row.source), in: range, count: count, now: now)
    let misses = increases(
      of: key(.cacheMisses, of: row.name, source: row.source), in: range, count: count, now: now)
    return zip(hits, misses).map { hits, misses in
      guard let hits, let misses else { return (nil, nil) }
      let lookups = hits + misses
      return (lookups > 0 ? hits / lookups : nil, lookups)
    }
  }

  /// The share of a pool in use over `range` in equal columns.
  package func saturation(
    of row: PoolRow, in range: TimeRange, count: Int, now: Timestamp
  ) -> [Double?] {
    func readings(_ signal: Signal) -> [Double?] {
      columns(
        of: key(signal, of: row.name, source: row.source), in: range, count: count, now: now)
    }
    return zip(readings(.poolInUse), zip(readings(.poolIdle), readings(.poolLimit))).map {
      inUse, others in
      var past = row
      past.inUse = inUse
      past.idle = others.0 ?? row.idle
      past.limit = others.1 ?? row.limit
      return past.saturation
    }
  }

  /// Whether and how fast one signal rises, from its readings in `range`.
  package func trend(of key: SeriesKey, in range: TimeRange, now: Timestamp) -> TrendTest? {
    TrendTest(
      signals.points(key, in: range, now: now).map { (seconds: $0.0 - range.from, value: $0.1) })
  }

  /// How one statement went over `range` in equal columns; its calls stand as requests.
  package func timeline(
    ofQuery id: UInt64, in range: TimeRange, columns: Int, now: Timestamp
  ) -> [TimelinePoint] {
    guard columns > 0, range.seconds > 0, let place = queryStore.place(of: id) else { return [] }
    var work = ColumnsOfWork(range: range, columns: columns, layout: .logarithmic)
    let tiers = queryStore.rows[place].tiers
    tiers.forEach(in: range, now: now) { time, slot in
      let column = work.column(of: time.middle)
      work.add(calls: slot.calls, in: column)
      work.add(slot.latency, in: column)
    }
    return work.points
  }

  /// How an outbound call or a task went over `range` in equal columns.
  package func timeline(
    of name: EndpointName, kind: TrafficKind, in range: TimeRange, columns: Int, now: Timestamp
  ) -> [TimelinePoint] {
    guard kind != .endpoint else {
      return timeline(of: name, in: range, columns: columns, now: now)
    }
    guard columns > 0, range.seconds > 0, let series = view(of: name, kind) else { return [] }
    var work = ColumnsOfWork(
      range: range, columns: columns, layout: series.newestLayout ?? .logarithmic)
    work.add(series, now: now)
    return work.points
  }
}

extension [Double?] {
  /// Readings with the columns between two scrapes filled in by straight lines; longer silences,
  /// of more than twice the usual distance, stay gaps.
  package var bridged: [Double?] {
    let known = indices.filter { self[$0] != nil }
    let distances = zip(known, known.dropFirst()).map { $1 - $0 }.sorted()
    guard let usual = distances.isEmpty ? nil : distances[distances.count / 2] else { return self }
    var filled = self
    for (start, end) in zip(known, known.dropFirst()) where end - start > 1 {
      guard end - start <= 2 * usual, let first = self[start], let last = self[end] else {
        continue
      }
      for place in start + 1..<end {
        filled[place] = first + (last - first) * Double(place - start) / Double(end - start)
      }
    }
    return filled
  }
}
