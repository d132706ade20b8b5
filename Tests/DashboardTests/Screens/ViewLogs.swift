extension Screens {
  static let viewLogs = ""
}
