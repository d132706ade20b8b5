import Telemetry

@testable import Collectors

/// A tail with everything it passed on, line by line; one that came without LF ends in "¶".
final class TailReader {
  let tail: FileTail
  private(set) var lines: [String] = []
  private(set) var last = PollResult()
  private(set) var problem: FileTailError?

  init(_ world: any TailWorld) {
    tail = FileTail(path: world.path, system: world.system)
  }

  init(_ tail: FileTail) { self.tail = tail }

  /// Polls until the end is reached and gives the lines that came.
  @discardableResult
  func poll(budget: Int = 16 << 20) -> [String] {
    let before = lines.count
    problem = nil
    do {
      repeat { last = try tail.poll(budget: budget) { take($0) } } while !last.isAtEnd
      problem = last.problem
    } catch {
      problem = error
    }
    return Array(lines[before...])
  }

  private func take(_ run: Bytes) { lines += Self.lines(run) }

  /// The lines of a run, without LF; "¶" where it is missing.
  static func lines(_ run: Bytes) -> [String] {
    var pieces = run.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if run.last == 0x0A { pieces.removeLast() } else { pieces[pieces.count - 1] += "¶" }
    return pieces
  }
}
