/// The version of the program, in every place that shows it.
package enum Version {
  /// As `svctop --version` prints it.
  package static let current = "0.1.0"
}
