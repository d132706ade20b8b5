/// A table of names of fields, with their meanings: those of `FieldAliases`, or a product's own.
///
/// Names are compared without case and without anything but letters and digits.
/// Cost of a look-up: a hash over the name; nothing is allocated.
package struct FieldNames: Sendable {
  private static let size = 1024
  private var slots: [(hash: UInt64, meaning: FieldMeaning)]
  /// The marks that a line of the product must show, one bit each; 0 for names of no product.
  let requiredMarks: UInt8

  /// A table of `groups`: a meaning and its names with blanks between them.
  init(_ groups: [(FieldMeaning, String)]) {
    slots = Array(repeating: (0, FieldMeaning()), count: FieldNames.size)
    requiredMarks = 0
    for (meaning, names) in groups { add(meaning, names) }
  }

  /// The names of a product: its `own` before those of `FieldAliases`.
  ///
  /// Each of `marks` is one name, or several with blanks between them, of which a line of the
  /// product shows at least one; at most eight.
  init(marks: [String], own: [(FieldMeaning, String)] = []) {
    slots = FieldAliases.names.slots
    requiredMarks = UInt8(truncatingIfNeeded: 1 << min(marks.count, 8) - 1)
    for (meaning, names) in own { add(meaning, names) }
    for (bit, names) in marks.prefix(8).enumerated() {
      for name in names.split(separator: " ") {
        let slot = place(of: FieldNames.hash(name))
        slots[slot].hash = FieldNames.hash(name)
        slots[slot].meaning.mark |= 1 << UInt8(bit)
      }
    }
  }

  /// The meaning of a name as written; a meaning of no field for names that are not known.
  @inline(__always)
  func meaning(of key: Bytes) -> FieldMeaning {
    let hash = FieldNames.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (FieldNames.size - 1)
    while true {
      let candidate = slots[slot]
      if candidate.hash == hash || candidate.hash == 0 { return candidate.meaning }
      slot = (slot &+ 1) & (FieldNames.size - 1)
    }
  }

  private mutating func add(_ meaning: FieldMeaning, _ names: String) {
    for name in names.split(separator: " ") {
      let hash = FieldNames.hash(name)
      slots[place(of: hash)] = (hash, meaning)
    }
  }

  /// The slot that holds `hash`, or the free one where it would be.
  private func place(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (FieldNames.size - 1)
    while slots[slot].hash != hash, slots[slot].hash != 0 {
      slot = (slot &+ 1) & (FieldNames.size - 1)
    }
    return slot
  }

  private static func hash(_ name: Substring) -> UInt64 {
    Array(name.utf8).withUnsafeBytes { hash($0) }
  }

  /// FNV-1a over the letters and digits of a key, in lower case; never 0.
  @inline(__always)
  private static func hash(_ key: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key where byte.isLetter || byte.isDigit {
      hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3
    }
    return (hash ^ (hash >> 29)) | 1
  }
}
