/// The lines of `heroku logs`: time, source and process, message.
///
///     2019-03-14T00:23:00+00:00 app[web.1]: INFO:     Started server process [7]
///     2019-03-14T00:23:00.123456+00:00 heroku[router]: at=info method=GET path="/" ...
///
/// Source: https://devcenter.heroku.com/articles/logging#log-format
package struct HerokuEnvelope: LogEnvelope {
  package static let name = "heroku"
  package static let isUnmistakable = false
  package static let isForeign = false
  package static let samples = [
    "2019-03-14T00:23:00+00:00 app[web.1]: hello",
    #"2010-09-16T15:13:46.677020+00:00 heroku[router]: at=info method=GET path="/" status=200"#,
    "2019-03-14T00:23:00+00:00 app[postgres.4821]: [GREEN] [20-1]  sql_error_code = 00000 LOG:  x",
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.count > 20, line[0].isDigit, line[10] == UInt8(ascii: "T") else { return false }
    var scanner = ByteScanner(line)
    guard let stamp = stamps.stamp(&scanner), scanner.take(UInt8(ascii: " ")) else { return false }
    let start = scanner.position
    while scanner.next.isWord || scanner.next == UInt8(ascii: "-") { scanner.position &+= 1 }
    guard scanner.position > start, scanner.take(UInt8(ascii: "[")), scanner.next.isLetter else {
      return false
    }
    while scanner.next.isWord || scanner.next == UInt8(ascii: ".")
      || scanner.next == UInt8(ascii: "-")
    { scanner.position &+= 1 }
    stream = ByteHash.of(line.part(start, scanner.position))
    guard scanner.take("]:") else { return false }
    _ = scanner.take(UInt8(ascii: " "))
    letter.content = scanner.rest
    letter.time = stamp.time
    return true
  }
}
