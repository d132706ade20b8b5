extension Screens {
  static let snapshotMarkdownOverview = ""
}
