/// All envelopes, the more specific before the more general.
package enum LogEnvelopeCatalog {
  /// One line per envelope.
  package static let all: [any LogEnvelope.Type] = [
    DockerEnvelope.self,
    CRIEnvelope.self,
    MultilogEnvelope.self,
    JournaldEnvelope.self,
    JournalExportEnvelope.self,
    JournalPrettyEnvelope.self,
    OTLPEnvelope.self,
    FluentEnvelope.self,
    Syslog5424Envelope.self,
    HerokuEnvelope.self,
    SyslogEnvelope.self,
    ComposeEnvelope.self,
    KubectlEnvelope.self,
    DockerLogsEnvelope.self,
    PrettyJSONEnvelope.self,
  ]
}
