import Glibc

/// Tells file systems on which inotify does not see what other hosts or machines write.
enum NetworkFileSystem {
  private static let kinds = [
    "nfs", "cifs", "smb", "9p", "fuse", "ceph", "gluster", "afs", "lustre",
    "virtiofs", "vboxsf",
  ]

  /// Whether a directory is on such a file system, as far as /proc tells.
  static func holds(_ directory: String) -> Bool {
    guard let resolved = realpath(directory, nil) else { return false }
    defer { free(resolved) }
    guard case .success(let file) = FileDescriptor.open("/proc/self/mountinfo") else {
      return false
    }
    let table = String(decoding: file.bytes(at: 0, count: 1 << 18), as: UTF8.self)
    return isNetwork(String(cString: resolved), mounts: table)
  }

  /// Whether the mount that `path` belongs to, in the words of proc_pid_mountinfo(5), is one.
  static func isNetwork(_ path: String, mounts table: String) -> Bool {
    var longest = -1
    var isNetwork = false
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      let point = fields[4]
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      // A later mount on the same point hides the earlier one.
      guard isAbove, point.utf8.count >= longest else { continue }
      longest = point.utf8.count
      isNetwork = kinds.contains { fields[dash + 1].hasPrefix($0) }
    }
    return isNetwork
  }
}
