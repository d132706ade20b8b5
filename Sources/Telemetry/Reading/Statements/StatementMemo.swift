#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A literal that any other of its kind could stand for without changing the fingerprint.
struct PlainLiteral {
  /// Where it begins and ends in its statement; a string with its quotes.
  var start: Int32
  var end: Int32
  /// `'...'` without a quote or backslash inside; else decimal digits only.
  var isString: Bool
}

/// Statements that were read, to recognise them with other literals by comparing bytes.
///
///     read    select * from t where id = 17 and name = 'a'
///             |________________________|  |__________|       must be the same
///     later   select * from t where id = 4 and name = 'bcd'
///
/// A scan depends on a plain literal only by its kind, so what differs in these alone has the same
/// fingerprint. Memory: at most `capacity` bytes; when they are full all is forgotten, and learnt
/// again within a few statements.
struct StatementMemo {
  /// More literals than this, or more bytes, are not worth it.
  static let mostLiterals = 64
  private static let longestStatement = 4096
  /// So many statements that begin alike are compared.
  private static let longestChain = 16
  private static let capacity = 256 << 10
  private static let lists = 512
  /// A statement is found by its first so many bytes, or half or a quarter of them: by as many as
  /// stand before its first literal.
  private static let longestHead = 64
  private static let shortestHead = 16

  /// What lies before each statement: its spans, then its text.
  private struct Header {
    var id: UInt64
    /// Place of the statement before that begins alike; -1 for none.
    var next: Int32
    var count: Int32
    var literals: Int32
  }

  private var bytes: UnsafeMutableRawPointer?
  private var room = 0
  private var used = 0
  private let heads = UnsafeMutablePointer<Int32>.allocate(capacity: lists)

  init() {
    heads.initialize(repeating: -1, count: Self.lists)
  }

  /// Frees the memory; nothing may be asked afterwards.
  func deallocate() {
    bytes?.deallocate()
    heads.deallocate()
  }

  /// The id of the statement that `text` is with other plain literals.
  @inline(__always)
  func id(of text: Bytes) -> UInt64? {
    guard used > 0, let start = text.baseAddress else { return nil }
    var length = Self.longestHead
    while length >= Self.shortestHead {
      if text.count >= length, let id = search(Self.list(start, length), start, text.count) {
        return id
      }
      length &>>= 1
    }
    return nil
  }

  @inline(__always)
  private func search(_ list: Int, _ text: UnsafeRawPointer, _ count: Int) -> UInt64? {
    guard let bytes else { return nil }
    var place = heads[list]
    var left = Self.longestChain
    while place >= 0, left > 0 {
      let header = bytes.load(fromByteOffset: Int(place), as: Header.self)
      if Self.isSame(bytes + Int(place), header, text, count) { return header.id }
      place = header.next
      left &-= 1
    }
    return nil
  }

  /// Whether `text` is the statement behind `known` but for its literals.
  private static func isSame(
    _ known: UnsafeRawPointer, _ header: Header, _ text: UnsafeRawPointer, _ count: Int
  ) -> Bool {
    let spans = (known + MemoryLayout<Header>.stride).assumingMemoryBound(to: PlainLiteral.self)
    let words = UnsafeRawPointer(spans + Int(header.literals))
    var from = 0
    var place = 0
    for number in 0..<Int(header.literals) {
      let literal = spans[number]
      let length = Int(literal.start) &- from
      guard place &+ length < count, memcmp(words + from, text + place, length) == 0 else {
        return false
      }
      place &+= length
      guard let end = literalEnd(text, from: place, to: count, literal.isString) else {
        return false
      }
      place = end
      from = Int(literal.end)
    }
    let rest = Int(header.count) &- from
    return count &- place == rest && memcmp(words + from, text + place, rest) == 0
  }

  /// The end of the plain literal that begins at `start`; `nil` where none of the kind does.
  @inline(__always)
  private static func literalEnd(
    _ text: UnsafeRawPointer, from start: Int, to count: Int, _ isString: Bool
  ) -> Int? {
    var place = start
    if isString {
      let quote = UInt8(ascii: "'")
      guard text.load(fromByteOffset: place, as: UInt8.self) == quote else { return nil }
      place &+= 1
      while place < count {
        let byte = text.load(fromByteOffset: place, as: UInt8.self)
        if byte == UInt8(ascii: "\\") { return nil }
        place &+= 1
        if byte == quote { return place }
      }
      return nil
    }
    while place < count, text.load(fromByteOffset: place, as: UInt8.self) &- 0x30 < 10 {
      place &+= 1
    }
    return place > start ? place : nil
  }

  /// Remembers a statement that was read.
  mutating func add(
    _ text: Bytes, _ literals: UnsafePointer<PlainLiteral>, count: Int, id: UInt64
  ) {
    guard let start = text.baseAddress, text.count <= Self.longestStatement else { return }
    let first = count == 0 ? text.count : Int(literals[0].start)
    var head = Self.longestHead
    while head > first { head &>>= 1 }
    guard head >= Self.shortestHead else { return }
    let list = Self.list(start, head)
    let spans = count * MemoryLayout<PlainLiteral>.stride
    // Headers stand where numbers of eight bytes may.
    let size = (MemoryLayout<Header>.stride + spans + text.count + 7) & ~7
    guard let place = reserve(size) else { return }
    let header = Header(
      id: id, next: heads[list], count: Int32(text.count), literals: Int32(count))
    place.storeBytes(of: header, as: Header.self)
    let body = place + MemoryLayout<Header>.stride
    memcpy(body, literals, spans)
    memcpy(body + spans, start, text.count)
    heads[list] = Int32(used)
    used += size
  }

  /// Room for `size` bytes behind those in use, for which all may have to be forgotten.
  private mutating func reserve(_ size: Int) -> UnsafeMutableRawPointer? {
    if used + size > room {
      if room < Self.capacity {
        let larger = max(16 << 10, room * 2)
        guard let grown = realloc(bytes, larger) else { return nil }
        bytes = grown
        room = larger
      } else {
        heads.update(repeating: -1, count: Self.lists)
        used = 0
      }
    }
    return bytes.map { $0 + used }
  }

  /// The list of statements that begin with the same so many bytes.
  @inline(__always)
  private static func list(_ text: UnsafeRawPointer, _ length: Int) -> Int {
    let head = Bytes(start: text, count: length)
    return Int(truncatingIfNeeded: FingerprintHash.of(head) % UInt64(lists))
  }
}
