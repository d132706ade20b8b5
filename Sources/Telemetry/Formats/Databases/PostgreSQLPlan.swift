/// Reads the statement and the rows of a plan that auto_explain logged.
///
/// Rows examined are what the scans of tables and indexes gave and what their filters removed,
/// times their loops; rows sent are those of the top node. Without `log_analyze` both are unknown.
/// Source: https://www.postgresql.org/docs/current/auto-explain.html
enum PostgreSQLPlan {
  /// Reads the text after `plan:`; `false` when no statement is in it.
  static func read(_ text: Bytes, _ texts: inout TextArena, into record: inout LogRecord) -> Bool {
    if let key = text.find("\"Query Text\": \"") {
      guard let end = text.closingQuote(from: key &+ 15) else { return false }
      texts.begin(text)
      record.statement = texts.unescaped(text.part(key &+ 15, end))
      readJSON(text.from(end), &record)
    } else if let key = text.find("Query Text: ") {
      readText(text.from(key &+ 12), &texts, &record)
    } else if let key = text.find("<Query-Text>"), let end = text.find("</Query-Text>", from: key) {
      record.statement = text.part(key &+ 12, end)
    }
    return !record.statement.isEmpty
  }

  /// A plan as text, or as YAML, of which only the statement is read.
  private static func readText(_ text: Bytes, _ texts: inout TextArena, _ record: inout LogRecord) {
    if text.first == UInt8(ascii: "\""), let end = text.closingQuote(from: 1),
      end &+ 1 == text.count || text[end &+ 1] == 0x0A
    {
      texts.begin(text)
      record.statement = texts.unescaped(text.part(1, end))
      return
    }
    // The plan starts with the first line that names a cost.
    let cost = text.find("  (cost=") ?? text.count
    var end = cost
    while end > 0, cost < text.count, text[end] != 0x0A { end &-= 1 }
    if cost < text.count { readNodes(text.from(end), &record) }
    if let parameters = text.part(0, end).find("Query Parameters: ") {
      end = parameters
      while end > 0, text[end] != 0x0A { end &-= 1 }
    }
    record.statement = text.part(0, end).trimmed
  }

  /// The lines of a plan as text.
  private static func readNodes(_ plan: Bytes, _ record: inout LogRecord) {
    var sum = RowSum()
    var start = 0
    while start < plan.count {
      let end = plan.find(0x0A, from: start) ?? plan.count
      let line = plan.part(start, end)
      start = end &+ 1
      if let cost = line.find("  (cost=") {
        let figures = line.from(cost)
        let actual = figures.find("(actual ")
        let loops = actual.flatMap { number(figures, "loops=", from: $0) }
        sum.begin(
          isScan: isScan(line.part(0, cost)),
          rows: actual.flatMap { number(figures, "rows=", from: $0) }, loops: loops)
      } else if let removed = removedRows(line) {
        sum.remove(removed)
      }
    }
    sum.write(&record)
  }

  /// Nodes of a plan in JSON: each begins with its type, and its children come last in it.
  private static func readJSON(_ plan: Bytes, _ record: inout LogRecord) {
    let key: StaticString = "\"Node Type\": \""
    var sum = RowSum()
    var start = plan.find(key)
    while let place = start {
      let type = place &+ key.utf8CodeUnitCount
      start = plan.find(key, from: type)
      let node = plan.part(type, start ?? plan.count)
      sum.begin(
        isScan: isScan(node.part(0, node.find(UInt8(ascii: "\"")) ?? 0)),
        rows: number(node, "\"Actual Rows\": "), loops: number(node, "\"Actual Loops\": "))
      sum.remove(number(node, "\"Rows Removed by Filter\": ") ?? 0)
      sum.remove(number(node, "\"Rows Removed by Index Recheck\": ") ?? 0)
    }
    sum.write(&record)
  }

  /// Whether a node reads rows of a table; what reads the rows of another node does not.
  private static func isScan(_ node: Bytes) -> Bool {
    guard let scan = node.find(" Scan") else { return false }
    let kind = node.part(0, scan)
    func ends(_ word: StaticString) -> Bool {
      kind.count >= word.utf8CodeUnitCount
        && kind.has(word, at: kind.count - word.utf8CodeUnitCount)
    }
    return ends("Seq") || (ends("Index") && !ends("Bitmap Index")) || ends("Index Only")
      || ends("Heap") || ends("Tid") || ends("Range") || ends("Sample") || ends("Foreign")
      || ends("Custom") || node.has("Backward", at: scan &+ 6)
  }

  private static func removedRows(_ line: Bytes) -> Double? {
    let text = line.trimmed
    guard text.has("Rows Removed by ") else { return nil }
    return number(text, "by Filter: ") ?? number(text, "by Index Recheck: ")
  }

  private static func number(_ text: Bytes, _ key: StaticString, from start: Int = 0) -> Double? {
    guard let place = text.find(key, from: start) else { return nil }
    var scanner = ByteScanner(text, at: place &+ key.utf8CodeUnitCount)
    return scanner.decimal()
  }
}

/// Rows of the nodes of one plan.
private struct RowSum {
  private var sent = Double.nan
  private var examined = Double.nan
  private var isScan = false
  private var isFirst = true
  private var loops = 0.0

  /// Rows of a node are averages over its loops; `nil` for a plan without actual figures.
  mutating func begin(isScan: Bool, rows: Double?, loops: Double?) {
    self.isScan = isScan
    self.loops = loops ?? 1
    if let rows {
      if isFirst { sent = rows * self.loops }
      if examined.isNaN { examined = 0 }
      if isScan { examined += rows * self.loops }
    }
    isFirst = false
  }

  mutating func remove(_ rows: Double) {
    if isScan { examined += rows * loops }
  }

  func write(_ record: inout LogRecord) {
    if let sent = Int64(exactly: sent.rounded()) { record.rowsSent = max(sent, -1) }
    if let examined = Int64(exactly: examined.rounded()) { record.rowsExamined = max(examined, -1) }
  }
}
