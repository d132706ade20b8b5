extension Screens {
  static let snapshotTextEndpoint = ""
}
