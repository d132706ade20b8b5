import Telemetry

/// Writes requests as nginx does: `combined` with `$request_time` at the end.
///
///     203.0.113.9 - - [01/Jan/2026:00:00:00 +0000] "GET /healthz HTTP/1.1" 200 15 "-" "curl/8.5.0" 0.001
struct AccessLogWriter: Sendable {
  private static let agents: [StaticString] = [
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "okhttp/4.12.0", "python-httpx/0.28.1", "ShopApp/7.3 (Android 15)",
  ]

  private var stamp = CalendarStamp(.commonLog)
  private let scripts = ShopScript.all

  /// Appends the line of a finished request.
  mutating func append(_ request: SimulatedRequest, to output: inout [UInt8]) {
    address(of: request.caller, &output)
    output.append(" - - [")
    output.append(contentsOf: stamp.text(of: request.end))
    output.append("] \"")
    let script = scripts[request.route.rawValue]
    output.append(script.method)
    output.append(" ")
    AccessLogWriter.path(of: request, script, &output)
    output.append(" HTTP/1.1\" ")
    output.append(decimal: request.status)
    output.append(" ")
    output.append(decimal: request.bodyBytes)
    output.append(" \"-\" \"")
    output.append(agent(of: request.caller))
    output.append("\" ")
    output.append(microsecondsAsSeconds: request.microseconds, decimals: 3)
    output.append("\n")
  }

  private static func path(
    of request: SimulatedRequest, _ script: ShopScript, _ output: inout [UInt8]
  ) {
    output.append(script.pathStart)
    if let end = script.pathEnd {
      output.append(decimal: request.subject)
      output.append(end)
    }
    guard let query = script.query else { return }
    output.append(query)
    output.append(ShopWords.word(request.subject))
    output.append("&page=")
    output.append(decimal: ShopQuery.page(of: request.subject) + 1)
  }

  /// An address of the blocks for documentation (RFC 5737), of the gateway or of the cluster.
  private func address(of caller: ShopCaller, _ output: inout [UInt8]) {
    switch caller {
    case .person(let number):
      output.append(number % 2 == 0 ? "203.0.113." : "198.51.100.")
      output.append(decimal: number / 2 % 254 + 1)
    case .gateway: output.append("172.18.0.1")
    case .prober: output.append("10.0.0.12")
    }
  }

  private func agent(of caller: ShopCaller) -> StaticString {
    switch caller {
    case .person(let number):
      AccessLogWriter.agents[Int(number % UInt32(AccessLogWriter.agents.count))]
    case .gateway: "python-requests/2.32.4"
    case .prober: "kube-probe/1.33"
    }
  }
}
