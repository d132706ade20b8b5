import Telemetry

/// A line read by the format that `description` describes; "error: ..." when it describes none.
func summary(of line: String, described description: String) -> String? {
  do {
    return summary(of: line, format: try LogFormatDescription.format(from: description))
  } catch {
    return "error: \(error)"
  }
}

private func summary(of line: String, format: some LogFormat) -> String? {
  var parser = format
  return summary(of: line, by: &parser)
}
