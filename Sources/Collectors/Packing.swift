import Telemetry

/// How a file is packed, by its first bytes or by its name.
package enum Packing: Hashable, Sendable {
  /// Unpacked here, from the first byte to the last.
  case gzip, zstandard
  /// Packed in a way that is not read here, with a command that unpacks it.
  case foreign(name: String, command: String)

  /// Names' ends, what they mean, and the bytes such a file begins with.
  private static let known: [(suffix: String, magic: [UInt8], packing: Packing)] = [
    (".gz", [0x1F, 0x8B], .gzip),
    (".zst", [0x28, 0xB5, 0x2F, 0xFD], .zstandard),
    // A frame to be skipped, with which pzstd begins.
    (".zst", [0x50, 0x2A, 0x4D, 0x18], .zstandard),
    (".bz2", Array("BZh".utf8), .foreign(name: "bzip2", command: "bzcat")),
    (".xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .foreign(name: "xz", command: "xzcat")),
    (".lz4", [0x04, 0x22, 0x4D, 0x18], .foreign(name: "lz4", command: "lz4cat")),
    (".zip", [0x50, 0x4B, 0x03, 0x04], .foreign(name: "zip", command: "unzip -p")),
    (".Z", [0x1F, 0x9D], .foreign(name: "compress", command: "zcat")),
  ]

  /// How a file of this name is packed; `nil` when the name does not say that it is.
  package init?(name: String) {
    guard let found = Packing.known.first(where: { name.hasSuffix($0.suffix) }) else { return nil }
    self = found.packing
  }

  /// How a file that begins with these bytes is packed; `nil` for text.
  init?(head: [UInt8]) {
    guard let found = Packing.known.first(where: { head.starts(with: $0.magic) }) else {
      return nil
    }
    self = found.packing
  }

  init?(of file: LogFile) {
    self.init(head: file.descriptor.bytes(at: 0, count: 8))
  }

  /// The name without the end that says how the file is packed; `nil` when it has none.
  static func plainName(of name: String) -> String? {
    known.first { name.hasSuffix($0.suffix) }.map { String(name.dropLast($0.suffix.count)) }
  }

  /// What to call it.
  var name: String {
    switch self {
    case .gzip: "gzip"
    case .zstandard: "zstd"
    case .foreign(let name, _): name
    }
  }

  /// Why a file packed like this is not read, and what to do; `nil` for one that is.
  func refusal(path: String) -> String? {
    guard case .foreign(let name, let command) = self else { return nil }
    return "\(path): is packed by \(name), which is not read; use 'exec:\(command) \(path)'"
  }
}
