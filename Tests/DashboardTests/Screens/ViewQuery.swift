extension Screens {
  static let viewQuery = ""
}
