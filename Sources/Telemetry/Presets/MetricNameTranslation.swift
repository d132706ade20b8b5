/// How OpenTelemetry names become Prometheus names: both spellings must hit the same preset.
///
/// Prometheus 3 may keep dots (`{"http.server.request.duration_bucket","http.route"="/x"}`).
/// https://github.com/prometheus/otlptranslator
package enum MetricNameTranslation {
  /// A metric name in Prometheus's alphabet: forbidden characters become `_`, runs of it one.
  package static func metricName(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: ":") }
    return isPlain ? name : collapsed(name, keepingColons: true)
  }

  /// A label name in Prometheus's alphabet; one that starts with a digit gets `key_` in front.
  package static func labelName(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy(isNameByte)
    let plain = isPlain ? name : collapsed(name, keepingColons: false)
    let startsWithDigit = plain.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    return startsWithDigit ? "key_" + plain : plain
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  private static func collapsed(_ name: String, keepingColons: Bool) -> String {
    var plain: [UInt8] = []
    for scalar in name.unicodeScalars {
      let byte = scalar.isASCII ? UInt8(scalar.value) : UInt8(ascii: "_")
      let isKept = isNameByte(byte) || (keepingColons && byte == UInt8(ascii: ":"))
      let next = isKept ? byte : UInt8(ascii: "_")
      if next == UInt8(ascii: "_"), plain.last == next { continue }
      plain.append(next)
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
