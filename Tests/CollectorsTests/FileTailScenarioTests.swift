import Glibc
import Telemetry
import Testing

@testable import Collectors

/// The scenarios of following a log that have no test of their own in `FileTailTests`.
///
/// Where each of the twenty-five is tested:
///
///     S1 S2 S3 S4 S5 S6 S7 S8 S12 S13 S18 S22   `A file tail`
///     S9 S10 S11 S14 S16 S17 S19 S20            here
///     S15 S16                                   `A pattern of files`
///     S20                                       `A log collector`, `A packed log`
///     S21                                       `A line cutter`
///     S23                                       `A command that is read`, `A stream reader`
///     S24                                       `Stamps and this host's clock`, `A log collector`
///     S25                                       `Random programs of writers and rotations`
@Suite struct `A tail in scenarios` {
  private static let worlds: [@Sendable () -> any TailWorld] = [
    { FakeFiles() }, { TemporaryFiles() },
  ]

  @Test(arguments: worlds)
  func `S9 sees a file that was cut and outgrew its size between two polls`(
    make: @Sendable () -> any TailWorld
  ) {
    for length in [1, 3, 50, 2000] {
      let world = make()
      let writer = world.create("app.log")
      writer.append((0..<length).map { "old line \($0)\n" }.joined())
      let reader = TailReader(world)
      #expect(reader.poll().count == length)
      writer.truncate()
      let fresh = (0..<length + 5).map { "new line number \($0)" }
      writer.append(fresh.joined(separator: "\n") + "\n")
      #expect(reader.poll() == fresh)
      #expect(reader.last.truncations == 1)
    }
  }

  @Test(arguments: worlds)
  func `S10 sees a file that was written anew in the same size`(
    make: @Sendable () -> any TailWorld
  ) {
    let world = make()
    let writer = world.create("app.log")
    writer.append("aaaa\nbbbb\n")
    let reader = TailReader(world)
    reader.poll()
    writer.truncate()
    writer.append("cccc\ndddd\n")
    #expect(reader.poll() == ["cccc", "dddd"])
    #expect(reader.last.truncations == 1)
  }

  @Test(arguments: worlds)
  func `S11 goes on in a copy with the same beginning, and reads another one from its start`(
    make: @Sendable () -> any TailWorld
  ) {
    for (copy, expected) in [
      ("one\ntwo\nthree\n", ["three"]), ("one\ntwo\n", []), ("other\ntwo\n", ["other", "two"]),
    ] {
      let world = make()
      world.create("app.log").append("one\ntwo\n")
      let reader = TailReader(world)
      reader.poll()
      world.create("new").append(copy)
      world.rename("new", to: "app.log")
      #expect(reader.poll() == expected)
    }
  }

  @Test func `S14 is not misled by an inode that is given out again`() {
    let world = FakeFiles()
    var writer = world.create("app.log")
    writer.append("a1\na2\n")
    let reader = TailReader(world)
    reader.poll()
    var seen: Set<FileIdentity> = []
    for number in 0..<5 {
      world.remove("app.log")
      reader.poll()
      world.pass(seconds: FileTail.gracePeriod)
      reader.poll()
      writer = world.create("app.log")
      writer.append("b\(number)\nb\(number)\nand more\n")
      if let identity = try? world.status(of: "app.log").get().identity { seen.insert(identity) }
      #expect(reader.poll() == ["b\(number)", "b\(number)", "and more"])
    }
    // The scenario needs numbers that come again.
    #expect(seen.count < 5)
  }

  @Test(arguments: worlds)
  func `S16 does not read the packed file that a rotated one becomes`(
    make: @Sendable () -> any TailWorld
  ) {
    let world = make()
    world.create("app.log").append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
    world.create("app.log.1.gz").append("packed\n")
    world.remove("app.log.1")
    #expect(reader.poll() == [])
    world.rename("app.log.1.gz", to: "app.log.2.gz")
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("c1\n")
    #expect(reader.poll() == ["c1"])
  }

  @Test func `S17 counts a line of 64 MB as one that was dropped, and gives one of 1 MB`() {
    let world = FakeFiles()
    let writer = world.create("app.log")
    let reader = TailReader(world)
    writer.append([UInt8](repeating: 0x78, count: 1 << 20) + [0x0A])
    #expect(reader.poll().map(\.utf8.count) == [1 << 20])
    var dropped = 0
    for _ in 0..<16 {
      writer.append([UInt8](repeating: 0x79, count: 4 << 20))
      reader.poll()
      dropped += reader.last.droppedLines
    }
    writer.append("\nnext\n")
    #expect(reader.poll() == ["next"])
    #expect(dropped + reader.last.droppedLines == 1)
  }

