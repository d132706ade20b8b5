import TestSupport
import Testing

@testable import Collectors

/// What a perfect reader of the same files would say, kept in plain arrays.
private struct TailModel {
  /// One file as the model knows it: its contents now, and those already passed on.
  final class File {
    var content: [UInt8] = []
    var seen: [UInt8] = []
    var partial: [UInt8] = []
    var quietSince = 0.0
    var isDeleted = false

    var isCut: Bool { !content.starts(with: seen) }

    func read(into lines: inout [String], copy: File?) -> Bool {
      var isRead = false
      if isCut {
        if let copy { isRead = take(copy.content[seen.count...], into: &lines) }
        flush(into: &lines)
        seen = []
      }
      isRead = take(content[seen.count...], into: &lines) || isRead
      seen = content
      return isRead
    }

    private func take(_ fresh: ArraySlice<UInt8>, into lines: inout [String]) -> Bool {
      for byte in fresh {
        if byte == 0, partial.isEmpty { continue }
        if byte == 0x0A {
          lines.append(String(decoding: partial, as: UTF8.self))
          partial = []
        } else {
          partial.append(byte)
        }
      }
      return !fresh.isEmpty
    }

    /// Whether the bytes that were read last are where they were in another file.
    func isHeld(by other: File) -> Bool {
      let memory = seen.suffix(TailPosition.memoryLength)
      return other.content.count >= seen.count
        && other.content[memory.startIndex..<memory.endIndex] == memory
    }

    func flush(into lines: inout [String]) {
      if !partial.isEmpty { lines.append(String(decoding: partial, as: UTF8.self) + "¶") }
      partial = []
    }
  }

  /// A rotated file as it was when the directory was last listed.
  private struct Listed {
    let file: File
    let head: ArraySlice<UInt8>

    init(_ file: File) {
      self.file = file
      head = file.content.prefix(1024)
    }

    func covers(_ other: File) -> Bool {
      if head.isEmpty { return file === other && other.content.isEmpty }
      let isLong = head.count >= RotatedSiblings.leastCommonLength
      return other.content.starts(with: head) && (file === other || isLong)
    }
  }

  var names: [String: File] = [:]
  var lines: [String] = []
  var seconds = 0.0
  private var current: File?
  private var older: [File] = []
  private var known: [Listed] = []
  private var isFirst = true

  private var rotated: [File] {
    (1...4).reversed().compactMap { names["app.log.\($0)"] }
  }

  mutating func poll() {
    let now = names["app.log"]
    if isFirst { known = rotated.map(Listed.init) }
    if now !== current { turn(to: now) }
    isFirst = false
    var wasTruncated = false
    for file in older + [current].compactMap(\.self) {
      let isCut = file.isCut
      let copy = isCut && file === current ? newFiles().first { file.isHeld(by: $0) } : nil
      if file.read(into: &lines, copy: copy) { file.quietSince = seconds }
      if isCut { wasTruncated = true }
    }
    var excess = older.count - 8
    older.removeAll { file in
      guard excess > 0 || seconds - file.quietSince >= FileTail.gracePeriod else { return false }
      excess -= 1
      file.flush(into: &lines)
      return true
    }
    if wasTruncated { known = rotated.map(Listed.init) }
  }

  private mutating func turn(to now: File?) {
    let isBack = older.contains { $0 === now }
    if let old = current {
      if let now, !isBack, old.isDeleted, !old.seen.isEmpty, now.seen.isEmpty,
        now.content.starts(with: old.seen)
      {
        now.seen = old.seen
        now.partial = old.partial
        current = now
        return
      }
      old.quietSince = seconds
      older.append(old)
      adopt(besides: now)
    }
    if let now, !isFirst, !isBack { adopt(besides: now) }
    older.removeAll { $0 === now }
    current = now
  }

  private func newFiles() -> [File] {
    let covering = known + older.map(Listed.init)
    return rotated.filter { file in
      !older.contains { $0 === file } && !covering.contains { $0.covers(file) }
    }
  }

  private mutating func adopt(besides now: File?) {
    for file in newFiles() where file !== now {
      file.quietSince = seconds
      older.append(file)
    }
    known = rotated.map(Listed.init)
  }
}

/// Writers, rotations and polls in a random but repeatable order.
private struct TailProgram {
  private final class Writer {
    let file: any LogWriter
    let model: TailModel.File
    /// Where it writes next, when it does not append but goes on from its old offset.
    var offset: Int?

    init(file: any LogWriter, model: TailModel.File) {
      self.file = file
      self.model = model
    }

    func write(_ bytes: [UInt8]) {
      // Behind a truncation such a writer leaves a hole; what others wrote since stays.
      guard let offset, offset > model.content.count else {
        file.append(bytes)
        model.content += bytes
        return
      }
      file.write(bytes, at: offset)
      model.content += [UInt8](repeating: 0, count: offset - model.content.count) + bytes
    }
  }

  let world: any TailWorld
  private var model = TailModel()
  private var random: Dice
  private var writers: [Writer] = []
  private var lineNumber = 0
  private(set) var history: [String] = []
  /// Whether the path is a link to files with names of their own, else it is a file.
  private let isLinked: Bool
  private var targets = 0

  init(_ world: any TailWorld, seed: UInt64) {
    self.world = world
    random = Dice(seed)
    isLinked = seed % 8 == 0
  }

