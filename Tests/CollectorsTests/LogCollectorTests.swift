import Glibc
import Telemetry
import Testing

@testable import Collectors

/// A format whose first line says what the others mean, and whose entries go on from each other.
private struct CountedFormat: LogFormat {
  static let name = "counted"
  static let vantage = "test"
  static let samples = ["unit ms"]
  static let hasHeader = true
  static let isSequential = true

  private var unit = ""
  private var previous = ""

  func beginsEntry(_ line: Bytes) -> Bool { true }

  mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    let words = String(decoding: entry, as: UTF8.self).split(separator: " ").map(String.init)
    guard words.count == 2 else { return false }
    if words[0] == "unit" {
      unit = words[1]
      return true
    }
    defer { previous = words[1] }
    guard unit == "ms", let count = Int(words[1]) else { return false }
    return previous.isEmpty ? count == 0 : Int(previous) == count - 1
  }
}

@Suite struct `A log collector` {
  private let files = TemporaryFiles()

  private static func line(_ time: Timestamp, _ path: String = "/a") -> String {
    "\(time.microseconds / 1_000_000) 200 GET \(path)"
  }

  /// A line stamped so many seconds after 10:00 of 10 October 2025.
  private static func line(_ second: Int, zone: String = "Z") -> String {
    let (minute, rest) = (second / 60 % 60, second % 60)
    let digits = [10 + second / 3600, minute, rest].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "2025-10-10T\(digits.joined(separator: ":"))\(zone) INFO request line \(second)"
  }

  @Test func `reads each line of the past once, the newest first, and what is appended`() async {
    let text = (0..<4000).map { Self.line($0) + "\n" }.joined()
    let writer = files.create("app.log")
    writer.append(text)
    var configuration = LogCollector.Configuration()
    configuration.newestBytes = 5000
    configuration.pieceBytes = 40_000
    configuration.pastSeconds = 3600
    var isAppended = false
    let batches = await LogCollector.following(files.path, configuration) { batches in
      if batches.lineCount == 3601, !isAppended {
        isAppended = true
        writer.append("one more\n")
      }
      return batches.lineCount >= 3602
    }
    #expect(batches.lineCount == 3602)
    #expect(batches.first?.lines.last?.text.string.hasSuffix("line 3999") == true)
    #expect(batches.first?.unreadBytes != nil, "the first picture says that more is read")
    let unread = batches.compactMap(\.unreadBytes)
    #expect(unread.count > 3 && unread.last == 0, "says how much of the past is left")
    #expect(zip(unread, unread.dropFirst()).allSatisfy { $0 >= $1 }, "\(unread)")
  }

  @Test func `sends much that was appended in several batches, each line once`() async {
    let writer = files.create("app.log")
    writer.append(Self.line(0) + "\n")
    var configuration = LogCollector.Configuration()
    configuration.pollBytes = 1 << 18
    configuration.batchDeltas = 100
    let requests = (1...40_000).map {
      "\(Self.line(Timestamp(seconds: 1_760_090_400 + Double($0))))\n"
    }
    var isAppended = false
    let batches = await LogCollector.following(files.path, configuration) { batches in
      if !isAppended {
        isAppended = true
        writer.append(requests.joined())
      }
      return batches.lineCount >= 40_001
    }
    #expect(batches.lineCount == 40_001)
    #expect(batches.count > 3)
  }

  @Test(arguments: [false, true])
  func `counts a line that was never ended when nobody looks on`(isPicture: Bool) async {
    let writer = files.create("app.log")
    writer.append(Self.line(0) + "\n" + Self.line(1))
    var configuration = LogCollector.Configuration()
    configuration.countsUnendedLine = isPicture
    let batches = await LogCollector.following(files.path, configuration) { _ in true }
    #expect(batches.lineCount == (isPicture ? 2 : 1))
  }

  @Test func `says that a file is gone, and reads it on when it is back`() async {
    let writer = files.create("app.log")
    writer.append(Self.line(0) + "\n")
    var step = 0
    let batches = await LogCollector.following(files.path) { batches in
      switch (step, batches.last?.health) {
      case (0, .ok) where batches.lineCount == 1:
        step = 1
        files.remove("app.log")
      case (1, .failing):
        step = 2
        files.create("app.log").append(Self.line(1) + "\n")
      default: break
      }
      return batches.lineCount == 2
    }
    let failing = DisplayText(
      "\(files.path): gone; what it said stays, and it is read on if it comes back")
    #expect(batches.map(\.health).contains(.failing(failing)))
    #expect(batches.lineCount == 2)
  }

