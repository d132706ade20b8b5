extension Screens {
  static let snapshotMarkdownQuery = ""
}
