import Glibc

/// What tells one state of a file from another.
struct FileStamp: Hashable {
  private let inode: UInt
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int

  /// The state of a file now; `nil` when there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    size = Int(status.st_size)
  }
}
