import ArgumentParser
import Dashboard
import Testing

@testable import svctop

/// docs/commands.md against the options that there are.
struct CommandsPageTests {
  private static var commands: [any ParsableCommand.Type] {
    Svctop.configuration.subcommands.flatMap { command in
      let inner = command.configuration.subcommands
      return inner.isEmpty ? [command] : inner
    }
  }

  private func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z][a-z-]+/).map { String($0.output) })
      .subtracting(["--help", "--version"])
  }

  @Test func `explains every option of every command, and no other`() throws {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/docs/commands.md"
    let page = try #require(try TextFile.read(path).get())
    let help = Self.commands.map { Svctop.helpMessage(for: $0, columns: 200) }
    let known = options(in: help.joined(separator: "\n"))
    #expect(known.count > 30)
    #expect(known.subtracting(options(in: page)).sorted() == [])
    #expect(options(in: page).subtracting(known).sorted() == [])
  }
}
