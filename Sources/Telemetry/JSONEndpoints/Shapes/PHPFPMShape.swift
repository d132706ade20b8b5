/// The status page of PHP-FPM as JSON: `/status?json`, keys with blanks in them.
///
/// https://www.php.net/manual/en/fpm.status.php
enum PHPFPMShape: JSONShape {
  static let name = "php-fpm"
  static let gives = "requests; children as a pool, callers that wait, memory of the children"
  static let paths = ["/status?json", "/fpm-status?json", "/php-fpm-status?json"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    body.object?["accepted conn"]?.number != nil
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    let pool = object["pool"]?.string ?? "php-fpm"
    findings.vantage = "php-fpm"
    findings.processStart = object.number("start time")
    findings.processID = object.number("start time").map { "\($0)" }
    func add(_ signal: Signal, _ key: String) {
      findings.add(signal, object.number(key), pool, at: key, name)
    }
    add(.poolInUse, "active processes")
    add(.poolIdle, "idle processes")
    // A fixed number of children is the limit; a dynamic pool does not tell its `pm.max_children`.
    if object["process manager"]?.string == "static" { add(.poolLimit, "total processes") }
    add(.poolWaiting, "listen queue")
    var traffic = JSONTraffic()
    traffic.requests = object.number("accepted conn")
    findings.traffic.append(traffic)
    findings.decide("accepted conn", "request count", name)
    if let reached = object.number("max children reached"), reached > 0 {
      findings.note(
        "pool \(pool): pm.max_children was reached \(Int(clamped: reached)) times: requests waited")
    }
    if let slow = object.number("slow requests"), slow > 0 {
      findings.note(
        "pool \(pool): \(Int(clamped: slow)) slow requests; see request_slowlog_timeout and its log"
      )
    }
    findings.decide("max children reached", "told in a note", name)
    findings.decide("slow requests", "told in a note", name)
    for key in ["start since", "max listen queue", "listen queue len", "max active processes"]
    where object[key]?.number != nil {
      findings.addUnknown(key)
    }
    readProcesses(object["processes"]?.array ?? [], pool, &findings)
  }

  /// Reads the memory of the children; their last requests say nothing about rates.
  private static func readProcesses(
    _ processes: [JSONNode], _ pool: String, _ findings: inout JSONFindings
  ) {
    let memory = processes.prefix(10_000).compactMap { $0["last request memory"]?.number }
    guard !memory.isEmpty else { return }
    findings.add(
      .heapBytes, memory.reduce(0, +), pool, at: "processes[].last request memory", name,
      unit: "bytes")
    findings.decide(
      "processes[].request duration", "not counted: the last request of each child only", name,
      unit: "us")
  }
}

extension Int {
  /// The whole part of a number, or the nearest `Int` there is.
  init(clamped value: Double) {
    self = Int(exactly: value.rounded(.towardZero)) ?? (value > 0 ? .max : 0)
  }
}
