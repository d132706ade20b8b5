extension Screens {
  static let viewTasks = ""
}
