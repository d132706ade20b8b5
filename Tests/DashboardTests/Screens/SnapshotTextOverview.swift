extension Screens {
  static let snapshotTextOverview = ""
}
