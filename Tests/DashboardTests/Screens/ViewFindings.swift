extension Screens {
  static let viewFindings = ""
}
