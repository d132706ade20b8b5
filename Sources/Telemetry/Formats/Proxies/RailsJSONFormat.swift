/// The JSON lines of Rails' lograge; durations are milliseconds.
///
/// Source: https://github.com/roidrage/lograge
package struct RailsJSONFormat: JSONLineFormat {
  package static let name = "rails-json"
  package static let vantage = "rails"
  package static let samples = [
    #"{"method":"GET","path":"/jobs/833552.json","format":"json","controller":"JobsController","action":"show","status":200,"duration":58.33,"view":40.43,"db":15.26}"#
  ]

  package var line = JSONLine(RailsJSONFormat.names)

  package init() {}

  private static let names = FieldNames(
    marks: ["controller", "action", "duration"],
    own: [
      (FieldMeaning(field: .seconds, unit: 1e-3), "duration")
    ])
}
