import Glibc
import Telemetry

/// A moment on both clocks: the wall's to show, the monotonic one to measure with.
package struct ArrivalTime: Hashable, Sendable {
  /// The time of day.
  package var wall: Timestamp
  /// Seconds of a clock that never goes back; only differences mean anything.
  package var monotonicSeconds: Double

  /// A moment as both clocks show it.
  package init(wall: Timestamp, monotonicSeconds: Double) {
    self.wall = wall
    self.monotonicSeconds = monotonicSeconds
  }

  /// The present moment of this host.
  package static func now() -> ArrivalTime {
    let wall = read(CLOCK_REALTIME)
    let monotonic = read(CLOCK_MONOTONIC)
    return ArrivalTime(
      wall: Timestamp(
        microseconds: Int64(wall.tv_sec) &* 1_000_000 &+ Int64(wall.tv_nsec) / 1000),
      monotonicSeconds: Double(monotonic.tv_sec) + Double(monotonic.tv_nsec) / 1e9)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    clock_gettime(clock, &time)
    return time
  }
}
