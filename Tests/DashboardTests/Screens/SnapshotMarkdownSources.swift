extension Screens {
  static let snapshotMarkdownSources = ""
}
