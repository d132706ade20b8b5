import Dispatch

/// Where tests that wait for programs run: one at a time, on a thread of their own.
///
/// They block while they wait, and the few threads of the concurrency pool are for those that do
/// not. One at a time is also kind to a small machine.
@globalActor
package actor PTYActor {
  package static let shared = PTYActor()
  private static let executor = PTYExecutor()

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    PTYActor.executor.asUnownedSerialExecutor()
  }
}

/// A queue that is an executor.
private final class PTYExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "tests in terminals")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
