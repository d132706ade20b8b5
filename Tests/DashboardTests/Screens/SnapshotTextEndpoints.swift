extension Screens {
  static let snapshotTextEndpoints = ""
}
