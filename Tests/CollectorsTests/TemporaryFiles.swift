import Glibc

@testable import Collectors

/// Real files in a directory that is removed with the value.
final class TemporaryFiles: TailWorld {
  final class Writer: LogWriter {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }

    func append(_ bytes: [UInt8]) {
      lseek(number, 0, SEEK_END)
      _ = Glibc.write(number, bytes, bytes.count)
    }

    func write(_ bytes: [UInt8], at offset: Int) {
      pwrite(number, bytes, bytes.count, off_t(offset))
    }

    func truncate() { ftruncate(number, 0) }
  }

  /// The files of this host with a clock that stands still.
  final class Stopped: FileTailSystem {
    var seconds = 0.0
    let files = LocalFiles()

    func status(of path: String) -> Result<FileStatus, SystemError> { files.status(of: path) }
    func open(_ path: String) -> Result<any OpenFile, SystemError> { files.open(path) }
    func names(besides path: String) -> [String] { files.names(besides: path) }
    func monotonicSeconds() -> Double { seconds }
  }

  let directory: String
  private let stopped = Stopped()

  init() {
    var template = Array("/tmp/svctop-test-XXXXXX".utf8CString)
    directory = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    for name in system.names(besides: path) where name != "." && name != ".." {
      unlink("\(directory)/\(name)")
      rmdir("\(directory)/\(name)")
    }
    rmdir(directory)
  }

  var path: String { directory + "/app.log" }
  var system: any FileTailSystem { stopped }

  func pass(seconds: Double) { stopped.seconds += seconds }

  func create(_ name: String) -> any LogWriter {
    Writer(Glibc.open("\(directory)/\(name)", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644))
  }

  func rename(_ name: String, to other: String) {
    _ = Glibc.rename("\(directory)/\(name)", "\(directory)/\(other)")
  }

  func remove(_ name: String) { unlink("\(directory)/\(name)") }

  func link(_ name: String, to target: String) {
    symlink(target, "\(directory)/\(name).new")
    rename("\(name).new", to: name)
  }

  /// Writes a whole file and gives its path.
  func file(_ name: String, _ content: [UInt8]) -> String {
    create(name).append(content)
    return "\(directory)/\(name)"
  }

  func file(_ name: String, _ content: String) -> String { file(name, Array(content.utf8)) }
}