  @Test(arguments: worlds)
  func `S19 S20 keeps line ends and bytes of all kinds inside their lines`(
    make: @Sendable () -> any TailWorld
  ) {
    let world = make()
    let writer = world.create("app.log")
    writer.append([0xEF, 0xBB, 0xBF] + Array("one\r\n\r\n\ntw\ro\r".utf8))
    let reader = TailReader(world)
    #expect(reader.poll() == ["one\r", "\r", ""])
    writer.append([0x0A, 0xFF, 0xC3, 0x28, 0, 0x61, 0x0A])
    #expect(reader.poll() == ["tw\ro\r", "\u{FFFD}\u{FFFD}(\0a"])
  }

  @Test func `S22 says that a file may not be read, and reads it when it may`() {
    let world = FakeFiles()
    world.create("app.log").append("a1\n")
    world.refusal = SystemError(code: EACCES)
    let reader = TailReader(world)
    #expect(reader.poll() == [])
    #expect(reader.problem == .permissionDenied(path: "app.log"))
    world.refusal = nil
    #expect(reader.poll() == ["a1"])
    world.refusal = SystemError(code: EACCES)
    world.create("other").append("b1\n")
    world.rename("other", to: "app.log")
    #expect(reader.poll() == [])
    #expect(reader.problem == .permissionDenied(path: "app.log"))
    world.refusal = nil
    #expect(reader.poll() == ["b1"])
  }
}

@Suite struct `The place where the recent past begins` {
  private let files = TemporaryFiles()

  /// The line at which reading begins for a time, by the format that is found out.
  private func lineFound(
    _ text: String, at time: Double, offsetSeconds: Int = 0
  ) throws -> Substring {
    let file = try LogFile(path: files.file("\(text.hashValue).\(time)", text))
    var session = LogSession(
      source: 0, stamps: StampContext(offsetSeconds: offsetSeconds))
    session.detect(file)
    let offset = file.seek(to: Timestamp(seconds: time), entries: session.entries) {
      session.stamp(of: $0)
    }
    let bytes = file.descriptor.bytes(at: offset, count: 4096)
    return String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
  }

  /// 10 October 2025, 10:00 UTC.
  private static let start = 1_760_090_400.0

  private static func clock(_ second: Int) -> String {
    let digits = [10 + second / 3600, second / 60 % 60, second % 60]
    return digits.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  @Test func `is found among entries of several lines`() throws {
    let text = (0..<3000).map { second in
      "2025-10-10 \(Self.clock(second)).000 UTC [7] app@shop LOG:  duration: 1.5 ms  "
        + "statement: SELECT\n\t2025 AS a\n\tFROM t\(second)\n"
    }.joined()
    for second in [0, 1, 1500, 2999] {
      let line = try lineFound(text, at: Self.start + Double(second))
      #expect(line.hasPrefix("2025-10-10 \(Self.clock(second))"))
    }
  }

  @Test func `is found among lines in envelopes`() throws {
    let text = (0..<3000).map { second in
      "{\"log\":\"some words\\n\",\"stream\":\"stdout\","
        + "\"time\":\"2025-10-10T\(Self.clock(second)).000Z\"}\n"
    }.joined()
    let line = try lineFound(text, at: Self.start + 2000)
    #expect(line.contains(Self.clock(2000)))
  }

  @Test func `is found by stamps that lack a zone`() throws {
    let text = (0..<3000).map { "2025-10-10 \(Self.clock($0)),000 INFO words \($0)\n" }.joined()
    for offset in [0, 7200, -18_000] {
      let line = try lineFound(
        text, at: Self.start + 2000 - Double(offset), offsetSeconds: offset)
      #expect(line.hasSuffix("words 2000"))
    }
  }

  @Test func `is near where stamps are a little out of order`() throws {
    // Each line is up to five seconds late.
    let text = (0..<3000).map { second in
      "2025-10-10T\(Self.clock(max(0, second - second * 7 % 6)))Z INFO words \(second)\n"
    }.joined()
    let line = try lineFound(text, at: Self.start + 2000)
    let found = line.split(separator: " ").last.flatMap { Int($0) }
    #expect((2000...2006).contains(found ?? 0))
  }
}
