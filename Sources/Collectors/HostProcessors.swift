import Telemetry

/// The processors that this process may run on.
enum HostProcessors {
  /// How many there are, at least one, as /proc/self/status says.
  static var usable: Int {
    guard case .success(let file) = FileDescriptor.open("/proc/self/status") else { return 1 }
    return count(inStatus: String(decoding: file.bytes(at: 0, count: 1 << 14), as: UTF8.self))
  }

  /// The processors that a status, in the words of proc_pid_status(5), allows.
  static func count(inStatus status: String) -> Int {
    let field = "Cpus_allowed:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }) else {
      return 1
    }
    let bits = line.dropFirst(field.count).compactMap(\.hexDigitValue).map(\.nonzeroBitCount)
    return max(1, bits.reduce(0, +))
  }
}
