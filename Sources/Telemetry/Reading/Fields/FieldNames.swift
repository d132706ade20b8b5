/// A table of names of fields, with their meanings: those of `FieldAliases`, or a product's own.
///
/// Names are compared without case and without anything but letters and digits.
/// Cost of a look-up: a hash over the name; nothing is allocated.
package struct FieldNames: Sendable {
  private var slots: [(hash: UInt64, meaning: FieldMeaning)]
  /// Whether names that are not here may be in `FieldAliases`: a product has few names of its own.
  private let hasFallback: Bool
  /// The marks that a line of the product must show, one bit each; 0 for names of no product.
  let requiredMarks: UInt8

  /// A table of `groups`: a meaning and its names with blanks between them.
  init(_ groups: [(FieldMeaning, String)]) {
    slots = FieldNames.slots(for: groups.map(\.1))
    hasFallback = false
    requiredMarks = 0
    for (meaning, names) in groups { add(meaning, names) }
  }

  /// The names of a product: its `own` before those of `FieldAliases`.
  ///
  /// Each of `marks` is one name, or several with blanks between them, of which a line of the
  /// product shows at least one; at most eight.
  init(marks: [String], own: [(FieldMeaning, String)] = []) {
    slots = FieldNames.slots(for: own.map(\.1) + marks)
    hasFallback = true
    requiredMarks = UInt8(truncatingIfNeeded: 1 << min(marks.count, 8) - 1)
    for (meaning, names) in own { add(meaning, names) }
    for (bit, names) in marks.prefix(8).enumerated() {
      for name in names.split(separator: " ") {
        let hash = FieldNames.hash(name)
        let slot = place(of: hash)
        // A mark is a name that means what it means anyway.
        if slots[slot].hash == 0 { slots[slot] = (hash, meaning(ofHash: hash)) }
        slots[slot].meaning.mark |= 1 << UInt8(bit)
      }
    }
  }

  /// The meaning of a name as written; a meaning of no field for names that are not known.
  @inline(__always)
  func meaning(of key: Bytes) -> FieldMeaning {
    meaning(ofHash: FieldNames.hash(key))
  }

  @inline(__always)
  private func meaning(ofHash hash: UInt64) -> FieldMeaning {
    let known = slots[place(of: hash)]
    if known.hash == hash { return known.meaning }
    return hasFallback ? FieldAliases.names.meaning(ofOwn: hash) : FieldMeaning()
  }

  private func meaning(ofOwn hash: UInt64) -> FieldMeaning { slots[place(of: hash)].meaning }

  /// A table with room for names, with blanks between them, twice over.
  private static func slots(for names: [String]) -> [(hash: UInt64, meaning: FieldMeaning)] {
    let count = names.reduce(0) { $0 + $1.split(separator: " ").count }
    var size = 16
    while size < 2 * count { size *= 2 }
    return Array(repeating: (0, FieldMeaning()), count: size)
  }

  private mutating func add(_ meaning: FieldMeaning, _ names: String) {
    for name in names.split(separator: " ") {
      let hash = FieldNames.hash(name)
      slots[place(of: hash)] = (hash, meaning)
    }
  }

  /// The slot that holds `hash`, or the free one where it would be.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].hash != hash, slots[slot].hash != 0 { slot = (slot &+ 1) & mask }
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
