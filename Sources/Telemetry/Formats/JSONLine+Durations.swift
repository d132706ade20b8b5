/// Durations that are no plain numbers, and what the values under a key show about all of them.
extension JSONLine {
  /// Reads a duration from a text: a number in quotes, or one with its unit.
  @inline(never)
  mutating func duration(_ text: Bytes, _ meaning: FieldMeaning, _ fields: inout JSONFields) {
    let number = JSONNumber(text)
    if let value = number.decimal, value >= 0 {
      fields.setSeconds(value, meaning, decimals: number.decimals)
      return
    }
    let plain = meaning.unit == 0 ? JSONFields.unit(ofPlain: text) : meaning.unit
    if let seconds = DurationScanner.seconds(text, plainUnit: plain) {
      fields.setSeconds(seconds)
    } else if meaning.unitRule == .nginxSeconds, requested(text, &fields) {
      fields.release(.seconds)
    }
  }

  /// Reads the date that others write under `requestTime`; `false` for what is none.
  mutating func requested(_ text: Bytes, _ fields: inout JSONFields) -> Bool {
    guard let stamp = stamps.stamp(text), stamp.time != nil else { return false }
    fields.requested = stamp
    return true
  }

  /// Reads the object that stands under the key of a duration, up to its end.
  @inline(never)
  mutating func parts(
    _ json: inout JSONScanner, _ key: Bytes, _ meaning: FieldMeaning, _ depth: Int,
    _ inside: JSONFields.Parent, _ fields: inout JSONFields
  ) {
    guard let seconds = Self.seconds(&json) else { return }
    var known = meaning
    if fields.settles(&known, key, inside: inside, depth: depth) { fields.setSeconds(seconds) }
  }

  /// A duration of protobuf, `{"seconds":0,"nanos":12500000}`; `nil` for other objects.
  ///
  /// Either part may be missing, but seconds alone may be anything.
  private static func seconds(_ json: inout JSONScanner) -> Double? {
    var whole = 0.0
    var nanos: Double?
    while let key = json.nextKey() {
      guard let value = json.value() else { return nil }
      switch value {
      case .object, .array: json.skipRest()
      case .number(let text), .string(let text):
        let part = JSONNumber(text).decimal
        if key.equals("seconds") {
          whole = part ?? .nan
        } else if key.equals("nanos") {
          nanos = part
        }
      case .bool, .null: break
      }
    }
    guard !json.isBroken, let nanos, nanos >= 0, whole >= 0 else { return nil }
    return whole + nanos * 1e-9
  }

  /// Takes over what the lines that `tried` has read show of all lines of their source.
  mutating func learn(from tried: JSONLine) {
    units.take(tried.units)
  }
}
