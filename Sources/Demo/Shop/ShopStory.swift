import Telemetry

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What goes wrong in the shop, and when: every curve of the demo as a function of time.
///
/// Time counts from the moment the demo opens, so that whoever starts it finds the same story:
///
///     minutes   -60 ......... -20 ... -15 ... -12 .... -9 .... -5 ... 0 .. +3 ..........
///     wide SELECT                     slower ....................... plateau, swaying
///     search cache             97 % cools ................................ 40 %
///     logins                          flood, and again every 16 min
///     payments                                        outage, and again every 11 min
///     feed                                                    spike, again every 14 min
///     memory    grows by 76 MB an hour all the time
struct ShopStory: Sendable {
  /// When the demo opens.
  let opening: Timestamp

  /// How far the past reaches that is written at the start, in seconds.
  static let pastSeconds = 3600.0

  /// When the simulated process was started.
  var processStart: Timestamp { opening - (ShopStory.pastSeconds + 2) }

  /// Seconds since the opening, negative before.
  func elapsed(_ time: Timestamp) -> Double { time - opening }

  /// Traffic of the hour as a multiple of the mean: a day's wave with ripples of minutes on it.
  func trafficLevel(_ time: Timestamp) -> Double {
    let day = sin(2 * .pi * (time.seconds / 86_400 - 0.375))
    let clock = elapsed(time)
    let ripples = sin(clock / 5.9) + 0.8 * sin(clock / 23 + 1) + sin(clock / 97 + 2)
    return 1 + 0.15 * day + 0.05 * ripples
  }

  /// How many times slower the wide SELECT of generated posts has become.
  func wideSelectSlowdown(_ time: Timestamp) -> Double {
    let clock = elapsed(time)
    let sway = clock > 0 ? 1 + 0.12 * sin(clock / 150) : 1
    return exp(log(28) * ShopStory.ramp(clock, from: -900, to: 120)) * sway
  }

  /// How many times slower the statements of the feed are.
  func feedSlowdown(_ time: Timestamp) -> Double {
    1 + 2.4 * bump(time, first: -300, every: 840, halfWidth: 55)
  }

  /// The share of orders that fail because payments do not answer.
  func paymentFailures(_ time: Timestamp) -> Double {
    0.8 * bump(time, first: -540, every: 660, halfWidth: 30)
  }

  /// How much of the flood of logins from one address is there, 0 to 1.
  func loginFlood(_ time: Timestamp) -> Double {
    bump(time, first: -720, every: 960, halfWidth: 40)
  }

  /// The chance that a cache knows the answer.
  func hitRate(_ cache: ShopCache, _ time: Timestamp) -> Double {
    switch cache {
    case .sessions: return 0.971
    case .products: return 0.935
    case .resolver: return 0.25
    case .search:
      let clock = elapsed(time)
      let sway = clock > 0 ? 0.02 * sin(clock / 70) : 0
      return 0.97 - 0.57 * ShopStory.ramp(clock, from: -1200, to: 300) + sway
    }
  }

  /// Memory of the process: a leak, and the small teeth of the garbage collector on it.
  func residentBytes(_ time: Timestamp) -> UInt64 {
    let age = max(0, time - processStart)
    let leaked = 76e6 * age / 3600
    let teeth = 0.9e6 * (age / 17).truncatingRemainder(dividingBy: 1)
    return UInt64(536e6 + leaked + teeth)
  }

  /// 0 before `start`, 1 after `end`, and a smooth slope between.
  static func ramp(_ clock: Double, from start: Double, to end: Double) -> Double {
    let place = min(max((clock - start) / (end - start), 0), 1)
    return place * place * (3 - 2 * place)
  }

  /// A bell of height 1 that comes back every `period` seconds from `first` on.
  private func bump(
    _ time: Timestamp, first: Double, every period: Double, halfWidth: Double
  ) -> Double {
    let clock = elapsed(time) - first
    let distance = clock < period / 2 ? clock : (clock / period).rounded() * period - clock
    guard abs(distance) < 4 * halfWidth else { return 0 }
    return exp(-0.7 * distance * distance / (halfWidth * halfWidth))
  }
}
