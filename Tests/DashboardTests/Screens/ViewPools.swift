extension Screens {
  static let viewPools = ""
}
