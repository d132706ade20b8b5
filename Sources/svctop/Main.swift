import ArgumentParser
import Glibc
import Telemetry

/// The start of the program: turns whatever goes wrong into one line and an exit status.
///
/// 0 fine; 1 a source could not be read at all; 2 wrong usage or configuration.
@main
enum Main {
  static func main() async {
    do {
      var command = try Svctop.parseAsRoot()
      // Here, because a command that is asynchronous runs on another thread.
      if command is any LongRunningCommand { ProcessMemory.shareHeap() }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      complain(failure.message)
      exit(failure.status)
    } catch {
      finish(error)
    }
  }

  /// Help and version go to stdout; a usage error is one line on stderr.
  private static func finish(_ error: any Error) -> Never {
    let code = Svctop.exitCode(for: error)
    if code == .success {
      do throws(Failure) {
        try StandardOutput.write(Svctop.fullMessage(for: error) + "\n")
        exit(0)
      } catch {
        complain(error.message)
        exit(error.status)
      }
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    let message = Svctop.message(for: error)
      .split(separator: "\n").joined(separator: " ")
    complain("\(message) (svctop --help explains)")
    exit(2)
  }

  /// Tells something in one line on stderr.
  static func complain(_ message: String) {
    // Arguments are repeated in messages, and may hold anything.
    var line = "svctop: \(DisplayText(message))\n"
    line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }
}

/// A command that goes on until the user ends it.
protocol LongRunningCommand: AsyncParsableCommand {}

/// Something that ends the program, with what to tell the user.
struct Failure: Error {
  let message: String
  let status: Int32

  /// Wrong usage: what, where, how to mend it.
  static func usage(_ message: String) -> Failure { Failure(message: message, status: 2) }

  /// A source that could not be read at all.
  static func source(_ message: String) -> Failure { Failure(message: message, status: 1) }
}
