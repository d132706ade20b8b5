/// nginx's `stub_status` page, which is text.
///
///     Active connections: 291
///     server accepts handled requests
///      16630948 16630948 31070465
///     Reading: 6 Writing: 179 Waiting: 106
///
/// https://nginx.org/en/docs/http/ngx_http_stub_status_module.html
enum StubStatusShape: JSONShape {
  static let name = "nginx-stub-status"
  static let gives = "requests, requests in flight"
  static let paths = ["/nginx_status", "/stub_status", "/basic_status"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    if case .text(let text) = body { text.contains("Active connections:") } else { false }
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard case .text(let text) = body else { return }
    let words = text.split { $0 == " " || $0.isNewline }
    guard let mark = words.firstIndex(of: "requests"), words.count > mark + 3,
      let accepts = Double(words[mark + 1]), let handled = Double(words[mark + 2]),
      let requests = Double(words[mark + 3])
    else { return }
    findings.vantage = "nginx"
    var traffic = JSONTraffic()
    traffic.requests = requests
    findings.traffic.append(traffic)
    findings.decide("requests", "request count", name)
    func value(after label: Substring) -> Double? {
      guard let place = words.firstIndex(of: label), words.count > place + 1 else { return nil }
      return Double(words[place + 1])
    }
    if let reading = value(after: "Reading:"), let writing = value(after: "Writing:") {
      // The request for this page is one of those being written.
      findings.add(
        .inFlight, max(0, reading + writing - 1), "", at: "Reading + Writing - 1", name)
    }
    findings.decide("Waiting", "not counted: idle connections kept open", name)
    if accepts > handled {
      findings.note(
        "\(Int(clamped: accepts - handled)) connections were dropped: worker_connections is too low"
      )
    }
    findings.note("stub_status tells no latency and no status: read the access log as well")
  }
}
