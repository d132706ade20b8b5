import Telemetry

/// Writes statements as PostgreSQL does with `log_line_prefix = '%m [%p] %u@%d '`.
///
///     2026-01-01 00:00:00.123 UTC [2113] shop@shop LOG:  duration: 23.456 ms  statement: select 1
///
/// Further lines of a statement begin with a tab, as PostgreSQL writes them.
struct DatabaseLogWriter: Sendable {
  private var stamp = CalendarStamp(.sortable)
  private let sql = ShopSQL()

  /// Appends the entry of a statement that has ended, or the entries if it failed.
  mutating func append(_ call: SimulatedStatement, to output: inout [UInt8]) {
    guard let failure = call.failure else {
      prefix(call, "LOG:  duration: ", &output)
      output.append(microsecondsAsMilliseconds: call.microseconds)
      output.append(" ms  statement: ")
      statement(call, &output)
      return
    }
    prefix(call, "ERROR:  ", &output)
    switch failure {
    case .timeout:
      output.append("canceling statement due to statement timeout\n")
    case .duplicateKey:
      output.append(
        "duplicate key value violates unique constraint \"orders_idempotency_key_key\"\n")
      prefix(call, "DETAIL:  ", &output)
      output.append("Key (idempotency_key)=(order-")
      output.append(decimal: call.first)
      output.append("-")
      output.append(decimal: call.second)
      output.append(") already exists.\n")
    }
    prefix(call, "STATEMENT:  ", &output)
    statement(call, &output)
  }

  private func statement(_ call: SimulatedStatement, _ output: inout [UInt8]) {
    sql.append(call, lineStart: [UInt8(ascii: "\t")], to: &output)
    output.append("\n")
  }

  private mutating func prefix(
    _ call: SimulatedStatement, _ label: StaticString, _ output: inout [UInt8]
  ) {
    let end = call.end
    output.append(contentsOf: stamp.text(of: end))
    output.append(".")
    output.append(decimal: end.microseconds % 1_000_000 / 1000, width: 3)
    output.append(" UTC [")
    output.append(decimal: call.processID)
    output.append("] shop@shop ")
    output.append(label)
  }
}
