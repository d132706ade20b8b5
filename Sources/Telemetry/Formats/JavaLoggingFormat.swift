/// The two lines of java.util.logging: when and where, then the level and the message.
///
///     Nov 23, 2024 11:12:58 PM org.apache.catalina.core.StandardService startInternal
///     INFO: Starting service [Tomcat]
///
/// The stamp is in local time and whole seconds. A stack trace belongs to the entry. Levels are known by
/// their English names; in other languages an entry has none.
/// Source: https://docs.oracle.com/en/java/javase/21/docs/api/java.logging/java/util/logging/SimpleFormatter.html
package struct JavaLoggingFormat: LocalStampFormat {
  package static let name = "java-logging"
  package static let vantage = "app"
  package static let isMultiLine = true
  package static let samples = [
    "Nov 23, 2024 11:12:58 PM org.apache.catalina.core.StandardService startInternal\nINFO: Starting service [Tomcat]",
    "Dec 08, 2016 12:14:38 PM com.foo.Import run\nWARNING: import took 300 ms",
    "Aug 08, 2020 10:10:18 AM com.foo.Import run\nSEVERE: it broke\njava.lang.RuntimeException: x\n\tat com.foo.Import.run(Import.java:12)",
  ]

  package var stampContext: StampContext {
    get { line.head.stamps.context }
    set { line.head.stamps.context = newValue }
  }

  package var readings: [LogReading] { line.readings }

  private var line = MessageLine()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    var stamps = self.line.head.stamps
    return Self.head(line, &stamps) != nil
  }

  package func continues(_ entry: Bytes, with line: Bytes) -> Bool {
    entry.find(0x0A) == nil ? Self.labelEnd(line) != nil : StackTrace.continues(line)
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    let end = entry.find(0x0A) ?? entry.count
    guard let (stamp, source) = Self.head(entry.part(0, end), &line.head.stamps) else {
      return false
    }
    record.message = source
    let text = entry.from(min(end &+ 1, entry.count))
    if !text.isEmpty {
      let first = text.part(0, text.find(0x0A) ?? text.count)
      guard let label = Self.labelEnd(first) else { return false }
      let whole = first.count < text.count ? text : .none
      if !line.read(first, whole: whole, into: &record) {
        record = LogRecord()
        record.message = first.from(label).trimmed
      }
      let level = Self.level(first.part(0, label))
      if level != .unknown { record.level = level }
    }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    return true
  }

  /// The stamp of a first line, and the class and method behind it, which nothing follows.
  private static func head(
    _ line: Bytes, _ stamps: inout StampScanner
  ) -> (stamp: Stamp, source: Bytes)? {
    guard line.first?.isUpper == true, line.find(", ", from: 5, within: 4) != nil else {
      return nil
    }
    var scanner = ByteScanner(line)
    guard let stamp = stamps.stamp(&scanner), scanner.take(UInt8(ascii: " ")) else { return nil }
    let source = scanner.rest
    let name = scanner.word()
    guard !name.isEmpty, name.allSatisfy({ $0.isWord || $0 == 0x2E || $0 == 0x24 }) else {
      return nil
    }
    if scanner.take(UInt8(ascii: " ")), scanner.word().isEmpty { return nil }
    return scanner.isAtEnd ? (stamp, source) : nil
  }

  /// Where `INFO:` ends that a second line begins with.
  private static func labelEnd(_ line: Bytes) -> Int? {
    guard let colon = line.find(UInt8(ascii: ":")), colon > 1, colon <= 24,
      line.part(0, colon).allSatisfy({ $0.isLetter || $0 >= 0x80 }),
      colon &+ 1 == line.count || line[colon &+ 1] == UInt8(ascii: " ")
    else { return nil }
    return colon &+ 1
  }

  private static func level(_ label: Bytes) -> LogLevel {
    let word = label.part(0, label.count &- 1)
    if word.equals("CONFIG") || word.equals("FINE") { return .debug }
    if word.equals("FINER") || word.equals("FINEST") { return .trace }
    return LevelWords.level(word)
  }
}
