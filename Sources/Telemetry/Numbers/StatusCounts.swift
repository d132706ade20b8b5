/// How many requests ended in each class of HTTP status.
package struct StatusCounts: Hashable, Sendable {
  /// Lane 0 counts unknown classes, 1 to 5 the classes 1xx to 5xx, 6 requests without an answer.
  private var lanes = SIMD8<UInt64>.zero

  /// No requests.
  package init() {}

  /// Lanes in use.
  static let laneCount = 7

  /// Calls `body` with each lane and its count.
  @inline(__always)
  func forEachLane(_ body: (_ lane: Int, _ count: UInt64) -> Void) {
    for lane in 0..<StatusCounts.laneCount { body(lane, lanes[lane]) }
  }

  /// Sets the count of a lane.
  @inline(__always)
  mutating func set(_ lane: Int, to count: UInt64) { lanes[lane] = count }

  /// Requests whose answer had a status of the class `statusClass` (1 to 5; else "other").
  package subscript(statusClass: Int) -> UInt64 {
    get { lanes[(1...5).contains(statusClass) ? statusClass : 0] }
    set { lanes[(1...5).contains(statusClass) ? statusClass : 0] = newValue }
  }

  /// Requests of an unknown class and requests without an answer.
  package var other: UInt64 { lanes[0] &+ lanes[6] }

  /// Whether it is known of any request how it ended.
  package var isKnown: Bool { total > lanes[0] }

  /// All requests.
  package var total: UInt64 { lanes.wrappedSum() }

  /// Requests that count as errors: 5xx and those without an answer; 4xx are the caller's.
  package var errors: UInt64 { lanes[5] &+ lanes[6] }

  /// Requests that got no answer at all, as the source says.
  package var noAnswer: UInt64 {
    get { lanes[6] }
    set { lanes[6] = newValue }
  }

  /// Adds the counts of `other`.
  package mutating func merge(_ other: StatusCounts) {
    lanes &+= other.lanes
  }
}
