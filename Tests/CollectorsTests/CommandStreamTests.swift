import Glibc
import Telemetry
import Testing

@testable import Collectors

@Suite struct `A command that is read` {
  private static let line = "10.0.0.1 - - [10/Oct/2025:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1"

  /// Collects until `isEnough` of the batches so far; then the collector is cancelled.
  ///
  /// On the `clock` a command is started again at once, as often as that lets waits be over.
  private func collect(
    _ command: String, restarts: Bool = false, clock: HurriedClock = HurriedClock(waits: 0),
    until isEnough: ([Batch]) -> Bool = { _ in false }
  ) async -> [Batch] {
    let (stream, continuation) = AsyncStream<Batch>.makeStream()
    let collecting = Task {
      await StreamCollector(
        .command(command), source: 0, restarts: restarts, batchSeconds: 0.01, clock: clock
      ).run { continuation.yield($0) }
      continuation.finish()
    }
    var batches: [Batch] = []
    for await batch in stream {
      batches.append(batch)
      if isEnough(batches) { collecting.cancel() }
    }
    await collecting.value
    return batches
  }

  private func lines(_ batches: [Batch]) -> UInt64 { batches.map(\.tally.lines).reduce(0, +) }

  @Test func `is read to its end once`() async {
    let batches = await collect("printf '%s\\n' '\(Self.line)' '\(Self.line)'")
    #expect(batches.last?.health == .ended)
    #expect(lines(batches) == 2)
  }

  @Test func `that fails says how, with the last line it complained in`() async {
    let batches = await collect("echo first >&2; printf 'no\\nhost' >&2; exit 3")
    #expect(batches.last?.health == .failing("exec: exit status 3: host"))
    let killed = await collect("kill -9 $$")
    #expect(killed.last?.health == .failing("exec: ended by signal 9"))
  }

  @Test func `that fails without a line was never read`() async {
    let silent = await collect("exit 127")
    #expect(!silent.contains { $0.health == .ended || $0.health == .ok })
    let batches = await collect("echo '\(Self.line)'; exit 1")
    #expect(batches.contains { $0.health == .ended || $0.health == .ok } && lines(batches) == 1)
  }

  @Test func `is started again, without repeating what it said before`() async {
    let files = TemporaryFiles()
    let log = files.file("log", (0..<50).map { "\($0) \(Self.line)\n" }.joined())
    // Each life appends a line to what it writes.
    let command = "echo more >> \(log); cat \(log); exit 1"
    let batches = await collect(command, restarts: true, clock: HurriedClock(waits: 1)) {
      lines($0) >= 52
    }
    #expect(lines(batches) == 52)
    let failures = batches.compactMap { batch in
      if case .failing(let reason) = batch.health { reason.string } else { nil }
    }
    #expect(failures.first == "exec: exit status 1; starting again in 1 s")
  }

  @Test func `that goes on failing is left alone for longer each time`() async {
    let clock = HurriedClock(waits: 3)
    let batches = await collect("exit 1", restarts: true, clock: clock) { batches in
      batches.count { $0.health != .ok } == 4
    }
    #expect(clock.waits == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
    #expect(batches.last?.health == .failing("exec: exit status 1; starting again in 8 s"))
  }

  @Test func `inherits nothing but its output`() async throws {
    let files = TemporaryFiles()
    // A descriptor that lacks the close-on-exec mark, as a library may open it.
    let stray = open(files.file("stray", ""), O_RDONLY)
    defer { close(stray) }
    #expect(fcntl(stray, F_GETFD) & FD_CLOEXEC == 0)
    // The shell lists its own; the pattern opens no descriptor that stays.
    let batches = await collect("for f in /proc/$$/fd/*; do echo \"fd ${f##*/}\"; done")
    let listed = Set(batches.flatMap(\.lines).map(\.text.string))
    #expect(listed.isSuperset(of: ["fd 0", "fd 1", "fd 2"]))
    #expect(!listed.contains("fd \(stray)"))
    #expect(listed.count <= 4)
  }

