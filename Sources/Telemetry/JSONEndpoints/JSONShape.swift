/// A body of a JSON endpoint, or of one of the text pages that are read like it.
package enum EndpointBody: Sendable {
  /// A body that is JSON.
  case json(JSONNode)
  /// A page of text, such as nginx's `stub_status`.
  case text(String)

  var object: JSONObject? {
    if case .json(let node) = self { node.object } else { nil }
  }
}

/// One kind of JSON endpoint: one file, one line in `JSONShapeCatalog`, one test.
protocol JSONShape: Sendable {
  /// What is shown as recognised: `php-fpm`.
  static var name: String { get }

  /// What svctop learns from it, in words for the reference.
  static var gives: String { get }

  /// Paths at which services usually have it, in the order in which to try them.
  static var paths: [String] { get }

  /// Whether the body, which came from `location` (path and query), is of this kind.
  static func matches(_ body: EndpointBody, location: String) -> Bool

  /// Takes what the body says.
  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings)
}

/// All kinds of JSON endpoints, the more specific before the more general.
package enum JSONShapeCatalog {
  static let all: [any JSONShape.Type] = [
    PerformanceShape.self,
    ExpvarShape.self,
    ActuatorMetricsShape.self,
    ActuatorHealthShape.self,
    PHPFPMShape.self,
    PumaShape.self,
    StubStatusShape.self,
    JolokiaHikariShape.self,
    ElasticsearchShape.self,
    PoolStatsShape.self,
    PrometheusJSONShape.self,
    GenericShape.self,
  ]

  /// Paths at which services usually have one of them, in the order in which to try them.
  package static var paths: [String] {
    var paths: [String] = []
    for path in all.flatMap({ $0.paths }) where !paths.contains(path) { paths.append(path) }
    return paths
  }

  /// Name, usual paths and yield of each, for the reference.
  package static var rows: [(name: String, paths: [String], gives: String)] {
    all.map { ($0.name, $0.paths, $0.gives) }
  }

  /// What a body says, by the first shape that recognises something in it.
  static func read(
    _ body: EndpointBody, location: String, by shapes: [any JSONShape.Type]
  ) -> JSONFindings {
    var findings = JSONFindings()
    for shape in shapes where shape.matches(body, location: location) {
      shape.read(body, location: location, into: &findings)
      if findings.isRecognised {
        findings.shapes.insert(shape.name, at: 0)
        break
      }
    }
    return findings
  }
}
