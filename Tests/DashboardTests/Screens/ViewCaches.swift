extension Screens {
  static let viewCaches = ""
}
