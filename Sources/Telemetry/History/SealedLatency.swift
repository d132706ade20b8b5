/// Durations of a slot that is kept: a third to a half of what they take while they are added to.
///
///     what is left out and how numbers are told   1 byte, as `Marks` has it
///     count                                       varint
///     sum, shortest, what the longest has more    as `Unit` has them
///     low bits of the codes                       1 byte
///     numbers, first bucket                       varints
///     codes of the counts                         the rest, as `CodedCounts`
///
/// Counts, buckets and extremes are those that were there, sums at most 2^-30 of them off.
enum SealedLatency {
  /// What the first byte says.
  private struct Marks {
    var byte: UInt8

    static let sealed: UInt8 = 1
    static let extremes: UInt8 = 2
    /// As many durations as the slot has requests.
    static let allTimed: UInt8 = 16
    /// As many codes as durations.
    static let oneEach: UInt8 = 32
    /// The first bucket is that of the shortest duration on the logarithmic scale.
    static let firstOfShortest: UInt8 = 64

    var unit: Unit { Unit(rawValue: byte >> 2 & 3) ?? .exact }

    @inline(__always)
    func has(_ mark: UInt8) -> Bool { byte & mark != 0 }
  }

  /// How seconds are told.
  private enum Unit: UInt8 {
    /// Whole numbers of them, as varints.
    case milliseconds, microseconds
    /// The sum in five bytes, extremes in single precision.
    case rounded
    /// The sum in eight.
    case exact

    var perSecond: Double { self == .milliseconds ? 1_000 : 1_000_000 }
  }

  /// A sum is told in fewer bytes where it is no further off than that part of it.
  private static let sumTolerance = 0x1p-30
  /// Bits of a sum that are left out where it is rounded.
  private static let roundedBits: UInt64 = 23
  /// So many must be there to be read.
  private static let leastBytes = 8
  /// A slot that has no more is left as it is.
  private static let leastOpenBytes = 12

