import Glibc
import Telemetry

/// Why a file cannot be followed at the moment.
package enum FileTailError: Error, Hashable, Sendable {
  /// Nothing is there, which may change: it is looked for again.
  case missing(path: String)
  /// The file, or a folder above it, is closed to this user.
  case permissionDenied(path: String)
  /// Its files would have to be named.
  case isDirectory(path: String)
  /// A named pipe, which a `FileTail` cannot follow.
  case isPipe(path: String)
  /// A device, or a socket.
  case isDevice(path: String)
  /// Any other refusal, in the words of the system.
  case failed(path: String, SystemError)

  /// What the system's refusal means for `path`.
  init(_ error: SystemError, path: String) {
    self =
      switch error.code {
      case ENOENT, ENOTDIR: .missing(path: path)
      case EACCES, EPERM: .permissionDenied(path: path)
      default: .failed(path: path, error)
      }
  }

  /// Why a thing of this kind cannot be followed; `nil` for a regular file.
  init?(_ kind: FileStatus.Kind, path: String) {
    switch kind {
    case .regular: return nil
    case .directory: self = .isDirectory(path: path)
    case .pipe: self = .isPipe(path: path)
    case .socket, .device: self = .isDevice(path: path)
    }
  }

  /// One line that says what is wrong, where, and how to mend it.
  package var description: DisplayText {
    switch self {
    case .missing(let path): DisplayText("\(path): no such file yet; waiting for it")
    case .permissionDenied(let path):
      DisplayText("\(path): permission denied; run as a user of its group (often adm) or use sudo")
    case .isDirectory(let path):
      DisplayText("\(path): is a directory; name a file in it, or quote a pattern: '\(path)/*.log'")
    case .isPipe(let path): DisplayText("\(path): is a pipe; use: svctop - < \(path)")
    case .isDevice(let path): DisplayText("\(path): is a device or socket, not a log file")
    case .failed(let path, let error): DisplayText("\(path): \(error.description)")
    }
  }
}

extension FileTailError {
  /// The same for a file that was read before, if it was: then it is gone.
  func description(wasThere: Bool) -> DisplayText {
    guard wasThere, case .missing(let path) = self else { return description }
    return DisplayText("\(path): gone; what it said stays, and it is read on if it comes back")
  }
}

/// What one `poll` of a tail saw.
package struct PollResult: Hashable, Sendable {
  /// Bytes consumed, incomplete lines and skipped ones included.
  package var bytesRead = 0
  /// Whether everything there is was read; else poll again at once.
  package var isAtEnd = true
  /// Times the path came to name another file, or none.
  package var rotations = 0
  /// Times a file was cut or written anew in place.
  package var truncations = 0
  /// Lines left out because they are longer than 1 MiB.
  package var droppedLines = 0
  /// NUL bytes left out at the start of lines, as a writer behind a truncation leaves them.
  package var skippedNULs: Int64 = 0
  /// Rotated files that are still read because their writer may not be done; poll once in a
  /// while (every few seconds) for as long as there are any.
  package var drainingFiles = 0
  /// Why the path itself cannot be read at the moment.
  package var problem: FileTailError?

  /// Nothing seen.
  package init() {}

  /// Whether there is nothing to tell but the problem.
  var isEmpty: Bool {
    bytesRead == 0 && rotations == 0 && truncations == 0 && droppedLines == 0 && isAtEnd
  }
}
