/// The fingerprint of a MongoDB command as its log shows it: verb, namespace and shape.
///
///     find shop.users { find: "users", filter: { age: { $gt: 5 }, _id: ObjectId('5f') } }
///     find shop.users {filter: {age: {$gt: ?}, _id: ?}}
///
/// Of the command's fields only those remain that say what is looked for or changed. Each value
/// becomes `?`, in arrays an element of the shape of the one before is dropped. What a pipeline calls
/// by name stays: the fields in `"$city"`, the collections that a stage reads or writes. JSON and the
/// older notation with bare keys are read alike. A command that was cut ends in `…`.
struct MongoFingerprint {
  private(set) var scanner: ByteScanner
  private let output: UnsafeMutablePointer<UInt8>
  /// Whether all fields of the command remain.
  private let isWhole: Bool
  private(set) var count = 0
  private(set) var isCut = false
  private static let deepest = 64

  /// Writes the fingerprint of `text` and returns its length, at most twice that of the text + 3.
  ///
  /// `nil` for what is no `verb namespace {...}`. A `whole` command keeps fields that do not matter.
  static func write(
    _ text: Bytes, to output: UnsafeMutablePointer<UInt8>, isWhole: Bool = false
  ) -> Int? {
    var words = ByteScanner(text)
    let verb = words.word()
    guard !verb.isEmpty, verb.count <= 48, verb.allSatisfy(\.isWord),
      words.take(UInt8(ascii: " "))
    else { return nil }
    let namespace = words.word()
    guard namespace.find(UInt8(ascii: ".")) != nil, !namespace.contains(UInt8(ascii: "'")),
      !namespace.contains(UInt8(ascii: "\"")), !namespace.contains(UInt8(ascii: ","))
    else { return nil }
    words.skipBlanks()
    // `update shop.users` alone may as well be SQL.
    let isNamed = !isWhole && (words.isAtEnd || words.rest.hasEllipsis)
    guard isNamed || words.next == UInt8(ascii: "{") else { return nil }
    var shape = MongoFingerprint(scanner: words, output: output, isWhole: isWhole)
    for byte in verb { shape.put(byte) }
    shape.put(0x20)
    for byte in namespace { shape.put(byte == 0xE2 ? UInt8(ascii: "?") : byte) }
    if words.next == UInt8(ascii: "{") {
      shape.put(0x20)
      let start = shape.count
      shape.object(depth: 0, .values)
      // Without one of the fields that matter nothing stands between the braces.
      if shape.count == start &+ 2, !shape.isCut { shape.count = start &- 1 }
    } else if !words.isAtEnd {
      shape.isCut = true
    }
    if shape.isCut { for byte in [0xE2, 0x80, 0xA6] as [UInt8] { shape.put(byte) } }
    return shape.count
  }

  init(scanner: ByteScanner, output: UnsafeMutablePointer<UInt8>, isWhole: Bool) {
    self.scanner = scanner
    self.output = output
    self.isWhole = isWhole
  }

  private mutating func put(_ byte: UInt8) {
    output[count] = byte
    count &+= 1
  }

  /// An object, whose `{` comes next; at depth 0 the command itself.
  mutating func object(depth: Int, _ strings: MongoStrings) {
    scanner.position &+= 1
    put(UInt8(ascii: "{"))
    var isFirst = true
    while !isCut {
      skipSpace()
      if scanner.take(UInt8(ascii: "}")) {
        put(UInt8(ascii: "}"))
        return
      }
      if scanner.take(UInt8(ascii: ",")) { continue }
      guard let key = key() else { return isCut = true }
      let start = count
      if !isFirst {
        put(UInt8(ascii: ","))
        put(0x20)
      }
      for byte in key { put(byte) }
      put(UInt8(ascii: ":"))
      put(0x20)
      skipSpace()
      let isList = scanner.next == UInt8(ascii: "[")
      value(depth: depth &+ 1, strings.below(key, isCommand: depth == 0, isList: isList))
      if depth == 0, !isWhole, !Self.matters(key) {
        count = start
      } else {
        isFirst = false
      }
      // `{"$oid": "5f"}` and its like are one value.
      if depth > 0, Self.isValueKey(key), !isCut, closeAfterValue() {
        count = start &- 1
        put(UInt8(ascii: "?"))
        return
      }
    }
  }

  /// Takes the end of an object whose first key made it a value.
  private mutating func closeAfterValue() -> Bool {
    skipSpace()
    return scanner.take(UInt8(ascii: "}"))
  }

  /// An array, whose `[` comes next.
  private mutating func array(depth: Int, _ strings: MongoStrings) {
    scanner.position &+= 1
    put(UInt8(ascii: "["))
    var last = 0..<0
    while !isCut {
      skipSpace()
      if scanner.take(UInt8(ascii: "]")) {
        put(UInt8(ascii: "]"))
        return
      }
      if scanner.take(UInt8(ascii: ",")) { continue }
      if scanner.isAtEnd || scanner.rest.hasEllipsis { return isCut = true }
      // The rest of the list was cut out of the midst of the command.
      if scanner.next == UInt8(ascii: "}") { return isCut = true }
      let before = count
      if !last.isEmpty {
        put(UInt8(ascii: ","))
        put(0x20)
      }
      let start = count
      value(depth: depth &+ 1, strings)
      let isSame =
        last.count == count &- start
        && last.indices.allSatisfy { output[$0] == output[start &+ $0 &- last.lowerBound] }
      if isSame { count = before } else { last = start..<count }
    }
  }

