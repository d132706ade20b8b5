extension Screens {
  static let snapshotTextLogs = ""
}
