import Telemetry
import Testing

@testable import Collectors

/// Packs text without making it smaller, which both formats allow.
enum Pack {
  /// A gzip member (RFC 1952) of stored blocks.
  static func gzip(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let size = UInt16(block.count)
      packed += [rest.isEmpty ? 1 : 0] + little(size) + little(~size) + block
    } while !rest.isEmpty
    return packed + little(crc(bytes)) + little(UInt32(bytes.count))
  }

  /// A zstd frame (RFC 8878) of raw blocks.
  static func zstandard(_ text: String) -> [UInt8] {
    var packed: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x38]
    var rest = Array(text.utf8)[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      packed += little(UInt32(block.count << 3) | (rest.isEmpty ? 1 : 0)).prefix(3) + block
    } while !rest.isEmpty
    return packed
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

@Suite struct `A packed log` {
  private let files = TemporaryFiles()

  private static let packings: [@Sendable (String) -> [UInt8]] = [Pack.gzip, Pack.zstandard]

  private func read(_ packed: [UInt8], _ name: String = "app.log.1.gz") throws -> (
    lines: [String], problem: String?, dropped: Int
  ) {
    let file = try LogFile(path: files.file(name, packed))
    let packing = try #require(Packing(of: file))
    var reader = try #require(PackedReader(file, packing))
    var lines: [String] = []
    while !reader.isDone { reader.step { lines += TailReader.lines($0) } }
    return (lines, reader.problem?.string, reader.droppedLines)
  }

  @Test(arguments: packings)
  func `gives its lines`(pack: @Sendable (String) -> [UInt8]) throws {
    let text = (0..<20_000).map { "line \($0)\n" }.joined()
    let found = try read(pack(text))
    #expect(found.lines == (0..<20_000).map { "line \($0)" })
    #expect(found.problem == nil)
  }

  @Test(arguments: packings)
  func `may have several members, empty ones too, which cut lines`(
    pack: @Sendable (String) -> [UInt8]
  ) throws {
    let found = try read(pack("one\ntw") + pack("") + pack("o\nthree"))
    #expect(found.lines == ["one", "two", "three¶"])
    #expect(found.problem == nil)
  }

  @Test(arguments: packings)
  func `that ends early gives what there is and says where`(
    pack: @Sendable (String) -> [UInt8]
  ) throws {
    let packed = pack("one\ntwo\nthree\n")
    for length in 3..<packed.count {
      let name = "cut\(length).gz"
      guard Packing(head: Array(packed.prefix(length))) != nil else { continue }
      let found = try read(Array(packed.prefix(length)), name)
      #expect(["one", "two", "three"].starts(with: found.lines.filter { !$0.hasSuffix("¶") }))
      #expect(found.problem?.contains("ends early, at byte \(length);") == true, "\(length)")
    }
  }

  @Test func `shows its beginning, and what is wrong with it`() throws {
    let files = TemporaryFiles()
    let text = "one\ntwo\n"
    for (name, bytes) in [("gzip", Pack.gzip(text)), ("zstd", Pack.zstandard(text))] {
      let whole = try FileBeginning(path: files.file(name, bytes), limit: 1 << 20)
      #expect(whole.packing?.string == name && whole.problem == nil)
      #expect(String(decoding: whole.bytes, as: UTF8.self) == text)
    }
    let cut = files.file("b", Array(Pack.gzip(text).dropLast(4)))
    #expect(try FileBeginning(path: cut, limit: 1 << 20).problem?.string.contains("early") == true)
    #expect(try FileBeginning(path: files.file("c", text), limit: 1 << 20).packing == nil)
  }

  @Test func `that is broken gives what comes before and says where`() throws {
    let good = Pack.gzip("one\ntwo\n")
    var packed = good + good
    // The check sum of the second member.
    packed[packed.count - 8] ^= 0xFF
    let found = try read(packed)
    #expect(found.lines == ["one", "two", "one", "two"])
    #expect(found.problem?.contains("gzip data is broken at byte") == true)
    #expect(found.problem?.contains("incorrect data check") == true)
    let frame = Pack.zstandard("one\n")
    let broken = try read(frame + [0x28, 0xB5, 0x2F, 0xFD, 0, 0x38, 7, 0, 0], "b.zst")
    #expect(broken.lines == ["one"])
    #expect(broken.problem?.contains("zstd data is broken at byte") == true)
  }

  @Test func `may be filled up with NULs, but with nothing else`() throws {
    let packed = Pack.gzip("one\n")
    let filled = try read(packed + [UInt8](repeating: 0, count: 100_000), "a.gz")
    #expect(filled.lines == ["one"])
    #expect(filled.problem == nil)
    let followed = try read(packed + Array("more".utf8), "b.gz")
    #expect(followed.lines == ["one"])
    #expect(followed.problem?.contains("something else from byte \(packed.count)") == true)
  }

  @Test func `is read as gzip itself writes it`() throws {
    #expect(try read(LoopbackFixtures.gzip).lines == ["up 1"])
  }

  @Test func `takes no more memory than its lines are allowed`() throws {
    let bomb = try read(Pack.gzip(String(repeating: "x", count: 2 << 20) + "\nend\n"), "b.gz")
    #expect(bomb.lines == ["end"])
    #expect(bomb.dropped == 1)
  }

  @Test(arguments: packings)
  func `is counted like a plain one`(pack: @Sendable (String) -> [UInt8]) async {
    let line = "10.0.0.1 - - [10/Oct/2025:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 12\n"
    let path = files.file("access.log.2", pack(String(repeating: line, count: 1000)))
    var batches: [Batch] = []
    await WholeFile.read(path: path, source: 0, lastSeconds: nil) {
      batches.append($0)
    }
    #expect(batches.flatMap(\.traffic).reduce(0) { $0 + $1.statuses.total } == 1000)
    #expect(batches.last?.health == .ended)
  }

  @Test func `is read once where others are followed`() async {
    let line = "10.0.0.1 - - [10/Oct/2025:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 12\n"
    let path = files.file("access.log.2.gz", Pack.gzip(line))
    let (batches, continuation) = AsyncStream<Batch>.makeStream()
    await LogCollector(path: path, source: 0).run { continuation.yield($0) }
    continuation.finish()
    let all = await batches.reduce(into: []) { $0.append($1) }
    #expect(all.last?.health == .ended)
    #expect(all.last?.notes == ["packed by gzip: read once, not followed"])
    #expect(all.map(\.tally.lines).reduce(0, +) == 1)
  }

  @Test func `of another kind is refused with the tool that unpacks it`() async {
    for (head, words) in [
      (Array("BZh9".utf8), "bzip2, which is not read; use 'exec:bzcat "),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz, which is not read; use 'exec:xzcat "),
    ] {
      let path = files.file(words, head)
      var health: SourceHealth?
      await WholeFile.read(path: path, source: 0, lastSeconds: nil) {
        health = $0.health
      }
      guard case .failing(let reason) = health else { return #expect(Bool(false)) }
      #expect(reason.string.contains(words))
    }
  }
}
