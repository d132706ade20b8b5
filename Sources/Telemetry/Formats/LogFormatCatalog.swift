/// All log formats, the more specific before the more general.
package enum LogFormatCatalog {
  /// One line per format; the order breaks ties when a format is detected.
  package static let all: [any LogFormat.Type] = [
    IngressNginxFormat.self,
    GunicornFormat.self,
    LighttpdFormat.self,
    ApacheTimedFormat.self,
    NginxTimedFormat.self,
    NginxUpstreamFormat.self,
    VhostCombinedFormat.self,
    NginxCombinedFormat.self,
    CommonLogFormat.self,
    JSONAccessFormat.self,
    PostgreSQLFormat.self,
    UvicornFormat.self,
    RailsFormat.self,
    LogfmtFormat.self,
    AppLineFormat.self,
    AppEntryFormat.self,
  ]
}
