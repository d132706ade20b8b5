extension Screens {
  static let snapshotMarkdownMemory = ""
}
