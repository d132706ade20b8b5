extension Screens {
  static let viewSources = ""
}
