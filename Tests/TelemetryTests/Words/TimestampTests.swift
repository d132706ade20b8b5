import Telemetry
import TestSupport
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, 0), (1.5, 1_500_000), (-1.5, -1_500_000), (0.000_000_4, 0), (0.000_000_6, 1),
      (1_790_000_000.123_456, 1_790_000_000_123_456),
      (.nan, 0), (.infinity, .max), (-.infinity, .min), (1e300, .max), (-1e300, .min),
      (9_223_372_036_855, .max), (-9_223_372_036_855, .min),
    ] as [(Double, Int64)])
  func `is made of seconds, rounded to microseconds`(seconds: Double, microseconds: Int64) {
    #expect(Timestamp(seconds: seconds).microseconds == microseconds)
  }

  @Test(
    arguments: [
      (10, 0.25, 250_010, -249_990), (0, -1, -1_000_000, 1_000_000), (7, .nan, 7, 7),
      (7, 1e300, .max, .min + 7), (7, -.infinity, .min + 7, .max),
      (.max, 1, .max, .max - 1_000_000), (.min, 1, .min + 1_000_000, .min),
    ] as [(Int64, Double, Int64, Int64)])
  func `moves by seconds and stays inside its limits`(
    start: Int64, seconds: Double, later: Int64, earlier: Int64
  ) {
    let time = Timestamp(microseconds: start)
    #expect((time + seconds).microseconds == later)
    #expect((time - seconds).microseconds == earlier)
  }

  @Test func `measures the distance between any two instants`() {
    func distance(_ left: Int64, _ right: Int64) -> Double {
      Timestamp(microseconds: left) - Timestamp(microseconds: right)
    }
    #expect(distance(3_500_000, 1_000_000) == 2.5)
    #expect(distance(1_000_000, 3_500_000) == -2.5)
    #expect(distance(1_790_000_000_123_457, 1_790_000_000_123_456) == 0.000_001)
    #expect(abs(distance(.max, .min) - 18_446_744_073_709.55) < 0.01)
    #expect(distance(.min, .max) < -1.8e13)
  }

  @Test func `gives back what random arithmetic took away`() {
    var dice = Dice(2)
    for _ in 0..<5000 {
      let time = Timestamp(
        microseconds: Int64.random(in: -4_000_000_000_000_000...4_000_000_000_000_000, using: &dice)
      )
      let seconds =
        Double(Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &dice))
        / 1_000_000
      let later = time + seconds
      #expect(later - seconds == time)
      #expect(later - time == seconds)
      #expect((time < later) == (seconds > 0))
      #expect(abs(Timestamp(seconds: time.seconds) - time) <= 0.000_001)
    }
  }
}
