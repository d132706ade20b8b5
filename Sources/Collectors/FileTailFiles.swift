import Glibc

/// A file that is open for reading by position.
protocol OpenFile: AnyObject {
  func status() -> Result<FileStatus, SystemError>

  /// Fills `buffer` from `offset` on; fewer bytes than asked for mean the end of the file.
  func read(
    at offset: Int64, into buffer: UnsafeMutableRawBufferPointer
  ) -> Result<Int, SystemError>

  /// The first place from `offset` on that is not in a hole; `nil` when only a hole follows.
  ///
  /// A file system that knows no holes answers `offset` itself.
  func nextData(after offset: Int64) -> Int64?
}

/// The few things a tail asks of a file system, so that tests can play one.
protocol FileTailSystem {
  /// What is at a path, symbolic links followed.
  func status(of path: String) -> Result<FileStatus, SystemError>

  func open(_ path: String) -> Result<any OpenFile, SystemError>

  /// Names in the directory of `path`, in any order; empty when it may not be listed.
  func names(besides path: String) -> [String]

  /// Seconds of a clock that never goes back.
  func monotonicSeconds() -> Double
}

/// The files of this host.
struct LocalFiles: FileTailSystem {
  func status(of path: String) -> Result<FileStatus, SystemError> {
    var raw = stat()
    return stat(path, &raw) < 0 ? .failure(.last) : .success(FileStatus(raw))
  }

  func open(_ path: String) -> Result<any OpenFile, SystemError> {
    FileDescriptor.open(path).map { $0 }
  }

  /// Whether there is a symbolic link at a path.
  func isLink(_ path: String) -> Bool {
    var raw = stat()
    return lstat(path, &raw) == 0 && raw.st_mode & S_IFMT == S_IFLNK
  }

  /// Which file a path leads to.
  func identity(of path: String) -> FileIdentity? {
    guard case .success(let status) = status(of: path) else { return nil }
    return status.identity
  }

  func names(besides path: String) -> [String] {
    guard let directory = opendir(FilePath.split(path).directory) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }

  func monotonicSeconds() -> Double {
    ArrivalTime.now().monotonicSeconds
  }
}

/// Names of files, taken apart.
enum FilePath {
  /// The directory a path names ("." when it names none) and the name within it.
  static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let name = String(path[path.utf8.index(after: slash)...])
    let directory = String(path[..<slash])
    return (directory.isEmpty ? "/" : directory, name)
  }
}
