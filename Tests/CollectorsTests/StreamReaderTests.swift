import Glibc
import Testing

@testable import Collectors

@Suite struct `A stream reader` {
  /// Reads until the stream ends.
  private func lines(_ reader: consuming StreamReader) async -> [String] {
    var lines: [String] = []
    while true {
      let outcome = await reader.read { lines += TailReader.lines($0) }
      if case .bytes = outcome { continue }
      return lines + ["\(outcome)"]
    }
  }

  private func put(_ text: String, into pipe: FileDescriptor?) {
    if let pipe { _ = write(pipe.number, text, text.utf8.count) }
  }

  @Test func `gives whole lines as they come and the rest at the end`() async throws {
    var lines: [String] = []
    var (output, input): (FileDescriptor?, FileDescriptor?)
    (output, input) = try FileDescriptor.pipe().get()
    var reader = StreamReader(try #require(output))
    put("one\ntw", into: input)
    #expect(await reader.read { lines += TailReader.lines($0) } == .bytes(6))
    #expect(lines == ["one"])
    #expect(await reader.read(waitingAtMost: 0) { _ in } == .idle)
    put("o\nthree", into: input)
    #expect(await reader.read { lines += TailReader.lines($0) } == .bytes(7))
    #expect(lines == ["one", "two"])
    input = nil
    #expect(await reader.read { lines += TailReader.lines($0) } == .ended)
    #expect(lines == ["one", "two", "three¶"])
    #expect(await reader.read { _ in } == .ended)
    output = nil
  }

  @Test func `reads a file as it would a pipe`() async throws {
    let files = TemporaryFiles()
    let text = (0..<100_000).map { "line \($0)\n" }.joined()
    let file = try FileDescriptor.open(files.file("app.log", text)).get()
    let found = await lines(StreamReader(file))
    #expect(found.count == 100_001)
    #expect(found[99_999] == "line 99999")
  }

  @Test func `reads what a command writes`() async throws {
    let command = try StreamCommand("printf 'one\\ntwo'; exit 3")
    #expect(await lines(command.reader()) == ["one", "two¶", "ended"])
  }

  @Test func `ends a command that is not needed any more`() throws {
    var command: StreamCommand? = try StreamCommand("sleep 1000 & sleep 1000")
    let process = try #require(command?.process)
    command = nil
    #expect(kill(process, 0) == -1)
  }

  @Test func `stops waiting when its task is cancelled`() async throws {
    let (output, input) = try FileDescriptor.pipe().get()
    let task = Task { await lines(StreamReader(output)) }
    task.cancel()
    #expect(await task.value == ["ended"])
    withExtendedLifetime(input) {}
  }
}
