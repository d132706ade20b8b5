import Telemetry
import Testing

@testable import Collectors

@Suite struct `A pattern of files` {
  private let files = TemporaryFiles()
  private static let line = "10.0.0.1 - - [10/Oct/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1\n"

  private func names(_ pattern: String, following: Bool) throws -> [String] {
    try SourceSpecification("\(files.directory)/\(pattern)").files(following: following)
      .map { $0.source.name.string + ($0.isRotation ? "*" : "") }
  }

  @Test func `leaves packed copies to those who read once, and never reads a twin`() throws {
    for name in ["a.log", "a.log.1", "a.log.1.gz", "a.log.2.gz", "a.log.3.zst", "b.log.1.gz"] {
      _ = files.file(name, "")
    }
    #expect(try names("*", following: true) == ["a.log", "a.log.1*", "b.log.1.gz"])
    #expect(
      try names("*", following: false) == [
        "a.log", "a.log.1*", "a.log.2.gz*", "a.log.3.zst*", "b.log.1.gz",
      ])
    for following in [true, false] {
      #expect(
        try names("*.gz", following: following) == ["a.log.1.gz", "a.log.2.gz", "b.log.1.gz"])
    }
  }

  @Test func `takes a link for the file it leads to`() throws {
    _ = files.file("a-1.log", "")
    files.link("current.log", to: "a-1.log")
    #expect(try names("*.log", following: true) == ["a-1.log"])
    files.link("else.log", to: "/dev/null")
    #expect(try names("*.log", following: true) == ["a-1.log", "else.log"])
  }

  @Test func `tells new files from old ones under new names`() throws {
    let pattern = try SourceSpecification("\(files.directory)/*.log*")
    let first = files.file("a.log", Self.line)
    var known = KnownFiles([first])
    #expect(known.look(at: pattern.files()) == [])
    files.rename("a.log", to: "a.log.1")
    #expect(known.look(at: pattern.files()) == [])
    files.rename("a.log.1", to: "old.log")
    #expect(known.look(at: pattern.files()) == [])
    files.create("a.log").append("other\n")
    #expect(known.look(at: pattern.files()) == [])
    let second = files.file("b.log", "new\n")
    #expect(known.look(at: pattern.files()) == [second])
    #expect(known.look(at: pattern.files()) == [])
    // The inode may be given out again, but to other bytes.
    files.remove("b.log")
    let third = files.file("c.log", "newer\n")
    #expect(known.look(at: pattern.files()) == [third])
  }

  @Test func `picks up files that come later, also in folders that come later`() async throws {
    let pattern = try SourceSpecification("\(files.directory)/*/app.log")
    let (stream, continuation) = AsyncStream<Batch>.makeStream()
    let collecting = Task {
      await PatternCollector(pattern, besides: [], source: 3, pollingInterval: 0.01).run {
        continuation.yield($0)
      }
      continuation.finish()
    }
    var lines: UInt64 = 0
    var healths: [SourceHealth] = []
    let folder = TemporaryFiles()
    for await batch in stream {
      #expect(batch.source == 3)
      if healths.isEmpty {
        _ = folder.file("app.log", Self.line)
        files.link("one", to: folder.directory)
      }
      healths.append(batch.health)
      lines += batch.tally.lines
      if lines == 1 { collecting.cancel() }
    }
    await collecting.value
    #expect(lines == 1)
    let waiting = DisplayText("\(files.directory)/*/app.log: no file matches yet; waiting for one")
    #expect(healths.first == .failing(waiting))
    #expect(healths.last == .ok)
  }

  @Test func `fails only when all its files do`() {
    var health = FilesHealth()
    func told(_ path: String, _ own: SourceHealth) -> (SourceHealth, [DisplayText]) {
      var batch = Batch(source: 0, time: Timestamp(microseconds: 0))
      batch.health = own
      health.merge(&batch, of: path)
      return (batch.health, batch.notes)
    }
    #expect(told("a", .ok) == (.ok, []))
    #expect(told("b", .failing("b: gone")) == (.ok, ["b: gone"]))
    #expect(told("a", .failing("a: gone")) == (.failing("a: gone"), []))
    #expect(told("b", .ended) == (.ok, []))
  }
}
