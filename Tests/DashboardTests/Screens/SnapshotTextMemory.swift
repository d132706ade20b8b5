extension Screens {
  static let snapshotTextMemory = ""
}
