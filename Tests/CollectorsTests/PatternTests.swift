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

  @Test func `leaves out what another source reads, under whatever name`() throws {
    let pattern = try SourceSpecification("\(files.directory)/*.log")
    let folder = TemporaryFiles()
    let other = folder.file("app.log", "")
    files.link("link.log", to: other)
    var known = KnownFiles([])
    #expect(known.look(at: pattern.files(), besides: [other]) == [])
    #expect(!known.isEmpty)
    folder.remove("app.log")
    _ = folder.file("app.log", Self.line)
    #expect(known.look(at: pattern.files(), besides: [other]) == [])
    folder.rename("app.log", to: "app.log.1")
    files.link("old.log", to: "\(folder.directory)/app.log.1")
    #expect(known.look(at: pattern.files(), besides: [other]) == [])
    _ = folder.file("app.log", "other\n")
    #expect(known.look(at: pattern.files(), besides: [other]) == [])
    let own = files.file("own.log", "third\n")
    #expect(known.look(at: pattern.files(), besides: [other]) == [own])
    #expect(known.given == [own])
  }

  @Test func `takes a file up for one of the patterns that it comes to match`() throws {
    let patterns = try ["*.log", "a*.log"].map {
      try SourceSpecification("\(files.directory)/\($0)")
    }
    let followed = FollowedFiles([7: ["\(files.directory)/app.log"]])
    var known = [KnownFiles([]), KnownFiles([])]
    func look(_ source: SourceID) -> [String] {
      followed.takeUp(by: source) { others in
        (known[source].look(at: patterns[source].files(), besides: others), known[source].given)
      }
    }
    _ = files.file("app.log", Self.line)
    let first = files.file("ab.log", "first\n")
    #expect(look(0) == [first])
    #expect(look(1) == [])
    let second = files.file("ac.log", "second\n")
    #expect(look(1) == [second])
    #expect(look(0) == [])
  }

  @Test(arguments: [
    ("app.log", "app.log.1", true), ("app.log", "app.log.999", true),
    ("app.log", "app.1.log", true), ("app.log", "app.log.old", true),
    ("app.log", "app-2026-01-01.log", true),
    ("app.log", "app.log-20260101", true), ("app.log", "app.log-20260101-1767225600", true),
    ("app.log", "app.log-1767225600", true), ("app.log", "app.2026-01.log", true),
    ("app.log", "app-2016-11-04T18-30-00.000.log", true),
    ("app.log", "app.31-12-2026.2.log", true), ("app.log", "app__2018-05-12_10-00-00.log", true),
    ("app", "app.20260101", true), ("app.log", "app-8001.log", false),
    ("app.log", "app-1.log", false), ("app.log", "app.8001.log", false),
    ("app.log", "app-20269901.log", false), ("app.log", "app.log", nil),
    ("app.log", "app.log.1.gz", nil), ("app.log", "app-x.log", nil),
    ("app.log", "apple-1.log", nil), ("app.log", "app.log.", nil),
  ])
  func `knows names that only log rotation gives`(base: String, name: String, isCertain: Bool?) {
    #expect(RotationMark(in: name, of: base)?.isCertain == isCertain, "\(name)")
  }

  @Test func `follows the logs of processes that are numbered, unless they are over`() throws {
    let over = files.file("worker-1.log", Self.line)
    // Long enough for the clock of the file system to go on.
    var base = ""
    repeat {
      files.remove("worker.log")
      base = files.file("worker.log", "")
    } while (FileBirth(of: base)?.nanoseconds ?? .max) <= (FileBirth(of: over)?.nanoseconds ?? 0)
    _ = files.file("worker-8001.log", Self.line)
    _ = files.file("worker-8002.log", Self.line)
    let isKnown = FileBirth(of: base) != nil
    #expect(
      try names("*.log", following: true) == [
        isKnown ? "worker-1.log*" : "worker-1.log", "worker-8001.log", "worker-8002.log",
        "worker.log",
      ])
  }

  @Test func `does not take a packed file for a new one`() throws {
    let pattern = try SourceSpecification("\(files.directory)/app-*.log*")
    let first = files.file("app-2026-01-01.log", Self.line)
    let later = files.directory + "/app-2026-01-02.log"
    var known = KnownFiles([first])
    _ = files.file("app-2026-01-02.log", "second\n")
    #expect(known.look(at: pattern.files()) == [later])
    for name in ["app-2026-01-01.log", "app-2026-01-02.log"] {
      _ = files.file(name + ".gz", "packed \(name)")
      files.remove(name)
    }
    _ = files.file("app-2026-01-02.log.1.gz", "packed and rotated")
    #expect(known.look(at: pattern.files()) == [])
    known.end(later, isGone: true)
    for _ in 0..<2 { #expect(known.look(at: pattern.files()) == []) }
  }

  @Test func `forgets files that are gone, and takes them for new when they are back`() throws {
    let pattern = try SourceSpecification("\(files.directory)/*.log")
    let lasting = files.file("a.log", "one\n")
    var known = KnownFiles([lasting])
    let path = files.file("b.log", "two\n")
    #expect(known.look(at: pattern.files()) == [path])
    files.remove("a.log")
    files.remove("b.log")
    #expect(known.look(at: pattern.files()) == [])
    // Whoever follows them takes up what comes now.
    for name in ["a.log", "b.log"] { _ = files.file(name, "again\n") }
    #expect(known.look(at: pattern.files()) == [])
    known.end(path, isGone: true)
    #expect(known.look(at: pattern.files()) == [path])
    known.end(path, isGone: false)
    #expect(known.look(at: pattern.files()) == [])
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
    #expect(health.forget("b", 0)?.health == nil)
    #expect(told("a", .failing("a: refused")) == (.failing("a: refused"), []))
    #expect(health.forget("a", 0)?.health == .ok)
  }
}
