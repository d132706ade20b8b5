/// Expositions written as JSON; their numbers are read from the text that they stand for.
enum PrometheusJSONShape: JSONShape {
  static let name = "prometheus-json"
  static let gives =
    "what the same exposition gives as text: prom2json, answers of Prometheus's API, Prisma"
  static let paths: [String] = []

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    if case .json(let root) = body { JSONExposition.isOne(root) } else { false }
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    findings.isKnown = true
    findings.decide("$", "exposition", name)
  }
}
