extension Screens {
  static let viewBreakers = ""
}
