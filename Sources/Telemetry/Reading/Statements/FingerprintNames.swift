import CBytes

extension FingerprintScan {
  /// A word: a keyword, a name, or the prefix of a string.
  @inline(__always)
  mutating func word() {
    let before = count
    gap()
    let start = count
    let wordStart = position
    copyWord()
    let length = count &- start
    if position < end, length <= 2, previous != .dot, beginsString(at: start, length) {
      count = before
      prefixedString(Bytes(start: output + start, count: length))
      return
    }
    if previous == .dot {
      wrote(.name)
      return
    }
    let found = roleOfWord(at: wordStart, length)
    if found == .name {
      if role.mayLabel || namesAreLabels {
        label(before: before, start: start)
      } else {
        wrote(.name)
      }
      return
    }
    keyword(found, before: before, start: start)
  }

  @inline(__always)
  private mutating func copyWord() {
    // Copies of everything the loop reads: a store of a byte could change the fields.
    let (input, output, end) = (input, output, end)
    var place = position
    var written = count
    while true {
      let copied: Int
      if place &+ 16 <= end {
        copied = svctop_copy_word_of_16(input + place, output + written)
      } else {
        copied = copyShortWord(from: place, to: written)
      }
      place &+= copied
      written &+= copied
      if copied == 16 { continue }
      // Oracle's `sys.obj#1`.
      guard place &+ 1 < end, input[place] == UInt8(ascii: "#"),
        isWordByte(input[place &+ 1]), input[place &+ 1] < 0x80
      else { break }
      output[written] = UInt8(ascii: "#")
      place &+= 1
      written &+= 1
    }
    position = place
    count = written
  }

  /// Copies the word at a place that less than sixteen bytes follow, and returns its length.
  @inline(__always)
  private func copyShortWord(from start: Int, to target: Int) -> Int {
    var length = 0
    while start &+ length < end {
      let byte = folded[Int(input[start &+ length])]
      if byte == 0 { break }
      output[target &+ length] = byte
      length &+= 1
    }
    return length
  }

  /// Role of the word at a place of the input.
  @inline(__always)
  private func roleOfWord(at start: Int, _ length: Int) -> SQLRole {
    if length > SQLTables.longestWord { return .name }
    let key: UInt64
    if start &+ 8 <= end {
      key = SQLTables.key(UnsafeRawPointer(input + start), count: length)
    } else {
      key = SQLTables.key(UnsafeRawPointer(output + (count &- length)), count: length)
    }
    return role(of: key)
  }

  @inline(__always)
  private func role(of key: UInt64) -> SQLRole {
    var slot = SQLTables.slot(of: key)
    while true {
      let entry = roles[slot]
      if entry.key == key { return entry.role }
      if entry.key == 0 { return .name }
      slot = (slot &+ 1) & SQLTables.lastSlot
    }
  }

  /// Role of a word that has not been read yet.
  func roleAhead(at start: Int, _ length: Int) -> SQLRole {
    if length > SQLTables.longestWord { return .name }
    guard start &+ 8 > end else {
      return role(of: SQLTables.key(UnsafeRawPointer(input + start), count: length))
    }
    // Eight bytes must be readable: behind the end of the output there is room for the word.
    for offset in 0..<length { output[count &+ offset] = folded[Int(input[start &+ offset])] }
    return role(of: SQLTables.key(UnsafeRawPointer(output + count), count: length))
  }

  private mutating func keyword(_ found: SQLRole, before: Int, start: Int) {
    if namesAreLabels, found.endsLabels { namesAreLabels = false }
    if role == .secret { return secretKeyword(found, before: before) }
    switch found {
    case .name, .keyword, .structural, .list, .label, .routine, .secret:
      wrote(.keyword, found)
    case .by:
      wrote(.keyword, accounts == .identified ? .secret : .keyword)
    case .account, .connect, .identified, .replace, .password:
      account(found, before: before, start: start)
    case .to:
      wrote(.keyword, isRollback ? .label : .keyword)
    case .opening:
      opening(before: before, start: start)
    case .listFunction:
      wrote(.name, found)
    case .value:
      value(before: before, start: start)
    case .row:
      // MySQL writes rows as `values row(1, 2), row(3, 4)`.
      let follows = frames[depth].rowMark == Int32(truncatingIfNeeded: before)
      if follows { frames[depth].rowMark = Int32(truncatingIfNeeded: count) }
      wrote(.name)
    case .select, .with, .values:
      if found == .select {
        accounts = .none
        beginSelect(at: start)
      } else if previous == .open {
        frames[depth].kind = .plain
      }
      if found == .values {
        frames[depth].rowMark = Int32(truncatingIfNeeded: count)
        frames[depth].firstRowEnd = -1
      }
      isAfterTarget = false
      wrote(.keyword, found)
    case .union:
      endBranch(at: before, isLast: false)
      wrote(.keyword, found)
    case .tail:
      // `fetch forward 100 from c`; elsewhere it is `fetch first 5 rows only`.
      if beginsStatement, output[start] == UInt8(ascii: "f") { namesAreLabels = true }
      endBranch(at: before, isLast: true)
      wrote(.keyword, found)
    case .source, .target:
      accounts = .none
      isAfterTarget = found == .target
      wrote(.keyword, found)
    }
  }

  /// `null`, `true`, `false` and `default`: literals where a value is expected, words elsewhere.
  ///
  /// `a = null`, `values (true)` and `coalesce(a, null)` hold literals; `is null`, `not null`,
  /// `on true`, `where false`, `set null` and `int default null` tell statements apart.
  private mutating func value(before: Int, start: Int) {
    let isDefault = output[start] == UInt8(ascii: "d")
    switch previous {
    case .operator, .comma, .open:
      count = before
      literal()
    case .keyword where role != .structural && !isDefault:
      count = before
      literal()
    default:
      wrote(isDefault ? .keyword : .name, isDefault ? .structural : .name)
    }
  }
}
