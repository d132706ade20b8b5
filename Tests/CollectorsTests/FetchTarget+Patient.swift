@testable import Collectors

extension FetchTarget {
  /// A target that is waited for ten minutes: a machine under load is no slow server, and threads that
  /// other tests keep busy let an answer wait that has come long ago.
  static func patient(_ url: EndpointURL) -> FetchTarget {
    var target = FetchTarget(url: url)
    target.timeoutSeconds = 600
    return target
  }

  /// The same of an address that is read first.
  static func patient(_ address: String) throws -> FetchTarget {
    patient(try EndpointURL(address))
  }
}
