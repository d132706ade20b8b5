extension Screens {
  static let viewQueries = ""
}
