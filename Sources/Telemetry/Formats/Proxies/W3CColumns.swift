/// Reads the W3C extended log file format, whose columns a `#Fields:` line names.
///
/// Columns are apart by tabs where a line has any, else by blanks outside quotes. The unit of
/// `time-taken` is milliseconds for IIS and seconds for others, as the specification says; a whole
/// number beyond an hour shows that it counts something else, which is not known. A time of day
/// alone is of the day that a `#Date:` line named last.
/// Sources: https://www.w3.org/TR/WD-logfile.html,
/// https://learn.microsoft.com/windows/win32/http/w3c-logging
struct W3CColumns: Sendable {
  /// What a column is about.
  enum Column: UInt8, Sendable {
    case other, date, time, method, stem, query, status, bytes, milliseconds, taken
    case client, user, agent, result, requestID
  }

  private var columns: [Column]
  /// The columns to try where there is no header, or where its columns do not fit.
  private let fallback: [Column]
  private var hasHeader = false
  /// Whether the header of the file, or the lack of one, speaks of CloudFront.
  private(set) var isCloudFront: Bool
  private var isMicrosoft: Bool
  /// Whether a directive told which software writes the log.
  private var namesSoftware = false
  /// Whether times are milliseconds even with decimals.
  /// Source: https://learn.microsoft.com/aspnet/core/fundamentals/w3c-logger
  private var countsFractions = false
  /// The day that a directive named, counted from 1970, and how far the zone is ahead of UTC.
  private var day: Int?
  private var offsetSeconds = 0
  private var countsSeconds = true
  /// Longest `time-taken` in whole seconds that is believed.
  private static let longestSeconds = 3600.0
  private var texts = TextArena()

  /// A reader that takes the columns to be `fields` until a header says otherwise.
  init(fields: StaticString) {
    columns = []
    fallback = Self.columns(Bytes(fields))
    columns = fallback
    isCloudFront = Bytes(fields).find("x-edge-") != nil
    isMicrosoft = !isCloudFront
  }

