/// Log records of OpenTelemetry as the Collector's file exporter and SDKs write them in JSON.
///
///     {"resourceLogs":[{"resource":{...},"scopeLogs":[{"scope":{},"logRecords":[
///       {"timeUnixNano":"1790000000000000000","severityText":"INFO","body":{"stringValue":"text"},
///        "attributes":[{"key":"http.route","value":{"stringValue":"/x"}}],"traceId":"5b8e..."}]}]}]}
///
/// One line holds many records. A record without a severity is a line that the Collector read from
/// a file: its body is what is inside. Of others it is an object with the attributes as keys.
/// Source: https://github.com/open-telemetry/opentelemetry-proto/blob/main/examples/logs.json
package struct OTLPEnvelope: LogEnvelope {
  package static let name = "otlp"
  package static let isUnmistakable = true
  package static let samples = [
    #"{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeLogs":[{"scope":{"name":"app"},"logRecords":[{"timeUnixNano":"1790000000000000000","observedTimeUnixNano":"1790000000000000000","severityNumber":9,"severityText":"INFO","body":{"stringValue":"request served"},"attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"http.route","value":{"stringValue":"/users/{id}"}},{"key":"http.response.status_code","value":{"intValue":"200"}},{"key":"http.server.request.duration","value":{"doubleValue":0.0125}}],"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174"}]}]}]}"#
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var texts = TextArena()
  private var object: [UInt8] = []
  /// Where the next record of the line stands; `nil` before the first.
  private var next: Int?

  package init() {}

  package mutating func forget() { next = nil }

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.has("{\"resourceLogs\"") else { return false }
    guard let start = next ?? records(of: line, from: 0) else {
      // A request without a record, as some are.
      letter.isIncomplete = true
      return line.last == UInt8(ascii: "}")
    }
    next = nil
    var json = JSONScanner(line.from(start))
    guard json.hasElement(), case .object? = json.value(), let record = Record(&json) else {
      return false
    }
    let end = start &+ json.position
    next = json.hasElement() ? end : records(of: line, from: end)
    letter.hasMore = next != nil
    letter.time = stamps.stamp(record.time)?.time
    write(record, into: &letter)
    return true
  }

  /// Where the next list of records begins, just behind its bracket.
  private mutating func records(of line: Bytes, from start: Int) -> Int? {
    var search = start
    while let found = line.find("\"logRecords\"", from: search) {
      search = found &+ 12
      var scanner = ByteScanner(line, at: search)
      scanner.skipBlanks()
      guard scanner.take(UInt8(ascii: ":")) else { continue }
      scanner.skipBlanks()
      guard scanner.take(UInt8(ascii: "[")) else { continue }
      stream = ByteHash.of(line.part(start, found))
      var list = JSONScanner(line.from(scanner.position))
      if list.hasElement() { return scanner.position }
    }
    return nil
  }

  private mutating func write(_ record: Record, into letter: inout Enclosed) {
    let body = record.body ?? Bytes.none
    if record.severity.isEmpty, record.isText {
      texts.begin(body)
      letter.content = texts.unescaped(body)
      return
    }
    object.removeAll(keepingCapacity: true)
    func put(_ text: StaticString) { object.append(contentsOf: Bytes(text)) }
    put("{\"message\":")
    if record.isText {
      put("\"")
      object.append(contentsOf: body)
      put("\"")
    } else {
      put("\"\"")
    }
    for (key, value) in [
      (StaticString("time"), record.time), ("severityText", record.severity),
      ("traceId", record.traceID),
    ] where !value.isEmpty {
      put(",\"")
      put(key)
      put("\":\"")
      object.append(contentsOf: value)
      put("\"")
    }
    for (key, value, isString) in record.attributes {
      put(",\"")
      object.append(contentsOf: key)
      put(isString ? "\":\"" : "\":")
      object.append(contentsOf: value)
      if isString { put("\"") }
    }
    put("}")
    texts.begin(room: object.count)
    letter.content = object.withUnsafeBytes { texts.copy($0) }
  }
}

extension OTLPEnvelope {
  /// What one log record says, as raw parts of its line.
  fileprivate struct Record {
    var time = Bytes.none
    var severity = Bytes.none
    var traceID = Bytes.none
    var body: Bytes?
    var isText = true
    var attributes: [(key: Bytes, value: Bytes, isString: Bool)] = []
    /// Attributes that are looked at.
    private static let most = 200

    /// Reads the record whose brace was taken; `nil` when it is broken.
    init?(_ json: inout JSONScanner) {
      var observed = Bytes.none
      while let key = json.nextKey() {
        guard let value = json.value() else { return nil }
        switch value {
        case .string(let raw), .number(let raw):
          if key.equals("timeUnixNano"), !raw.equals("0") { time = raw }
          if key.equals("observedTimeUnixNano") { observed = raw }
          if key.equals("severityText") { severity = raw }
          if key.equals("severityNumber"), severity.isEmpty { severity = Self.level(raw) }
          if key.equals("traceId") { traceID = raw }
        case .object where key.equals("body"):
          if let (raw, isString) = Self.value(&json) {
            body = raw
            isText = isString
          } else {
            isText = false
          }
        case .array where key.equals("attributes"):
          while json.hasElement() {
            guard case .object? = json.value() else { break }
            attribute(&json)
            if json.isBroken { return nil }
          }
        case .object, .array: json.skipRest()
        default: break
        }
      }
      if json.isBroken { return nil }
      if time.isEmpty { time = observed }
    }

    private mutating func attribute(_ json: inout JSONScanner) {
      var name = Bytes.none
      var found: (raw: Bytes, isString: Bool)?
      while let key = json.nextKey(), let value = json.value() {
        switch value {
        case .string(let raw): if key.equals("key") { name = raw }
        case .object: found = Self.value(&json)
        case .array: json.skipRest()
        default: break
        }
      }
      guard let found, !name.isEmpty, attributes.count < Self.most else { return }
      attributes.append((name, found.raw, found.isString))
    }

    /// The value in the object whose brace was taken; `nil` for lists and what is nested.
    private static func value(_ json: inout JSONScanner) -> (raw: Bytes, isString: Bool)? {
      var found: (raw: Bytes, isString: Bool)?
      while let key = json.nextKey(), let value = json.value() {
        switch value {
        // Whole numbers of 64 bits are strings in protobuf's JSON.
        case .string(let raw): found = (raw, !key.equals("intValue"))
        case .number(let raw): found = (raw, false)
        case .object, .array: json.skipRest()
        default: break
        }
      }
      return found
    }

    /// The word for a number of a severity: 1 to 4 are TRACE, 5 to 8 DEBUG, and so on.
    private static func level(_ number: Bytes) -> Bytes {
      let words: [StaticString] = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
      guard let value = number.unsigned, 1...24 ~= value else { return .none }
      return Bytes(words[(value &- 1) / 4])
    }
  }
}
