/// The stamps of multilog and svlogd before each line: TAI64N, in 24 hexadecimal digits.
///
///     @400000003b4a39c23294b13c fatal: out of memory
///
/// The first sixteen digits are 2^62 and the seconds since 1970, which TAI counts from ten seconds
/// earlier than UTC; these programs leave leap seconds out. The other eight are nanoseconds.
/// Sources: https://cr.yp.to/daemontools/multilog.html, https://cr.yp.to/libtai/tai64.html
package struct MultilogEnvelope: LogEnvelope {
  package static let name = "multilog"
  package static let isUnmistakable = true
  package static let samples = [
    "@400000003b4a39c23294b13c fatal: out of memory",
    #"@4000000068e90f6c075bca00 INFO:     10.0.0.1:5000 - "GET /a HTTP/1.1" 200 OK"#,
  ]

  /// The label of 1970-01-01; later ones lie before the year 10,000.
  private static let epoch: UInt64 = 0x4000_0000_0000_000A
  private static let lastSecond: UInt64 = 253_402_300_799

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.count >= 25, line[0] == UInt8(ascii: "@"),
      line.count == 25 || line[25] == UInt8(ascii: " "),
      let label = Self.hexadecimal(line.part(1, 17)),
      let nanoseconds = Self.hexadecimal(line.part(17, 25)), nanoseconds < 1_000_000_000,
      label >= Self.epoch, label &- Self.epoch <= Self.lastSecond
    else { return false }
    let seconds = Int64(label &- Self.epoch)
    letter.content = line.from(26)
    letter.time = Timestamp(microseconds: seconds &* 1_000_000 &+ Int64(nanoseconds / 1000))
    return true
  }

  private static func hexadecimal(_ digits: Bytes) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      guard digit.isHex else { return nil }
      value = value &<< 4 | UInt64(digit.isDigit ? digit &- 0x30 : (digit | 0x20) &- 0x57)
    }
    return value
  }
}
