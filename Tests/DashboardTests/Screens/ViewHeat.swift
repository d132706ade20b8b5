extension Screens {
  static let viewHeat = ""
}
