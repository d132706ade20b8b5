import Telemetry

/// How long to wait before a command that ended is started again.
struct RestartPause {
  private static let longest = 60.0
  /// A command that lived this long is taken to work.
  private static let healthyLife = 60.0
  private var seconds = 1.0

  /// Seconds to wait after a life: 1, then twice as long each time, at most 60.
  mutating func next(afterLifeOf lived: Double) -> Double {
    if lived >= RestartPause.healthyLife { seconds = 1 }
    defer { seconds = min(RestartPause.longest, seconds * 2) }
    return seconds
  }
}

/// What a command writes over several lives, without what it had written before.
///
/// `kubectl logs -f`, started again, begins with the lines it began with the last time. If the
/// first kilobyte is the same, as much is left out as was read before.
struct RepeatedOutput {
  private static let headLength = 1024
  /// Outputs that agree in fewer bytes need not be the same.
  private static let leastCommonLength = 32

  private var head: [UInt8] = []
  /// Bytes of the output that were passed on so far.
  private var length = 0
  private var phase = Phase.reading

  private enum Phase {
    /// Passing everything on.
    case reading
    /// So many bytes are those of `head`.
    case comparing(Int)
    /// So many bytes are still to be left out.
    case skipping(Int)
  }

  /// A new life of the command begins.
  mutating func restart() {
    let isLong = head.count >= RepeatedOutput.leastCommonLength
    phase = isLong ? .comparing(0) : .reading
    if !isLong { forget() }
  }

  /// Passes on what is new in `chunk`.
  mutating func read(_ chunk: Bytes, _ body: (Bytes) -> Void) {
    var rest = chunk
    if case .comparing(let known) = phase {
      let expected = head[known...]
      let count = zip(rest, expected).prefix { $0 == $1 }.count
      rest = Bytes(rebasing: rest[count...])
      if count == expected.count {
        phase = .skipping(length - head.count)
      } else if rest.isEmpty {
        phase = .comparing(known + count)
      } else {
        let lines = Array(head[..<(known + count)])
        forget()
        phase = .reading
        // The chunk's part of them is in it.
        let earlier = lines.dropLast(count)
        earlier.withUnsafeBytes { if !$0.isEmpty { pass($0, body) } }
        return pass(chunk, body)
      }
    }
    if case .skipping(let left) = phase {
      let count = min(left, rest.count)
      rest = Bytes(rebasing: rest[count...])
      phase = left == count ? .reading : .skipping(left - count)
    }
    if !rest.isEmpty { pass(rest, body) }
  }

  private mutating func pass(_ bytes: Bytes, _ body: (Bytes) -> Void) {
    head += bytes.prefix(max(0, RepeatedOutput.headLength - head.count))
    length += bytes.count
    body(bytes)
  }

  private mutating func forget() {
    head = []
    length = 0
  }
}
