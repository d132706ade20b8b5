/// Takes values out of what redis-cli shows of commands and of answers.
///
///     1795240113.107412 [0 127.0.0.1:60866] "set" "user:1" "Bob"    set ?      of MONITOR
///     "1795240113.107412 [0 127.0.0.1:60866] \"set\" \"user:1\""    set ?      with --json
///        2) "user:1"                                                2) ?       a list
///     1~ "bob"                                                      1~ ?       a set, with -3
///     1# "email" => "bob@example.org"                               1# ? => ?  a map, with -3
///
/// A slow log is the same with RESP3, and in a pipe answers of both protocols are alike.
/// Sources: https://redis.io/docs/latest/commands/monitor/,
/// https://redis.io/docs/latest/develop/tools/cli/
enum RedisListing {
  private static let quote = UInt8(ascii: "\"")

  /// The line without such values; `nil` for any other line.
  static func masked(_ line: Bytes) -> [UInt8]? {
    monitored(line) ?? monitoredInQuotes(line) ?? listed(line)
  }

  /// The name of a command, and `?` for its arguments.
  static func fingerprint(of command: Bytes) -> [UInt8] {
    let text = Fingerprinter.of(String(decoding: command, as: UTF8.self), dialect: .redis).text
    return Array(text.utf8)
  }

  /// A line of `MONITOR`: time, database and client, then the command, each word of it in quotes.
  private static func monitored(_ line: Bytes) -> [UInt8]? {
    var scanner = ByteScanner(line)
    guard scanner.number() != nil, scanner.take(UInt8(ascii: ".")), scanner.digits(6) != nil,
      scanner.take(" ["), scanner.number() != nil, scanner.take(UInt8(ascii: " ")),
      let client = line.find("] \"", from: scanner.position)
    else { return nil }
    let start = client &+ 3
    let end = line.closingQuote(from: start) ?? line.count
    var command = [UInt8](line.part(start, end))
    command += line.from(end &+ 1)
    return [UInt8](line.part(0, start &- 1)) + command.withUnsafeBytes { fingerprint(of: $0) }
  }

  /// The same as a string of JSON.
  private static func monitoredInQuotes(_ line: Bytes) -> [UInt8]? {
    guard line.first == quote, line.count > 1, line[1].isDigit else { return nil }
    let raw = line.part(1, line.closingQuote(from: 1) ?? line.count)
    var texts = TextArena()
    texts.begin(room: raw.count)
    let text = texts.unescaped(raw)
    guard let shown = withExtendedLifetime(texts, { monitored(text) }) else { return nil }
    var masked = [quote]
    for byte in shown { CommandMask.appendEscaped(byte, to: &masked) }
    return masked + [quote]
  }

  /// An element of an answer, or an argument in a slow log: a text in quotes behind its number.
  private static func listed(_ line: Bytes) -> [UInt8]? {
    var scanner = ByteScanner(line)
    scanner.skipBlanks()
    guard skipNumbers(&scanner), scanner.next == quote else { return nil }
    var masked: [UInt8] = []
    var copied = 0
    while scanner.next == quote {
      masked += line.part(copied, scanner.position)
      masked.append(UInt8(ascii: "?"))
      guard let end = line.closingQuote(from: scanner.position &+ 1) else { return masked }
      copied = end &+ 1
      scanner.position = copied
      // What a map holds under a key may be on the next lines.
      guard scanner.take(" =>") else { break }
      scanner.skipBlanks()
      _ = skipNumbers(&scanner)
    }
    let rest = line.from(copied)
    let isWhole = rest.allSatisfy { $0 <= 0x20 }
    guard isWhole || rest.has(" =>") else { return nil }
    return isWhole ? masked : masked + rest
  }

  /// Takes the numbers of elements, `4)  1) `; whether there was one.
  private static func skipNumbers(_ scanner: inout ByteScanner) -> Bool {
    var ahead = scanner
    var isThere = false
    while ahead.number() != nil, isMark(ahead.next), ahead.peek(1).isBlank {
      ahead.position &+= 1
      ahead.skipBlanks()
      scanner = ahead
      isThere = true
    }
    return isThere
  }

  /// What stands behind the number of an element of a list, a set or a map.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "~") || byte == UInt8(ascii: "#")
  }
}
