extension Screens {
  static let snapshotMarkdownEndpoints = ""
}
