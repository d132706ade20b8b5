extension Screens {
  static let snapshotTextSources = ""
}
