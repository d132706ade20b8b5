/// Look-ups in caches since the last batch: those that lines tell one by one, and what the cache in
/// front of a service made of its requests.
///
/// Memory: 32 names of caches, counts of the endpoints with such answers, 2,048 look-ups.
struct LookupTally {
  private static let namesKept = 32
  private static let other: DisplayText = "(other)"

  private var names: [DisplayText] = []
  private var placeOfName: [UInt64: Int] = [:]
  /// Hits and misses of the open slot, by name.
  private var counts: [SIMD2<UInt32>] = []
  /// Hits and misses of the open slot, by endpoint.
  private var answers: [SIMD2<UInt32>] = []
  private var answered: [Int] = []
  private var deltas: [LookupDelta] = []
  private var spans = SpanRing<LookupSpan>(capacity: 2048)

  /// Counts a look-up that a line tells of; caches without a name are called `usual`.
  @inline(never)
  mutating func add(_ record: UnsafePointer<LogRecord>, _ span: Span, usual: DisplayText) {
    let name = place(of: record.pointee.name, usual)
    let isHit = record.pointee.cache == .hit
    counts[name][isHit ? 0 : 1] &+= 1
    spans.append(LookupSpan(cache: name, isHit: isHit, span: span))
  }

  /// Counts what a cache made of a request.
  @inline(never)
  mutating func add(_ outcome: LogRecord.CacheOutcome, of endpoint: Int) {
    while answers.count <= endpoint { answers.append(.zero) }
    if answers[endpoint] == .zero { answered.append(endpoint) }
    answers[endpoint][outcome == .hit ? 0 : 1] &+= 1
  }

  private mutating func place(of name: Bytes, _ usual: DisplayText) -> Int {
    let hash = ByteHash.of(name)
    if let known = placeOfName[hash] { return known }
    let isFull = names.count >= LookupTally.namesKept
    let title = isFull ? LookupTally.other : name.isEmpty ? usual : DisplayText(name, limit: 40)
    if isFull, let known = names.firstIndex(of: title) { return known }
    names.append(title)
    counts.append(.zero)
    if !isFull { placeOfName[hash] = names.count - 1 }
    return names.count - 1
  }

  /// Ends the slot that began at `time`.
  mutating func close(
    at time: Timestamp, into readings: inout [SignalReading], name: (Int) -> EndpointName
  ) {
    for place in counts.indices where counts[place] != .zero {
      for (signal, count) in [(Signal.cacheHits, counts[place].x), (.cacheMisses, counts[place].y)]
      {
        readings.append(
          SignalReading(
            signal: signal, subject: names[place], time: time, value: Double(count)))
      }
      counts[place] = .zero
    }
    for endpoint in answered {
      let answer = answers[endpoint]
      deltas.append(
        LookupDelta(endpoint: name(endpoint), time: time, hits: answer.x, misses: answer.y))
      answers[endpoint] = .zero
    }
    answered.removeAll(keepingCapacity: true)
  }

  /// Hands on what is known since the last batch.
  mutating func take(into batch: inout Batch) {
    batch.lookups = deltas
    deltas = []
    batch.lookupSpans = spans.take()
    if !batch.lookupSpans.isEmpty { batch.lookupCaches = names }
  }
}
