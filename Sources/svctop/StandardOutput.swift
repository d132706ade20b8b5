import Collectors
import Glibc

/// Writing to stdout without the buffers of anybody else.
enum StandardOutput {
  /// Writes all of the text; `false` when nobody reads it any more, which is no failure.
  @discardableResult
  static func write(_ text: String) throws(Failure) -> Bool {
    try write(Array(text.utf8))
  }

  /// Writes all of the bytes; `false` when nobody reads them any more, which is no failure.
  @discardableResult
  static func write(_ bytes: [UInt8]) throws(Failure) -> Bool {
    do throws(SystemError) {
      try RawBytes.write(bytes, to: STDOUT_FILENO)
      return true
    } catch {
      if error.code == EPIPE || error.code == EIO && isDevice { return false }
      throw .source("cannot write to stdout: \(error)")
    }
  }

  /// Whether stdout is no file: a terminal whose connection was lost answers as a broken disk does.
  private static var isDevice: Bool {
    var status = stat()
    return fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }
}
