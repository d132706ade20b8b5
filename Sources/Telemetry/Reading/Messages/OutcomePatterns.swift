/// Messages that a framework writes without stamp and level about a request that went wrong.
///
///     Not Found: /nope          Internal Server Error: /boom          Method Not Allowed (POST): /x
///
/// They stay messages: the access line of the same request is what counts.
/// Source: https://docs.djangoproject.com/en/5.2/ref/logging/#django-request
extension MessagePatterns {
  static let outcomes: [MessagePattern] = [
    MessagePattern("found") { outcome($0, $1, "Not Found: /", .warning, &$2) },
    MessagePattern("request") { outcome($0, $1, "Bad Request: /", .warning, &$2) },
    MessagePattern("forbidden") { outcome($0, $1, "Forbidden: /", .warning, &$2) },
    MessagePattern("forbidden") { outcome($0, $1, "Forbidden (", .warning, &$2) },
    MessagePattern("allowed") { outcome($0, $1, "Method Not Allowed (", .warning, &$2) },
    MessagePattern("error") { outcome($0, $1, "Internal Server Error: /", .error, &$2) },
    MessagePattern("unavailable") { outcome($0, $1, "Service Unavailable: /", .error, &$2) },
  ]

  private static func outcome(
    _ text: Bytes, _ word: Word, _ start: StaticString, _ level: LogLevel,
    _ record: inout LogRecord
  ) -> Bool {
    guard text.has(start) else { return false }
    if record.level == .unknown { record.level = level }
    return true
  }
}
