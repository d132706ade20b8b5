/// A compiled terminfo entry, to be given more colours than it says: term(5).
///
///     header  names  flags  numbers  string offsets  strings   the same for names of their own
///
/// Few terminals have an entry that tells of 24-bit colours, and fewer servers have it installed,
/// while `COLORTERM` tells of it. The rest of the entry stays, so keys and all else work as before.
nonisolated struct TerminfoEntry {
  private var names: [UInt8]
  private var flags: [UInt8]
  private var numbers: [Int32]
  private var offsets: [Int16]
  private var strings: [UInt8]
  private var ownFlags: [UInt8] = []
  private var ownNumbers: [Int32] = []
  private var ownOffsets: [Int16] = []
  /// Offsets of the names of own flags, numbers and strings, from the end of the own strings.
  private var ownNames: [Int16] = []
  private var ownTable: [UInt8] = []

  /// Places of the standard capabilities, as <term.h> numbers them.
  private enum Place {
    static let maxColors = 13
    static let maxPairs = 14
    static let originalPair = 297
    static let foreground = 359
    static let background = 360
  }

  /// Takes an entry apart; `nil` when it is not one.
  init?(_ bytes: [UInt8]) {
    var reader = TerminfoReader(bytes)
    guard let magic = reader.short(), magic == 0o432 || magic == 0o1036,
      let nameCount = reader.count(), let flagCount = reader.count(),
      let numberCount = reader.count(), let offsetCount = reader.count(),
      let size = reader.count(), let names = reader.bytes(nameCount),
      let flags = reader.bytes(flagCount), reader.align()
    else { return nil }
    let isWide = magic == 0o1036
    guard let numbers = reader.numbers(numberCount, isWide: isWide),
      let offsets = reader.shorts(offsetCount), let strings = reader.bytes(size)
    else { return nil }
    (self.names, self.flags, self.numbers) = (names, flags, numbers)
    (self.offsets, self.strings) = (offsets, strings)
    guard reader.align(), !reader.isAtEnd else { return }
    guard let ownFlagCount = reader.count(), let ownNumberCount = reader.count(),
      let ownStringCount = reader.count(), reader.count() != nil, let ownSize = reader.count(),
      let ownFlags = reader.bytes(ownFlagCount), reader.align(),
      let ownNumbers = reader.numbers(ownNumberCount, isWide: isWide),
      let ownOffsets = reader.shorts(ownStringCount),
      let ownNames = reader.shorts(ownFlagCount + ownNumberCount + ownStringCount),
      let ownTable = reader.bytes(ownSize)
    else { return nil }
    (self.ownFlags, self.ownNumbers, self.ownOffsets) = (ownFlags, ownNumbers, ownOffsets)
    (self.ownNames, self.ownTable) = (ownNames, ownTable)
  }

  /// Gives the entry 256 colours, or 2^24 where a number beyond 255 is red, green and blue.
  ///
  /// `false`, and nothing changed, when the entry has no room for it.
  mutating func setColors(isDirect: Bool) -> Bool {
    let nested =
      "%?%p1%{8}%<%t#%p1%d%e%p1%{16}%<%t@%p1%{8}%-%d%e"
      + (isDirect
        ? "%p1%{256}%<%t*8;5;%p1%d%e*8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m"
        : "*8;5;%p1%d%;m")
    func sequence(_ base: String, _ bright: String) -> [UInt8] {
      let text = nested.map { character -> String in
        switch character {
        case "#", "*": base
        case "@": bright
        default: String(character)
        }
      }
      return [0x1B, 0x5B] + Array(text.joined().utf8) + [0]
    }
    let added = [
      (Place.foreground, sequence("3", "9")), (Place.background, sequence("4", "10")),
      (Place.originalPair, Array("\u{1B}[39;49m\0".utf8)),
    ]
    guard strings.count + added.reduce(0, { $0 + $1.1.count }) < 16_000 else { return false }
    while offsets.count <= Place.background { offsets.append(-1) }
    while numbers.count <= Place.maxPairs { numbers.append(-1) }
    for (place, text) in added {
      offsets[place] = Int16(strings.count)
      strings += text
    }
    numbers[Place.maxColors] = isDirect ? 1 << 24 : 256
    numbers[Place.maxPairs] = 1 << 16
    if isDirect { addFlag("RGB") }
    return true
  }

  /// Adds a flag that is not among the standard ones.
  private mutating func addFlag(_ name: String) {
    let base = ownOffsets.filter { $0 >= 0 }.reduce(0) { size, offset in
      size + (ownTable[Int(offset)...].firstIndex(of: 0) ?? Int(offset)) - Int(offset) + 1
    }
    ownNames.insert(Int16(ownTable.count - base), at: ownFlags.count)
    ownFlags.append(1)
    ownTable += Array(name.utf8) + [0]
  }

  /// The entry put together again, with numbers of 32 bits.
  var bytes: [UInt8] {
    var all: [UInt8] = []
    func short(_ value: Int) { all += [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func align() { if all.count % 2 != 0 { all.append(0) } }
    func number(_ value: Int32) {
      let bits = UInt32(bitPattern: value)
      all += (0..<4).map { UInt8(bits >> (8 * $0) & 255) }
    }
    for value in [0o1036, names.count, flags.count, numbers.count, offsets.count, strings.count] {
      short(value)
    }
    all += names + flags
    align()
    numbers.forEach(number)
    offsets.forEach { short(Int($0)) }
    all += strings
    guard !ownNames.isEmpty else { return all }
    align()
    let used = ownOffsets.filter { $0 >= 0 }.count + ownNames.count
    for value in [ownFlags.count, ownNumbers.count, ownOffsets.count, used, ownTable.count] {
      short(value)
    }
    all += ownFlags
    align()
    ownNumbers.forEach(number)
    (ownOffsets + ownNames).forEach { short(Int($0)) }
    return all + ownTable
  }
}

/// Reads the parts of a compiled entry one after the other.
private nonisolated struct TerminfoReader {
  private let all: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { all = bytes }

  var isAtEnd: Bool { place + 10 > all.count }

  mutating func short() -> Int? {
    guard let two = bytes(2) else { return nil }
    return Int(two[0]) | Int(two[1]) << 8
  }

  /// A short that cannot be negative.
  mutating func count() -> Int? { short().flatMap { $0 < 0x8000 ? $0 : nil } }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count >= 0, place + count <= all.count else { return nil }
    defer { place += count }
    return Array(all[place..<place + count])
  }

  mutating func shorts(_ count: Int) -> [Int16]? {
    bytes(2 * count).map { bytes in
      (0..<count).map { Int16(bitPattern: UInt16(bytes[2 * $0]) | UInt16(bytes[2 * $0 + 1]) << 8) }
    }
  }

  mutating func numbers(_ count: Int, isWide: Bool) -> [Int32]? {
    guard isWide else { return shorts(count)?.map(Int32.init) }
    return bytes(4 * count).map { bytes in
      (0..<count).map { number in
        Int32(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[4 * number + $1]) << (8 * $1) })
      }
    }
  }

  /// Goes to the next even place.
  mutating func align() -> Bool {
    if place % 2 != 0 { place += 1 }
    return place <= all.count + 1
  }
}
