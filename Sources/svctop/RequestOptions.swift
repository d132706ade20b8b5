import Collectors
import Telemetry

/// What the command line says about requests to endpoints.
extension CommonOptions {
  /// Checks what is said about requests, also where no source needs it.
  func checkRequests() throws {
    // Neither value is repeated: somebody may have typed the secret itself.
    guard passwordEnv == nil || user != nil else {
      throw Failure.usage("--password-env: whose password? write --user NAME beside it")
    }
    guard key == nil || cert != nil else {
      throw Failure.usage("--key: the key of which certificate? write --cert FILE beside it")
    }
    if let timeout { _ = try CommonOptions.duration(timeout, option: "--timeout") }
    _ = try ownHeaders()
    if let bearerFile { try CommonOptions.check(.file(bearerFile), of: "--bearer-file") }
    if let bearerEnv { try CommonOptions.check(.environment(bearerEnv), of: "--bearer-env") }
    if let credentials = try credentials() {
      let option = passwordEnv == nil ? "--user" : "--password-env"
      try CommonOptions.check(credentials.password, of: option)
    }
    do throws(FetchError) {
      try tls.check()
    } catch {
      throw Failure.usage(error.description.string)
    }
  }

  /// An endpoint with the credentials and TLS files of the command line.
  func target(_ url: EndpointURL) throws -> FetchTarget {
    var target = FetchTarget(url: url)
    target.timeoutSeconds =
      try timeout.map { try CommonOptions.duration($0, option: "--timeout") }
      ?? CommonOptions.usualTimeout
    target.headers = try ownHeaders()
    if let credentials = try credentials() { target.credentials = credentials }
    if let bearerFile { target.bearer = .file(bearerFile) }
    if let bearerEnv { target.bearer = .environment(bearerEnv) }
    target.tls = tls
    return target
  }

  private func ownHeaders() throws -> [FetchTarget.Header] {
    do {
      return try headers.map { try FetchTarget.Header(argument: $0) }
    } catch let error as SourceError {
      throw Failure.usage(error.description.string)
    }
  }

  private func credentials() throws -> BasicCredentials? {
    guard let user else { return nil }
    if let passwordEnv {
      return BasicCredentials(name: user, password: .environment(passwordEnv))
    }
    do throws(SourceError) {
      return try BasicCredentials(argument: user)
    } catch {
      throw Failure.usage(error.description.string)
    }
  }

  private var tls: FetchTarget.TLS {
    var tls = FetchTarget.TLS()
    tls.authorities = cacert
    tls.certificate = cert
    tls.privateKey = key
    tls.isInsecure = insecure
    return tls
  }

  /// Refuses a secret that cannot be had; a name that leads to none may be the secret itself, as
  /// curl takes it or as a shell puts it in place of `$TOKEN`, and is not repeated.
  private static func check(_ secret: Secret, of option: String) throws {
    do throws(SecretError) {
      try secret.check()
    } catch .unset {
      throw Failure.usage("\(option): no such variable is set; export it, and name it without $")
    } catch .unreadable(_, let error) where error.isMissing && option == "--user" {
      throw Failure.usage(
        "--user: there is no such file; write NAME:FILE with the password in FILE")
    } catch {
      throw Failure.usage("\(option): \(error.description)")
    }
  }
}
