/// Bytes for the loopback server.
enum LoopbackFixtures {
  /// `up 1` and a line end, through gzip.
  static let gzip = bytes(
    "1f8b08000000000002032b2d5030e402007290ea8205000000")

  /// 100,000 times the letter a, through gzip.
  static let gzipBomb = bytes(
    "1f8b0800000000000203edc13101000000c2a0aceb5fc21a1e400100000000000000000000000000"
      + "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
      + "00000000000000000000000000000000000000000000000000000000000000000000000000000000"
      + "000000af0687fae21ba0860100")

  /// A certificate for localhost and 127.0.0.1 that nobody has signed; it serves these tests only.
  static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBmzCCAUGgAwIBAgIUOLSth0u6FuwOoGWEelrhLGxLuC4wCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTAyNTQzM1oYDzIxMjYxMDI4
    MDI1NDMzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAASNZP0kf2fsmbCYbOZXBmmOQGN1jvgBZrzoUK+h3Fpe2kVLpFdC9GsH
    Km6bjRv66aoB8k9yPm9v+r/yIkpUGTn+o28wbTAdBgNVHQ4EFgQUPlD0eBUC8tDV
    ZRPdtAVFjBv6lJwwHwYDVR0jBBgwFoAUPlD0eBUC8tDVZRPdtAVFjBv6lJwwDwYD
    VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
    zj0EAwIDSAAwRQIhAO4eBYaRp1YOC4r5E7DUHiShBiR9Cc9140lag/J5MY5gAiBO
    8sA0LEEUpDOwNvKUc6ZEM9JmmF1cTdXnecB8/BOhOA==
    -----END CERTIFICATE-----
    """

  static let privateKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguLeGaQCUY5MPay4H
    mP2uZK95S+DsulsNccV1muosuzqhRANCAASNZP0kf2fsmbCYbOZXBmmOQGN1jvgB
    ZrzoUK+h3Fpe2kVLpFdC9GsHKm6bjRv66aoB8k9yPm9v+r/yIkpUGTn+
    -----END PRIVATE KEY-----
    """

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
