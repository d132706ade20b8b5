extension FormatDetection {
  /// The formats of a source, each with what those of its first lines that it gets show of all.
  static func trained(_ formats: [any LogFormat], on lines: [[UInt8]]) -> [any LogFormat] {
    var open = lines
    var trained: [any LogFormat] = []
    for format in formats { trained.append(train(format, on: &open)) }
    return trained
  }

  /// Lets a format read the lines that those before it left, and takes away what it counts.
  private static func train<Format: LogFormat>(
    _ format: Format, on lines: inout [[UInt8]]
  ) -> any LogFormat {
    var reader = format
    lines.removeAll { line -> Bool in
      line.withUnsafeBytes { bytes -> Bool in
        var record = LogRecord()
        guard reader.parse(bytes, into: &record) else { return false }
        return record.kind != .message || !Format.isGeneral
      }
    }
    var trained = format
    trained.learn(from: reader)
    return trained
  }
}
