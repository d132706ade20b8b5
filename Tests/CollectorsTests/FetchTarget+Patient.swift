@testable import Collectors

extension FetchTarget {
  /// A target that is waited for a minute: a machine under load is no slow server.
  static func patient(_ url: EndpointURL) -> FetchTarget {
    var target = FetchTarget(url: url)
    target.timeoutSeconds = 60
    return target
  }

  /// The same of an address that is read first.
  static func patient(_ address: String) throws -> FetchTarget {
    patient(try EndpointURL(address))
  }
}