  @Test func `ends with a file that is gone, if it is to, and calls that no failure`() async {
    let path = files.file("app.log", Self.line(0) + "\n" + Self.line(1))
    var configuration = LogCollector.Configuration()
    configuration.batchSeconds = 0.01
    configuration.graceSeconds = 0.02
    configuration.endsWhenGone = true
    let (stream, continuation) = AsyncStream<Batch>.makeStream()
    let collector = LogCollector(path: path, source: 0, configuration: configuration)
    let isGone = await collector.run { batch in
      continuation.yield(batch)
      unlink(path)
    }
    continuation.finish()
    let batches = await stream.reduce(into: []) { $0.append($1) }
    #expect(isGone)
    // The line that was never ended is counted when the file is let go.
    #expect(batches.lineCount == 2)
    #expect(batches.allSatisfy { $0.health == .ok })
  }

  @Test func `waits for a file that is not there yet`() async {
    var isMade = false
    let batches = await LogCollector.following(files.path) { batches in
      if !isMade {
        isMade = true
        files.create("app.log").append(Self.line(0) + "\n")
      }
      return batches.lineCount == 1
    }
    let waiting = DisplayText("\(files.path): no such file yet; waiting for it")
    #expect(batches.first?.health == .failing(waiting))
  }

  @Test(arguments: [
    ([0xFF, 0xFE] + Array("a\0b\0\n\0".utf8), "not a log: UTF-16 text"),
    (Array("\u{7F}ELF\u{1}\u{1}\u{1}\n".utf8), "not a log: an executable"),
  ])
  func `does not read what is no log`(content: [UInt8], reason: String) async {
    let batches = await LogCollector.following(files.file("app.log", content)) { _ in false }
    #expect(batches.map(\.health) == [.failing(DisplayText(reason))])
  }

  @Test func `notes stamps that are not of now`() async {
    let writer = files.create("app.log")
    let now = ArrivalTime.now().wall
    writer.append(Self.line(0) + "\n")
    var isAppended = false
    let batches = await LogCollector.following(files.path) { batches in
      if !isAppended {
        isAppended = true
        writer.append(Self.line(1) + "\n")
      }
      return batches.lineCount == 2
    }
    #expect(now > Timestamp(seconds: 1_760_090_400))
    #expect(batches.last?.notes.last?.string.hasSuffix("behind this host's clock") == true)
  }

  @Test func `lets formats see the lines they need before the part that is read`() throws {
    let text = "unit ms\n" + (0..<20_000).map { "count \($0)\n" }.joined()
    let file = try LogFile(path: files.file("app.log", text))
    for start in [file.size - 100, 90_000, 70_000, 8] {
      let place = file.lineStart(atOrAfter: start)
      var opening = LogOpening(
        source: 0, format: CountedFormat(), envelope: nil, stamps: StampContext())
      opening.linesBefore = nil
      var session = LogSession(opening)
      session.prime(from: file, before: place)
      _ = try file.read(place..<file.size) { session.read($0) }
      let tally = session.takeBatch(lines: 0)?.tally
      #expect(tally?.unparsed == 0, "from \(place)")
      #expect(tally?.parsed ?? 0 > 0)
    }
  }

  @Test func `that needs what came before is read by one reader`() {
    let entries = EntryLayout(format: CountedFormat())
    #expect(!entries.isDivisible)
    #expect(EntryLayout(format: NginxTimedFormat()).isDivisible)
  }
}

@Suite struct `Stamps and this host's clock` {
  @Test(
    arguments: [
      (60, nil), (-1700, nil), (0, nil), (180, "stamps are 3 min ahead of this host's clock"),
      (7200, "stamps are 2 h ahead of this host's clock"),
      (7100, "stamps are 2 h ahead of this host's clock"),
      (-3 * 86_400, "stamps are 3 d behind this host's clock"),
      (1e300, "stamps are 292471209 d ahead of this host's clock"),
    ] as [(Double, String?)])
  func `are compared`(seconds: Double, note: String?) {
    var skew = ClockSkew()
    let now = Timestamp(microseconds: 0)
    skew.compare(now + seconds, with: now)
    if let note, seconds < 1e9 {
      #expect(skew.notes.map(\.string) == [note])
    } else {
      #expect(skew.isKnown == (note != nil))
    }
    skew.compare(now + 86_400, with: now)
    #expect(skew.notes.count == 1)
  }
}
