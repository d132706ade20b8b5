/// One setting of `svctop.toml`: its check, its line in `svctop config init` and in the page of
/// the documentation are made from this.
struct ConfigurationKey: Sendable {
  let name: String
  /// One sentence in lower case, without its full stop.
  let meaning: String
  /// What can be written: "a duration", "true or false".
  let kind: String
  /// The default as it would be written; empty where there is none.
  let standard: String
  /// A value as it is written, other than the default.
  let example: String
  /// Whether it only counts when svctop starts.
  var isStartUp = false
  let read: @Sendable (TOMLItem, inout ConfigurationReading) throws(ConfigurationError) -> Void
}

/// A section of `svctop.toml`; the settings above all sections are one without a name.
struct ConfigurationSection: Sendable {
  let name: String
  /// What the section is for, in sentences.
  let about: String
  var keys: [ConfigurationKey]
  /// How settings are read whose names are the user's own.
  var anyKey: ConfigurationKey?
  /// Whether it is a list of tables, `[[name]]`.
  var isList = false
  /// Notes where what was read contradicts itself; the names are of keys that could not be read.
  var check: (@Sendable (TOMLItem, Set<String>, inout ConfigurationReading) -> Void)?
  /// Lines under the heading of the example, for what has no fixed names.
  var example: [String] = []
}
