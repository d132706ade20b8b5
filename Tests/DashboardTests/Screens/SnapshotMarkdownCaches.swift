extension Screens {
  static let snapshotMarkdownCaches = ""
}
