extension Screens {
  static let snapshotTextPools = ""
}
