/// All log formats, the more specific before the more general.
package enum LogFormatCatalog {
  /// One line per format; the order breaks ties when a format is detected.
  package static let all: [any LogFormat.Type] = [
    NginxTimedFormat.self,
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
