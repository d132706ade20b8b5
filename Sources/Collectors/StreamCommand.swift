import CProcess
import Dispatch
import Glibc
import Telemetry

/// A command of the user's whose output is read like a log.
///
/// It runs under /bin/sh in a process group of its own, with stdin on /dev/null and no other
/// descriptors than stdout and stderr, which are pipes. It is ended with the value, and asked to end
/// where the program crashes on a terminal.
package final class StreamCommand: Sendable {
  /// How a command ended.
  enum Exit: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
    /// It closed its output but does not end.
    case none

    /// A few words for it: "exit status 3".
    var description: String {
      switch self {
      case .status(let status): "exit status \(status)"
      case .signal(let number): "ended by signal \(number)"
      case .none: "output closed"
      }
    }
  }

  /// Seconds that a command has to end by itself, or after a request to.
  private static let patienceSeconds = 1.0
  /// The same where the program is about to leave and has asked already.
  private static let leavingSeconds = 0.5

  /// Its process, which is also the number of its group.
  let process: pid_t
  private let output: FileDescriptor
  /// What it writes to stderr; reading it never waits.
  let errors: FileDescriptor

  /// Starts the command.
  package init(_ command: String) throws(SourceError) {
    guard case .success(let (output, input)) = FileDescriptor.pipe(),
      case .success(let (errors, complaints)) = FileDescriptor.pipe()
    else { throw SourceError("exec: cannot make a pipe: \(SystemError.last.description)") }
    _ = fcntl(errors.number, F_SETFL, O_NONBLOCK)
    self.output = output
    self.errors = errors
    switch StreamCommand.spawn(command, writingTo: input, complainingTo: complaints) {
    case .success(let process):
      self.process = process
      process_add_group(process)
    case .failure(let error):
      throw SourceError("exec: cannot start /bin/sh: \(error.description)")
    }
  }

  deinit {
    process_remove_group(process)
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

  /// Asks the command and all that it started to end.
  func terminate() {
    kill(-process, SIGTERM)
  }

  /// Waits a moment for the command to end, then asks it to; what is left goes with the value.
  func ending() async -> Exit {
    let isLeaving = Task.isCancelled
    let patience = isLeaving ? StreamCommand.leavingSeconds : StreamCommand.patienceSeconds
    for _ in 0..<(isLeaving ? 1 : 2) {
      var waited = 0.0
      var pause = 0.005
      while waited < patience {
        if let exit { return exit }
        await StreamCommand.wait(pause)
        waited += pause
        pause = min(0.1, pause * 2)
      }
      terminate()
    }
    return exit ?? .none
  }

  /// How it ended, or `nil` while it runs.
  ///
  /// Its number stays taken until the value goes.
  var exit: Exit? {
    var info = siginfo_t()
    let code = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    guard code == 0, info.si_signo == SIGCHLD else { return nil }
    let status = info._sifields._sigchld.si_status
    return info.si_code == Int32(CLD_EXITED) ? .status(status) : .signal(status)
  }

  /// Waits also when the task is cancelled: ending takes the time it takes.
  private static func wait(_ seconds: Double) async {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { continuation.resume() }
    }
  }

  private static func spawn(
    _ command: String, writingTo input: FileDescriptor, complainingTo complaints: FileDescriptor
  ) -> Result<pid_t, SystemError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, input.number, 1)
    posix_spawn_file_actions_adddup2(&actions, complaints.number, 2)
    for number in FileDescriptor.inheritable where number > 2 {
      posix_spawn_file_actions_addclose(&actions, number)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    posix_spawnattr_setflags(&attributes, Int16(flags))
    posix_spawnattr_setpgroup(&attributes, 0)
    // What this process ignores or blocks is no business of the command's.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var arguments = [strdup("sh"), strdup("-c"), strdup(command), nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = FileDescriptor.withoutPipesInTheMaking {
      posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
    }
    return code == 0 ? .success(process) : .failure(SystemError(code: code))
  }
}
