import NIOSSL
import Telemetry

extension FetchTarget.TLS {
  /// Throws what is wrong with the files, if anything is, without asking an endpoint.
  package func check() throws(FetchError) {
    _ = try configuration()
  }

  /// What the TLS library is to do; `nil` for TLS as usual.
  ///
  /// The files are read each time.
  func configuration() throws(FetchError) -> TLSConfiguration? {
    guard self != FetchTarget.TLS() else { return nil }
    var configuration = TLSConfiguration.makeClientConfiguration()
    if isInsecure { configuration.certificateVerification = .none }
    if let authorities {
      configuration.trustRoots = .certificates(try certificates(authorities))
    }
    if let certificate {
      configuration.certificateChain = try certificates(certificate).map { .certificate($0) }
    }
    if let path = privateKey ?? certificate {
      try checkFile(path)
      guard let key = try? NIOSSLPrivateKey(file: path, format: .pem) else {
        throw .certificateFile(path: path)
      }
      configuration.privateKey = .privateKey(key)
    }
    return configuration
  }

  private func certificates(_ path: String) throws(FetchError) -> [NIOSSLCertificate] {
    try checkFile(path)
    guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else {
      throw .certificateFile(path: path)
    }
    return certificates
  }

  /// The library does not tell a file that is not there from one without PEM in it.
  private func checkFile(_ path: String) throws(FetchError) {
    if case .failure(let error) = FileDescriptor.open(path) {
      throw .certificateFile(path: path, error)
    }
  }
}
