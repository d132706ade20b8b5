import Dashboard
import Glibc

/// Measures what this process costs, between one look and the next.
struct OwnUse {
  private var before: (seconds: Double, ticks: Double, written: Double?)?

  /// What the time since the look before cost; without shares at the first look.
  mutating func sample() -> OwnCost.Sample {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let seconds = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    let now = (seconds: seconds, ticks: OwnUse.ticks() ?? .nan, written: OwnUse.written())
    defer { before = now }
    let passed = before.map { seconds - $0.seconds } ?? 0
    var sample = OwnCost.Sample(
      cpuShare: nil, residentBytes: OwnUse.residentBytes(), writtenBytesPerSecond: nil)
    guard let before, passed > 0.1 else { return sample }
    let share = (now.ticks - before.ticks) / Double(sysconf(Int32(_SC_CLK_TCK))) / passed
    sample.cpuShare = share.isFinite ? max(0, share) : nil
    if let written = now.written, let earlier = before.written {
      sample.writtenBytesPerSecond = max(0, written - earlier) / passed
    }
    return sample
  }

  /// User and system time in clock ticks: fields 14 and 15 of /proc/self/stat (proc_pid_stat(5)).
  private static func ticks() -> Double? {
    guard let text = contents("/proc/self/stat"), let end = text.lastIndex(of: ")") else {
      return nil
    }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return nil
    }
    return user + system
  }

  /// Pages in memory: the second field of /proc/self/statm.
  private static func residentBytes() -> Double? {
    let fields = contents("/proc/self/statm")?.split(separator: " ") ?? []
    guard fields.count > 1, let pages = Double(fields[1]) else { return nil }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// Bytes given to write(2) and its like: `wchar` of /proc/self/io.
  private static func written() -> Double? {
    let line = contents("/proc/self/io")?.split(separator: "\n").first { $0.hasPrefix("wchar:") }
    return line.flatMap { Double($0.dropFirst(7)) }
  }

  private static func contents(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
  }
}
