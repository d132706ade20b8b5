/// What was made of one metric family, for people who ask why a number is (not) there.
package struct MetricDecision: Hashable, Sendable {
  package var family: DisplayText
  /// Its use, or why it is not counted.
  ///
  /// "request duration", "request count", a signal ("poolInUse"), or "not counted: ...".
  package var role: DisplayText
  /// The preset that said so; "generic" for the fall-back rules.
  package var preset: DisplayText
  package var endpointLabels: [DisplayText] = []
  package var methodLabel: DisplayText?
  package var statusLabel: DisplayText?
  /// Unit of the values: `s`, `ms` ...; empty where it does not apply.
  package var unit: DisplayText = ""
}
