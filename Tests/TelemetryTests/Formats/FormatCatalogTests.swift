import TestSupport
import Testing

@testable import Telemetry

/// What every format of the catalogue must do.
@Suite struct FormatCatalogTests {
  @Test func `names are unique`() {
    let names = LogFormatCatalog.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && $0 == $0.lowercased() && !$0.contains(" ") })
  }

  @Test func `every sample is understood`() {
    for format in LogFormatCatalog.all {
      #expect(!format.samples.isEmpty)
      for sample in format.samples {
        #expect(summary(of: sample, as: format) != nil, "\(format.name): \(sample)")
      }
    }
  }

  @Test func `every sample is detected as its own format`() {
    for format in LogFormatCatalog.all {
      for sample in format.samples {
        var text = sample + "\n"
        let detection = text.withUTF8 { FormatDetection(Bytes($0)) }
        // A single number may be anything, which the explanation says.
        let isDoubtful =
          format is any PlainNumberFormat.Type
          && detection.explanation?.string.hasPrefix("latency not read") == true
        #expect(
          isDoubtful || detection.primary?.label.string == format.name,
          "\(format.name): \(sample)")
      }
    }
  }

  @Test func `samples count the same wherever chunks of whole lines are cut`() {
    for format in LogFormatCatalog.all {
      let lines = (format.samples + format.samples + format.samples).map { $0 + "\n" }
      let text = lines.joined()
      var whole = LogFeed(format)
      whole.read(text)
      let expected = BatchSums(whole.finish())
      for size in [1, 64, 100, 150, 200, 333, 512, 1000, 4096] {
        var feed = LogFeed(format)
        feed.read(text, chunksOf: size, takingBatches: size % 2 == 0)
        expect(BatchSums(feed.finish()), toBe: expected, "\(format.name), chunks of \(size)")
      }
      for cut in text.utf8.indices where text.utf8[cut] == 0x0A {
        var feed = LogFeed(format)
        feed.read(String(text[...cut]))
        feed.read(String(text[text.utf8.index(after: cut)...]))
        expect(BatchSums(feed.finish()), toBe: expected, "\(format.name), cut in two")
      }
    }
  }

  /// Compares sums; those of seconds only as far as the order of additions lets them agree.
  private func expect(_ sums: BatchSums, toBe expected: BatchSums, _ comment: Comment) {
    var sums = sums
    var expected = expected
    for (name, work) in expected.work {
      #expect(abs((sums.work[name]?.sumSeconds ?? .nan) - work.sumSeconds) < 1e-6, comment)
      sums.work[name]?.sumSeconds = 0
      expected.work[name]?.sumSeconds = 0
    }
    for (id, work) in expected.queries {
      #expect(abs((sums.queries[id]?.sumSeconds ?? .nan) - work.sumSeconds) < 1e-6, comment)
      sums.queries[id]?.sumSeconds = 0
      expected.queries[id]?.sumSeconds = 0
    }
    #expect(sums == expected, comment)
  }

  @Test func `lines of ten thousand mutations never stop a parser`() {
    var random = Dice(20_260_101)
    for format in LogFormatCatalog.all {
      let samples = format.samples.map { Array($0.utf8) }
      mutate(format, samples, times: 10_000, &random)
    }
  }

  /// Parses mutations and looks at every byte of every slice that comes out.
  private func mutate<Format: LogFormat>(
    _ format: Format.Type, _ samples: [[UInt8]], times: Int, _ random: inout Dice
  ) {
    var parser = Format()
    var sum = 0
    for _ in 0..<times {
      var line = samples[random.roll(samples.count)]
      for _ in 0...random.roll(4) { damage(&line, &random) }
      line.withUnsafeBytes { bytes in
        var record = LogRecord()
        _ = parser.beginsEntry(bytes)
        guard parser.parse(bytes, into: &record) else { return }
        sum &+= summary(of: record).utf8.count
        #expect(record.seconds.isNaN || record.seconds.isFinite)
        #expect(record.status >= 0 && record.status < 1000)
      }
    }
    #expect(sum > 0)
  }

  private func damage(_ line: inout [UInt8], _ random: inout Dice) {
    guard !line.isEmpty else { return }
    let place = random.roll(line.count)
    switch random.roll(7) {
    case 0: line[place] = UInt8(truncatingIfNeeded: random.roll(256))
    case 1: line[place] = 0
    case 2: line.removeSubrange(place...)
    case 3: line.removeSubrange(place..<min(line.count, place + 1 + random.roll(8)))
    case 4: line.insert(contentsOf: Array(#""\[]{}:,=- "#.utf8).shuffled(using: &random), at: place)
    case 5: line.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
    default: line.insert(line[random.roll(line.count)], at: place)
    }
  }
}
