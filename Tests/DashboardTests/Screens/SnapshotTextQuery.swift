extension Screens {
  static let snapshotTextQuery = ""
}
