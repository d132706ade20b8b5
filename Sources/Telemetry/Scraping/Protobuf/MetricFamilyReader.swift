/// Reads an exposition of delimited `io.prometheus.client.MetricFamily` messages.
///
/// https://github.com/prometheus/client_model/blob/master/io/prometheus/client/metrics.proto ;
/// every metric is taken apart into the series text would have, so that histograms of both kinds,
/// summaries and plain numbers go the same way from here on. Unknown fields are passed over.
struct MetricFamilyReader {
  /// What a family turned out to hold.
  enum Item {
    case type(name: Bytes, MetricType)
    case unit(name: Bytes, unit: Bytes)
    /// Milliseconds since 1970 are given in seconds; NaN where there is no time stamp.
    case sample(series: Bytes, value: Double, timestampSeconds: Double)
  }

  private var writer = SeriesWriter()
  private var composite = CompositeSample()
  private var escaped: [UInt8] = []

  /// Calls `body` with everything in `messages`; `false` when they are damaged or cut off.
  mutating func read(_ messages: Bytes, _ body: (Item) -> Void) -> Bool {
    var families = ProtobufFields(messages)
    while !families.isAtEnd {
      guard let family = families.bytes(), read(family: family, body) else { return false }
    }
    return true
  }

  private mutating func read(family: Bytes, _ body: (Item) -> Void) -> Bool {
    var name = Bytes.none
    var unit = Bytes.none
    var type = MetricType.counter
    var fields = ProtobufFields(family)
    while let (number, value) = fields.next() {
      switch number {
      case 1: name = value.bytes
      case 3: type = MetricFamilyReader.type(value.unsigned)
      case 5: unit = value.bytes
      default: break
      }
    }
    guard !fields.isDamaged, !name.isEmpty else { return false }
    escaped.removeAll(keepingCapacity: true)
    SeriesWriter.escape(name, to: &escaped)
    let written = escaped
    return written.withUnsafeBytes { name in
      body(.type(name: name, type))
      if !unit.isEmpty { body(.unit(name: name, unit: unit)) }
      var metrics = ProtobufFields(family)
      while let (number, value) = metrics.next() {
        if number == 4, !read(metric: value.bytes, of: name, type, body) { return false }
      }
      return true
    }
  }

  private mutating func read(
    metric: Bytes, of name: Bytes, _ type: MetricType, _ body: (Item) -> Void
  ) -> Bool {
    writer.begin(escapedName: name)
    composite.reset()
    var single: Double?
    var time = Double.nan
    var fields = ProtobufFields(metric)
    while let (number, value) = fields.next() {
      switch number {
      case 1: addLabel(value.bytes)
      case 2, 5: single = MetricFamilyReader.first(value.bytes)
      case 3: single = readCounter(value.bytes)
      case 4: if !readSummary(value.bytes) { return false }
      case 6: time = Double(value.signed) / 1000
      case 7: if !readHistogram(value.bytes) { return false }
      default: break
      }
    }
    if fields.isDamaged { return false }
    composite.isGauge = type == .gaugeHistogram
    if let single {
      writer.series("") { body(.sample(series: $0, value: single, timestampSeconds: time)) }
    }
    composite.forEachSeries(&writer) {
      body(.sample(series: $0, value: $1, timestampSeconds: time))
    }
    return true
  }

  private mutating func addLabel(_ pair: Bytes) {
    var name = Bytes.none
    var text = Bytes.none
    var fields = ProtobufFields(pair)
    while let (number, value) = fields.next() {
      if number == 1 { name = value.bytes }
      if number == 2 { text = value.bytes }
    }
    writer.addLabel(name: name, value: text)
  }

  /// The value of a gauge or an untyped metric; proto2 writes zeros, proto3 leaves them out.
  private static func first(_ message: Bytes) -> Double {
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() { if number == 1 { return value.double } }
    return 0
  }

