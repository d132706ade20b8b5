/// The fields of one protobuf message, one after another.
///
/// https://protobuf.dev/programming-guides/encoding/ ; a damaged message ends the walk and sets
/// `isDamaged`. Nothing is copied.
struct ProtobufFields {
  /// The value of a field as the wire has it.
  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    case bytes(Bytes)
  }

  private let message: Bytes
  private var position = 0
  private(set) var isDamaged = false

  init(_ message: Bytes) { self.message = message }

  /// The next field; `nil` at the end.
  mutating func next() -> (number: Int, value: Value)? {
    guard position < message.count else { return nil }
    guard let key = varint(), key >> 3 > 0, key >> 3 < 1 << 29 else { return damaged() }
    let number = Int(key >> 3)
    switch key & 7 {
    case 0: return varint().map { (number, .varint($0)) } ?? damaged()
    case 1:
      return fixed(UInt64.self).map { (number, .fixed64(UInt64(littleEndian: $0))) } ?? damaged()
    case 2: return bytes().map { (number, .bytes($0)) } ?? damaged()
    case 5:
      return fixed(UInt32.self).map { (number, .fixed32(UInt32(littleEndian: $0))) } ?? damaged()
    default: return damaged()
    }
  }

  /// Bytes that a length stands in front of, as a delimited message has it.
  mutating func bytes() -> Bytes? {
    guard let length = varint(), length <= UInt64(message.count - position) else { return nil }
    defer { position += Int(length) }
    return message.part(position, position + Int(length))
  }

  var isAtEnd: Bool { position >= message.count }

  /// A number of seven bits a byte, the lowest first.
  mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < message.count, shift < 64 {
      let byte = message[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }

  private mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    let size = MemoryLayout<Number>.size
    guard message.count - position >= size else { return nil }
    defer { position += size }
    return message.loadUnaligned(fromByteOffset: position, as: Number.self)
  }

  private mutating func damaged() -> (number: Int, value: Value)? {
    isDamaged = true
    position = message.count
    return nil
  }
}

extension ProtobufFields.Value {
  /// The value of a `double`; 0 for another kind.
  var double: Double {
    if case .fixed64(let bits) = self { return Double(bitPattern: bits) }
    return 0
  }

  /// The value of an unsigned or plain integer.
  var unsigned: UInt64 {
    if case .varint(let value) = self { return value }
    return 0
  }

  /// The value of an `int64` or an enumeration.
  var signed: Int64 { Int64(bitPattern: unsigned) }

  /// The value of a `sint32` or `sint64`.
  var zigzag: Int64 { Int64(bitPattern: unsigned >> 1) ^ -Int64(bitPattern: unsigned & 1) }

  /// A string or a message; empty for another kind.
  var bytes: Bytes {
    if case .bytes(let bytes) = self { return bytes }
    return .none
  }

  /// Calls `body` with each number of a repeated field, packed or not.
  func forEachNumber(_ body: (ProtobufFields.Value) -> Void) {
    guard case .bytes(let packed) = self else { return body(self) }
    var numbers = ProtobufFields(packed)
    while !numbers.isAtEnd, let value = numbers.varint() { body(.varint(value)) }
  }

  /// Calls `body` with each double of a repeated field, packed or not.
  func forEachDouble(_ body: (Double) -> Void) {
    guard case .bytes(let packed) = self else { return body(double) }
    var place = 0
    while place + 8 <= packed.count {
      let bits = packed.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      body(Double(bitPattern: UInt64(littleEndian: bits)))
      place += 8
    }
  }
}
