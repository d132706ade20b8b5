import ArgumentParser
import Dashboard
import Glibc
import Telemetry
import TestSupport
import Testing

@testable import svctop

/// Files that are written beside those that are there.
struct TextFileTests {
  private let folder: PTYFolder

  init() throws { folder = try PTYFolder() }

  @Test func `a name that is taken gets a number, and what is there stays`() throws {
    for name in ["now.txt", "now", ".now", "a.b.json"] {
      let path = "\(folder.path)/\(name)"
      let told = try (1...3).map { try TextFile.writeAnew("text \($0)", to: path).get().string }
      let (stem, end) =
        name == "now.txt" ? ("now", ".txt") : name == "a.b.json" ? ("a.b", ".json") : (name, "")
      let names = [name, "\(stem)-2\(end)", "\(stem)-3\(end)"]
      #expect(told == names.map { "\(folder.path)/\($0)" })
      #expect(try names.map(folder.read) == ["text 1", "text 2", "text 3"])
    }
  }

  @Test func `a link is passed by as well, and other faults are told`() throws {
    let target = "\(folder.path)/target"
    #expect(symlink(target, "\(folder.path)/link.txt") == 0)
    let told = try TextFile.writeAnew("text", to: "\(folder.path)/link.txt").get()
    #expect(told.string.hasSuffix("/link-2.txt"))
    #expect(access(target, F_OK) != 0)
    guard case .failure(let failure) = TextFile.writeAnew("text", to: "/no/such/folder/a.txt")
    else {
      Issue.record("written")
      return
    }
    #expect(
      failure.message == "cannot write /no/such/folder/a.txt: No such file or directory")
  }

  @Test func `a file that somebody named for a configuration is not written beside`() throws {
    let path = try folder.write("svctop.toml", "")
    #expect(throws: Failure.self) { try ConfigInit.parse(["--file", path]).run() }
    #expect(try folder.names() == ["svctop.toml"])
  }
}