  @inline(__always)
  static func isSealed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes[0] & Marks.sealed != 0
  }

  // MARK: - Reading

  /// Fills in what the bytes of `view` say.
  @inline(__always)
  static func read(into view: inout LatencySlot.View) {
    let bytes = view.bytes
    let marks = Marks(byte: bytes[0])
    var position = 1
    view.timed = marks.has(Marks.allTimed) ? view.total : Varint.read(bytes, &position)
    readSeconds(marks, &position, into: &view)
    let shape = bytes[position]
    position += 1
    let number =
      marks.has(Marks.oneEach)
      ? Int(truncatingIfNeeded: view.timed)
      : Int(truncatingIfNeeded: Varint.read(bytes, &position))
    let first =
      marks.has(Marks.firstOfShortest)
      ? LogScale.index(of: view.minSeconds)
      : Int(truncatingIfNeeded: Varint.read(bytes, &position))
    view.counts = .coded(
      CodedCounts(bytes: bytes, start: position, first: first, number: number, shape: shape))
  }

  @inline(__always)
  private static func readSeconds(
    _ marks: Marks, _ position: inout Int, into view: inout LatencySlot.View
  ) {
    let bytes = view.bytes
    let unit = marks.unit
    if unit == .milliseconds || unit == .microseconds {
      let perSecond = unit.perSecond
      view.sumSeconds = Double(Varint.read(bytes, &position)) / perSecond
      guard marks.has(Marks.extremes) else { return }
      let shortest = Varint.read(bytes, &position)
      let longest = shortest &+ Varint.read(bytes, &position)
      view.minSeconds = single(shortest, perSecond)
      view.maxSeconds = single(longest, perSecond)
      return
    }
    if unit == .exact {
      view.sumSeconds = bytes.loadUnaligned(fromByteOffset: position, as: Double.self)
      position += 8
    } else {
      let high = UInt64(bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      let low = UInt64(bytes[position + 4])
      view.sumSeconds = Double(bitPattern: (high << 8 | low) << roundedBits)
      position += 5
    }
    guard marks.has(Marks.extremes) else { return }
    view.minSeconds = Double(bytes.loadUnaligned(fromByteOffset: position, as: Float.self))
    view.maxSeconds = Double(bytes.loadUnaligned(fromByteOffset: position + 4, as: Float.self))
    position += 8
  }

  /// A whole number of units in seconds, in the precision that extremes have.
  @inline(__always)
  private static func single(_ number: UInt64, _ perSecond: Double) -> Double {
    Double(Float(Double(number) / perSecond))
  }

  // MARK: - Writing

  /// Writes open durations of a slot of `total` requests at `start` of `target` and says where they
  /// end; `nil` where they are to stay as they are.
  static func write(
    _ open: UnsafeRawBufferPointer, total: UInt64, to target: UnsafeMutableRawBufferPointer,
    from start: Int
  ) -> Int? {
    guard open.count > leastOpenBytes, !isSealed(open) else { return nil }
    let view = LatencySlot.View(open, total: total)
    guard case .packed(let counts) = view.counts, let plan = CodedCounts.Plan(counts) else {
      return nil
    }
    return withUnsafeTemporaryAllocation(
      byteCount: LatencySlot.mostHeadBytes + 4 * Varint.mostBytes, alignment: 1
    ) { head in
      var marks = Marks.sealed
      var end = 1
      if view.timed == total {
        marks |= Marks.allTimed
      } else {
        Varint.write(view.timed, to: head, &end)
      }
      marks |= writeSeconds(view, to: head, &end)
      head[end] = plan.shape
      end += 1
      if plan.number == Int(clamping: view.timed) {
        marks |= Marks.oneEach
      } else {
        Varint.write(UInt64(plan.number), to: head, &end)
      }
      if plan.first == LogScale.index(of: view.minSeconds), view.knowsExtremes {
        marks |= Marks.firstOfShortest
      } else {
        Varint.write(UInt64(plan.first), to: head, &end)
      }
      head[0] = marks
      guard start + max(end, leastBytes) < target.count else { return nil }
      UnsafeMutableRawBufferPointer(rebasing: target[start...]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: head[..<end]))
      guard var last = plan.write(counts, to: target, from: start + end) else { return nil }
      while last < start + leastBytes {
        target[last] = 0
        last += 1
      }
      return last
    }
  }

  /// Writes sum and extremes in the fewest bytes and says how.
  private static func writeSeconds(
    _ view: LatencySlot.View, to head: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) -> UInt8 {
    let extremes = view.knowsExtremes ? Marks.extremes : 0
    for unit in [Unit.milliseconds, .microseconds] {
      guard let whole = whole(view, unit.perSecond) else { continue }
      Varint.write(whole.sum, to: head, &end)
      if view.knowsExtremes {
        Varint.write(whole.shortest, to: head, &end)
        Varint.write(whole.longest &- whole.shortest, to: head, &end)
      }
      return extremes | unit.rawValue << 2
    }
    let rounded = (view.sumSeconds.bitPattern &+ 1 << (roundedBits - 1)) >> roundedBits
    let isRounded =
      view.sumSeconds >= 0 && Double(bitPattern: rounded << roundedBits).isFinite
    if isRounded {
      head.storeBytes(
        of: UInt32(truncatingIfNeeded: rounded >> 8), toByteOffset: end, as: UInt32.self)
      head[end + 4] = UInt8(truncatingIfNeeded: rounded)
      end += 5
    } else {
      head.storeBytes(of: view.sumSeconds, toByteOffset: end, as: Double.self)
      end += 8
    }
    if view.knowsExtremes {
      head.storeBytes(of: Float(view.minSeconds), toByteOffset: end, as: Float.self)
      head.storeBytes(of: Float(view.maxSeconds), toByteOffset: end + 4, as: Float.self)
      end += 8
    }
    return extremes | (isRounded ? Unit.rounded : .exact).rawValue << 2
  }

  /// Sum and extremes as whole numbers of a unit; `nil` where they are none.
  private static func whole(
    _ view: LatencySlot.View, _ perSecond: Double
  ) -> (sum: UInt64, shortest: UInt64, longest: UInt64)? {
    guard view.sumSeconds >= 0, view.sumSeconds < 1e9 else { return nil }
    let sum = (view.sumSeconds * perSecond).rounded()
    guard (sum / perSecond - view.sumSeconds).magnitude <= view.sumSeconds * sumTolerance else {
      return nil
    }
    guard view.knowsExtremes else { return (UInt64(sum), 0, 0) }
    guard view.minSeconds >= 0, view.maxSeconds >= view.minSeconds, view.maxSeconds < 1e9 else {
      return nil
    }
    let shortest = UInt64((view.minSeconds * perSecond).rounded())
    let longest = UInt64((view.maxSeconds * perSecond).rounded())
    guard single(shortest, perSecond) == view.minSeconds,
      single(longest, perSecond) == view.maxSeconds
    else { return nil }
    return (UInt64(sum), shortest, longest)
  }
}
