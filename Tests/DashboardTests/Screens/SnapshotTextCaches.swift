extension Screens {
  static let snapshotTextCaches = ""
}
