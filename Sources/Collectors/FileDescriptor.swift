import Glibc
import Synchronization

/// An error number of the operating system.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The value of `errno`.
  package let code: Int32

  /// The error with this number.
  package init(code: Int32) {
    self.code = code
  }

  /// The error of the call that just failed on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// Whether it says that there is nothing at a path.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The system's own words, such as "No space left on device".
  package var description: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }
}

/// What makes a file the same file under another name.
package struct FileIdentity: Hashable, Sendable {
  var device: UInt64
  var inode: UInt64
}

/// What the system says about a file.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case regular, directory, pipe, socket, device }

  var identity: FileIdentity
  var kind: Kind
  var size: Int64
  /// Names the file has; none when it was deleted and only descriptors keep it.
  var linkCount: Int
  /// Nanoseconds since 1970 of the last change of its contents.
  var modified: Int64

  init(identity: FileIdentity, kind: Kind, size: Int64, linkCount: Int, modified: Int64) {
    self.identity = identity
    self.kind = kind
    self.size = size
    self.linkCount = linkCount
    self.modified = modified
  }

  init(_ raw: stat) {
    identity = FileIdentity(device: UInt64(raw.st_dev), inode: UInt64(raw.st_ino))
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    size = Int64(raw.st_size)
    linkCount = Int(truncatingIfNeeded: raw.st_nlink)
    modified = Int64(raw.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(raw.st_mtim.tv_nsec)
  }
}

/// An open file, closed when the last reference goes.
///
/// Reading is by position only, so several tasks may share one.
package final class FileDescriptor: Sendable {
  /// The number the system knows it by.
  let number: Int32
  private let isOwned: Bool

  /// Takes over an open descriptor; one that is not `isOwned` is left open at the end.
  package init(_ number: Int32, isOwned: Bool = true) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Opens a file for reading, never waiting for the writer of a pipe.
  static func open(_ path: String) -> Result<FileDescriptor, SystemError> {
    let number = retrying { Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    return number < 0 ? .failure(.last) : .success(FileDescriptor(number))
  }

  /// Held while there are descriptors of ours that a new program would inherit, and while one is
  /// started: the Glibc module does not import pipe2(2), which would do both at once.
  private static let inheritance = Mutex(())

  /// Starts a program, or whatever else must not inherit a pipe that is being made.
  static func withoutPipesInTheMaking<Value: Sendable>(_ body: () -> Value) -> Value {
    inheritance.withLock { _ in body() }
  }

  /// A new pipe: what is written to the second comes out of the first.
  static func pipe() -> Result<(output: FileDescriptor, input: FileDescriptor), SystemError> {
    var ends: [Int32] = [0, 0]
    let failure: SystemError? = withoutPipesInTheMaking {
      guard Glibc.pipe(&ends) == 0 else { return .last }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return nil
    }
    if let failure { return .failure(failure) }
    return .success((FileDescriptor(ends[0]), FileDescriptor(ends[1])))
  }

  /// Numbers of the open descriptors that a new program would inherit.
  ///
  /// There should be none but the standard ones; libraries may have opened others.
  static var inheritable: [Int32] {
    LocalFiles().names(besides: "/proc/self/fd/").compactMap { Int32($0) }.filter { number in
      let flags = fcntl(number, F_GETFD)
      return flags >= 0 && flags & FD_CLOEXEC == 0
    }
  }

  /// Writes one byte, for whoever waits at the other end of a pipe.
  func ring() {
    var byte: UInt8 = 1
    _ = write(number, &byte, 1)
  }

  /// Repeats a call for as long as a signal interrupts it.
  static func retrying<Value: SignedInteger>(_ call: () -> Value) -> Value {
    while true {
      let value = call()
      if value >= 0 || errno != EINTR { return value }
    }
  }
}

extension FileDescriptor: OpenFile {
  func status() -> Result<FileStatus, SystemError> {
    var raw = stat()
    return fstat(number, &raw) < 0 ? .failure(.last) : .success(FileStatus(raw))
  }

  func read(
    at offset: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) -> Result<Int, SystemError> {
    var filled = 0
    // A short read is not yet the end of a file: only an empty one is.
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = FileDescriptor.retrying {
        pread(number, rest.baseAddress, rest.count, off_t(offset + Int64(filled)))
      }
      if count < 0 { return filled > 0 ? .success(filled) : .failure(.last) }
      if count == 0 { break }
      filled += count
    }
    return .success(filled)
  }

  func nextData(after offset: Int64) -> Int64? {
    // Linux's SEEK_DATA, which the Glibc module does not import.
    let seekData: Int32 = 3
    let found = lseek(number, off_t(offset), seekData)
    if found >= 0 { return Int64(found) }
    return errno == ENXIO ? nil : offset
  }
}
