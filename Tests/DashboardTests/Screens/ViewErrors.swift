extension Screens {
  static let viewErrors = ""
}
