import Dispatch
import Glibc
import Telemetry

/// Reads a pipe, a terminal or stdin as lines come, until it is closed.
///
/// The reader asks for the next piece when it is done with the last one, so a fast writer waits
/// and memory stays fixed. Waiting is done on a thread of its own and ends at once when the task
/// is cancelled.
package struct StreamReader: ~Copyable {
  /// What one `read` came to.
  package enum Outcome: Hashable, Sendable {
    /// So many bytes came.
    case bytes(Int)
    /// Nothing came in the time given.
    case idle
    /// The writer closed the stream, or the task was cancelled; nothing more will come.
    case ended
    /// The stream broke.
    case failed(SystemError)
  }

  /// Lines left out because they are longer than 1 MiB.
  package var droppedLines: Int { result.droppedLines }

  private let descriptor: FileDescriptor
  private let queue = DispatchQueue(label: "svctop.stream")
  private var lines = LineCutter()
  private var result = PollResult()
  private var hasEnded = false

  /// A reader of an open descriptor; 0 is stdin.
  package init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  /// A reader of this process's standard input.
  package static func standardInput() -> StreamReader {
    StreamReader(FileDescriptor(0, isOwned: false))
  }

  /// A reader of the named pipe at `path`, which ends when its last writer closes it.
  package static func pipe(path: String) throws(FileTailError) -> StreamReader {
    switch FileDescriptor.open(path) {
    case .failure(let error): throw FileTailError(error, path: path)
    case .success(let descriptor): return StreamReader(descriptor)
    }
  }

  /// Waits at most `seconds` for something to come and passes on the lines it completes.
  ///
  /// `body` gets runs of whole lines that end in LF, valid during the call only; at the end an
  /// incomplete last line comes alone, without LF.
  package mutating func read(
    waitingAtMost seconds: Double = .infinity, _ body: (Bytes) -> Void
  ) async -> Outcome {
    if hasEnded { return .ended }
    return take(await nextPiece(seconds), body)
  }

  /// Passes on what is there without waiting, also when the task was cancelled.
  mutating func readNow(_ body: (Bytes) -> Void) -> Outcome {
    take(PipeWait.readPiece(of: descriptor), body)
  }

  private mutating func take(_ outcome: PipeWait.Outcome, _ body: (Bytes) -> Void) -> Outcome {
    switch outcome {
    case .bytes(let piece):
      let input = lines.partial + piece
      input.withUnsafeBytes { lines.cut($0, into: &result, body) }
      return .bytes(piece.count)
    case .idle: return .idle
    case .failed(let error):
      finish(body)
      return .failed(error)
    case .ended:
      finish(body)
      return .ended
    }
  }

  /// Passes on the incomplete last line, as nothing more will be read.
  mutating func finish(_ body: (Bytes) -> Void) {
    hasEnded = true
    lines.flush(body)
  }

  private func nextPiece(_ seconds: Double) async -> PipeWait.Outcome {
    let wait: PipeWait
    switch FileDescriptor.pipe() {
    case .failure(let error): return .failed(error)
    case .success(let (bell, button)):
      wait = PipeWait(descriptor, bell: bell, button: button)
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: wait.run(seconds)) }
      }
    } onCancel: {
      wait.cancel()
    }
  }
}

/// One wait for bytes that can be called off from elsewhere.
private struct PipeWait: Sendable {
  enum Outcome: Sendable {
    /// At least one byte, up to a quarter of a MiB.
    case bytes([UInt8])
    /// Nothing came within the time that was given.
    case idle
    /// The other side has closed, or the wait was called off.
    case ended
    /// The system refused to wait or to read.
    case failed(SystemError)
  }

  private static let pieceSize = 1 << 18

  private let source: FileDescriptor
  private let bell: FileDescriptor
  private let button: FileDescriptor

  init(_ source: FileDescriptor, bell: FileDescriptor, button: FileDescriptor) {
    self.source = source
    self.bell = bell
    self.button = button
  }

  func cancel() {
    button.ring()
  }

  func run(_ seconds: Double) -> Outcome {
    var waits = [
      pollfd(fd: source.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: bell.number, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = seconds.isFinite ? Int32(max(0, min(seconds * 1000, 1e9))) : -1
    let ready = FileDescriptor.retrying { poll(&waits, nfds_t(waits.count), timeout) }
    if ready < 0 { return .failed(.last) }
    if waits[1].revents != 0 { return .ended }
    return ready == 0 ? .idle : PipeWait.readPiece(of: source)
  }

  static func readPiece(of source: FileDescriptor) -> Outcome {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: PipeWait.pieceSize) { space, initialized in
      count = FileDescriptor.retrying { read(source.number, space.baseAddress, space.count) }
      initialized = max(0, count)
    }
    if count > 0 { return .bytes(piece) }
    if count == 0 { return .ended }
    return errno == EAGAIN ? .idle : .failed(.last)
  }
}
