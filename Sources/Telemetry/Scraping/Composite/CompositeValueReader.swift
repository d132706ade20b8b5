/// Reads the values of OpenMetrics 2.0 that are more than a number.
///
///     {count:3,sum:1.5,bucket:[0.1:1,+Inf:3]}          {count:3,sum:1.5,quantile:[0.5:0.2]}
///     {count:3,sum:1.5,schema:0,zero_threshold:1e-4,zero_count:0,positive_spans:[1:2],positive_buckets:[1,2]}
///
/// The draft with `positive_deltas` is read, too. https://prometheus.io/docs/specs/om/open_metrics_spec_2_0/
enum CompositeValueReader {
  /// Reads `text`, braces included, into `sample`; `false` when it is no such value.
  static func read(_ text: Bytes, into sample: inout CompositeSample) -> Bool {
    sample.reset()
    var scanner = ByteScanner(text)
    guard scanner.take(UInt8(ascii: "{")) else { return false }
    while true {
      guard let key = scanner.upTo(UInt8(ascii: ":"))?.trimmed else { return false }
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "[")) {
        guard let list = scanner.upTo(UInt8(ascii: "]")), take(key, list: list, &sample) else {
          return false
        }
      } else {
        let start = scanner.position
        while scanner.next != UInt8(ascii: ","), scanner.next != UInt8(ascii: "}") {
          if scanner.isAtEnd { return false }
          scanner.position += 1
        }
        let word = text.part(start, scanner.position).trimmed
        guard let value = ExpositionNumber.parse(word) else { return false }
        take(key, value: value, &sample)
      }
      scanner.skipBlanks()
      if scanner.take(UInt8(ascii: "}")) { return !sample.count.isNaN && scanner.isAtEnd }
      guard scanner.take(UInt8(ascii: ",")) else { return false }
      scanner.skipBlanks()
    }
  }

  private static func take(_ key: Bytes, value: Double, _ sample: inout CompositeSample) {
    if key.equals("count") || key.equals("gcount") {
      sample.count = value
      sample.isGauge = key.equals("gcount")
    } else if key.equals("sum") || key.equals("gsum") {
      sample.sum = value
    } else if key.equals("schema") {
      sample.native.schema = Int(exactly: value)
    } else if key.equals("zero_threshold") {
      sample.native.zeroThreshold = value
    } else if key.equals("zero_count") {
      sample.native.zeroCount = value
    }
  }

  private static func take(_ key: Bytes, list: Bytes, _ sample: inout CompositeSample) -> Bool {
    let isDeltas = key.equals("positive_deltas") || key.equals("negative_deltas")
    var running = 0.0
    for entry in list.split(separator: UInt8(ascii: ",")) {
      let entry = Bytes(rebasing: entry).trimmed
      if let colon = entry.find(UInt8(ascii: ":")) {
        guard let left = ExpositionNumber.parse(entry.part(0, colon)),
          let right = ExpositionNumber.parse(entry.from(colon + 1))
        else { return false }
        take(key, pair: (left, right), &sample)
      } else {
        guard let value = ExpositionNumber.parse(entry) else { return false }
        running = isDeltas ? running + value : value
        if key.hasAnyCase("positive_") { sample.native.counts.append(running) }
        if key.hasAnyCase("negative_") { sample.native.negativeCount += running }
      }
    }
    return true
  }

  private static func take(
    _ key: Bytes, pair: (Double, Double), _ sample: inout CompositeSample
  ) {
    if key.equals("bucket") {
      sample.bounds.append((pair.0, pair.1))
    } else if key.equals("quantile") {
      sample.quantiles.append((pair.0, pair.1))
    } else if key.equals("positive_spans"), abs(pair.0) < 1e9, pair.1 >= 0, pair.1 < 1e9 {
      sample.native.spans.append((Int(pair.0), Int(pair.1)))
    }
  }
}
