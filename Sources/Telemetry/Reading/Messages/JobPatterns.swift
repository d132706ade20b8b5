/// How background workers log the end of a job.
///
///     Task app.add[9c1f0a1e-...] succeeded in 0.5s: None                       Celery, by `tasks`
///     Task app.bad[9c1f0a1e-...] raised unexpected: ValueError('it broke')     Celery
///     Task app.add[9c1f0a1e-...] retry: Retry in 0.5s: RuntimeError('flaky')   Celery
///     pid=7 tid=a class=HardJob jid=b4a577 elapsed=0.123 INFO: done            Sidekiq
///     Successfully completed app.f(1) job in 0:00:00.242199s on worker 1f      RQ
///     job 26c10af6-...: exception raised while executing (app.f)               RQ
///     Job "tick (trigger: interval[0:00:03], ...)" executed successfully       APScheduler
///     Performed MailJob (Job ID: 1f...) from Async(default) in 12.3ms          Active Job
///     Step: [importStep] executed in 1s234ms                                   Spring Batch
///     App\Jobs\Mail   ............................... 1.23s DONE                 Laravel
extension MessagePatterns {
  /// No job is described in more bytes: name, arguments and trigger.
  private static let longestJob = 1024

  static let jobs: [MessagePattern] = [
    MessagePattern("raised", celeryFailure), MessagePattern("retry", celeryRetry),
    MessagePattern("jid", sidekiq),
    MessagePattern("successfully", rqSuccess), MessagePattern("exception", rqFailure),
    MessagePattern("executed", scheduled), MessagePattern("raised", scheduled),
    MessagePattern("performed", activeJob), MessagePattern("error", activeJob),
    MessagePattern("executed", springStep), MessagePattern("done", laravel),
    MessagePattern("fail", laravel),
  ]

  /// `Task NAME[ID] raised ...`: the task failed, and took no one says how long.
  private static func celeryFailure(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    guard celeryRetry(text, word, &record) else { return false }
    record.failed = true
    return true
  }

  /// `Task NAME[ID] retry: ...`: an attempt of a task that has not failed yet.
  private static func celeryRetry(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    let front = text.last(5 &+ longestName &+ longestID, before: max(0, word.start &- 1))
    guard front.last == UInt8(ascii: "]"), let open = front.lastIndex(of: UInt8(ascii: "[")) else {
      return false
    }
    var start = open
    while start > 0, !front[start &- 1].isBlank { start &-= 1 }
    return front.has("Task ", at: start &- 5)
      && task(named: front.part(start, open), .nan, &record)
  }

  /// Sidekiq since version 6, and `TID-1 HardJob JID-b4a577 INFO: done: 1.5 sec` before.
  private static func sidekiq(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.isEarly else { return false }
    let text = text.part(0, min(text.count, word.end &+ longestJob))
    var name = Bytes.none
    var seconds: Double?
    if text.has("-", at: word.end) {
      name = Self.word(before: word.start, in: text)
      for end: StaticString in [": done: ", ": fail: "] {
        if let place = text.find(end, from: word.end) {
          seconds = duration(text, after: place &+ 8)
        }
      }
    } else {
      var pairs = KeyValueScanner(text)
      while let (key, value) = pairs.next() {
        if key.equals("class") { name = value }
        if key.equals("elapsed") { seconds = DurationScanner.seconds(value, plainUnit: 1) }
      }
    }
    let hasFailed = text.find(": fail", from: word.end) != nil
    guard hasFailed || text.find(": done", from: word.end) != nil, let seconds,
      task(named: name, seconds, &record)
    else { return false }
    record.failed = hasFailed
    return true
  }

  private static func rqSuccess(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    let start = word.end &+ 11
    guard text.has(" completed ", at: word.end),
      let end = text.find(" job in ", from: start, within: longestJob),
      let seconds = duration(text, after: end &+ 8)
    else { return false }
    return task(named: callee(text.part(start, end)), seconds, &record)
  }

  private static func rqFailure(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    let mark: StaticString = " raised while executing ("
    guard text.has(mark, at: word.end) else { return false }
    let start = word.end &+ mark.utf8CodeUnitCount
    guard let end = text.find(")", from: start, within: longestJob),
      task(named: callee(text.part(start, end)), .nan, &record)
    else { return false }
    record.failed = true
    return true
  }

  private static func scheduled(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    let hasFailed = text.has(" an exception", at: word.end)
    let front = text.last(longestJob, before: word.start)
    guard hasFailed || text.has(" successfully", at: word.end), let start = front.find("Job \""),
      let end = front.find(" (trigger: ", from: start),
      task(named: front.part(start &+ 5, end), .nan, &record)
    else { return false }
    record.failed = hasFailed
    return true
  }

  private static func activeJob(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: word.end)
    let hasFailed = word.isOne("error")
    guard hasFailed ? scanner.take(" performing ") : scanner.take(UInt8(ascii: " ")) else {
      return false
    }
    let name = scanner.word()
    guard scanner.take(" (Job ID: "),
      let place = text.find(" in ", from: scanner.position, within: longestJob),
      let seconds = duration(text, after: place &+ 4), task(named: name, seconds, &record)
    else { return false }
    record.failed = hasFailed
    return true
  }

  private static func springStep(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    let front = text.last(longestJob, before: word.start)
    guard text.has(" in ", at: word.end), let open = front.find("Step: ["),
      let close = front.find(UInt8(ascii: "]"), from: open),
      let seconds = duration(text, after: word.end &+ 4)
    else { return false }
    return task(named: front.part(open &+ 7, close), seconds, &record)
  }

  /// The last word of the line, with a row of dots and the duration before it.
  private static func laravel(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.bytes.allSatisfy(\.isUpper), word.end == text.count else { return false }
    let front = text.last(longestJob, before: word.start)
    guard let dots = front.find(" ....") else { return false }
    var place = dots &+ 1
    while place < front.count, front[place] == UInt8(ascii: ".") { place &+= 1 }
    var scanner = ByteScanner(front, at: place)
    scanner.skipBlanks()
    guard let seconds = DurationScanner.inParts(&scanner) else { return false }
    scanner.skipBlanks()
    guard scanner.isAtEnd, task(named: Self.word(before: dots &+ 1, in: front), seconds, &record)
    else {
      return false
    }
    record.failed = word.isOne("fail")
    return true
  }

  /// The name of a call without its arguments.
  private static func callee(_ text: Bytes) -> Bytes {
    text.find(UInt8(ascii: "(")).map { text.part(0, $0) } ?? text
  }

  /// The word that ends with the blank before `end`.
  private static func word(before end: Int, in text: Bytes) -> Bytes {
    let last = max(0, end &- 1)
    var first = last
    while first > 0, !text[first &- 1].isBlank { first &-= 1 }
    return text.part(first, last)
  }
}
