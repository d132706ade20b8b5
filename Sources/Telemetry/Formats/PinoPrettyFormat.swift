/// The lines of pino and Fastify as pino-pretty shows them while developing.
///
///     [10:23:45.123] INFO (12345): request completed
///         req: {
///           "method": "GET",
///           "url": "/users/1"
///         }
///         res: {
///           "statusCode": 200
///         }
///         responseTime: 12
///
/// The fields are the JSON that pino wrote, each value behind its key: they are put together again and
/// read as such, so that durations are milliseconds as in `json-access`. Fields with the stack of an error
/// are no JSON and left out. By default the stamp is local time without a date.
/// Source: https://github.com/pinojs/pino-pretty
package struct PinoPrettyFormat: LocalStampFormat {
  package static let name = "pino-pretty"
  package static let vantage = "app"
  package static let isMultiLine = true
  package static let isSequential = true
  package static let samples = [
    "[10:23:45.123] INFO (12345): request completed\n    req: {\n      \"method\": \"GET\",\n      \"url\": \"/users/1\"\n    }\n    res: {\n      \"statusCode\": 200\n    }\n    responseTime: 12",
    "[2018-03-30 17:35:28.992 +0000] \u{1B}[32mINFO\u{1B}[39m (app/42 on web-1): \u{1B}[36mlistening\u{1B}[39m",
    "[1522431328992] ERROR (42 on web-1): it broke\n    err: {\n      \"type\": \"Error\",\n      \"stack\":\n          Error: it broke\n              at a (b.js:1:2)\n    }",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set {
      stamps.context = newValue
      line.stamps.context = newValue
    }
  }

  package var readings: [LogReading] { line.readings }

  private var stamps = StampScanner()
  private var line = JSONLine()
  private var texts = TextArena()
  private var objects = TextArena()
  /// Whether an entry showed what no other logger writes: `[10:23:45] INFO: x` alone may be anyone's.
  private var isCertain = false

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool { Head(line) != nil }

  package func continues(_ entry: Bytes, with line: Bytes) -> Bool { line.has("    ") }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let text = texts.withoutColours(entry)
    let end = text.find(0x0A) ?? text.count
    guard let head = Head(text.part(0, end)), let stamp = stamps.stamp(head.stamp) else {
      return false
    }
    let fields = text.from(min(end &+ 1, text.count))
    let firstField = fields.part(0, fields.find(0x0A) ?? fields.count)
    isCertain = isCertain || head.hasProcess || Self.keyEnd(firstField) != nil
    guard isCertain else { return false }
    record.level = head.level
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.processID = head.process
    record.message = head.message
    let said = record
    let json = object(of: fields)
    if line.parse(json, into: &record) { return true }
    record = said
    if MessagePatterns.read(record.message, into: &record) { record.hasReadings = false }
    return true
  }

  /// The object that the fields are of.
  private mutating func object(of fields: Bytes) -> Bytes {
    // Quotes and a colon take no more room than the blanks before a key did.
    objects.begin(room: fields.count &+ 2)
    return objects.write(atMost: fields.count &+ 2) { room in
      var count = 0
      func put(_ text: Bytes) {
        guard count &+ text.count <= room.count else { return }
        for byte in text {
          room[count] = byte
          count &+= 1
        }
      }
      put(Bytes("{" as StaticString))
      var isSkipping = true
      var start = 0
      while start < fields.count {
        let end = fields.find(0x0A, from: start) ?? fields.count
        let line = fields.part(start, end)
        start = end &+ 1
        guard let colon = Self.keyEnd(line) else {
          if !isSkipping { put(line.trimmedSpace) }
          continue
        }
        let key = line.part(4, colon)
        isSkipping = key.equals("err") || key.equals("error")
        if isSkipping { continue }
        if count > 1 { put(Bytes("," as StaticString)) }
        put(Bytes("\"" as StaticString))
        put(key)
        put(Bytes("\":" as StaticString))
        put(line.from(colon &+ 1).trimmedSpace)
      }
      put(Bytes("}" as StaticString))
      return count
    }
  }

  /// Where the key of a line ends that begins a field: four blanks and no more stand before it.
  private static func keyEnd(_ line: Bytes) -> Int? {
    guard line.has("    "), line.count > 5, line[4].isWord,
      let colon = line.find(UInt8(ascii: ":"), from: 4)
    else { return nil }
    return line.part(4, colon).contains { $0.isBlank || $0 == UInt8(ascii: "\"") } ? nil : colon
  }
}

/// What the first line of an entry says: `[10:23:45.123] INFO (app/12345 on web-1): started`.
private struct Head {
  let stamp: Bytes
  let level: LogLevel
  /// The process between the name of the program and that of the host; empty if it is not there.
  let process: Bytes
  /// Whether program, process or host are named, as no other logger has them.
  let hasProcess: Bool
  let message: Bytes

  /// Reads a line with or without colours; `nil` for one that is none of pino-pretty.
  init?(_ line: Bytes) {
    var scanner = ByteScanner(line)
    guard scanner.take(UInt8(ascii: "[")), scanner.next.isDigit,
      let stamp = scanner.upTo(UInt8(ascii: "]")), stamp.count <= 40,
      scanner.take(UInt8(ascii: " "))
    else { return nil }
    scanner.skipColours()
    let start = scanner.position
    while scanner.next.isUpper { scanner.position &+= 1 }
    let word = line.part(start, scanner.position)
    // Before version 4 levels were as wide as `ERROR`.
    if scanner.next == UInt8(ascii: " "), scanner.peek(1) != UInt8(ascii: "(") {
      scanner.position &+= 1
    }
    scanner.skipColours()
    var names = Bytes.none
    if scanner.take(" (") {
      guard let inside = scanner.upTo(UInt8(ascii: ")")) else { return nil }
      names = inside
    }
    guard scanner.take(UInt8(ascii: ":")), scanner.isAtEnd || scanner.take(UInt8(ascii: " ")) else {
      return nil
    }
    let level = LevelWords.level(word)
    guard level != .unknown || word.equals("USERLVL") else { return nil }
    self.stamp = stamp
    self.level = level
    let program = names.find(" on ").map { names.part(0, $0) } ?? names
    let number = program.lastIndex(of: UInt8(ascii: "/")).map { program.from($0 &+ 1) } ?? program
    process = number.unsigned == nil ? .none : number
    hasProcess = !process.isEmpty || program.count < names.count
    message = scanner.rest.trimmed
  }
}
