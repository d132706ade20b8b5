import Collectors
import Glibc

/// What to watch when the user named nothing.
///
/// Logs that are usual on a server and can be read, and ports that are usual for metrics and that
/// somebody listens on. No log is opened, and no port is asked.
enum Proposal {
  private static let patterns = [
    "/var/log/nginx/access.log", "/var/log/apache2/access.log", "/var/log/httpd/access_log",
    "/var/log/haproxy.log", "/var/log/postgresql/postgresql*.log",
  ]

  /// Applications and proxies, Prometheus itself, exporters of hosts, Redis and PostgreSQL.
  private static let ports: [UInt16] = [8000, 8080, 9090, 9100, 9121, 9187, 3000, 5000]
  /// Addresses as the kernel writes them on which 127.0.0.1 is answered: it, and every address.
  private static let addresses: Set<Substring> = [
    "0100007F", "00000000", "00000000000000000000000000000000",
  ]

  /// A command line that would work here, or the demo where there is nothing.
  static func commandLine() -> String {
    let tables = ["/proc/net/tcp", "/proc/net/tcp6"].compactMap { try? TextFile.read($0).get() }
    let urls = listening(in: tables.joined()).map { "http://127.0.0.1:\($0)" }
    let found = patterns.flatMap(readable) + urls
    return found.isEmpty ? "svctop demo" : "svctop " + found.joined(separator: " ")
  }

  /// Which of the usual ports are listened on, in a text like `/proc/net/tcp`.
  static func listening(in table: String) -> [UInt16] {
    let open = table.split(separator: "\n").compactMap { line -> UInt16? in
      let fields = line.split(separator: " ")
      guard fields.count > 3, fields[3] == "0A" else { return nil }
      let local = fields[1].split(separator: ":")
      guard local.count == 2, addresses.contains(local[0]) else { return nil }
      return UInt16(local[1], radix: 16)
    }
    return ports.filter(open.contains)
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
