import FoundationEssentials
import Telemetry

/// The address of a metrics endpoint, with user name and password taken out of it.
package struct EndpointURL: Hashable, Sendable {
  private static let schemes = ["http", "https", "http+unix"]
  /// Parts of names of query parameters whose values are not shown.
  private static let secretNames = ["token", "key", "secret", "passw", "auth", "sig"]

  /// The address as it is requested.
  package let string: String
  /// The name and the password that the address held.
  let credentials: BasicCredentials?

  /// Whether an argument is meant to be such an address.
  static func isMeant(by argument: String) -> Bool {
    let lowered = argument.prefix(12).lowercased()
    return schemes.contains { lowered.hasPrefix($0 + "://") }
  }

  /// Reads `http://`, `https://` and `http+unix://%2Fpath%2Fto.sock/metrics`.
  package init(_ text: String) throws(SourceError) {
    guard EndpointURL.isMeant(by: text), let separator = text.firstRange(of: "://") else {
      throw SourceError("an address starts with http://, https:// or http+unix://")
    }
    let scheme = text[..<separator.lowerBound].lowercased()
    let rest = text[separator.upperBound...].prefix { $0 != "#" }
    let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
    let at = rest[..<end].lastIndex(of: "@")
    let user = at.map { rest[..<$0] }
    let host = at.map { rest[rest.index(after: $0)..<end] } ?? rest[..<end]
    guard !host.isEmpty, !host.hasPrefix(":") else {
      guard scheme == "http+unix" else {
        throw SourceError(
          "\(scheme)://: no host in the address; write \(scheme)://HOST:PORT/metrics")
      }
      let path = rest.count > 1 ? String(rest) : "/run/app.sock"
      throw SourceError(
        "\(scheme)://: no socket in the address; write \(EndpointURL.address(ofSocket: path))")
    }
    if scheme != "http+unix" { try EndpointURL.checkPort(of: host) }
    string = "\(scheme)://\(host)\(rest[end...])"
    guard URL(string: string)?.host() != nil else {
      throw SourceError("\(scheme)://\(host): not a valid address; percent-encode odd characters")
    }
    credentials = user?.isEmpty == false ? try EndpointURL.credentials(of: text) : nil
  }

  /// The address as it may be shown, without any secret.
  package var display: DisplayText {
    guard let mark = string.firstIndex(of: "?") else { return DisplayText(string) }
    let parameters = string[string.index(after: mark)...].split(
      separator: "&", omittingEmptySubsequences: false)
    let shown = parameters.map { parameter in
      let name = parameter.prefix { $0 != "=" }
      let isSecret = EndpointURL.secretNames.contains { name.lowercased().contains($0) }
      return isSecret && name.count < parameter.count ? "\(name)=***" : String(parameter)
    }
    return DisplayText(string[...mark] + shown.joined(separator: "&"))
  }

  /// Whether the host is the path of a socket.
  var isSocket: Bool { string.hasPrefix("http+unix:") }

  /// Whether it is asked over the network without TLS.
  var isPlain: Bool { string.hasPrefix("http:") }

  /// Scheme, host and port: who it is that gets to see the headers.
  var origin: String {
    guard let url = URL(string: string) else { return string }
    let scheme = url.scheme ?? ""
    let port = url.port ?? (scheme == "https" ? 443 : 80)
    return "\(scheme)://\((url.host() ?? "").lowercased()):\(port)"
  }

  /// Host and port as a person would write them; the path of the socket for `http+unix`.
  package var address: String {
    guard let url = URL(string: string), let host = url.host() else { return string }
    if isSocket { return url.host(percentEncoded: false) ?? host }
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(name):\(url.port ?? (url.scheme == "https" ? 443 : 80))"
  }

  /// Where a redirect of this address leads; `nil` when that is no address for us.
  func redirected(to location: String) -> EndpointURL? {
    guard let base = URL(string: string),
      let target = URL(string: location, relativeTo: base)?.absoluteURL
    else { return nil }
    // An address we do not understand is reported as a redirect that leads nowhere.
    return try? EndpointURL(target.absoluteString)
  }

  /// The address of metrics at a socket in the file system, as it has to be written.
  ///
  /// What follows a name that ends in `.sock` is taken for the path that is asked for.
  static func address(ofSocket path: String) -> String {
    let end = path.firstRange(of: ".sock/").map { path.index(before: $0.upperBound) }
    let socket = path[..<(end ?? path.endIndex)]
    let host = socket.split(separator: "/", omittingEmptySubsequences: false)
      .joined(separator: "%2F")
    return "http+unix://\(host)\(end.map { String(path[$0...]) } ?? "/metrics")"
  }

  /// Whether a text looks like `HOST:PORT` with or without a path: an address without its scheme.
  static func isMeantWithoutScheme(by text: String) -> Bool {
    let service = text.prefix { !"/?".contains($0) }
    guard let colon = service.lastIndex(of: ":"), !text.contains("*") else { return false }
    let host = service[..<colon]
    let isName = host.utf8.allSatisfy { byte in
      isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || "._-".utf8.contains(byte)
    }
    guard isName && !host.isEmpty || host.hasPrefix("[") && host.hasSuffix("]") else {
      return false
    }
    let port = service[service.index(after: colon)...]
    // Names of files end in minutes and in small counts, which no usual port is as low as.
    return port.utf8.allSatisfy(isDigit) && (port.count > 5 || Int(port).map { $0 >= 80 } ?? false)
  }

  /// Refuses a port that is none: the libraries below trap on one, or take another instead.
  private static func checkPort(of host: Substring) throws(SourceError) {
    let rest = host.lastIndex(of: "]").map { host[$0...] } ?? host
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let port = parts.last, !port.isEmpty else { return }
    guard port.utf8.allSatisfy(isDigit), let number = UInt16(port), number > 0 else {
      throw SourceError("port \(port): a port is 1 to 65535")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// What stands before `@`: a name and perhaps a password, or a token alone.
  private static func credentials(of text: String) throws(SourceError) -> BasicCredentials {
    guard let url = URL(string: text), let name = url.user(percentEncoded: false) else {
      // The address is not repeated: it holds a secret.
      throw SourceError("name and password before @ in the address; percent-encode odd characters")
    }
    let password = url.password(percentEncoded: false) ?? ""
    return BasicCredentials(name: name, password: .fromAddress(password))
  }
}
