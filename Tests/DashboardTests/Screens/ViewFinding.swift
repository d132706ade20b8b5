extension Screens {
  static let viewFinding = ""
}