  @Test func `is ended with all that it started, and leaves no zombie`() async throws {
    let files = TemporaryFiles()
    let note = files.directory + "/pids"
    let command =
      "trap '' TERM; sleep 1000 & echo $$ $! > \(note); echo '\(Self.line)'; while :; do wait; done"
    _ = await collect(command) { lines($0) > 0 }
    let text = try FileDescriptor.open(note).get().bytes(at: 0, count: 100)
    let processes = String(decoding: text, as: UTF8.self).split { !$0.isNumber }
      .compactMap { pid_t($0) }
    #expect(processes.count == 2)
    #expect(kill(processes[0], 0) == -1)
    // The grandchild is init's to bury; its death may take a moment.
    var looks = 0
    while Self.isAlive(processes[1]), looks < 1_000_000 {
      looks += 1
      sched_yield()
    }
    #expect(!Self.isAlive(processes[1]))
  }

  private static func isAlive(_ process: pid_t) -> Bool {
    guard case .success(let file) = FileDescriptor.open("/proc/\(process)/stat") else {
      return false
    }
    let text = String(decoding: file.bytes(at: 0, count: 200), as: UTF8.self)
    let state = text.split(separator: ")").last?.split(separator: " ").first
    return state != nil && state != "Z" && state != "X"
  }

  @Test func `is given twice as long to recover each time, and a minute's health forgives`() {
    var pause = RestartPause()
    let pauses = [0.0, 0, 0, 0, 0, 0, 0, 59, 60, 0].map { pause.next(afterLifeOf: $0) }
    #expect(pauses == [1, 2, 4, 8, 16, 32, 60, 60, 1, 2])
    // What takes long to say nothing new is not asked all the time.
    #expect([0.1, 10].map { pause.next(afterLifeOf: $0, .silence) } == [4, 190])
  }

  @Test func `that succeeds is asked again soon, as long as that costs little`() {
    var pause = RestartPause()
    func pauses(_ lives: (lived: Double, outcome: RestartPause.Outcome)...) -> [Double] {
      lives.map { pause.next(afterLifeOf: $0.lived, $0.outcome) }
    }
    #expect(pauses((0.1, .news), (0.1, .news), (0.1, .news)) == [1, 1, 1])
    #expect(pauses((0, .silence), (0, .silence), (0, .silence), (0, .silence)) == [1, 2, 4, 4])
    #expect(pauses((0.5, .silence), (0.1, .news), (3, .news), (90, .news)) == [4, 1, 3, 1])
    #expect(pauses((0, .failure), (0, .failure), (0, .silence), (0, .news)) == [1, 2, 4, 1])
  }

  @Test(arguments: [1, 7, 100, 5000, 100_000])
  func `repeats only what it had not said before`(chunkSize: Int) {
    func lines(_ range: Range<Int>) -> String {
      range.map { "line \($0) of one life\n" }.joined()
    }
    let first = lines(0..<100)
    let start = String(first.prefix(500))
    let more = "a line that is new\n"
    let longer = first + more
    let longest = longer + more
    let like = String(repeating: "the same line again\n", count: 5)
    let other = start + "X" + first
    let cases: [(lives: [String], expected: String)] = [
      ([first, first, longer], longer),
      ([first, longer, longest], longest),
      ([first, more, first], longer + first),
      (["short\n", "short\n"], "short\nshort\n"),
      ([first, start, longer], longer),
      ([first, other], first + other),
      // The last lines of what was said, as with `kubectl logs --tail=5`.
      ([first, lines(95..<100), lines(95..<100) + more, longest], longest),
      ([first, lines(50..<100) + more], longer),
      ([first, lines(50..<60), lines(95..<100) + more], longer),
      ([like, like + more], like + more),
      ([first + like, like + more], first + like + more),
      // More lines than are remembered, as with `tail -n 2500`.
      ([lines(0..<3000), lines(500..<3000) + more], lines(0..<3000) + more),
      ([lines(0..<2900), lines(500..<3000)], lines(0..<3000)),
    ]
    for (lives, expected) in cases {
      var output = RepeatedOutput()
      var found: [UInt8] = []
      for life in lives {
        var rest = Array(life.utf8)[...]
        while !rest.isEmpty {
          rest.prefix(chunkSize).withUnsafeBytes { output.read($0) { found += $0 } }
          rest = rest.dropFirst(chunkSize)
        }
        output.finish { found += $0 }
        output.restart()
      }
      #expect(String(decoding: found, as: UTF8.self) == expected)
    }
  }

