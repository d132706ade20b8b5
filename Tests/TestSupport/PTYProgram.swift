import Glibc

/// Why a program under test could not be started, or what it did not do in time.
package struct PTYFailure: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }

  /// A failed system call with its reason.
  static func call(_ name: String, _ number: Int32 = errno) -> PTYFailure {
    PTYFailure("\(name): \(String(cString: strerror(number)))")
  }
}

/// How a program ended.
package enum PTYExit: Hashable, Sendable {
  case status(Int32)
  case signal(Int32)

  /// Reads what waitpid(2) reports.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .status((waitStatus >> 8) & 0xFF) : .signal(signal)
  }
}

/// A program to be started with its arguments and the whole environment it gets.
package struct PTYProgram: Sendable {
  package var path: String
  package var arguments: [String]
  package var environment: [String: String]

  /// The program under test, in an environment that does not depend on that of the tests.
  ///
  /// A variable that is `nil` in `changes` is not set at all.
  package static func svctop(
    _ arguments: [String], changes: [String: String?] = [:]
  ) throws -> PTYProgram {
    PTYProgram(
      path: try svctopPath(), arguments: arguments, environment: environment(changes))
  }

  /// A script for /bin/sh in which `"$svctop"` is the program under test.
  package static func shell(
    _ script: String, changes: [String: String?] = [:]
  ) throws -> PTYProgram {
    var environment = environment(changes)
    environment["svctop"] = try svctopPath()
    return PTYProgram(path: "/bin/sh", arguments: ["-c", script], environment: environment)
  }

  private static func environment(_ changes: [String: String?]) -> [String: String] {
    // Swift's own report of a crash takes many seconds and is not what is tested.
    var environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
    ]
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    for (name, value) in changes { environment[name] = value }
    return environment
  }

  /// The product beside the test bundle: SwiftPM builds both into one folder.
  private static func svctopPath() throws -> String {
    let own = realpath("/proc/self/exe", nil)
    defer { free(own) }
    let starts = [own.map { String(cString: $0) } ?? ""]
    for start in starts + CommandLine.arguments.filter({ $0.hasPrefix("/") }) {
      var folder = start[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        let path = folder + "/svctop"
        var status = stat()
        if stat(String(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG,
          access(String(path), X_OK) == 0
        {
          return String(path)
        }
      }
    }
    throw PTYFailure("no svctop beside \(starts[0]): swift build --product svctop")
  }
}
