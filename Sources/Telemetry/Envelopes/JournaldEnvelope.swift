/// The entries of systemd's journal as `journalctl -o json` prints them.
///
///     {"_PID":"77","MESSAGE":"text","__REALTIME_TIMESTAMP":"1767261600123456",...}
///
/// `-o json-seq` begins each entry with a record separator, `-o json-sse` with `data: `. A message
/// that is not plain text, with colours for example, is an array of bytes; one that is too long is
/// null. Sources: https://systemd.io/JOURNAL_EXPORT_FORMATS/#journal-json-format, journalctl(1)
package struct JournaldEnvelope: LogEnvelope {
  package static let name = "journald"
  package static let isUnmistakable = false
  package static let samples = [
    #"{"_SYSTEMD_UNIT":"api.service","SYSLOG_IDENTIFIER":"api","__REALTIME_TIMESTAMP":"1767261600123456","__CURSOR":"s=b11e65e4efcc4adda7efe309b78a1e70;i=1","MESSAGE":"plain \"q\" \\ text","_PID":"77","PRIORITY":"3","__MONOTONIC_TIMESTAMP":"1767261600123456","_HOSTNAME":"web1"}"#,
    #"{"_SYSTEMD_UNIT":"api.service","__REALTIME_TIMESTAMP":"1767261601123456","PRIORITY":"3","MESSAGE":[27,91,51,50,109,73,78,70,79,27,91,48,109,58,32,104,105]}"#,
    #"{"__MONOTONIC_TIMESTAMP":"1767261603123456","__REALTIME_TIMESTAMP":"1767261603123456","MESSAGE":null,"_PID":"77"}"#,
    "\u{1E}"
      + #"{"__REALTIME_TIMESTAMP":"1767261604123456","_SYSTEMD_UNIT":"api.service","MESSAGE":"of a sequence","_PID":"77"}"#,
    #"data: {"__REALTIME_TIMESTAMP":"1767261605123456","_SYSTEMD_UNIT":"api.service","MESSAGE":"of an event","_PID":"77"}"#,
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var texts = TextArena()
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    let start = Self.start(of: line)
    guard start < line.count, line[start] == UInt8(ascii: "{"),
      line.find("\"__REALTIME_TIMESTAMP\"") != nil
    else { return false }
    texts.begin(line)
    var sender: UInt64 = 0
    var json = JSONScanner(line.from(start &+ 1))
    while let key = json.nextKey() {
      guard let value = json.value() else { return false }
      switch value {
      case .string(let raw):
        if key.equals("MESSAGE") { letter.content = texts.unescaped(raw) }
        if Self.namesSender(key) { sender &+= ByteHash.of(raw) }
        if key.equals("__REALTIME_TIMESTAMP") { letter.time = stamps.stamp(raw)?.time }
      case .object: json.skipRest()
      case .array:
        if key.equals("MESSAGE") { letter.content = message(in: line) }
        json.skipRest()
      default: break
      }
    }
    stream = sender
    return !json.isBroken && letter.time != nil
  }

  /// Where the object begins behind what announces it.
  private static func start(of line: Bytes) -> Int {
    if line.first == 0x1E { return 1 }
    return line.has("data: {", at: 0) ? 6 : 0
  }

  /// Whether a field tells which program an entry is from.
  static func namesSender(_ key: Bytes) -> Bool {
    key.equals("_SYSTEMD_UNIT") || key.equals("SYSLOG_IDENTIFIER") || key.equals("_PID")
      || key.equals("CONTAINER_NAME") || key.equals("_HOSTNAME")
  }

  /// The text that `"MESSAGE":[27,91,...]` gives byte by byte.
  private mutating func message(in line: Bytes) -> Bytes {
    guard let start = line.find("\"MESSAGE\"") else { return .none }
    bytes.removeAll(keepingCapacity: true)
    var scanner = ByteScanner(line, at: start &+ 9)
    while !scanner.isAtEnd, scanner.next != UInt8(ascii: "]") {
      if let byte = scanner.number() {
        bytes.append(UInt8(truncatingIfNeeded: byte))
      } else {
        scanner.position &+= 1
      }
    }
    return bytes.withUnsafeBytes { texts.copy($0) }
  }
}
