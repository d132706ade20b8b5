extension Screens {
  static let snapshotMarkdownLogs = ""
}
