import Glibc
import Telemetry

/// How programs on this host write the time when they do not say the zone.
enum HostClock {
  /// The offset of local time and the present instant, for stamps that lack zone or year.
  static func stamps() -> StampContext {
    let now = ArrivalTime.now().wall
    var seconds = time_t(now.seconds)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return StampContext(now: now) }
    return StampContext(offsetSeconds: Int(local.tm_gmtoff), now: now)
  }
}
