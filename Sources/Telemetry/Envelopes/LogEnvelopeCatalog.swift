/// All envelopes, the more specific before the more general.
package enum LogEnvelopeCatalog {
  /// One line per envelope.
  package static let all: [any LogEnvelope.Type] = [
    DockerEnvelope.self
  ]
}
