import Testing

@testable import Telemetry

/// What SQLAlchemy's pools say of themselves in logs.
@Suite struct PoolStatusTests {
  /// The readings of each line, read one after the other by one reader.
  private func readings(_ lines: String...) -> [String] {
    var format = AppLineFormat()
    return lines.map { line in
      withBytes(line) { bytes in
        var record = LogRecord()
        guard format.parse(bytes, into: &record), record.hasReadings else { return "-" }
        return format.readings.map { "\($0.signal) \(Int($0.value))" }.joined(separator: ", ")
      }
    }
  }

  private func status(_ size: Int, _ idle: Int, _ overflow: Int, _ inUse: Int) -> String {
    "2026-01-01 10:00:00,123 INFO app.db: Pool size: \(size)  Connections in pool: \(idle) "
      + "Current Overflow: \(overflow) Current Checked out connections: \(inUse)"
  }

  @Test func `the limit is the size until more is open, and does not fall below that again`() {
    #expect(
      readings(status(3, 1, -2, 0), status(3, 0, 1, 4), status(3, 2, 0, 1)) == [
        "poolInUse 0, poolIdle 1, poolLeastLimit 3", "poolInUse 4, poolIdle 0, poolLeastLimit 4",
        "poolInUse 1, poolIdle 2, poolLeastLimit 4",
      ])
  }

  @Test func `the limit that a timeout told is not forgotten`() {
    let timeout =
      "2026-01-01 10:00:00,123 ERROR app: QueuePool limit of size 3 overflow 10 reached, "
      + "connection timed out, timeout 30.00"
    #expect(
      readings(timeout, status(3, 0, 1, 4)) == [
        "poolTimeouts 1, poolLimit 13", "poolInUse 4, poolIdle 0, poolLimit 13",
      ])
  }

  @Test(arguments: ["Pool size: 5", "Pool size: x  Connections in pool: 1", "Pool size: "])
  func `text that only begins like it is a message`(text: String) {
    #expect(readings("2026-01-01 10:00:00,123 INFO app: \(text)") == ["-"])
  }
}
