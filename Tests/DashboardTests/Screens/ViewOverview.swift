extension Screens {
  static let viewOverview = ""
}
