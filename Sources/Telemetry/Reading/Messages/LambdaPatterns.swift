/// What AWS Lambda writes around the runs of a function.
///
///     START RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3 Version: $LATEST
///     END RequestId: 3604209a-e9a3-11e6-939a-754dd98c7be3
///     REPORT RequestId: 3604209a-...<tab>Duration: 12.34 ms<tab>Billed Duration: 13 ms<tab>Memory Size: 128 MB ...
///
/// The report counts as a run of the task `lambda invocation`, for no line names the function. Its
/// duration is that of the handler: what starting cost stands apart, as `Init Duration`. The memory
/// is the most that the sandbox ever used, which is no reading of a moment, and is left out.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
extension MessagePatterns {
  static let lambda: [MessagePattern] = [
    MessagePattern("report", lambdaReport),
    MessagePattern("start", lambdaNotice), MessagePattern("end", lambdaNotice),
    MessagePattern("init_start", lambdaNotice),
  ]

  /// What stands between the word and the id.
  private static let idMark: StaticString = " RequestId: "
  /// No report is longer.
  private static let longestReport = 1024

  private static func lambdaReport(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    guard let id = lambdaID(text, word) else { return false }
    var scanner = ByteScanner(text, at: word.end &+ idMark.utf8CodeUnitCount &+ id.count)
    scanner.skipBlanks()
    // Where starting failed there is an `Init Duration` alone, and nothing was run.
    guard scanner.take("Duration: "), let seconds = duration(text, after: scanner.position),
      task(named: Bytes("lambda invocation" as StaticString), seconds, &record)
    else { return lambdaNotice(text, word, &record) }
    record.requestID = id
    // `Status: timeout`, `Status: error`; runs that went well name none.
    record.failed = text.find("Status: ", from: scanner.position, within: longestReport) != nil
    return true
  }

  /// A line about a run that another line records.
  private static func lambdaNotice(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    if let id = lambdaID(text, word) {
      record.requestID = id
    } else if !word.bytes.equals("INIT_START") || !text.has(" Runtime Version: ", at: word.end) {
      return false
    }
    if record.level == .unknown { record.level = .info }
    return true
  }

  /// The id behind a word in capitals.
  private static func lambdaID(_ text: Bytes, _ word: Word) -> Bytes? {
    guard word.isUpper, word.bytes.allSatisfy(\.isUpper), text.has(idMark, at: word.end) else {
      return nil
    }
    var scanner = ByteScanner(text, at: word.end &+ idMark.utf8CodeUnitCount)
    let id = scanner.word()
    return TraceContext.isUUID(id) ? id : nil
  }
}
