/// What was made of one metric family, for people who ask why a number is (not) there.
package struct MetricDecision: Hashable, Sendable {
  /// Its name in Prometheus's alphabet.
  package var family: DisplayText
  /// Its use, or that it is not counted.
  package var use: MetricUse
  /// The preset that said so; "generic" for the fall-back rules.
  package var preset: DisplayText
  /// Labels that name the endpoint; empty where it has none.
  package var endpointLabels: [DisplayText] = []
  /// Label with the HTTP method; `nil` where it has none.
  package var methodLabel: DisplayText?
  /// Label with the HTTP status or its class; `nil` where it has none.
  package var statusLabel: DisplayText?
  /// Unit of the values: `s`, `ms` ...; empty where it does not apply.
  package var unit: DisplayText = ""
}
