extension Screens {
  static let viewEndpoint = ""
}
