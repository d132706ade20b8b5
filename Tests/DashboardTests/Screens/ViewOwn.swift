extension Screens {
  static let viewOwn = ""
}
