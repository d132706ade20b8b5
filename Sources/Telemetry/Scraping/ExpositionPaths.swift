/// Where services usually have their expositions.
package enum ExpositionPaths {
  /// In the order in which to try them.
  package static let all = [
    "/metrics", "/actuator/prometheus", "/q/metrics", "/metrics/", "/admin/prometheus",
    "/stats/prometheus",
  ]
}
