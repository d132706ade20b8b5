extension Screens {
  static let snapshotMarkdownPools = ""
}
