#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// One log file of a demo, which is put aside when it has grown large, as logrotate does.
final class DemoLogFile {
  private let path: String
  private var descriptor: Int32
  private var size: Int
  private let largestSize: Int

  /// Opens a file to append to; it is made if it does not exist.
  init(path: String, largestSize: Int = 64 << 20) throws(DemoError) {
    self.path = path
    self.largestSize = largestSize
    descriptor = try DemoLogFile.open(path)
    size = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit { close(descriptor) }

  /// Appends whole lines.
  func append(_ lines: [UInt8]) throws(DemoError) {
    guard !lines.isEmpty else { return }
    if size >= largestSize { try rotate() }
    var written = 0
    while written < lines.count {
      let count = lines.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .last("cannot write \(path)")
      }
      written += count
    }
    size += lines.count
  }

  private func rotate() throws(DemoError) {
    guard rename(path, path + ".1") == 0 else { throw .last("cannot rename \(path)") }
    let next = try DemoLogFile.open(path)
    close(descriptor)
    descriptor = next
    size = 0
  }

  private static func open(_ path: String) throws(DemoError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    #else
      let descriptor = Musl.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    #endif
    guard descriptor >= 0 else { throw .last("cannot open \(path)") }
    return descriptor
  }
}
