import ArgumentParser
import Collectors
import Dashboard
import Glibc
import Telemetry

/// `svctop fingerprint [FILE ...]`: SQL statements in, one fingerprint a line out.
struct FingerprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "SQL statements on stdin, one per line -> fingerprints, without any literal.",
    discussion: """
      Writes one line per statement: its id (16 hexadecimal digits), a tab, its fingerprint.
      Statements that differ in literals, case, comments, white space or the length of their
      lists only have one id, which is the same everywhere and always. Empty lines and
      statements are left out.

        svctop fingerprint < queries.sql | sort | uniq -c | sort -rn
        svctop fingerprint --multiline dump.sql | cut -f 2

      With --output json each line is an object: "id", "fingerprint" and, where a comment in
      the statement (sqlcommenter, marginalia) says so, "endpoint" and "trace".
      """)

  /// What is written.
  enum Output: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// The dialects by the names that users know.
  enum Dialect: String, ExpressibleByArgument, CaseIterable {
    case auto, postgresql, mysql, sqlite, oracle, sqlserver, mongodb, redis

    var sql: SQLDialect {
      switch self {
      case .auto: .unknown
      case .postgresql: .postgresql
      case .mysql: .mysql
      case .sqlite: .sqlite
      case .oracle: .oracle
      case .sqlserver: .sqlServer
      case .mongodb: .mongodb
      case .redis: .redis
      }
    }
  }

  @Argument(help: "Files to read; - is stdin, which is also read when there is none.")
  var files: [String] = []

  @Flag(help: "Statements end with ; and may span lines.")
  var multiline = false

  @Option(help: "auto, postgresql, mysql, sqlite, oracle, sqlserver, mongodb or redis.")
  var dialect = Dialect.auto

  @Option(help: "text or json.")
  var output = Output.text

  func run() throws {
    var lines = FingerprintLines(dialect: dialect.sql, isJSON: output == .json)
    for file in files.isEmpty ? ["-"] : files {
      let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        let error = SystemError(code: errno)
        try lines.flush()
        throw Failure.source("\(file): \(error)")
      }
      defer { if descriptor != STDIN_FILENO { close(descriptor) } }
      do {
        try read(descriptor, into: &lines)
      } catch let error as SystemError {
        try lines.flush()
        throw Failure.source("\(file): \(error)")
      }
    }
    try lines.flush()
  }

  /// Reads to the end, or until nobody reads the output any more.
  private func read(_ descriptor: Int32, into lines: inout FingerprintLines) throws {
    var statements = StatementSplitter(dialect: dialect.sql)
    var single = LineSplitter(limit: 1 << 24)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !lines.isClosed {
      let count = try RawBytes.read(descriptor, into: &buffer)
      if count == 0 { break }
      buffer.withUnsafeBytes { all in
        let chunk = Bytes(rebasing: all[..<count])
        if multiline {
          statements.feed(chunk) { lines.add($0) }
        } else {
          single.feed(chunk) { lines.add($0) }
        }
      }
      // A person who types, or a program that waits, sees each answer at once.
      if count < buffer.count || lines.isLong { try lines.flush() }
    }
    statements.flush { lines.add($0) }
    single.flush { lines.add($0) }
  }
}

/// Lines of output, collected into larger writes.
private struct FingerprintLines {
  /// Whether nobody reads the output any more.
  private(set) var isClosed = false

  private var fingerprinter: Fingerprinter
  private let isJSON: Bool
  private var text: [UInt8] = []

  /// Whether there is enough for a write.
  var isLong: Bool { text.count > 1 << 16 }

  init(dialect: SQLDialect, isJSON: Bool) {
    fingerprinter = Fingerprinter(dialect: dialect)
    self.isJSON = isJSON
  }

  mutating func add(_ statement: Bytes) {
    let bytes = fingerprinter.fingerprint(statement)
    guard !bytes.isEmpty else { return }
    let fingerprint = DisplayText(bytes, limit: Fingerprinter.limit)
    let id = QueryRow.hex(fingerprinter.lastID)
    if isJSON {
      var members = [("id", id), ("fingerprint", fingerprint.string)]
      if let comment = SQLComment(in: statement) {
        if let endpoint = comment.endpoint { members.append(("endpoint", endpoint.string)) }
        if !comment.traceID.isEmpty {
          members.append(("trace", DisplayText(comment.traceID).string))
        }
      }
      let pairs = members.map { key, value in
        "\"\(key)\":" + JSONValue.string(value).text.dropLast()
      }
      text.append(contentsOf: "{\(pairs.joined(separator: ","))}\n".utf8)
    } else {
      text.append(contentsOf: "\(id)\t\(fingerprint)\n".utf8)
    }
  }

  mutating func flush() throws(Failure) {
    if !isClosed { isClosed = try !StandardOutput.write(text) }
    text.removeAll(keepingCapacity: true)
  }
}