  @Test func `is held back no longer than it takes to see that it is new`() {
    let first = String(repeating: "a line of the first life\n", count: 10)
    var output = RepeatedOutput()
    var found: [UInt8] = []
    func read(_ text: String) {
      Array(text.utf8).withUnsafeBytes { output.read($0) { found += $0 } }
    }
    read(first)
    output.restart()
    read("another line\n")
    #expect(found.count == first.utf8.count)
    output.pause { found += $0 }
    #expect(found == Array((first + "another line\n").utf8))
    read("and some more words after it\n")
    #expect(found.suffix(6) == Array("after it\n".utf8).suffix(6))
    found = []
    output.restart()
    let long = String(repeating: "no pause and nothing known\n", count: 50_000)
    read(long)
    #expect(found == Array(long.utf8))
  }

  @Test func `has ended when it succeeds with nothing to add, and is asked again`() async {
    let files = TemporaryFiles()
    let log = files.file("log", (0..<50).map { "\($0) \(Self.line)\n" }.joined())
    let lives = files.file("lives", "")
    // The third life has a line more than those before.
    let command =
      "echo >> \(lives); [ $(wc -l < \(lives)) = 3 ] && echo '50 \(Self.line)' >> \(log); cat \(log)"
    let batches = await collect(command, restarts: true, clock: HurriedClock(waits: 2)) {
      lines($0) >= 51
    }
    #expect(lines(batches) == 51)
    let ends = batches.indices.filter { batches[$0].health == .ended }
    #expect(ends.count == 1 && ends[0] < batches.count - 1)
  }

  @Test func `works while it succeeds and has more to say`() async {
    let files = TemporaryFiles()
    let log = files.file("log", (0..<50).map { "\($0) \(Self.line)\n" }.joined())
    let command = "echo \"$(wc -l < \(log)) \(Self.line)\" >> \(log); cat \(log)"
    let batches = await collect(command, restarts: true, clock: HurriedClock(waits: 1)) {
      lines($0) >= 52
    }
    #expect(lines(batches) == 52)
    #expect(batches.allSatisfy { $0.health == .ok })
  }

  @Test func `may be a named pipe, which ends with its writer`() async {
    let files = TemporaryFiles()
    let path = files.directory + "/pipe"
    mkfifo(path, 0o600)
    #expect((try? SourceSpecification(path))?.location == .pipe(path: path))
    let held = open(path, O_RDWR | O_CLOEXEC)
    let text = Self.line + "\n" + Self.line
    _ = write(held, text, text.utf8.count)
    let (stream, continuation) = AsyncStream<Batch>.makeStream()
    let reading = Task {
      await StreamCollector(.pipe(path: path), source: 0, batchSeconds: 0.01)
        .run { continuation.yield($0) }
      continuation.finish()
    }
    var batches: [Batch] = []
    for await batch in stream {
      // The reader has the pipe open by now, so that what is in it is not lost.
      if batches.isEmpty { close(held) }
      batches.append(batch)
    }
    await reading.value
    #expect(batches.last?.health == .ended)
    #expect(lines(batches) == 2)
  }
}
