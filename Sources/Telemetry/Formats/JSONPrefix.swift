/// What stands before the object of a line: a stamp, a level, a message.
///
///     2024-01-01T10:00:00.123Z INFO {"method":"GET", ...}
///     2024/01/01 10:00:00.123<tab>info<tab>http.log.access<tab>handled request<tab>{"request": ...}
///     caddy  | {"level":"info", ...}
struct JSONPrefix: Sendable {
  private var head = LineHead()

  /// Where the object of `entry` starts: at once or after such a prefix.
  ///
  /// A prefix is short, unless tabs separate its parts as zap's console encoder writes them.
  @inline(__always)
  static func objectStart(_ entry: Bytes) -> Int? {
    entry.first == UInt8(ascii: "{") ? 0 : startBehindPrefix(entry)
  }

  @inline(never)
  private static func startBehindPrefix(_ entry: Bytes) -> Int? {
    guard let brace = entry.find(UInt8(ascii: "{")), brace > 0, entry[brace &- 1].isBlank,
      brace <= 64 || brace <= 256 && entry[brace &- 1] == UInt8(ascii: "\t")
    else { return nil }
    return brace
  }

  /// Fills in what the object left unsaid.
  @inline(never)
  mutating func complete(
    _ record: inout LogRecord, from prefix: Bytes, _ context: StampContext
  ) {
    guard record.time == nil || record.level == .unknown || record.message.isEmpty else { return }
    head.stamps.context = context
    var said = LogRecord()
    guard let text = head.read(prefix, into: &said) else { return }
    if record.time == nil, said.time != nil {
      record.time = said.time
      record.timeResolution = said.timeResolution
    }
    if record.level == .unknown { record.level = said.level }
    if record.message.isEmpty { record.message = prefix.from(text).trimmed }
  }
}
