import Telemetry

/// Why an endpoint could not be fetched.
package enum FetchError: Error, Hashable, Sendable {
  /// Nothing listens there.
  case refused(address: String)
  /// No connection came about, for a reason that only the system names.
  case unreachable(address: String, SystemError)
  /// The name has no address.
  case unknownHost(String)
  /// The whole answer did not come within the wait that was set.
  case timedOut(seconds: Double)
  /// The answer was not 200.
  case status(Int)
  /// No secure connection came about: why, and what to do.
  case tls(reason: String)
  /// A CA, certificate or key file is of no use; it holds no PEM unless the system says why.
  case certificateFile(path: String, SystemError? = nil)
  /// The limit is in bytes.
  case bodyTooLarge(limit: Int)
  /// The body is compressed in a way that was not asked for.
  case encoding(String)
  /// The compressed body cannot be unpacked.
  case damagedCompression
  /// The credentials cannot be had, so nothing was asked.
  case secret(SecretError)
  /// More than five redirects.
  case tooManyRedirects
  /// A redirect to something that is no address.
  case badRedirect
  /// Another host, which gets no credentials, asks for some.
  case redirectedAway(to: DisplayText)
  /// The server hung up before the answer was complete.
  case closed(address: String)
  /// The server hung up without a word; one that waits for TLS does so.
  case closedUnanswered(address: String, isPlain: Bool)
  /// Not HTTP, or not understood.
  case protocolViolation(String)
  /// Nobody waits for the answer any more.
  case cancelled

  /// One line that says what happened and what to do about it; it never holds a secret.
  package var description: DisplayText {
    switch self {
    case .refused(let address):
      DisplayText("\(address): connection refused; is the service up, and is this its port?")
    case .unreachable(let address, let error): DisplayText("\(address): \(error.description)")
    case .unknownHost(let host): DisplayText("\(host): unknown host; check the name or the DNS")
    case .timedOut(let seconds):
      DisplayText("no answer within \(FetchError.shortest(seconds)) s; see --timeout")
    case .status(let code): DisplayText("HTTP \(code)\(FetchError.hint(code))")
    case .tls(let reason): DisplayText("TLS failed: \(reason)")
    case .certificateFile(let path, let error):
      DisplayText("\(path): \(FetchError.fault(error)); check --cacert, --cert and --key")
    case .bodyTooLarge(let limit):
      DisplayText("answer is larger than \(limit >> 20) MiB; is this a metrics endpoint?")
    case .encoding(let name):
      DisplayText("answer is compressed as \(name), which was not asked for")
    case .damagedCompression: "the compressed answer is damaged and cannot be unpacked"
    case .secret(let error): error.description
    case .tooManyRedirects: "more than 5 redirects; name the final address"
    case .redirectedAway(let address):
      DisplayText(
        "HTTP 401: redirected to \(address), which gets no credentials; name that address")
    case .badRedirect: "redirected to something that is not an http address"
    case .closed(let address):
      DisplayText("\(address): closed the connection before the answer ended")
    case .closedUnanswered(let address, let isPlain):
      DisplayText(
        "\(address): closed the connection before it answered"
          + (isPlain ? "; if it speaks TLS, write https://" : ""))
    case .protocolViolation(let text): DisplayText("not a proper HTTP answer: \(text)")
    case .cancelled: "cancelled"
    }
  }

  /// Seconds as a person would write them.
  static func shortest(_ seconds: Double) -> String {
    seconds == seconds.rounded() && abs(seconds) < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }

  private static func fault(_ error: SystemError?) -> String {
    guard let error else { return "not readable as PEM" }
    return error.isMissing ? "no such file" : error.description
  }

  private static func hint(_ code: Int) -> String {
    switch code {
    case 401: ": credentials needed; use --bearer-file FILE or --user NAME:FILE"
    case 403: ": these credentials are not let in"
    case 404, 410: ": nothing at this path; try /metrics, /actuator/prometheus or /q/metrics"
    case 405, 406: ": this is not a metrics endpoint"
    case 429: ": asked too often; raise --interval"
    case 500...599: ": the service fails to answer"
    default: ""
    }
  }
}
