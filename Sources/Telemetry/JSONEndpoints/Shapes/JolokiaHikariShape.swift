/// HikariCP's pool MBeans read through Jolokia, one or many in one answer.
///
/// https://jolokia.org/reference/html/manual/jolokia_protocol.html and
/// https://github.com/brettwooldridge/HikariCP/wiki/MBean-(JMX)-Monitoring-and-Management
enum JolokiaHikariShape: JSONShape {
  static let name = "hikaricp-jolokia"
  static let gives = "HikariCP pools"
  static let paths = ["/jolokia/read/com.zaxxer.hikari:type=Pool%20*"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard case .json(let root) = body else { return false }
    return answers(root).contains { answer in
      answer["request"]?["type"]?.string == "read" || answer["request"]?["mbean"] != nil
    }
  }

  private static func answers(_ root: JSONNode) -> [JSONNode] { root.array ?? [root] }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard case .json(let root) = body else { return }
    for answer in answers(root).prefix(1000) {
      // The HTTP status is 200 even when the read failed.
      if let status = answer["status"]?.number, status != 200 {
        let reason = answer["error"]?.string ?? "status \(Int(clamped: status))"
        findings.isKnown = true
        findings.note("Jolokia: \(reason.prefix(200)); HikariCP needs registerMbeans=true")
        continue
      }
      guard let value = answer["value"]?.object else { continue }
      let bean = answer["request"]?["mbean"]?.string ?? ""
      if value["ActiveConnections"] != nil {
        read(value, bean, &findings)
      } else {
        for member in value.members.prefix(1000) {
          if let attributes = member.value.object { read(attributes, member.key, &findings) }
        }
      }
    }
  }

  private static func read(
    _ value: JSONObject, _ bean: String, _ findings: inout JSONFindings
  ) {
    let pool = subject(bean)
    for (key, signal) in [
      ("ActiveConnections", Signal.poolInUse), ("IdleConnections", .poolIdle),
      ("ThreadsAwaitingConnection", .poolWaiting), ("MaximumPoolSize", .poolLimit),
    ] {
      findings.add(signal, value.number(key), pool, at: "value.\(key)", name)
    }
    if value["TotalConnections"]?.number != nil {
      findings.decide(
        "value.TotalConnections", "not counted: the present size, not the limit", name)
    }
  }

  /// `HikariPool-1` of `com.zaxxer.hikari:type=Pool (HikariPool-1)`.
  private static func subject(_ bean: String) -> String {
    guard let open = bean.lastIndex(of: "("), let close = bean.lastIndex(of: ")"), open < close
    else { return bean.isEmpty ? "hikari" : bean }
    return String(bean[bean.index(after: open)..<close])
  }
}
