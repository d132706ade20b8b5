import Dashboard
import Telemetry
import Testing

struct UnitsTests {
  @Test func `writes durations with three digits and their unit`() {
    let table: [(Double, String)] = [
      (0, "0 ms"), (0.000_000_4, "0 us"), (0.000_031, "31 us"), (0.000_999_4, "999 us"),
      (0.000_999_5, "1.0 ms"), (0.001, "1.0 ms"), (0.009_94, "9.9 ms"), (0.009_95, "10 ms"),
      (0.412, "412 ms"), (0.999_4, "999 ms"), (0.999_5, "1.00 s"), (8.2, "8.20 s"),
      (9.994, "9.99 s"), (9.995, "10.0 s"), (99.94, "99.9 s"), (99.95, "100 s"),
      (599.4, "599 s"), (600, "10 min"), (35_999, "600 min"), (36_000, "10 h"),
      (-0.25, "-250 ms"), (.nan, "-"), (.infinity, "-"),
    ]
    for (seconds, text) in table { #expect(Units.duration(seconds) == text) }
  }

  @Test func `keeps durations within the seven cells of a column`() {
    var seconds = 0.000_000_1
    while seconds < 3_600_000 {
      #expect(Units.duration(seconds).count <= 7, "\(seconds)")
      seconds *= 1.037
    }
  }

  @Test func `says how well a quantile is known`() {
    #expect(Units.quantile(nil) == "-")
    #expect(Units.quantile(Quantile(seconds: .nan)) == "-")
    #expect(Units.quantile(Quantile(seconds: 0.34)) == "340 ms")
    #expect(Units.quantile(Quantile(seconds: 0.34, range: 0.3...0.5)) == "340 ms")
    #expect(Units.quantile(Quantile(seconds: 0.34, range: 0.1...0.5)) == "~340 ms")
    #expect(Units.quantile(Quantile(seconds: 1, isBeyondLastBound: true)) == ">1.00 s")
  }

  @Test func `writes what stands at an axis without idle zeros`() {
    let durations: [(Double, String)] = [
      (0, "0"), (-1, "0"), (0.02, "20 ms"), (0.002_5, "2.5 ms"), (0.5, "500 ms"), (5, "5 s"),
      (2.5, "2.5 s"), (50, "50 s"),
    ]
    for (seconds, text) in durations { #expect(Units.axisDuration(seconds) == text) }
    let rates: [(Double, String)] = [
      (0, "0"), (0.05, "0.05"), (0.15, "0.15"), (0.2, "0.2"), (0.005, "0.005"), (2.5, "2.5"),
      (30, "30"), (2000, "2,000"), (0.0005, "0.0005"), (0.000_25, "0.00025"),
    ]
    for (rate, text) in rates { #expect(Units.axisRate(rate) == text) }
  }

  @Test func `writes rates`() {
    let table: [(Double?, String)] = [
      (nil, "-"), (.nan, "-"), (0, "0"), (0.004, "<0.01"), (0.02, "0.02"), (0.094, "0.09"),
      (0.095, "0.1"), (4.2, "4.2"), (99.94, "99.9"), (99.95, "100"), (1283, "1,283"),
      (9999.4, "9,999"), (9999.5, "10.0k"), (12_400, "12.4k"), (2.5e6, "2.5M"), (1e20, ">999P"),
    ]
    for (rate, text) in table { #expect(Units.rate(rate) == text) }
  }

  @Test func `counts rates by a length of time in which they are numbers`() {
    let table: [(highest: Double?, unit: RateUnit, lone: String)] = [
      (nil, .second, "- /s"), (0, .second, "0 /s"), (.nan, .second, "- /s"),
      (4.2, .second, "4.2 /s"), (0.1, .second, "0.1 /s"), (0.05, .minute, "3.0 /min"),
      (0.02, .minute, "1.2 /min"), (0.002, .hour, "7.2 /h"), (0.000_1, .hour, "0.4 /h"),
    ]
    for (highest, unit, lone) in table {
      #expect(RateUnit(highest: highest) == unit, "\(lone)")
      #expect(RateUnit.text(ofLone: highest) == lone)
    }
    #expect(RateUnit.hour.text(0.000_1) == "0.4" && RateUnit.minute.text(nil) == "-")
  }

  @Test func `writes shares`() {
    let table: [(Double?, String)] = [
      (nil, "-"), (.nan, "-"), (0, "0.0"), (0.000_4, "<0.1"), (0.000_5, "0.1"), (0.004, "0.4"),
      (0.5, "50.0"), (0.999_4, "99.9"), (0.999_5, "100"), (1, "100"),
    ]
    for (share, text) in table { #expect(Units.percent(share) == text) }
    #expect(Units.wholePercent(0) == "0 %")
    #expect(Units.wholePercent(0.004_9) == "<1 %")
    #expect(Units.wholePercent(0.005) == "1 %")
    #expect(Units.wholePercent(0.816) == "82 %")
  }

  @Test func `writes bytes in powers of 1024`() {
    let mebibyte = 1_048_576.0
    let table: [(Double?, String)] = [
      (nil, "-"), (.nan, "-"), (0, "0 B"), (999, "999 B"), (1000, "0.98 KB"), (1024, "1.00 KB"),
      (10 * mebibyte, "10.0 MB"), (612 * mebibyte, "612 MB"), (1024 * mebibyte, "1.00 GB"),
      (-5, "-5 B"), (1e18, "888 PB"), (1e300, ">999 PB"), (-1e300, "<-999 PB"),
    ]
    for (bytes, text) in table { #expect(Units.bytes(bytes) == text) }
    #expect(Units.limitBytes(1024 * mebibyte) == "1 GB")
    #expect(Units.limitBytes(1536 * mebibyte) == "1.5 GB")
    #expect(Units.limitBytes(100 * mebibyte) == "100 MB")
  }

  @Test func `writes counts and gauges`() {
    let counts: [(UInt64, String)] = [
      (0, "0"), (999, "999"), (1283, "1,283"), (99_999, "99,999"), (100_000, "100k"),
      (2_400_000, "2.4M"), (.max, ">999P"),
    ]
    for (count, text) in counts { #expect(Units.count(count) == text) }
    let numbers: [(Double?, String)] = [
      (nil, "-"), (.infinity, "-"), (13, "13"), (2.5, "2.5"), (-4, "-4"), (1283, "1,283"),
      (1283.4, "1.3k"), (123_456, "123k"), (1e300, ">999P"), (-1e300, "<-999P"),
    ]
    for (number, text) in numbers { #expect(Units.number(number) == text) }
  }

  @Test func `says of how much of the window a count is where the rate rests on less`() {
    let table: [(count: UInt64, rate: Double?, window: Window, text: String)] = [
      (1283, 4.2, .last(300), "1,283 in 5m"), (300, 1, .last(300), "300 in 5m"),
      (96, 2, .last(300), "96 in 48.0 s of 5m"), (1200, 1, .last(3600), "1,200 in 20 min of 1h"),
      (290, 1, .last(300), "290 in 5m"), (5, nil, .last(300), "5 in 5m"),
      (0, 0, .last(300), "0 in 5m"), (7, 0.1, .all, "7 in all"),
    ]
    for (count, rate, window, text) in table {
      #expect(Units.counted(count, rate: rate, in: window) == text)
    }
  }

  @Test func `writes ages`() {
    let table: [(Double, String)] = [
      (-3, "0 s"), (3.9, "3 s"), (99, "99 s"), (100, "1 min"), (5999, "99 min"), (6000, "1.7 h"),
      (172_799, "47 h"), (172_800, "2 d"), (1e300, "-"),
    ]
    for (seconds, text) in table { #expect(Units.age(seconds) == text) }
  }

  @Test func `rounds half away from zero and has no negative zero`() {
    let table: [(Double, Int, String)] = [
      (0.5, 0, "1"), (-0.5, 0, "-1"), (-0.04, 1, "0.0"), (2.25, 1, "2.3"), (7, 2, "7.00"),
      (0.05, 2, "0.05"), (.infinity, 1, "-"), (1e16, 0, "-"),
    ]
    for (value, decimals, text) in table { #expect(Units.fixed(value, decimals) == text) }
  }

  @Test func `a value stands with the unit that it is counted in`() {
    let table: [(value: Double, unit: Target.Unit, text: String)] = [
      (0.734, .seconds, "734 ms"), (18.1, .seconds, "18.1 s"), (0.83, .share, "83.0 %"),
      (3.04, .perSecond, "3.0 /s"), (79 * 1_048_576, .bytes, "79.0 MB"), (5, .count, "5"),
      (0.0123, .count, "0.012"), (8.25, .count, "8.25"), (0, .count, "0"),
    ]
    for (value, unit, text) in table { #expect(Units.value(value, in: unit) == text) }
  }
}
