/// A metrics page in the making: the Prometheus text format 0.0.4.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/ ; numbers are written with a
/// point, as client_python writes them.
struct ExpositionText: Sendable {
  enum FamilyType: Sendable { case counter, gauge, histogram }

  private(set) var bytes: [UInt8] = []

  /// Begins a family; its samples follow.
  mutating func family(_ name: StaticString, _ type: FamilyType, _ help: StaticString) {
    bytes.append("# HELP ")
    bytes.append(name)
    bytes.append(" ")
    bytes.append(help)
    bytes.append("\n# TYPE ")
    bytes.append(name)
    switch type {
    case .counter: bytes.append(" counter\n")
    case .gauge: bytes.append(" gauge\n")
    case .histogram: bytes.append(" histogram\n")
    }
  }

  /// Appends a sample; `labels` are written as they stand in braces, without the braces.
  mutating func sample(_ name: StaticString, _ value: UInt64, _ labels: String = "") {
    head(name, labels)
    bytes.append(decimal: value)
    bytes.append(".0\n")
  }

  /// Appends a sample in seconds.
  mutating func sample(_ name: StaticString, _ labels: String = "", microseconds: Int64) {
    head(name, labels)
    bytes.append(microsecondsAsSeconds: microseconds, decimals: 6)
    bytes.append("\n")
  }

  private mutating func head(_ name: StaticString, _ labels: String) {
    bytes.append(name)
    if !labels.isEmpty {
      bytes.append("{")
      bytes.append(labels)
      bytes.append("}")
    }
    bytes.append(" ")
  }
}
