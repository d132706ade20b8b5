import Collectors
import Dispatch
import Glibc
import Telemetry

/// Waiting for what comes from a named pipe, which is told: nothing else shows why nothing happens.
enum PipeOpening {
  /// Seconds before anything is said; most writers are started at the same time.
  static let patienceSeconds = 2.0

  /// Says that a pipe is waited for.
  static func tell(_ path: String) {
    Main.complain("\(path): nothing came from this pipe yet; still waiting")
  }

  /// Opens a file for reading, which for a pipe takes until somebody opens it for writing.
  static func open(_ path: String) -> Result<Int32, SystemError> {
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + patienceSeconds)
    timer.setEventHandler { tell(path) }
    timer.activate()
    defer { timer.cancel() }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    return descriptor < 0 ? .failure(SystemError(code: errno)) : .success(descriptor)
  }
}
