import Collectors
import Glibc
import Telemetry

/// The bytes of a file or of stdin that are inspected: the beginning is enough.
struct InspectInput {
  var bytes: [UInt8] = []
  /// How the file is packed, where it is.
  var packing: DisplayText?
  /// Why a packed file could not be unpacked to its end.
  var problem: DisplayText?

  /// Bytes looked at; formats do not change after that.
  private static let limit = 16 << 20

  /// Reads the beginning of a source that is no URL.
  static func read(_ source: SourceSpecification) throws -> Self {
    switch source.location {
    case .file(let path): return try read(path: path)
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else {
        throw Failure.usage("-: stdin is the terminal; pipe a log into it")
      }
      return Self(bytes: try read(descriptor: STDIN_FILENO, name: "-"))
    case .pattern(let pattern):
      let files = source.files().filter { !$0.isRotation }
      guard files.count == 1, case .file(let path)? = files.first?.source.location else {
        throw files.isEmpty
          ? Failure.source("\(DisplayText(pattern)): no file matches; check the pattern")
          : Failure.usage("\(DisplayText(pattern)): matches \(files.count) files; name one of them")
      }
      return try read(path: path)
    case .pipe(let path): return try read(path: path)
    case .command(let command):
      throw Failure.usage("exec:\(command): pipe it instead: \(command) | svctop inspect -")
    case .endpoint: return Self()
    }
  }

  private static func read(path: String) throws -> Self {
    if let beginning = try? FileBeginning(path: path, limit: limit), let packing = beginning.packing
    {
      guard let problem = beginning.problem, beginning.bytes.isEmpty else {
        return Self(bytes: beginning.bytes, packing: packing, problem: beginning.problem)
      }
      throw Failure.source(problem.string)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure.source("\(DisplayText(path)): \(String(cString: strerror(errno)))")
    }
    defer { _ = close(descriptor) }
    return Self(bytes: try read(descriptor: descriptor, name: path))
  }

  private static func read(descriptor: Int32, name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure.source("\(DisplayText(name)): \(String(cString: strerror(errno)))")
      }
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
    }
    return bytes
  }
}
