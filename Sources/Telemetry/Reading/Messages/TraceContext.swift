/// Recognises ids of requests and traces by their shape.
enum TraceContext {
  /// The trace id inside a `traceparent` (`00-<32 hex>-<16 hex>-01`), or `text` itself; empty
  /// where it is that of no trace.
  ///
  /// Specification: https://www.w3.org/TR/trace-context/#traceparent-header
  static func traceID(_ text: Bytes) -> Bytes {
    let id = isTraceparent(text) ? text.part(3, 35) : text
    return isZero(id) ? .none : id
  }

  /// Whether an id is that of no trace, as OpenTelemetry writes it: zeros, perhaps behind `0x`.
  private static func isZero(_ id: Bytes) -> Bool {
    id.first == UInt8(ascii: "0")
      && id.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "x") }
  }

  /// Whether `text` has the shape of a `traceparent` of version 00.
  static func isTraceparent(_ text: Bytes) -> Bool {
    guard text.count == 55 else { return false }
    for (place, byte) in text.enumerated() {
      let isDash = place == 2 || place == 35 || place == 52
      guard isDash ? byte == UInt8(ascii: "-") : byte.isHex else { return false }
    }
    return true
  }

  /// Whether `text` has the shape of a UUID.
  static func isUUID(_ text: Bytes) -> Bool {
    guard text.count == 36 else { return false }
    for (place, byte) in text.enumerated() {
      let isDash = place == 8 || place == 13 || place == 18 || place == 23
      guard isDash ? byte == UInt8(ascii: "-") : byte.isHex else { return false }
    }
    return true
  }

  /// Whether `text` looks like the id of a request: a UUID, 16 or 32 hex digits, `req-...`.
  static func isRequestID(_ text: Bytes) -> Bool {
    switch text.count {
    case 36 where isUUID(text): return true
    case 16, 20, 24, 32:
      return text.allSatisfy(\.isHex) && text.contains { $0.isDigit }
    default:
      guard text.count >= 8, text.count <= 64, text.hasAnyCase("req") else { return false }
      let mark = text[3]
      return (mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_"))
        && text.contains { $0.isDigit }
        && text.allSatisfy { $0.isWord || $0 == UInt8(ascii: "-") }
    }
  }
}
