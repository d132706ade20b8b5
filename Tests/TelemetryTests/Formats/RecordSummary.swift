import Telemetry

/// One entry read by a format, as one line of text with only the fields that say something.
///
/// `request 2026-01-01T00:00:00Z GET /x 200 0.057s client=1.2.3.4`; `nil` for a refused entry.
func summary<Format: LogFormat>(of entry: String, as format: Format.Type) -> String? {
  var parser = Format()
  return summary(of: entry, by: &parser)
}

/// The same with a parser that keeps its state between entries.
func summary<Format: LogFormat>(of entry: String, by parser: inout Format) -> String? {
  var entry = entry
  return entry.withUTF8 { text in
    var record = LogRecord()
    guard parser.parse(Bytes(text), into: &record) else { return nil }
    return summary(of: record)
  }
}

/// The fields of a record; messages of requests and statements are left out.
func summary(of record: LogRecord) -> String {
  var words = ["\(record.kind)"]
  func add(_ name: String, _ bytes: Bytes) {
    if !bytes.isEmpty { words.append(name + String(decoding: bytes, as: UTF8.self)) }
  }
  if record.level != .unknown { words.append("\(record.level)") }
  if let time = record.time { words.append(iso(time)) }
  add("", record.method)
  add("", record.target)
  add("route=", record.route)
  if record.status != 0 { words.append("\(record.status)") }
  if !record.seconds.isNaN { words.append("\(rounded(record.seconds))s") }
  if !record.upstreamSeconds.isNaN { words.append("up=\(rounded(record.upstreamSeconds))s") }
  if record.bytesSent >= 0 { words.append("bytes=\(record.bytesSent)") }
  if record.rowsSent >= 0 { words.append("rows=\(record.rowsSent)") }
  if record.rowsExamined >= 0 { words.append("examined=\(record.rowsExamined)") }
  if record.failed { words.append("failed") }
  add("name=", record.name)
  add("req=", record.requestID)
  add("trace=", record.traceID)
  add("conn=", record.connectionID)
  add("pid=", record.processID)
  add("client=", record.client)
  add("user=", record.user)
  add("sql=", record.statement)
  if record.kind == .message { add("| ", record.message) }
  return words.joined(separator: " ")
}

/// RFC 3339 with as many decimals as the instant needs.
func iso(_ time: Timestamp) -> String {
  let day = Int((time.seconds / 86_400).rounded(.down))
  let microseconds = Int(time.microseconds) - day * 86_400_000_000
  let shifted = day + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  let seconds = microseconds / 1_000_000
  var text = "\(year)-\(two(month))-\(two(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))"
  text += "T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  var fraction = String(String(microseconds % 1_000_000 + 1_000_000).dropFirst())
  while fraction.last == "0" { fraction.removeLast() }
  return text + (fraction.isEmpty ? "Z" : ".\(fraction)Z")
}

/// Nine decimals at most, so that sums of decimal fractions read as written.
private func rounded(_ seconds: Double) -> Double {
  (seconds * 1e9).rounded() / 1e9
}
