extension Screens {
  static let viewMemory = ""
}
