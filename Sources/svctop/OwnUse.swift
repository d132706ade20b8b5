import Dashboard
import Glibc

/// Measures what this process costs, between one look and the next.
struct OwnUse {
  private let memory = ProcessFile("/proc/self/statm")
  private let traffic = ProcessFile("/proc/self/io")
  private var before: Counts?

  /// What has added up since the start.
  private struct Counts {
    var seconds: Double
    var busySeconds: Double
    var written: Double?
    var terminalBytes: Double?
  }

  /// What the time since the look before cost; without shares at the first look.
  ///
  /// `terminalBytes` are those that went to the terminal so far.
  mutating func sample(
    terminalBytes: UInt64?, at seconds: Double = OwnUse.seconds(CLOCK_MONOTONIC)
  ) -> OwnCost.Sample {
    let now = Counts(
      seconds: seconds, busySeconds: OwnUse.seconds(CLOCK_PROCESS_CPUTIME_ID), written: written(),
      terminalBytes: terminalBytes.map { Double($0) })
    defer { before = now }
    let passed = before.map { seconds - $0.seconds } ?? 0
    var sample = OwnCost.Sample(
      cpuShare: nil, residentBytes: residentBytes(), writtenBytesPerSecond: nil)
    guard let before, passed > 0.1 else { return sample }
    func rate(_ count: (Counts) -> Double?) -> Double? {
      guard let now = count(now), let earlier = count(before) else { return nil }
      return max(0, now - earlier) / passed
    }
    sample.cpuShare = rate { $0.busySeconds }
    sample.writtenBytesPerSecond = rate { $0.written }
    sample.terminalBytesPerSecond = rate { $0.terminalBytes }
    return sample
  }

  /// The time of one of the system's clocks: that which passes, or that for which threads have run.
  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Pages in memory: the second number of /proc/self/statm.
  private func residentBytes() -> Double? {
    memory.number(1).map { $0 * Double(sysconf(Int32(_SC_PAGESIZE))) }
  }

  /// Bytes given to write(2) and its like: `wchar`, the second number of /proc/self/io.
  private func written() -> Double? { traffic.number(1) }
}

/// A file in which the kernel tells numbers of this process, opened once and for as long as that runs.
private struct ProcessFile {
  private let descriptor: CInt

  init(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
  }

  /// The number at a place among those of the file; `nil` where it cannot be read.
  func number(_ place: Int) -> Double? {
    withUnsafeTemporaryAllocation(byteCount: 256, alignment: 1) { buffer in
      let count = pread(descriptor, buffer.baseAddress, buffer.count, 0)
      guard count > 0 else { return nil }
      let numbers = buffer[..<count].split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
      guard numbers.indices.contains(place) else { return nil }
      return numbers[place].reduce(0) { $0 * 10 + Double($1 - UInt8(ascii: "0")) }
    }
  }
}
