/// Spring Boot's `/actuator/metrics`: an index of names, and one page per name (and tag).
///
/// A page tells sums only, so `http.server.requests` is asked once per URI; the Prometheus page of
/// the same service tells more with one request.
/// https://docs.spring.io/spring-boot/api/rest/actuator/metrics.html
enum ActuatorMetricsShape: JSONShape {
  static let name = "spring-actuator"
  static let gives =
    "requests with mean and longest duration by URI; heap, garbage collection, HikariCP pools"
  static let paths = ["/actuator/metrics"]
  /// URIs that are asked one by one.
  private static let uriLimit = 40
  /// Names that are of use here, with the tag that narrows them to what is wanted.
  private static let wanted: [(name: String, query: String)] = [
    ("http.server.requests", ""), ("jvm.memory.used", "?tag=area:heap"),
    ("jvm.memory.max", "?tag=area:heap"), ("hikaricp.connections.active", ""),
    ("hikaricp.connections.idle", ""), ("hikaricp.connections.max", ""),
    ("hikaricp.connections.pending", ""), ("hikaricp.connections.timeout", ""),
    ("jvm.gc.pause", ""), ("process.start.time", ""), ("process.files.open", ""),
    ("jvm.threads.live", ""),
  ]
  private static let gauges: [String: Signal] = [
    "jvm.memory.used": .heapBytes, "jvm.memory.max": .heapLimitBytes,
    "hikaricp.connections.active": .poolInUse, "hikaricp.connections.idle": .poolIdle,
    "hikaricp.connections.max": .poolLimit, "hikaricp.connections.pending": .poolWaiting,
    "hikaricp.connections.timeout": .poolTimeouts, "process.files.open": .openFiles,
    "jvm.threads.live": .threads, "process.start.time": .processStart,
  ]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object else { return false }
    if let names = object["names"]?.array {
      return names.contains { $0.string?.contains(".") ?? false }
    }
    return object["measurements"]?.array != nil && object["name"]?.string != nil
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    findings.isKnown = true
    if let names = object["names"]?.array {
      readIndex(names.compactMap(\.string), location, &findings)
    } else if let metric = object["name"]?.string {
      readMetric(metric, object, location, &findings)
    }
  }

  private static func readIndex(
    _ names: [String], _ location: String, _ findings: inout JSONFindings
  ) {
    let base = location.prefix { $0 != "?" }
    let root = base.hasSuffix("/") ? base.dropLast() : base
    findings.followUps = wanted.filter { names.contains($0.name) }
      .map { "\(root)/\($0.name)\($0.query)" }
    findings.note(
      "/actuator/metrics is asked page by page; /actuator/prometheus tells more with one request")
  }

  private static func readMetric(
    _ metric: String, _ object: JSONObject, _ location: String, _ findings: inout JSONFindings
  ) {
    var values: [String: Double] = [:]
    for measurement in object["measurements"]?.array ?? [] {
      guard let statistic = measurement["statistic"]?.string,
        let value = measurement["value"]?.number
      else { continue }
      values[statistic] = value
    }
    let unit = object["baseUnit"]?.string ?? ""
    let seconds = JSONKey(unit).secondsPerUnit ?? 1
    let value = values["VALUE"] ?? values["COUNT"] ?? values["TOTAL"]
    if metric == "http.server.requests" || metric == "http.client.requests" {
      readRequests(values, object, seconds, location, &findings)
    } else if metric == "jvm.gc.pause" {
      findings.add(
        .gcPauseSeconds, values["TOTAL_TIME"].map { $0 * seconds }, "", at: metric, name, unit: unit
      )
      findings.add(.gcCount, values["COUNT"], "", at: metric, name)
    } else if let signal = gauges[metric] {
      if signal == .processStart { findings.processStart = value.map { $0 * seconds } }
      let isUndefined = value == -1
      let pool = metric.hasPrefix("hikaricp") ? tagValues("pool", object) : []
      let subject = pool.count == 1 ? pool[0] : ""
      findings.add(signal, isUndefined ? nil : value, subject, at: metric, name, unit: unit)
    } else {
      findings.addUnknown(metric)
    }
  }

  private static func readRequests(
    _ values: [String: Double], _ object: JSONObject, _ seconds: Double, _ location: String,
    _ findings: inout JSONFindings
  ) {
    var traffic = JSONTraffic()
    traffic.requests = values["COUNT"]
    traffic.sumSeconds = values["TOTAL_TIME"].map { $0 * seconds }
    traffic.maxSeconds = values["MAX"].map { $0 * seconds } ?? .nan
    traffic.route = uri(asked: location)
    findings.traffic.append(traffic)
    findings.decide("http.server.requests COUNT", "request count", name)
    findings.decide("http.server.requests TOTAL_TIME", "sum of durations", name, unit: "s")
    findings.decide("http.server.requests MAX", "longest duration", name, unit: "s")
    guard traffic.route == nil else { return }
    let uris = tagValues("uri", object).filter { !$0.hasPrefix("/actuator") }
    let base = location.prefix { $0 != "?" }
    findings.followUps = uris.prefix(uriLimit).map { "\(base)?tag=uri:\(encoded($0))" }
    if uris.count > uriLimit {
      findings.note("\(uris.count) URIs: only the first \(uriLimit) are asked one by one")
    }
    findings.note("status by URI is not asked for (a request each): use /actuator/prometheus")
  }

  private static func tagValues(_ tag: String, _ object: JSONObject) -> [String] {
    for available in object["availableTags"]?.array ?? [] where available["tag"]?.string == tag {
      return available["values"]?.array?.compactMap(\.string) ?? []
    }
    return []
  }

  /// The URI that the page was narrowed to, which the answer itself does not repeat.
  private static func uri(asked location: String) -> String? {
    guard let mark = location.firstRange(of: "?tag=uri:") else { return nil }
    return decoded(location[mark.upperBound...].prefix { $0 != "&" })
  }

  /// Percent-encodes what may not stand in a query.
  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      if byte.isWord || "-.~/*".utf8.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Spring Boot's `/actuator/health`: which parts are up.
