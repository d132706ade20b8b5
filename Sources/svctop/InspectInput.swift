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
  /// Whether there is more than was read.
  private(set) var isCut = false

  /// Bytes looked at; formats do not change after that.
  private static let limit = 16 << 20
  /// The limit as it is told.
  static let limitText = "16 MiB"

  /// What was read of a source that is not packed, `limit` bytes and more where it goes on.
  private init(reading bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count > InspectInput.limit else { return }
    isCut = true
    // The last line lacks its end: it would be taken for one that is not understood.
    let end = bytes[..<InspectInput.limit].lastIndex(of: 0x0A).map { $0 + 1 }
    self.bytes.removeSubrange((end ?? InspectInput.limit)...)
  }

  /// What was unpacked, which is whole lines.
  private init(unpacking beginning: FileBeginning) {
    bytes = beginning.bytes
    packing = beginning.packing
    problem = beginning.problem
    isCut = bytes.count > InspectInput.limit
  }

  /// Nothing.
  private init() {}

  /// Reads the beginning of a source that is no URL.
  static func read(_ source: SourceSpecification) throws -> Self {
    switch source.location {
    case .file(let path): return try read(path: path)
    case .standardInput:
      guard isatty(STDIN_FILENO) == 0 else {
        throw Failure.usage("-: stdin is the terminal; pipe a log into it")
      }
      return try read(descriptor: STDIN_FILENO, name: "-")
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
    if let beginning = try? FileBeginning(path: path, limit: limit + 1), beginning.packing != nil {
      guard let problem = beginning.problem, beginning.bytes.isEmpty else {
        return Self(unpacking: beginning)
      }
      throw Failure.source(problem.string)
    }
    switch PipeOpening.open(path) {
    case .failure(let error): throw Failure.source("\(DisplayText(path)): \(error)")
    case .success(let descriptor):
      defer { _ = close(descriptor) }
      return try read(descriptor: descriptor, name: path)
    }
  }

  private static func read(descriptor: Int32, name: String) throws -> Self {
    do throws(SystemError) {
      return Self(reading: try RawBytes.read(descriptor, most: limit + 1))
    } catch {
      throw Failure.source("\(DisplayText(name)): \(error)")
    }
  }
}
