import Glibc
import Telemetry

/// A secret that is fetched where it is kept each time it is used, and never shown.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  private enum Place: Hashable, Sendable {
    case file(String)
    case environment(String)
    case address(String)
  }

  private let place: Place

  /// The contents of a file, blanks and line ends around them left out.
  package static func file(_ path: String) -> Secret { Secret(place: .file(path)) }

  /// The value of an environment variable.
  package static func environment(_ name: String) -> Secret { Secret(place: .environment(name)) }

  /// A password that was part of a URL.
  static func fromAddress(_ value: String) -> Secret { Secret(place: .address(value)) }

  /// Where the secret is kept.
  package var description: String {
    switch place {
    case .file(let path): "file \(path)"
    case .environment(let name): "environment variable \(name)"
    case .address: "the address"
    }
  }

  /// Nothing, so that no dump holds a password.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Throws why the secret cannot be had now, if it cannot.
  package func check() throws(SecretError) {
    _ = try value()
  }

  /// The secret itself, as it is now.
  func value() throws(SecretError) -> String {
    let value: String
    switch place {
    // An address may hold a name or a token alone.
    case .address(""): return ""
    case .address(let text): value = text
    case .environment(let name):
      guard let found = getenv(name) else { throw .unset(name: name) }
      value = String(cString: found)
    case .file(let path):
      switch FileDescriptor.open(path) {
      case .failure(let error): throw .unreadable(path: path, error)
      case .success(let file):
        // A directory can be opened, and holds no bytes: it would be said to be empty.
        if case .success(let status) = file.status(), status.kind == .directory {
          throw .directory(path: path)
        }
        value = String(decoding: file.bytes(at: 0, count: 1 << 16), as: UTF8.self)
      }
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let trimmed = value.utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    if trimmed.isEmpty { throw .empty(place: description) }
    // Anything else could forge a header of the request.
    guard trimmed.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw .severalLines(place: description)
    }
    return String(decoding: Array(trimmed), as: UTF8.self)
  }
}

/// Why a secret cannot be had.
package enum SecretError: Error, Hashable, Sendable {
  /// The file of the secret cannot be opened.
  case unreadable(path: String, SystemError)
  /// A directory stands where the file of the secret should.
  case directory(path: String)
  /// There is no such environment variable.
  case unset(name: String)
  /// Nothing but blanks; `place` is in words, as in `file /run/token`.
  case empty(place: String)
  /// A line end or another control character stands inside of it.
  case severalLines(place: String)

  /// One line that says which secret, and what to do.
  package var description: DisplayText {
    switch self {
    case .unreadable(let path, let error) where error.isMissing:
      DisplayText("secret file \(path): no such file; check the name")
    case .unreadable(let path, let error):
      DisplayText("secret file \(path): \(error.description); make it readable for this user")
    case .directory(let path):
      DisplayText("secret file \(path): is a directory; name the file in it")
    case .unset(let name): DisplayText("environment variable \(name) is not set; export it first")
    case .empty(let place): DisplayText("secret in \(place) is empty; put one line into it")
    case .severalLines(let place):
      DisplayText("secret in \(place) has line ends or control characters; keep one line")
    }
  }
}

/// A user name with the password that goes with it.
package struct BasicCredentials: Hashable, Sendable {
  /// Who asks; a token where there is no password.
  package var name: String
  /// The password, which is looked up for each request.
  package var password: Secret

  /// A name and where its password is kept.
  package init(name: String, password: Secret) {
    self.name = name
    self.password = password
  }

  /// Reads the argument of `--user`: `NAME:FILE`.
  package init(argument: String) throws(SourceError) {
    guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex,
      argument.index(after: colon) != argument.endIndex
    else {
      // The argument is not repeated: somebody may have typed a password.
      throw SourceError(
        "--user: expected NAME:FILE with the password in FILE, or NAME with --password-env VARIABLE"
      )
    }
    name = String(argument[..<colon])
    password = .file(String(argument[argument.index(after: colon)...]))
  }
}
