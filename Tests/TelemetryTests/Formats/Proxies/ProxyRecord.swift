import Telemetry

/// One line read by a parser that keeps its state, with what proxies say beside a plain record.
func proxyRecord<Format: LogFormat>(_ line: String, by parser: inout Format) -> String? {
  var line = line
  return line.withUTF8 { text in
    var record = LogRecord()
    guard parser.parse(Bytes(text), into: &record) else { return nil }
    var words = [summary(of: record)]
    if record.cache != .unknown { words.append("\(record.cache)") }
    if !record.databaseSeconds.isNaN { words.append("db=\(record.databaseSeconds)s") }
    if record.queryCount >= 0 { words.append("queries=\(record.queryCount)") }
    return words.joined(separator: " ")
  }
}

/// The same with a parser of its own.
func proxyRecord<Format: LogFormat>(_ line: String, as format: Format.Type) -> String? {
  var parser = Format()
  return proxyRecord(line, by: &parser)
}
