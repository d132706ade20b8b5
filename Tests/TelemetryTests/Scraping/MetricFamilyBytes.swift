/// Writes `io.prometheus.client` messages by hand.
enum MetricFamilyBytes {
  static func family(_ name: String, type: UInt64, metrics: [[UInt8]]) -> [UInt8] {
    let body =
      field(1, Array(name.utf8)) + key(3, 0) + varint(type) + metrics.flatMap { field(4, $0) }
    return varint(UInt64(body.count)) + body
  }

  static func metric(
    _ labels: [(String, String)], gauge: Double? = nil, counter: Double? = nil,
    histogram: [UInt8]? = nil
  ) -> [UInt8] {
    labels.flatMap { field(1, field(1, Array($0.0.utf8)) + field(2, Array($0.1.utf8))) }
      + (gauge.map { field(2, double(1, $0)) } ?? [])
      + (counter.map { field(3, double(1, $0)) } ?? [])
      + (histogram.map { field(7, $0) } ?? [])
  }

  static func classic(count: UInt64, sum: Double, buckets: [(Double, UInt64)]) -> [UInt8] {
    key(1, 0) + varint(count) + double(2, sum)
      + buckets.flatMap { field(3, key(1, 0) + varint($0.1) + double(2, $0.0)) }
  }

  static func native(
    count: UInt64, sum: Double, schema: Int64, zeroCount: UInt64, spans: [(Int64, UInt64)],
    deltas: [Int64]
  ) -> [UInt8] {
    key(1, 0) + varint(count) + double(2, sum) + key(5, 0) + varint(zigzag(schema))
      + double(6, 0x1p-128) + key(7, 0) + varint(zeroCount)
      + spans.flatMap { field(12, key(1, 0) + varint(zigzag($0.0)) + key(2, 0) + varint($0.1)) }
      + field(13, deltas.flatMap { varint(zigzag($0)) })
  }

  private static func zigzag(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: (value << 1) ^ (value >> 63))
  }

  private static func key(_ number: UInt64, _ kind: UInt64) -> [UInt8] {
    varint(number << 3 | kind)
  }

  private static func field(_ number: UInt64, _ bytes: [UInt8]) -> [UInt8] {
    key(number, 2) + varint(UInt64(bytes.count)) + bytes
  }

  private static func double(_ number: UInt64, _ value: Double) -> [UInt8] {
    key(number, 1) + (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
