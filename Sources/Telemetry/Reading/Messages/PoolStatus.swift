/// What `pool.status()` of SQLAlchemy's `QueuePool` says, in a log or in a page of JSON.
///
///     Pool size: 5  Connections in pool: 1 Current Overflow: -4 Current Checked out connections: 0
///
/// The overflow is what is open less the size: it is below 0 until as many connections have been
/// opened, and may then rise up to a `max_overflow` that the text does not tell.
/// Source: https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/pool/impl.py
struct PoolStatus {
  static let head: StaticString = "Pool size: "

  let size: Double
  let idle: Double
  let inUse: Double
  /// Connections open beyond the size.
  let overflow: Double

  /// The most that may be open, as far as is known: it is never less.
  var leastLimit: Double { size + overflow }

  /// Reads the text that begins with `head`; `nil` where it goes on otherwise.
  init?(_ text: Bytes) {
    guard text.has(Self.head) else { return nil }
    var scanner = ByteScanner(text, at: Self.head.utf8CodeUnitCount)
    func count(after words: StaticString) -> Double? {
      scanner.skipBlanks()
      guard scanner.take(words) else { return nil }
      let isBelow = scanner.take(UInt8(ascii: "-"))
      guard let number = scanner.number(), number < 1_000_000 else { return nil }
      return isBelow ? -Double(number) : Double(number)
    }
    guard let size = count(after: ""), let idle = count(after: "Connections in pool: "),
      let overflow = count(after: "Current Overflow: "),
      let inUse = count(after: "Current Checked out connections: ")
    else { return nil }
    self.size = size
    self.idle = idle
    self.inUse = inUse
    self.overflow = max(0, overflow)
  }
}
