import Telemetry

/// A log file read from memory, as far as a stage of the way to the history.
enum LogBenchmark {
  /// How far the lines go.
  enum Stage {
    case parse, aggregate, history
  }

  static func benchmark(_ name: String, _ stage: Stage, _ purpose: String) -> Benchmark {
    Benchmark(name: name, arguments: "FILE [FORMAT]", purpose: purpose) { arguments in
      let file = try InputFile(arguments)
      let format = try file.bytes.withUnsafeBytes {
        try Self.format($0, arguments.dropFirst().first)
      }
      return Work(bytes: file.bytes.count, unit: "lines") {
        file.bytes.withUnsafeBytes { bytes in
          switch stage {
          case .parse: parse(bytes, format)
          case .aggregate: aggregate(bytes, format, into: nil)
          case .history:
            aggregate(
              bytes, format,
              into: History(sources: [SourceIdentity(name: "log", kind: .log, location: "log")]))
          }
        }
      }
    }
  }

  private static func format(_ bytes: Bytes, _ name: String?) throws -> any LogFormat {
    if let name {
      guard case .found(let format) = FormatDetection.lookUp(name: name) else {
        throw WrongArguments(description: "\(name): no such format")
      }
      return format
    }
    guard let found = FormatDetection(Bytes(rebasing: bytes.prefix(1 << 16))).primary else {
      throw WrongArguments(description: "no format understands this file")
    }
    return found
  }

  private static func parse(_ bytes: Bytes, _ format: any LogFormat) -> Int {
    func run(_ format: some LogFormat) -> Int {
      var format = format
      var lines = 0
      var splitter = LineSplitter()
      splitter.feed(bytes, format: &format) { format, entry in
        var record = LogRecord()
        if format.parse(entry, into: &record) { lines &+= 1 }
      }
      return lines
    }
    return run(format)
  }

  private static func aggregate(
    _ bytes: Bytes, _ format: any LogFormat, into history: consuming History?
  ) -> Int {
    let chunk = 1 << 18
    let piece = max(8 << 20, bytes.count / 32)
    var configuration = LogAccumulator.Configuration()
    configuration.slotSeconds = 1280
    configuration.expectsStatements = false
    let now = Timestamp(seconds: 1_900_000_000)
    var reader = LogReader(
      source: 0, format: format, alternates: [], arrival: now, configuration: configuration)
    var lines = 0
    var start = 0
    var taken = 0
    while start < bytes.count {
      var end = min(bytes.count, start + chunk)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      reader.read(Bytes(rebasing: bytes[start..<end]), arrival: now)
      start = end
      if start - taken >= piece || start == bytes.count {
        taken = start
        if start == bytes.count { reader.flush() }
        let batch = reader.takeBatch(at: now, lines: 0)
        lines += Int(batch.tally.lines)
        history?.fold(batch)
      }
    }
    return lines
  }
}
