extension Screens {
  static let viewLatency = ""
}
