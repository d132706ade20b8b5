import Telemetry

/// `docs/log-formats.md`: what each format of the catalogue reads of its own samples.
enum LogFormatsPage {
  static var text: String {
    """
    # Log formats

    svctop finds out by itself which of these a file is in; `--format NAME` decides it. A file may mix
    several: lines that the main format does not understand are given to the others, and the formats
    that take any line as a message (`app-line`, `app-entry`, `rails`) are asked last. An entry of
    several lines goes on only in lines of the same program. This page is written by the code
    (`SVCTOP_RECORD_DOCS=1 swift test --filter ReferencePages`).

    ## What is read

    A mark says that the field is read from at least one of the format's samples below.

    \(table)

    ## Around the lines

    What a log collector puts around each line is taken off first.

    \(envelopes)

    ## Samples

    \(samples)
    """ + "\n"
  }

  private static var fields: [(title: String, isRead: (LogRecord) -> Bool)] {
    [
      ("time", { $0.time != nil }),
      ("endpoint", { $0.kind == .request && !($0.target.isEmpty && $0.route.isEmpty) }),
      ("status", { $0.kind == .request && $0.status > 0 }),
      ("duration", { $0.kind == .request && $0.seconds >= 0 }),
      ("upstream", { $0.upstreamSeconds >= 0 }),
      ("bytes", { $0.bytesSent >= 0 }),
      ("cache", { $0.cache != .unknown }),
      ("SQL", { $0.kind == .query }),
      ("rows", { $0.rowsSent >= 0 || $0.rowsExamined >= 0 }),
      ("outbound", { $0.kind == .outbound }),
      ("task", { $0.kind == .task }),
      ("pools", { $0.hasReadings }),
      ("request id", { !$0.requestID.isEmpty || !$0.traceID.isEmpty }),
    ]
  }

  private static var table: String {
    let titles = ["format", "view of"] + fields.map(\.title)
    var lines = [
      "| " + titles.joined(separator: " | ") + " |",
      "|" + titles.map { _ in "---|" }.joined(),
    ]
    for type in LogFormatCatalog.all {
      let marks = fields.map { field in
        isRead(by: type, field.isRead) ? "x" : " "
      }
      lines.append(
        "| " + (["`\(type.name)`", type.vantage] + marks).joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private static func isRead(
    by type: any LogFormat.Type, _ isRead: (LogRecord) -> Bool
  ) -> Bool {
    var format: any LogFormat = type.make(StampContext(now: Timestamp(seconds: 1_800_000_000)))
    return type.samples.contains { sample in
      Array(sample.utf8).withUnsafeBytes { bytes in
        var record = LogRecord()
        return format.parse(bytes, into: &record) && isRead(record)
      }
    }
  }

  private static var envelopes: String {
    LogEnvelopeCatalog.all.map { type in
      "- `\(type.name)`\n\n" + block(type.samples)
    }
    .joined(separator: "\n")
  }

  private static var samples: String {
    LogFormatCatalog.all.map { type in
      var text = "### \(type.name)\n\n"
      if let layout = type.layout { text += "Layout: `\(layout)`\n\n" }
      return text + block(type.samples)
    }
    .joined(separator: "\n")
  }

  private static func block(_ samples: [String]) -> String {
    "```\n" + samples.joined(separator: "\n") + "\n```\n"
  }
}
