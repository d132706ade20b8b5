extension Screens {
  static let viewOutboundCall = ""
}
