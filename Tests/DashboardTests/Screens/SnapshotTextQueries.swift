extension Screens {
  static let snapshotTextQueries = ""
}
