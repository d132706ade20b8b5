import TestSupport
import Testing

@testable import svctop

/// What `svctop config check` says of keys that were taken away from other commands.
@PTYActor
struct ConfigCheckTests {
  private let folder: PTYFolder

  init() throws { folder = try PTYFolder() }

  private func check(_ text: String) throws -> PTYRun {
    let path = try folder.write("t.toml", text)
    return try PTYRun(PTYProgram.svctop(["config", "check", path]))
  }

  private static let keys = """
    [keys]
    filter = ["/", "ctrl-f"]
    copy = "n"

    """

  private func warnings(from line: Int) -> String {
    """
    \(folder.path)/t.toml:\(line):16: warning: filter: takes ctrl-f from page-down, which is left \
    with pgdn ctrl-d
      \(line) | filter = ["/", "ctrl-f"]
        |                ^^^^^^^^
    \(folder.path)/t.toml:\(line + 1):8: warning: copy: takes n from next-match, which is left with \
    no key
      \(line + 1) | copy = "n"
        |        ^^^

    """
  }

  @Test func `tells warnings with their places, and then that the file is fine`() throws {
    let run = try check(Self.keys)
    #expect(run.exit == .status(0))
    let fine = "\(folder.path)/t.toml: fine: 2 rebound commands, 2 warnings\n"
    #expect(run.outputText == warnings(from: 2) + fine)
    let plain = try check("title = \"a\"\n")
    #expect(plain.outputText == "\(folder.path)/t.toml: fine\n")
  }

  @Test func `tells warnings beside mistakes, in the order of the lines`() throws {
    let run = try check("windw = \"5m\"\n" + Self.keys + "zoom = 3\n")
    #expect(run.exit == .status(2))
    let parts = run.outputText.components(around: warnings(from: 3))
    #expect(parts?.before.hasPrefix("\(folder.path)/t.toml:1:1: there is no setting") == true)
    #expect(parts?.after.hasPrefix("\(folder.path)/t.toml:5:") == true, "\(run.outputText)")
  }
}

extension String {
  /// What stands before and behind a text; `nil` where it is not there.
  fileprivate func components(around text: String) -> (before: String, after: String)? {
    firstRange(of: text).map { (String(self[..<$0.lowerBound]), String(self[$0.upperBound...])) }
  }
}