  /// Reads one line; directives are messages.
  mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    if entry.first == UInt8(ascii: "#") { return directive(entry, &record) }
    texts.begin(entry)
    if hasHeader {
      if read(entry, columns, isFallback: false, &record) { return true }
      record = LogRecord()
    }
    return read(entry, fallback, isFallback: true, &record)
  }

  private mutating func directive(_ entry: Bytes, _ record: inout LogRecord) -> Bool {
    record.message = entry
    if entry.hasAnyCase("#fields:") {
      let names = entry.from(8)
      columns = Self.columns(names)
      hasHeader = true
      isCloudFront = names.find("x-edge-") != nil
      // Only IIS has these columns, whatever the header says of the software.
      if names.find("sc-substatus") != nil || names.find("sc-win32") != nil { isMicrosoft = true }
      return !columns.isEmpty
    }
    if entry.hasAnyCase("#software:") {
      namesSoftware = true
      countsFractions = false
      isMicrosoft = entry.find("Microsoft") != nil || entry.find("IIS") != nil
      return true
    }
    for name: StaticString in ["#date:", "#start-date:"] where entry.hasAnyCase(name) {
      // ASP.NET Core writes this one and no `#Software`, and milliseconds with decimals.
      if name.utf8CodeUnitCount > 6, !namesSoftware, !isCloudFront { countsFractions = true }
      var scanner = ByteScanner(entry, at: name.utf8CodeUnitCount)
      scanner.skipBlanks()
      day = Self.day(&scanner)
      return true
    }
    if entry.hasAnyCase("#gmt-offset:") {
      offsetSeconds = Self.offset(entry.from(12).trimmed)
      return true
    }
    return entry.hasAnyCase("#version:") || entry.hasAnyCase("#end-date:")
      || entry.hasAnyCase("#remark:")
  }

  /// Seconds of `-0800`; 0 for text of any other shape.
  private static func offset(_ text: Bytes) -> Int {
    var scanner = ByteScanner(text)
    let isBehind = scanner.take(UInt8(ascii: "-"))
    if !isBehind { _ = scanner.take(UInt8(ascii: "+")) }
    guard let hours = scanner.digits(2), hours < 24, let minutes = scanner.digits(2), minutes < 60
    else { return 0 }
    return (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  private static func columns(_ names: Bytes) -> [Column] {
    var scanner = ByteScanner(names)
    var columns: [Column] = []
    while columns.count < 256 {
      scanner.skipBlanks()
      let name = scanner.word()
      if name.isEmpty { break }
      columns.append(column(name))
    }
    return columns
  }

  private static func column(_ name: Bytes) -> Column {
    if name.equals("date") || name.equals("date-local") { return .date }
    if name.equals("time") || name.equals("time-local") { return .time }
    if name.equals("cs-method") { return .method }
    if name.equals("cs-uri-stem") || name.equals("cs-uri") { return .stem }
    if name.equals("cs-uri-query") { return .query }
    if name.equals("sc-status") { return .status }
    if name.equals("sc-bytes") { return .bytes }
    if name.equals("time-taken") { return .taken }
    if name.equalsAnyCase("timetakenms") { return .milliseconds }
    if name.equals("c-ip") { return .client }
    if name.equals("cs-username") { return .user }
    if name.equalsAnyCase("cs(user-agent)") { return .agent }
    if name.equals("x-edge-result-type") { return .result }
    if name.equals("x-edge-request-id") { return .requestID }
    return .other
  }

  /// What the columns of one line said beside the record's own fields.
  private struct Line {
    var date = Bytes.none
    var clock = Bytes.none
    var query = Bytes.none
    var hasStatus = false
    var isBroken = false
  }

  private mutating func read(
    _ entry: Bytes, _ columns: [Column], isFallback: Bool, _ record: inout LogRecord
  ) -> Bool {
    let separator: UInt8 = entry.find(0x09) == nil ? 0x20 : 0x09
    var line = Line()
    var place = 0
    var count = 0
    while place < entry.count, count < columns.count {
      let end = Self.end(entry, from: place, separator)
      let column = columns[count]
      if column != .other { take(entry.part(place, end), column, &line, &record) }
      count &+= 1
      place = end &+ 1
      // IIS Advanced Logging pads its columns.
      if separator == 0x20 { while place < entry.count, entry[place] == 0x20 { place &+= 1 } }
    }
    // CloudFront adds columns at the end from time to time; blanks tell less surely.
    let isWhole = count == columns.count && (!isFallback || place >= entry.count)
    guard !line.isBroken, isWhole || (separator == 0x09 && count > 12) else { return false }
    return conclude(line, entry, isFallback, &record)
  }

  /// Where the column that starts at `start` ends; quotes within it are doubled.
  private static func end(_ entry: Bytes, from start: Int, _ separator: UInt8) -> Int {
    guard separator == 0x20, entry[start] == UInt8(ascii: "\"") else {
      return entry.find(separator, from: start) ?? entry.count
    }
    var quote = start
    while let next = entry.find(UInt8(ascii: "\""), from: quote &+ 1) {
      if next &+ 1 == entry.count || entry[next &+ 1] == separator { return next &+ 1 }
      quote = next
    }
    return entry.count
  }

  private mutating func take(
    _ text: Bytes, _ column: Column, _ line: inout Line, _ record: inout LogRecord
  ) {
    var text = text
    if text.count > 1, text.first == UInt8(ascii: "\"") { text = text.part(1, text.count &- 1) }
    if text.isEmpty || text.equals("-") { return }
    switch column {
    case .date: line.date = text
    case .time: line.clock = text
    case .method:
      record.method = text
      line.isBroken = !text.allSatisfy { $0.isLetter || $0 == 0x2D || $0 == 0x5F }
    case .stem: record.target = text
    case .query: line.query = text
    case .status:
      guard text.count == 3, let status = text.unsigned else {
        line.isBroken = true
        return
      }
      record.status = status
      line.hasStatus = true
    case .bytes: record.bytesSent = Int64(text.unsigned ?? -1)
    case .milliseconds, .taken: record.seconds = seconds(text, column)
    case .client: record.client = text
    case .user: record.user = text
    case .agent: record.agent = text
    case .result: record.cache = CacheWords.outcome(of: text)
    case .requestID: record.requestID = text
    case .other: break
    }
  }

  private mutating func seconds(_ text: Bytes, _ column: Column) -> Double {
    var scanner = ByteScanner(text)
    guard scanner.next.isDigit, let value = scanner.decimal(), scanner.isAtEnd else { return .nan }
    let isMilliseconds =
      column == .milliseconds || (column == .taken && countsFractions)
      || (column == .taken && isMicrosoft && !isCloudFront && text.find(UInt8(ascii: ".")) == nil)
    if isMilliseconds { return value / 1000 }
    let isWhole = text.find(UInt8(ascii: ".")) == nil
    if column == .taken, isWhole, value > Self.longestSeconds { countsSeconds = false }
    return isWhole && !countsSeconds ? .nan : value
  }

  private mutating func conclude(
    _ line: Line, _ entry: Bytes, _ isFallback: Bool, _ record: inout LogRecord
  ) -> Bool {
    guard time(line, &record) else { return false }
    record.message = entry
    let isRequest = !record.method.isEmpty && !record.target.isEmpty
    if isFallback, !isRequest || !line.hasStatus { return false }
    guard isRequest || line.hasStatus else { return true }
    record.kind = .request
    record.failed = line.hasStatus && record.status == 0
    if !line.query.isEmpty, !record.target.isEmpty {
      record.target = texts.joined(record.target, UInt8(ascii: "?"), line.query)
    }
    return true
  }

  /// The instant of a date and a time of day; a time of day without a known day gives none.
  private func time(_ line: Line, _ record: inout LogRecord) -> Bool {
    var clock = ByteScanner(line.clock)
    guard let hour = clock.digits(2), hour < 24, clock.take(UInt8(ascii: ":")),
      let minute = clock.digits(2), minute < 60, clock.take(UInt8(ascii: ":")),
      let second = clock.digits(2), second <= 60
    else { return false }
    var microseconds: Int64 = 0
    record.timeResolution = 1
    if clock.take(UInt8(ascii: ".")), let milliseconds = clock.digits(3) {
      microseconds = Int64(milliseconds) &* 1000
      record.timeResolution = 0.001
    }
    var date = ByteScanner(line.date)
    let days = line.date.isEmpty ? day : Self.day(&date)
    guard let days else { return line.date.isEmpty }
    let seconds = days &* 86_400 &+ hour &* 3600 &+ minute &* 60 &+ second &- offsetSeconds
    record.time = Timestamp(microseconds: Int64(seconds) &* 1_000_000 &+ microseconds)
    return true
  }

  /// Days since 1970 of `2018-01-01`.
  private static func day(_ date: inout ByteScanner) -> Int? {
    guard let year = date.digits(4), date.take(UInt8(ascii: "-")), let month = date.digits(2),
      date.take(UInt8(ascii: "-")), let day = date.digits(2)
    else { return nil }
    return CivilDate.days(year: year, month: month, day: day)
  }
}
