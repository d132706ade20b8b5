extension Screens {
  static let snapshotMarkdownEndpoint = ""
}
