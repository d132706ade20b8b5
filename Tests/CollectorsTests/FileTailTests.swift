import Testing

@testable import Collectors

/// Worlds every scenario is played in.
private let worlds: [@Sendable () -> any TailWorld] = [{ FakeFiles() }, { TemporaryFiles() }]

@Suite struct `A file tail` {
  @Test(arguments: worlds)
  func `reads what is there and what is appended`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("one\ntwo\n")
    let reader = TailReader(world)
    #expect(reader.poll() == ["one", "two"])
    #expect(reader.poll() == [])
    writer.append("three\n")
    #expect(reader.poll() == ["three"])
  }

  @Test(arguments: worlds)
  func `holds an incomplete line until its end comes`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("one\ntw")
    let reader = TailReader(world)
    #expect(reader.poll() == ["one"])
    #expect(reader.poll() == [])
    writer.append("o\nth")
    #expect(reader.poll() == ["two"])
    writer.append("ree\n")
    #expect(reader.poll() == ["three"])
  }

  @Test(arguments: worlds)
  func `reads an old file on after rotation, before the new one`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let old = world.create("app.log")
    old.append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    old.append("a2\n")
    let new = world.create("app.log")
    new.append("b1\n")
    #expect(reader.poll() == ["a2", "b1"])
    #expect(reader.last.rotations == 1)
    #expect(reader.last.drainingFiles == 1)
    new.append("b2\n")
    old.append("a3\n")
    #expect(reader.poll() == ["a3", "b2"])
  }

  @Test(arguments: worlds)
  func `gives a line that rotation cut in two once, and never joins it to the new file`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let old = world.create("app.log")
    old.append("a1\nhal")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
    old.append("f")
    world.pass(seconds: FileTail.gracePeriod / 2)
    #expect(reader.poll() == [])
    world.pass(seconds: FileTail.gracePeriod)
    #expect(reader.poll() == ["half¶"])
    #expect(reader.last.drainingFiles == 0)
  }

  @Test(arguments: worlds)
  func `finds the files that came and went between two polls`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    world.create("app.log.1").append("history\n")
    world.create("app.log").append("a1\n")
    let reader = TailReader(world)
    #expect(reader.poll() == ["a1"])
    for text in ["b1\n", "c1\n", "d1\n"] {
      world.remove("app.log.4")
      for number in [3, 2, 1] {
        world.rename("app.log.\(number)", to: "app.log.\(number + 1)")
      }
      world.rename("app.log", to: "app.log.1")
      world.create("app.log").append(text)
    }
    #expect(reader.poll() == ["b1", "c1", "d1"])
  }

  @Test(arguments: worlds)
  func `passes over copies, compressed files and other logs beside a rotated one`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let line = "a line that is long enough to tell a copy by\n"
    world.create("app.log").append(line)
    let reader = TailReader(world)
    reader.poll()
    world.create("app.log.5").append(line)
    world.create("app.log.2.gz").append("packed\n")
    world.create("app.log.json").append("other\n")
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
  }

  @Test(arguments: worlds)
  func `reads the same heading again in each new file`(world: @Sendable () -> any TailWorld) {
    let world = world()
    world.create("app.log").append("#Fields\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("#Fields\nb1\n")
    #expect(reader.poll() == ["#Fields", "b1"])
  }

  @Test(arguments: worlds)
  func `waits in the gap between rename and create`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let old = world.create("app.log")
    old.append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    old.append("a2\n")
    #expect(reader.poll() == ["a2"])
    #expect(reader.problem == .missing(path: world.path))
    #expect(reader.poll() == [])
    #expect(reader.problem == .missing(path: world.path))
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
    #expect(reader.problem == nil)
  }

  @Test(arguments: worlds)
  func `starts over when a file is truncated`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("a1\na2\nhal")
    let reader = TailReader(world)
    reader.poll()
    writer.truncate()
    writer.append("b1\n")
    #expect(reader.poll() == ["hal¶", "b1"])
    #expect(reader.last.truncations == 1)
  }

  @Test(arguments: worlds)
  func `finds the lines that were copied away before a file was cut`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    world.create("app.log.1").append("a1\nhistory\n")
    let writer = world.create("app.log")
    writer.append("a1\na2\nhal")
    let reader = TailReader(world)
    #expect(reader.poll() == ["a1", "a2"])
    world.rename("app.log.1", to: "app.log.2")
    world.create("app.log.1").append("a1\na2\nhalf\na4\ncut")
    writer.truncate()
    writer.append("b1\n")
    #expect(reader.poll() == ["half", "a4", "cut¶", "b1"])
    #expect(reader.last.truncations == 1)
    #expect(reader.last.drainingFiles == 0)
    writer.append("b2\n")
    #expect(reader.poll() == ["b2"])
  }

  @Test func `reads a long copy bit by bit, before the file that was cut`() throws {
    let world = FakeFiles()
    let writer = world.create("app.log")
    writer.append("first\n")
    let tail = FileTail(path: world.path, system: world)
    var bytes: [UInt8] = []
    _ = try tail.poll { bytes += $0 }
    let text = "first\n" + (0..<100_000).map { "line number \($0)\n" }.joined()
    world.create("app.log.1").append(text)
    writer.truncate()
    writer.append("last\n")
    var result = PollResult()
    repeat { result = try tail.poll(budget: 1000) { bytes += $0 } } while !result.isAtEnd
    #expect(bytes == Array((text + "last\n").utf8))
  }

  @Test(arguments: worlds)
  func `does not read the log of another process at a rotation`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    world.create("app.log").append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.create("app-8001.log").append("other\n")
    world.rename("app.log", to: "app-2026-01-01.log")
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
  }

  @Test(arguments: worlds)
  func `skips the hole of a writer that kept its offset over a truncation`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("a1\na2\n")
    let reader = TailReader(world)
    reader.poll()
    writer.truncate()
    writer.write(Array("b1\n".utf8), at: 6)
    #expect(reader.poll() == ["b1"])
    #expect(reader.last.skippedNULs == 6)
    writer.append("b2\n")
    #expect(reader.poll() == ["b2"])
  }

  @Test(arguments: worlds)
  func `skips a hole longer than any line`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let writer = world.create("app.log")
    writer.write(Array("b1\n".utf8), at: 5_000_000)
    let reader = TailReader(world)
    #expect(reader.poll() == ["b1"])
    #expect(reader.last.skippedNULs == 5_000_000)
    #expect(reader.last.droppedLines == 0)
  }

  @Test(arguments: worlds)
  func `leaves space that is reserved but not yet written`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let writer = world.create("app.log")
    writer.append(Array("a1\n".utf8) + [0, 0, 0, 0, 0, 0])
    let reader = TailReader(world)
    #expect(reader.poll() == ["a1"])
    writer.write(Array("a2\n".utf8), at: 3)
    #expect(reader.poll() == ["a2"])
    #expect(reader.last.truncations == 0)
  }

  @Test(arguments: worlds)
  func `sees a file that was truncated and outgrew its old size unseen`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("a1\na2\n")
    let reader = TailReader(world)
    reader.poll()
    writer.truncate()
    writer.append("b1\nb2\nb3\nb4\n")
    #expect(reader.poll() == ["b1", "b2", "b3", "b4"])
    writer.truncate()
    writer.append("c1\nc2\nc3\nc4\n")
    #expect(reader.poll() == ["c1", "c2", "c3", "c4"])
  }

  @Test(arguments: worlds)
  func `goes on in a file that replaced its own beginning`(world: @Sendable () -> any TailWorld) {
    let world = world()
    world.create("app.log").append("a1\na2\nhal")
    let reader = TailReader(world)
    reader.poll()
    world.create("new").append("a1\na2\nhalf\na4\n")
    world.rename("new", to: "app.log")
    #expect(reader.poll() == ["half", "a4"])
    world.create("new").append("other\n")
    world.rename("new", to: "app.log")
    #expect(reader.poll() == ["other"])
  }

  @Test(arguments: worlds)
  func `follows a symbolic link to its new target`(world: @Sendable () -> any TailWorld) {
    let world = world()
    let old = world.create("app.log.2026-01-01")
    old.append("a1\n")
    world.link("app.log", to: "app.log.2026-01-01")
    let reader = TailReader(world)
    #expect(reader.poll() == ["a1"])
    old.append("a2\n")
    world.create("app.log.2026-01-02").append("b1\n")
    world.link("app.log", to: "app.log.2026-01-02")
    #expect(reader.poll() == ["a2", "b1"])
  }

  @Test(arguments: worlds)
  func `reads a file that was deleted and made anew, whatever its inode`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    world.create("app.log").append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.remove("app.log")
    world.create("app.log").append("b1\n")
    #expect(reader.poll() == ["b1"])
    world.remove("app.log")
    reader.poll()
    world.pass(seconds: FileTail.gracePeriod)
    reader.poll()
    world.create("app.log").append("c1\n")
    #expect(reader.poll() == ["c1"])
  }

  @Test(arguments: worlds, [0, FileTail.gracePeriod])
  func `does not repeat a file that gets its name back`(
    world: @Sendable () -> any TailWorld, pause: Double
  ) {
    let world = world()
    let writer = world.create("app.log")
    writer.append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "elsewhere")
    reader.poll()
    world.pass(seconds: pause)
    reader.poll()
    writer.append("a2\n")
    world.rename("elsewhere", to: "app.log")
    #expect(reader.poll() == ["a2"])
  }

  @Test func `reads on while a new file may not be opened, and opens it as soon as it may`() {
    let world = FakeFiles()
    let old = world.create("app.log")
    old.append("a1\n")
    let reader = TailReader(world)
    reader.poll()
    world.rename("app.log", to: "app.log.1")
    world.create("app.log").append("b1\n")
    old.append("a2\n")
    world.refusal = SystemError(code: 13)
    #expect(reader.poll() == ["a2"])
    #expect(reader.problem == .permissionDenied(path: "app.log"))
    world.refusal = nil
    #expect(reader.poll() == ["b1"])
  }

  @Test(arguments: worlds)
  func `passes over lines longer than a mebibyte and reads on`(
    world: @Sendable () -> any TailWorld
  ) {
    let world = world()
    let writer = world.create("app.log")
    let reader = TailReader(world)
    writer.append("a1\n")
    reader.poll()
    for _ in 0..<3 {
      writer.append([UInt8](repeating: 0x78, count: 900_000))
      reader.poll()
    }
    #expect(reader.lines == ["a1"])
    writer.append("\na2\n")
    #expect(reader.poll() == ["a2"])
  }

  @Test func `counts each line it drops once`() {
    let world = FakeFiles()
    let long = [UInt8](repeating: 0x78, count: 64 << 20)
    world.create("app.log").append(Array("a\n".utf8) + long + Array("\nb\n".utf8))
    let reader = TailReader(world)
    #expect(reader.poll(budget: .max) == ["a", "b"])
    #expect(reader.last.droppedLines == 1)
  }

  @Test func `stops at its budget and goes on from there`() throws {
    let world = FakeFiles()
    let text = (0..<100_000).map { "line number \($0)\n" }.joined()
    world.create("app.log").append(text)
    let tail = FileTail(path: world.path, system: world)
    var bytes: [UInt8] = []
    let first = try tail.poll(budget: 1000) { bytes += $0 }
    #expect(!first.isAtEnd)
    #expect(first.bytesRead < 300_000)
    var result = first
    while !result.isAtEnd { result = try tail.poll(budget: 1000) { bytes += $0 } }
    #expect(bytes == Array(text.utf8))
  }

  @Test func `says what is wrong with things that are no log files`() {
    for (path, problem) in [
      ("/tmp", FileTailError.isDirectory(path: "/tmp")),
      ("/dev/null", .isDevice(path: "/dev/null")),
      ("/nonexistent/app.log", .missing(path: "/nonexistent/app.log")),
    ] {
      let reader = TailReader(FileTail(path: path))
      #expect(reader.poll() == [])
      #expect(reader.problem == problem)
    }
  }
}
