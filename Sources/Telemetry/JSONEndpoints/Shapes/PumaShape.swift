/// The control server of Puma: `/stats?token=...`, of one process or of a cluster.
///
/// https://puma.io/puma/file.stats.html
enum PumaShape: JSONShape {
  static let name = "puma"
  static let gives = "requests; threads of each worker as a pool, callers that wait"
  static let paths = ["/stats", "/puma-stats"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object else { return false }
    return object["worker_status"]?.array != nil
      || (object["pool_capacity"]?.number != nil && object["max_threads"]?.number != nil)
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    findings.vantage = "puma"
    findings.processID = object["started_at"]?.string
    var total: Double?
    if let workers = object["worker_status"]?.array {
      for worker in workers.prefix(1000) {
        guard let status = worker["last_status"]?.object else { continue }
        let index = worker["index"]?.number.map { Int(clamped: $0) } ?? 0
        read(status, "worker \(index)", "worker_status[].last_status", &total, &findings)
      }
    } else {
      read(object, "puma", "$", &total, &findings)
    }
    if let total {
      var traffic = JSONTraffic()
      traffic.requests = total
      traffic.isOfProcesses = true
      findings.traffic.append(traffic)
    }
    let worker = object["worker_status"]?.array?.first?["last_status"]
    if object["backlog_max"] != nil || worker?["backlog_max"] != nil {
      findings.note(
        "puma resets backlog_max and reactor_max at every read: another monitor sees less")
    }
  }

  private static func read(
    _ status: JSONObject, _ subject: String, _ path: String, _ total: inout Double?,
    _ findings: inout JSONFindings
  ) {
    let most = status.number("max_threads")
    let free = status.number("pool_capacity")
    let busy =
      status.number("busy_threads")
      ?? most.flatMap { most in free.map { Swift.max(0, most - $0) } }
    findings.add(.poolInUse, busy, subject, at: "\(path).pool_capacity", name)
    findings.add(.poolLimit, most, subject, at: "\(path).max_threads", name)
    findings.add(.poolWaiting, status.number("backlog"), subject, at: "\(path).backlog", name)
    if let requests = status.number("requests_count") {
      total = (total ?? 0) + requests
      findings.decide("\(path).requests_count", "request count", name)
    }
  }
}
