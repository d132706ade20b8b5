import Telemetry

/// Pieces of text turned into what they stand for.
enum TextBenchmark {
  static let fingerprints = Benchmark(
    name: "fingerprint", arguments: "FILE", purpose: "SQL statements, one per line"
  ) { arguments in
    let file = try InputFile(arguments)
    var fingerprinter = Fingerprinter(dialect: .unknown)
    return Work(bytes: file.bytes.count, unit: "statements") {
      count(file) { _ = fingerprinter.fingerprint($0) }
    }
  }

  static let routes = Benchmark(
    name: "routes", arguments: "FILE", purpose: "request targets, one per line, to endpoint ids"
  ) { arguments in
    let file = try InputFile(arguments)
    let method = Array("GET".utf8)
    let none = Bytes(start: nil, count: 0)
    var table = EndpointTable()
    return Work(bytes: file.bytes.count, unit: "targets") {
      method.withUnsafeBytes { method in
        count(file) { _ = table.id(method: method, target: $0, route: none) }
      }
    }
  }

  private static func count(_ file: InputFile, _ body: (Bytes) -> Void) -> Int {
    var splitter = LineSplitter()
    var lines = 0
    file.bytes.withUnsafeBytes { bytes in
      splitter.feed(bytes) { line in
        body(line)
        lines &+= 1
      }
    }
    return lines
  }
}
