extension Screens {
  static let viewOverviewFindings = ""
}