///
/// https://docs.spring.io/spring-boot/api/rest/actuator/health.html
enum ActuatorHealthShape: JSONShape {
  static let name = "spring-health"
  static let gives = "which parts are up; circuit breakers"
  static let paths = ["/actuator/health"]
  /// Parts, and breakers of one part, that are looked at.
  private static let partLimit = 50

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object, let status = object["status"]?.string else { return false }
    return ["UP", "DOWN", "OUT_OF_SERVICE", "UNKNOWN"].contains(status)
      && (object["components"]?.object != nil || object["details"]?.object != nil
        || object["groups"]?.array != nil || object.members.count == 1)
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    findings.isKnown = true
    findings.decide("status", "health", name)
    if let status = object["status"]?.string, status != "UP" {
      findings.note("health: the service says \(status)")
    }
    let parts = (object["components"] ?? object["details"])?.object?.members ?? []
    for part in parts.prefix(partLimit) {
      guard let status = part.value["status"]?.string else { continue }
      findings.decide("components.*.status", "health", name)
      if status != "UP" { findings.note("health: \(part.key) is \(status)") }
      let details = part.value["details"]?.object
      readBreaker(part.key, details, at: "components.*.details", &findings)
      // resilience4j has all breakers in one part.
      for breaker in details?.members.prefix(partLimit) ?? [] {
        readBreaker(
          breaker.key, breaker.value["details"]?.object, at: "components.*.details.*.details",
          &findings)
      }
    }
  }

  private static func readBreaker(
    _ key: String, _ details: JSONObject?, at path: String, _ findings: inout JSONFindings
  ) {
    guard let details, details["state"] != nil, details["failureRate"] != nil else { return }
    let place = JSONGauges.Place(
      object: details, keys: ["circuitBreakers", key], path: path, shape: name)
    _ = JSONGauges.breaker(place, into: &findings)
  }
}
