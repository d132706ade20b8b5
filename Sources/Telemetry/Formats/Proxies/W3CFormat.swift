/// The W3C extended log file format, as IIS writes it.
///
/// Until a `#Fields:` line is seen, the columns are those that IIS logs by default.
package struct W3CFormat: LogFormat {
  package static let name = "w3c"
  package static let vantage = "iis"
  package static let hasHeader = true
  package static let samples = [
    "2018-01-01 08:09:10 127.0.0.1 GET / q=100 80 - 81.2.69.143 Mozilla/5.0+(Windows+NT+6.1;+Win64;+x64;+rv:57.0)+Gecko/20100101+Firefox/57.0 - 200 0 0 123",
    "#Software: Microsoft Internet Information Services 10.0",
    "#Fields: date time s-sitename cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken",
  ]

  private var columns = W3CColumns(
    fields:
      "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken"
  )

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    columns.parse(entry, into: &record) && !columns.isCloudFront
  }
}
