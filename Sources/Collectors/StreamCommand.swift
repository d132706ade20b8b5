import Glibc
import Telemetry

/// A command of the user's whose output is read like a log.
///
/// It runs under /bin/sh in a process group of its own, with stdin and stderr on /dev/null, and is
/// ended with the value.
package final class StreamCommand: Sendable {
  /// Its process, which is also the number of its group.
  let process: pid_t
  private let output: FileDescriptor

  /// Starts the command.
  package init(_ command: String) throws(SourceError) {
    guard case .success(let (output, input)) = FileDescriptor.pipe() else {
      throw SourceError("exec: cannot make a pipe: \(SystemError.last.description)")
    }
    self.output = output
    switch StreamCommand.spawn(command, writingTo: input) {
    case .success(let process): self.process = process
    case .failure(let error):
      throw SourceError("exec: cannot start /bin/sh: \(error.description)")
    }
  }

  deinit {
    kill(-process, SIGTERM)
    // The shell leads the group and dies of the signal, unless it has ended before.
    var status: Int32 = 0
    if waitpid(process, &status, WNOHANG) == 0 {
      kill(-process, SIGKILL)
      waitpid(process, &status, 0)
    }
  }

  /// A reader of what the command writes; one is enough.
  package func reader() -> StreamReader {
    StreamReader(output)
  }

  private static func spawn(
    _ command: String, writingTo input: FileDescriptor
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, input.number, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
    return code == 0 ? .success(process) : .failure(SystemError(code: code))
  }
}