  /// Runs the program and gives what the tail said and what it should have said.
  mutating func run() -> (lines: [String], expected: [String]) {
    let reader = TailReader(world)
    for _ in 0..<Int.random(in: 5...60, using: &random) {
      let choice = Int.random(in: 0..<22, using: &random)
      switch choice {
      case 0..<8: write()
      case 8..<12: poll(reader)
      case 12: truncate()
      case 13: truncate(leavingHole: true)
      case 14: pass()
      case _ where isLinked: if choice > 18 { retarget() }
      case 15: rotate()
      case 16: rotate(); create()
      case 17: create()
      case 18: remove()
      case 19: replace()
      case 20: nameBack()
      default: copyAndTruncate()
      }
    }
    poll(reader)
    return (reader.lines, model.lines)
  }

  private mutating func poll(_ reader: TailReader) {
    history.append("poll")
    reader.poll()
    model.poll()
  }

  private mutating func write() {
    if writers.isEmpty { create() }
    // The newest writer writes most; the others are processes that did not reopen yet.
    let isLate = Int.random(in: 0..<4, using: &random) == 0
    guard let writer = isLate ? writers.randomElement(using: &random) : writers.last else { return }
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      lineNumber += 1
      let mark = String(random.next() & 0xFFFF_FFFF, radix: 16)
      bytes += Array("\(mark) line \(lineNumber)\n".utf8)
    }
    if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 1...6, using: &random)) }
    history.append("write \(String(decoding: bytes, as: UTF8.self))")
    writer.write(bytes)
  }

  private mutating func create() {
    guard model.names["app.log"] == nil else { return }
    if isLinked { return retarget() }
    history.append("create")
    let file = TailModel.File()
    model.names["app.log"] = file
    writers.append(Writer(file: world.create("app.log"), model: file))
    if writers.count > 3 { writers.removeFirst() }
  }

  private mutating func rotate() {
    guard model.names["app.log"] != nil else { return }
    history.append("rotate")
    shift()
    rename("app.log", "app.log.1")
  }

  /// Makes the name of the newest rotated file free.
  private mutating func shift() {
    world.remove("app.log.4")
    model.names.removeValue(forKey: "app.log.4")?.isDeleted = true
    for number in [3, 2, 1] { rename("app.log.\(number)", "app.log.\(number + 1)") }
  }

  private mutating func rename(_ name: String, _ other: String) {
    world.rename(name, to: other)
    if let file = model.names.removeValue(forKey: name) { model.names[other] = file }
  }

  private mutating func nameBack() {
    guard model.names["app.log"] == nil, model.names["app.log.1"] != nil else { return }
    history.append("rename back")
    rename("app.log.1", "app.log")
  }

  private mutating func truncate(leavingHole: Bool = false) {
    guard let writer = writers.randomElement(using: &random) else { return }
    history.append(leavingHole ? "truncate, leaving a hole" : "truncate")
    for other in writers where other.model === writer.model { other.offset = nil }
    if leavingHole { writer.offset = writer.model.content.count }
    writer.file.truncate()
    writer.model.content = []
  }

  /// Rotates as logrotate's copytruncate does.
  private mutating func copyAndTruncate() {
    guard let file = model.names["app.log"],
      let writer = writers.first(where: { $0.model === file })
    else { return }
    history.append("copy and truncate")
    shift()
    let copy = TailModel.File()
    copy.content = file.content
    world.create("app.log.1").append(copy.content)
    model.names["app.log.1"] = copy
    for other in writers where other.model === file { other.offset = nil }
    writer.file.truncate()
    file.content = []
  }

  /// Lets the link lead to a new file; the writer of the old one may still write.
  private mutating func retarget() {
    history.append("retarget")
    targets += 1
    let name = "target\(targets)"
    let file = TailModel.File()
    writers.append(Writer(file: world.create(name), model: file))
    if writers.count > 3 { writers.removeFirst() }
    world.link("app.log", to: name)
    model.names["app.log"] = file
  }

  private mutating func remove() {
    history.append("remove")
    world.remove("app.log")
    model.names.removeValue(forKey: "app.log")?.isDeleted = true
  }

  /// Puts a copy in the place of the file, as rsync does.
  private mutating func replace() {
    guard let old = model.names["app.log"] else { return }
    history.append("replace")
    let file = TailModel.File()
    file.content = old.content
    old.isDeleted = true
    let writer = world.create("copy")
    writer.append(old.content)
    world.rename("copy", to: "app.log")
    model.names["app.log"] = file
    writers.append(Writer(file: writer, model: file))
  }

  private mutating func pass() {
    let seconds = Double.random(in: 0...FileTail.gracePeriod, using: &random)
    history.append("pass \(seconds)")
    world.pass(seconds: seconds)
    model.seconds += seconds
  }
}

@Suite struct `Random programs of writers and rotations` {
  @Test func `lose and repeat nothing on a file system in memory`() {
    for seed in 0..<UInt64(4400) { check(FakeFiles(), seed) }
  }

  @Test func `lose and repeat nothing on real files`() {
    for seed in 10_000..<UInt64(10_600) { check(TemporaryFiles(), seed) }
  }

  private func check(_ world: any TailWorld, _ seed: UInt64) {
    var program = TailProgram(world, seed: seed)
    let (lines, expected) = program.run()
    let isSame = lines.sorted() == expected.sorted()
    #expect(isSame, "seed \(seed): \(program.history)\n\(lines)\n\(expected)")
  }
}
