/// Requests of one series in one slot of time.
///
///     which classes of status there are, and whether durations   1 byte, a bit each
///     how many of each class there are                           varints
///     durations                                                  as `LatencySlot` has them
struct TrafficSlot: PackedSlot {
  private static let latencyMark: UInt8 = 0x80

  private let statuses: StatusCounts
  private let latency: LatencyDelta?

  init(_ delta: TrafficDelta) {
    statuses = delta.statuses
    latency = delta.latency
  }

  /// A slot where it lies as bytes; good only as long as those are.
  struct View {
    fileprivate let bytes: UnsafeRawBufferPointer

    @inline(__always)
    var statuses: StatusCounts {
      var statuses = StatusCounts()
      TrafficSlot.forEachClass(of: bytes) { statuses.set($0, to: $1) }
      return statuses
    }

    @inline(__always)
    var latency: LatencySlot.View { TrafficSlot.latency(of: bytes) }
  }

  @inline(__always)
  static func view(of bytes: UnsafeRawBufferPointer) -> View { View(bytes: bytes) }

  var mostBytes: Int {
    1 + StatusCounts.laneCount * Varint.mostBytes + LatencySlot.mostBytes(latency)
  }

  func pack(into target: UnsafeMutableRawBufferPointer) -> Int {
    var end = TrafficSlot.pack(statuses, withLatency: latency != nil, into: target)
    LatencySlot.pack(latency, into: target, &end)
    return end
  }

  static func merge(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var sum = View(bytes: left).statuses
    sum.merge(View(bytes: right).statuses)
    let (first, second) = (durations(of: left), durations(of: right))
    var end = pack(sum, withLatency: !first.isEmpty || !second.isEmpty, into: target)
    LatencySlot.merge(first, second, into: target, &end)
    return end
  }

  private static func pack(
    _ statuses: StatusCounts, withLatency: Bool, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    var marks = withLatency ? latencyMark : 0
    var end = 1
    statuses.forEachLane { lane, count in
      guard count > 0 else { return }
      marks |= 1 << UInt8(lane)
      Varint.write(count, to: target, &end)
    }
    target[0] = marks
    return end
  }

  /// Calls `body` with each class that there is and says where the durations begin.
  @inline(__always)
  @discardableResult
  private static func forEachClass(
    of bytes: UnsafeRawBufferPointer, _ body: (_ lane: Int, _ count: UInt64) -> Void
  ) -> Int {
    var marks = bytes[0] & ~latencyMark
    var position = 1
    while marks != 0 {
      body(marks.trailingZeroBitCount, Varint.read(bytes, &position))
      marks &= marks &- 1
    }
    return position
  }

  @inline(__always)
  private static func latency(of bytes: UnsafeRawBufferPointer) -> LatencySlot.View {
    var total: UInt64 = 0
    let start = forEachClass(of: bytes) { total &+= $1 }
    let hasLatency = bytes[0] & latencyMark != 0
    return LatencySlot.View(
      UnsafeRawBufferPointer(rebasing: bytes[(hasLatency ? start : bytes.count)...]), total: total)
  }

  @inline(__always)
  private static func durations(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard bytes[0] & latencyMark != 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let start = forEachClass(of: bytes) { _, _ in }
    return UnsafeRawBufferPointer(rebasing: bytes[start...])
  }

  static func seal(
    _ slot: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    guard slot[0] & latencyMark != 0 else { return 0 }
    var total: UInt64 = 0
    let start = forEachClass(of: slot) { total &+= $1 }
    return LatencySlot.seal(slot, from: start, total: total, into: target)
  }

  static func withOpen<Result>(
    _ slot: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    // What is added to each second is open.
    let durations = durations(of: slot)
    guard !durations.isEmpty, SealedLatency.isSealed(durations) else { return body(slot) }
    return LatencySlot.withOpen(
      slot, from: slot.count - durations.count, latency(of: slot), body)
  }
}
