/// The whole numbers that stand by themselves in the first lines of an access log, without a unit.
///
/// Apache's `%D` is one, and so is nginx's `$request_length`; `$request_time` has three decimals and
/// is none. No line tells by itself what its number is, so twenty are looked at together: they are
/// times only where they can be nothing else (see `NumberColumn`). Numbers that turn up later are
/// found out in the same way (`NumberDiscovery`).
/// Sources: https://nginx.org/en/docs/http/ngx_http_log_module.html#var_request_length,
/// https://httpd.apache.org/docs/current/mod/mod_log_config.html#formats
enum BareNumbers {
  private static let enough = 20
  private static let mostTries = 3

  /// Whether twenty of the numbers, one after the other, are times beyond doubt.
  static func areTimes(in lines: [[UInt8]]) -> Bool {
    var reader = CommonLogFormat()
    var column = NumberColumn()
    var count = 0
    var tries = 0
    for line in lines where tries < mostTries {
      let isAdded = line.withUnsafeBytes { line -> Bool in
        var record = LogRecord()
        guard reader.parse(line, into: &record), record.leavesNumber,
          let number = AccessTail.loneNumber(in: record.agent)
        else { return false }
        withUnsafePointer(to: &record) { column.add(number, of: $0, in: line) }
        return true
      }
      if isAdded { count += 1 }
      guard count == enough else { continue }
      if column.lookLikeTimes { return true }
      (column, count) = (NumberColumn(), 0)
      tries += 1
    }
    return false
  }
}
