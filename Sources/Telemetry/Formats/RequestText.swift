/// Reads `"GET /users/42?x=1 HTTP/1.1"`, the request in quotes that all access logs share.
enum RequestText {
  /// Reads the text whose opening quote is just before `start`; returns where the rest starts.
  ///
  /// Text that is no request (`"-"`, `""`, the bytes of a TLS greeting) leaves method and target
  /// empty. A target may hold blanks: it ends before the protocol, which HTTP/0.9 does not have and
  /// of which hypercorn writes nothing but the version: `GET /users/42 1.1`.
  @inline(__always)
  static func read(_ entry: Bytes, from start: Int, into record: inout LogRecord) -> Int? {
    var methodEnd = start
    while methodEnd < entry.count, entry[methodEnd].isUpper { methodEnd &+= 1 }
    if methodEnd > start, methodEnd < entry.count, entry[methodEnd] == UInt8(ascii: " "),
      let space = entry.find(UInt8(ascii: " "), from: methodEnd &+ 1), space > methodEnd &+ 1,
      entry.has(" HTTP/", at: space), space &+ 9 < entry.count
    {
      // Nearly all lines: the first blank of the target is the one before `HTTP/1.1"`.
      let short = entry[space &+ 7] == UInt8(ascii: "\"")
      if short || entry[space &+ 9] == UInt8(ascii: "\"") {
        record.method = entry.part(start, methodEnd)
        record.target = entry.part(methodEnd &+ 1, space)
        return space &+ (short ? 8 : 10)
      }
    }
    guard let end = entry.closingQuote(from: start) else { return nil }
    _ = read(text: entry.part(start, end), into: &record)
    return end &+ 1
  }

  /// Reads a request line without its quotes; `false`, and nothing set, when it is none.
  @inline(never)
  static func read(text: Bytes, into record: inout LogRecord) -> Bool {
    var methodEnd = 0
    while methodEnd < text.count, isMethod(text[methodEnd]) { methodEnd &+= 1 }
    guard methodEnd > 0, methodEnd <= 24, text[0].isUpper, methodEnd &+ 1 < text.count,
      text[methodEnd] == UInt8(ascii: " ")
    else { return false }
    var targetEnd = text.count
    var search = methodEnd
    while let protocolStart = text.find(" HTTP/", from: search) {
      targetEnd = protocolStart
      search = protocolStart &+ 1
    }
    var target = text.part(methodEnd &+ 1, targetEnd).trimmed
    if targetEnd == text.count { target = withoutVersion(target) }
    guard !target.isEmpty else { return false }
    record.method = text.part(0, methodEnd)
    record.target = target
    return true
  }

  /// Where a request ends that starts at `start` and has no quotes; `nil` for text that is none.
  static func end(_ entry: Bytes, from start: Int) -> Int? {
    var methodEnd = start
    while methodEnd < entry.count, isMethod(entry[methodEnd]) { methodEnd &+= 1 }
    guard methodEnd > start, entry[start].isUpper else { return nil }
    var scanner = ByteScanner(entry, at: methodEnd)
    guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty else { return nil }
    if let protocolStart = entry.find(" HTTP/", from: methodEnd) {
      scanner.position = protocolStart &+ 1
      _ = scanner.word()
    }
    return scanner.position
  }

  /// A target without the bare version that may follow it.
  private static func withoutVersion(_ target: Bytes) -> Bytes {
    guard let space = target.lastIndex(of: UInt8(ascii: " ")) else { return target }
    let word = target.from(space &+ 1)
    let isVersion =
      word.equals("1.1") || word.equals("2") || word.equals("3") || word.equals("1.0")
      || word.equals("ws")
    return isVersion ? target.part(0, space) : target
  }

  private static func isMethod(_ byte: UInt8) -> Bool {
    byte.isUpper || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
