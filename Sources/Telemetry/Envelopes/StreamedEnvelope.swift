/// An envelope whose streams are cut into pieces independently of each other.
package protocol StreamedEnvelope: LogEnvelope {
  /// Which stream the line opened last is of: equal numbers mean one stream.
  var stream: UInt64 { get }
}
