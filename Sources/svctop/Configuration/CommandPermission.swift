import Glibc

/// Whether the sources of a configuration file may be commands, which run with all that the user may do.
enum CommandPermission: Sendable {
  /// The file is the user's own, and nobody else may write it.
  case granted
  /// Nobody named the file, and it lies where others may have put it.
  case foreign
  /// The file belongs to another user.
  case ownedByAnother
  /// Others may write the file.
  case writableByOthers

  /// What is so for the file at a path; `isOwn` where the user named it or it is in the user's folder.
  init(path: String, isOwn: Bool) {
    var status = stat()
    guard isOwn, stat(path, &status) == 0 else {
      self = .foreign
      return
    }
    if status.st_uid != geteuid(), status.st_uid != 0 {
      self = .ownedByAnother
    } else {
      self = status.st_mode & (S_IWGRP | S_IWOTH) == 0 ? .granted : .writableByOthers
    }
  }

  /// Why a command of the file is not run, and what to do; `nil` where it is.
  func refusal(file: String) -> String? {
    switch self {
    case .granted: nil
    case .foreign:
      "exec: runs a command, and this file may be anybody's; "
        + "name it on the command line or in ~/.config/svctop/svctop.toml"
    case .ownedByAnother:
      "exec: runs a command, and this file belongs to another user; name it on the command line"
    case .writableByOthers:
      "exec: runs a command, and others may write this file; run: chmod go-w \(file)"
    }
  }
}
