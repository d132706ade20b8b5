/// How many bytes each of the slots takes that lie one after the other; none for one that is not
/// there.
///
/// Two bytes each, four once one of them needs it.
struct SlotLengths: Sendable {
  private var narrow: [UInt16] = []
  /// All of them, where one is too long for `narrow`.
  private var wide: [UInt32] = []

  var count: Int { wide.isEmpty ? narrow.count : wide.count }
  var isEmpty: Bool { narrow.isEmpty && wide.isEmpty }

  subscript(place: Int) -> Int {
    @inline(__always)
    get { wide.isEmpty ? Int(narrow[place]) : Int(wide[place]) }
    set {
      if newValue > Int(UInt16.max), wide.isEmpty { widen() }
      if wide.isEmpty { narrow[place] = UInt16(newValue) } else { wide[place] = UInt32(newValue) }
    }
  }

  /// Bytes of the slots at some places together.
  func sum(_ places: Range<Int>) -> Int {
    var sum: UInt64 = 0
    if wide.isEmpty {
      for length in narrow[places] { sum &+= UInt64(length) }
    } else {
      for length in wide[places] { sum &+= UInt64(length) }
    }
    return Int(sum)
  }

  /// Adds slots that are not there behind all others.
  mutating func append(none added: Int) {
    if wide.isEmpty {
      narrow.reserve(added)
      narrow.append(contentsOf: repeatElement(0, count: added))
    } else {
      wide.append(contentsOf: repeatElement(0, count: added))
    }
  }

  /// Adds slots that are not there before all others.
  mutating func prepend(none added: Int) {
    if wide.isEmpty {
      narrow.reserve(added)
      narrow.insert(contentsOf: repeatElement(0, count: added), at: 0)
    } else {
      wide.insert(contentsOf: repeatElement(0, count: added), at: 0)
    }
  }

  /// Forgets the first slots.
  mutating func removeFirst(_ gone: Int) {
    if wide.isEmpty { narrow.removeFirst(gone) } else { wide.removeFirst(gone) }
  }

  private mutating func widen() {
    wide = narrow.map { UInt32($0) }
    narrow = []
  }
}

extension Array {
  /// Makes room for `added` more, and for an eighth more than there are, 64 bytes at least: doubling
  /// would leave half of the memory of a few hundred series empty.
  mutating func reserve(_ added: Int) {
    guard count + added > capacity else { return }
    reserveCapacity(count + Swift.max(added, 64 / MemoryLayout<Element>.stride, count / 8))
  }
}
