/// One line of an nginx log with the request's time at its end, within the minute of 10:20.
struct EndToEndAccess {
  var second: Int
  var method = "GET"
  var path: String
  var status = 200
  var milliseconds = 50

  /// The line with its line feed.
  var line: String {
    let time = "02/Jan/2024:10:20:\(EndToEndAccess.padded(second, 2)) +0000"
    let seconds = "\(milliseconds / 1000).\(EndToEndAccess.padded(milliseconds % 1000, 3))"
    return
      #"203.0.113.9 - - [\#(time)] "\#(method) \#(path) HTTP/1.1" \#(status) 512 "-" "curl/8.5.0" \#(seconds)"#
      + "\n"
  }

  /// A number with zeros in front.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
