@testable import Collectors

/// What a test does to log files, on a file system of its own or on the real one.
protocol TailWorld: AnyObject {
  /// The path that is followed; the names in the operations are names beside it.
  var path: String { get }
  var system: any FileTailSystem { get }

  /// Moves the clock of `system` on.
  func pass(seconds: Double)
  /// Makes a new, empty file under a name that is free.
  func create(_ name: String) -> any LogWriter
  func rename(_ name: String, to other: String)
  func remove(_ name: String)
  func link(_ name: String, to target: String)
}

/// A program that has a log file open.
protocol LogWriter: AnyObject {
  func append(_ bytes: [UInt8])
  func write(_ bytes: [UInt8], at offset: Int)
  func truncate()
}

extension LogWriter {
  func append(_ text: String) { append(Array(text.utf8)) }
}

/// A file system in memory: a directory of names, and inodes that live while anything holds them.
final class FakeFiles: TailWorld, FileTailSystem {
  final class Inode: OpenFile, LogWriter {
    let number: UInt64
    let clock: FakeFiles
    var content: [UInt8] = []
    var links = 1
    var modified: Int64 = 0

    init(number: UInt64, clock: FakeFiles) {
      self.number = number
      self.clock = clock
      modified = clock.tick()
    }

    func status() -> Result<FileStatus, SystemError> {
      .success(
        FileStatus(
          identity: FileIdentity(device: 1, inode: number), kind: .regular,
          size: Int64(content.count), linkCount: links, modified: modified))
    }

    func read(
      at offset: Int64, into buffer: UnsafeMutableRawBufferPointer
    ) -> Result<Int, SystemError> {
      let part = content.dropFirst(Int(offset)).prefix(buffer.count)
      buffer.copyBytes(from: part)
      return .success(part.count)
    }

    func nextData(after offset: Int64) -> Int64? { offset }

    func append(_ bytes: [UInt8]) {
      content += bytes
      modified = clock.tick()
    }

    func write(_ bytes: [UInt8], at offset: Int) {
      let gap = max(0, offset - content.count)
      content += [UInt8](repeating: 0, count: gap)
      let end = min(content.count, offset + bytes.count)
      content.replaceSubrange(offset..<end, with: bytes)
      modified = clock.tick()
    }

    func truncate() {
      content = []
      modified = clock.tick()
    }
  }

  private final class Slot {
    weak var inode: Inode?
  }

  let path = "app.log"
  var refusal: SystemError?
  private var directory: [String: Inode] = [:]
  private var targets: [String: String] = [:]
  private var slots: [Slot] = []
  private var seconds = 0.0
  private var ticks: Int64 = 0

  var system: any FileTailSystem { self }

  func pass(seconds: Double) { self.seconds += seconds }

  func tick() -> Int64 {
    ticks += 1
    return ticks
  }

  func create(_ name: String) -> any LogWriter {
    // The number of a dead inode is given out again at once, as ext4 does.
    let free = slots.firstIndex { $0.inode == nil } ?? slots.count
    if free == slots.count { slots.append(Slot()) }
    let inode = Inode(number: UInt64(free) + 1, clock: self)
    slots[free].inode = inode
    directory[name] = inode
    return inode
  }

  func rename(_ name: String, to other: String) {
    guard let inode = directory.removeValue(forKey: name) else { return }
    directory[other]?.links -= 1
    directory[other] = inode
  }

  func remove(_ name: String) {
    directory.removeValue(forKey: name)?.links -= 1
    targets[name] = nil
  }

  func link(_ name: String, to target: String) { targets[name] = target }

  private func inode(_ path: String) -> Inode? {
    let name = FilePath.split(path).name
    return directory[targets[name] ?? name]
  }

  func status(of path: String) -> Result<FileStatus, SystemError> {
    inode(path)?.status() ?? .failure(SystemError(code: 2))
  }

  func open(_ path: String) -> Result<any OpenFile, SystemError> {
    if let refusal { return .failure(refusal) }
    return inode(path).map { .success($0) } ?? .failure(SystemError(code: 2))
  }

  func names(besides path: String) -> [String] { Array(directory.keys) }

  func monotonicSeconds() -> Double { seconds }
}
