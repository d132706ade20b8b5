import TestSupport

/// A minute of an access log that ended long ago: what is shown of it never changes.
enum SmallLog {
  /// 60 times `GET /api/users/{id}`, three of them 500, and 60 times `POST /api/orders`.
  static let text = (0..<60).map { second in
    let time = "[02/Jan/2024:10:20:\(second < 10 ? "0" : "")\(second) +0000]"
    let status = second % 20 == 0 ? 500 : 200
    return """
      203.0.113.9 - - \(time) "GET /api/users/\(second * 7 + 1) HTTP/1.1" \(status) 5 "-" "UA" 0.050
      203.0.113.9 - - \(time) "POST /api/orders HTTP/1.1" 201 5 "-" "UA" 0.200

      """
  }.joined()

  /// What has to be on the screen once the log was read.
  static func isShown(_ screen: VirtualScreen) -> Bool {
    screen.shows("POST /api/orders") && screen.shows("GET  /api/users/{id}")
  }

  /// Whether a screen of 100 by 30 is drawn to its end, which is the newest line of the log.
  static func isComplete(_ screen: VirtualScreen) -> Bool {
    guard isShown(screen), screen.lines.count == 30 else { return false }
    return screen.lines[27].contains(#"10:20:59 203.0.113.9 - - "POST"#)
      && screen.lines[29].contains("quit")
      && ["+", "╯"].contains(screen.lines[28].last)
  }
}

extension PTYSession {
  /// Waits until the small log is shown and the last line of the screen too.
  func waitForDashboard() throws {
    try waitUntil("the dashboard is complete") { screen in
      SmallLog.isShown(screen) && screen.lines.last?.contains("quit") == true
    }
  }
}
