extension Screens {
  static let snapshotANSIOverview = ""
}
