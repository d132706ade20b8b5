extension Screens {
  static let viewOutbound = ""
}
