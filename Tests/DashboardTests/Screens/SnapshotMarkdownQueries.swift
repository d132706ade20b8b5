extension Screens {
  static let snapshotMarkdownQueries = ""
}