  private mutating func value(depth: Int, _ strings: MongoStrings) {
    skipSpace()
    let isTooDeep = depth > Self.deepest
    switch scanner.next {
    case UInt8(ascii: "{") where !isTooDeep: return object(depth: depth, strings.inObject)
    case UInt8(ascii: "[") where !isTooDeep: return array(depth: depth, strings.inObject)
    case UInt8(ascii: "{"), UInt8(ascii: "["): isCut = true
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let start = scanner.position &+ 1
      skipQuoted()
      if !isCut, strings.keep(scanner.bytes.part(start, scanner.position &- 1)) {
        return name(scanner.bytes.part(start, scanner.position &- 1))
      }
    case UInt8(ascii: "/"): skipExpression()
    default: skipPlain()
    }
    put(UInt8(ascii: "?"))
  }

  /// Writes a string that is a name, in quotes, so that it is read back as one.
  private mutating func name(_ text: Bytes) {
    put(UInt8(ascii: "\""))
    for byte in text { put(byte) }
    put(UInt8(ascii: "\""))
  }

  /// The next key, with or without quotes, and its colon.
  private mutating func key() -> Bytes? {
    if scanner.next == UInt8(ascii: "\"") || scanner.next == UInt8(ascii: "'") {
      let start = scanner.position &+ 1
      skipQuoted()
      guard !isCut else { return nil }
      let key = scanner.bytes.part(start, scanner.position &- 1)
      skipSpace()
      guard scanner.take(UInt8(ascii: ":")) else { return nil }
      return Self.shown(key)
    }
    let start = scanner.position
    while Self.isKeyByte(scanner.next), !scanner.isAtEnd { scanner.position &+= 1 }
    let key = scanner.bytes.part(start, scanner.position)
    guard !key.isEmpty, scanner.take(UInt8(ascii: ":")) else { return nil }
    return Self.shown(key)
  }

  /// The key, if it is the name of a field: one that needs its quotes would not be read back, and an
  /// address or a path is a value that something is counted under.
  private static func shown(_ key: Bytes) -> Bytes {
    let isName = key.allSatisfy {
      $0.isWord || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        || $0 >= 0x80
    }
    return isName ? key : Bytes("?" as StaticString)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "\\"):
      false
    default: true
    }
  }
}

extension MongoFingerprint {
  private mutating func skipSpace() {
    while scanner.next <= 0x20, !scanner.isAtEnd { scanner.position &+= 1 }
  }

  private mutating func skipQuoted() {
    let quote = scanner.next
    scanner.position &+= 1
    while !scanner.isAtEnd {
      let byte = scanner.next
      scanner.position &+= byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == quote { return }
    }
    isCut = true
  }

  /// A regular expression, `/^a[,}]/i`.
  private mutating func skipExpression() {
    scanner.position &+= 1
    while !scanner.isAtEnd, scanner.next != UInt8(ascii: "/") {
      scanner.position &+= scanner.next == UInt8(ascii: "\\") ? 2 : 1
    }
    if scanner.isAtEnd { return isCut = true }
    scanner.position &+= 1
    skipPlain()
  }

  /// A number, `true`, or a constructor such as `ObjectId('5f')` and `Timestamp(1, 2)`.
  private mutating func skipPlain() {
    var depth = 0
    while !scanner.isAtEnd {
      switch scanner.next {
      case UInt8(ascii: "("): depth &+= 1
      case UInt8(ascii: ")"): depth &-= 1
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth <= 0 { return }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted()
        continue
      default: break
      }
      scanner.position &+= 1
    }
    isCut = true
  }

  /// Fields of a command that say what is looked for or changed, not how or for whom.
  private static func matters(_ key: Bytes) -> Bool {
    let keys: [StaticString] = [
      "filter", "query", "q", "pipeline", "sort", "projection", "fields", "update", "updates", "u",
      "deletes", "remove", "key", "hint", "$query", "$orderby", "orderby", "documents",
    ]
    return keys.contains { key.equals($0) }
  }

  /// Keys by which JSON names a type that it lacks.
  ///
  /// Source: https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/
  private static func isValueKey(_ key: Bytes) -> Bool {
    guard key.first == UInt8(ascii: "$") else { return false }
    let keys: [StaticString] = [
      "$oid", "$date", "$numberLong", "$numberDecimal", "$numberInt", "$numberDouble", "$binary",
      "$uuid", "$timestamp", "$regularExpression", "$minKey", "$maxKey", "$symbol", "$undefined",
    ]
    return keys.contains { key.equals($0) }
  }
}

extension Bytes {
  /// Whether these bytes are the mark of something cut.
  fileprivate var hasEllipsis: Bool { equals("…") }
}
