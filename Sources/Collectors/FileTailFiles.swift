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

  /// What log rotation put into a name: "1" in `app.log.1`, "2026-01-01" in `app-2026-01-01.log`.
  ///
  /// `nil` unless `name` is `base` with a number or a date added at its end or before its
  /// extension (or `.old` added at its end). Compressed files do not count.
  static func rotationMark(in name: String, of base: String) -> Substring? {
    if name.hasPrefix(base), name != base {
      let mark = name.dropFirst(base.count)
      if mark == ".old" || isRotationMark(mark) { return mark.dropFirst() }
    }
    guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return nil }
    let stem = base[..<dot]
    let suffix = base[dot...]
    guard name.hasPrefix(stem), name.hasSuffix(suffix), name.count > base.count else { return nil }
    let mark = name.dropFirst(stem.count).dropLast(suffix.count)
    return isRotationMark(mark) ? mark.dropFirst() : nil
  }

  private static func isRotationMark(_ mark: Substring) -> Bool {
    guard let first = mark.utf8.first, "._-".utf8.contains(first), mark.utf8.count > 1 else {
      return false
    }
    return mark.utf8.allSatisfy { "0123456789._-:TZ".utf8.contains($0) }
      && mark.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Whether log rotation would give the file at `base` the name `path`.
  static func isRotation(_ path: String, of base: String) -> Bool {
    let (directory, name) = split(path)
    let (baseDirectory, baseName) = split(base)
    return directory == baseDirectory && rotationMark(in: name, of: baseName) != nil
  }
}
