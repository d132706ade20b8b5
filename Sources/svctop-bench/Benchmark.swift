import Glibc
import Telemetry

/// One thing that can be timed.
struct Benchmark: Sendable {
  let name: String
  /// What it takes after its name.
  let arguments: String
  let purpose: String
  /// Loads what it needs, which is not timed.
  let prepare: @Sendable ([String]) throws -> Work
}

/// Something loaded and ready to be timed.
struct Work {
  /// Bytes that one run reads; 0 when that says nothing.
  var bytes = 0
  /// What a run counts: "lines".
  var unit: String
  /// Whether one run is enough because it takes minutes.
  var isLong = false
  /// Does it all once and returns how many units that was.
  var run: () -> Int
  /// What else there is to say after the runs.
  var notes: () -> [String] = { [] }
}

/// A benchmark cannot be run with what it was given.
struct WrongArguments: Error, CustomStringConvertible {
  let description: String
}

/// Wall time and memory of this process.
enum Clock {
  /// Seconds on the monotonic clock.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that was resident so far.
  static func peakKilobytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  /// Memory that is resident now.
  static func residentKilobytes() -> Int {
    guard let file = fopen("/proc/self/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let fields = String(
      decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
    )
    .split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4 : 0
  }
}

/// A whole file in memory.
struct InputFile {
  let bytes: [UInt8]

  init(_ arguments: [String], _ index: Int = 0) throws {
    guard arguments.indices.contains(index) else {
      throw WrongArguments(description: "a file is missing")
    }
    guard let file = fopen(arguments[index], "r") else {
      throw WrongArguments(description: "\(arguments[index]): cannot be read")
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}