  private mutating func readCounter(_ message: Bytes) -> Double {
    var total = 0.0
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      if number == 1 { total = value.double }
      if number == 3 { composite.created = MetricFamilyReader.seconds(value.bytes) }
    }
    return total
  }

  private mutating func readSummary(_ message: Bytes) -> Bool {
    (composite.count, composite.sum) = (0, 0)
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      switch number {
      case 1: composite.count = Double(value.unsigned)
      case 2: composite.sum = value.double
      case 3:
        var quantile = (0.0, 0.0)
        var parts = ProtobufFields(value.bytes)
        while let (part, value) = parts.next() {
          if part == 1 { quantile.0 = value.double }
          if part == 2 { quantile.1 = value.double }
        }
        composite.quantiles.append(quantile)
      case 4: composite.created = MetricFamilyReader.seconds(value.bytes)
      default: break
      }
    }
    return !fields.isDamaged
  }

  /// Seconds since 1970 of a `google.protobuf.Timestamp`.
  static func seconds(_ message: Bytes) -> Double {
    var time = 0.0
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      if number == 1 { time += Double(value.signed) }
      if number == 2 { time += Double(value.signed) / 1e9 }
    }
    return time
  }

  private static func type(_ number: UInt64) -> MetricType {
    switch number {
    case 0: .counter
    case 1: .gauge
    case 2: .summary
    case 4: .histogram
    case 5: .gaugeHistogram
    default: .unknown
    }
  }
}

extension MetricFamilyReader {
  /// Reads classic and native buckets alike; floats win over integers where both are there.
  fileprivate mutating func readHistogram(_ message: Bytes) -> Bool {
    (composite.count, composite.sum) = (0, 0)
    var integers = 0.0
    var negative = 0.0
    var hasZeroBucket = false
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      switch number {
      case 1: if composite.count == 0 { composite.count = Double(value.unsigned) }
      case 2: composite.sum = value.double
      case 3: composite.bounds.append(MetricFamilyReader.bucket(value.bytes))
      case 4: if value.double > 0 { composite.count = value.double }
      case 5: composite.native.schema = Int(value.zigzag)
      case 6:
        composite.native.zeroThreshold = value.double
        hasZeroBucket = true
      case 7: composite.native.zeroCount = max(composite.native.zeroCount, Double(value.unsigned))
      case 8: composite.native.zeroCount = max(composite.native.zeroCount, value.double)
      case 10:
        value.forEachNumber {
          negative += Double($0.zigzag)
          composite.native.negativeCount += negative
        }
      case 11: value.forEachDouble { composite.native.negativeCount += $0 }
      case 12: composite.native.spans.append(MetricFamilyReader.span(value.bytes))
      case 13:
        value.forEachNumber {
          integers += Double($0.zigzag)
          composite.native.counts.append(integers)
        }
      case 14: value.forEachDouble { composite.native.counts.append($0) }
      case 15: composite.created = MetricFamilyReader.seconds(value.bytes)
      default: break
      }
    }
    // Proto3 leaves a schema of 0 out; a threshold or a span says that buckets are native.
    let isNative = hasZeroBucket || !composite.native.spans.isEmpty
    if composite.native.schema == nil, isNative { composite.native.schema = 0 }
    if !isNative { composite.native.schema = nil }
    if !composite.bounds.isEmpty, composite.bounds.last?.bound != .infinity {
      // Messages may leave the last bucket out: it holds everything.
      composite.bounds.append((.infinity, composite.count))
    }
    return !fields.isDamaged
  }

  private static func bucket(_ message: Bytes) -> (bound: Double, count: Double) {
    var bucket = (bound: 0.0, count: 0.0)
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      switch number {
      case 1: bucket.count = max(bucket.count, Double(value.unsigned))
      case 2: bucket.bound = value.double
      case 4: bucket.count = max(bucket.count, value.double)
      default: break
      }
    }
    return bucket
  }

  private static func span(_ message: Bytes) -> (offset: Int, length: Int) {
    var span = (offset: 0, length: 0)
    var fields = ProtobufFields(message)
    while let (number, value) = fields.next() {
      if number == 1 { span.offset = Int(truncatingIfNeeded: value.zigzag) }
      if number == 2 { span.length = Int(clamping: value.unsigned) }
    }
    return span
  }
}
