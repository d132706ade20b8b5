import Collectors
import Glibc

/// What to watch when the user named nothing: logs that are usual on a server and can be read.
enum Proposal {
  private static let patterns = [
    "/var/log/nginx/access.log", "/var/log/apache2/access.log", "/var/log/httpd/access_log",
    "/var/log/haproxy.log", "/var/log/postgresql/postgresql*.log",
  ]

  /// A command line that would work here, or the demo where there is nothing.
  static func commandLine() -> String {
    let found = patterns.flatMap(readable)
    return found.isEmpty ? "svctop demo" : "svctop " + found.joined(separator: " ")
  }

  private static func readable(_ pattern: String) -> [String] {
    guard let source = try? SourceSpecification(pattern) else { return [] }
    let paths: [String]
    switch source.location {
    case .file(let path): paths = [path]
    case .pattern:
      paths = source.files().filter { !$0.isRotation }.compactMap {
        if case .file(let path) = $0.source.location { path } else { nil }
      }
    default: paths = []
    }
    return paths.filter { access($0, R_OK) == 0 }
  }
}
