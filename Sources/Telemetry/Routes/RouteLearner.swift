/// Learns from the routes themselves which positions hold values: `/blog/hello-world`,
/// `/blog/second-post` and a hundred more become `/blog/{slug}`.
///
/// A position is known by the path before it, by the extension of its segment and by whether it
/// is the last one, so `/img/a.png` says nothing of `/img/list`, and `/api/users` nothing of
/// `/ada/repos`. Where most of a crowd go on alike, only those that do are values: a hundred
/// `/ada/repos` make `/{slug}/repos` and leave `/api/health` as it is, whichever came first. What
/// was learned stays; a segment with a whole tree of routes below it, as `api` beside a hundred user
/// names, stays a word.
struct RouteLearner {
  /// Different segments in one position that make it a parameter.
  static let limit = 100
  /// Different segments that go on alike and make it one for them, where it is one for others.
  static let alike = 8
  /// Routes below a segment that keep it a word.
  private static let treeSize = 16

  /// Positions that are parameters, and turns before which they are.
  private var learned: Set<UInt64> = []
  /// Positions that are parameters before some turns only.
  private var split: Set<UInt64> = []
  /// Segments that stay words where a position is a parameter.
  private var words: Set<UInt64> = []
  /// Different segments seen in each position, and before each turn of those that are split.
  private var counts: [UInt64: Int] = [:]
  private var seen: Set<UInt64> = []

  /// Whether anything was learned.
  var isEmpty: Bool { learned.isEmpty }

  /// Notes the segments of a route; returns a position, or a turn, that now has too many of them.
  mutating func note(_ route: Bytes) -> UInt64? {
    var places: [Place] = []
    forEachSegment(of: route) { place, _ in places.append(place) }
    var crowded: UInt64?
    for place in places where !Self.isParameter(place.segment) {
      if isNew(place.segment, at: place.position, above: RouteLearner.limit) {
        crowded = crowded ?? place.position
      }
      if split.contains(place.position), let turn = place.turn,
        isNew(place.segment, at: turn, above: RouteLearner.alike - 1)
      {
        crowded = crowded ?? turn
      }
    }
    return crowded
  }

  /// Counts a segment; whether it is one that was not seen there, and makes too many.
  ///
  /// Where a parameter was learned, what is left are words.
  private mutating func isNew(_ segment: Bytes, at position: UInt64, above limit: Int) -> Bool {
    guard !learned.contains(position), seen.insert(Self.mix(position, segment)).inserted else {
      return false
    }
    counts[position, default: 0] += 1
    return counts[position, default: 0] > limit
  }

  /// The position with the most segments, if they are at least `minimum`.
  func mostCrowded(atLeast minimum: Int) -> UInt64? {
    counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      .flatMap { $0.value >= minimum ? $0.key : nil }
  }

  /// Makes a position a parameter, and whatever follows from that for the `routes` there are.
  mutating func learn(_ position: UInt64, routes: [[UInt8]]) {
    var next: UInt64? = position
    while let position = next {
      decide(position, routes)
      counts.removeAll(keepingCapacity: true)
      seen.removeAll(keepingCapacity: true)
      next = nil
      for route in routes {
        let canonical = canonical(route)
        next = canonical.withUnsafeBytes { note($0) } ?? next
      }
    }
  }

  /// The route with its learned positions as parameters.
  func canonical(_ route: [UInt8]) -> [UInt8] {
    route.withUnsafeBytes { bytes in
      var text: [UInt8] = []
      append(bytes, to: &text)
      return text
    }
  }

  /// Appends the route with its learned positions as parameters.
  func append(_ route: Bytes, to text: inout [UInt8]) {
    guard !learned.isEmpty, route.first == UInt8(ascii: "/"), route.count > 1 else {
      text.append(contentsOf: route)
      return
    }
    forEachSegment(of: route) { _, shown in
      text.append(UInt8(ascii: "/"))
      text.append(contentsOf: shown)
    }
  }

  /// Learns a position or a turn that is crowded: for all that stand there, or for those of them
  /// that go on as most do.
  private mutating func decide(_ crowded: UInt64, _ routes: [[UInt8]]) {
    var below: [UInt64: Int] = [:]
    var values: Set<UInt64> = []
    var turns: [UInt64: Set<UInt64>] = [:]
    var isTurn = false
    for route in routes {
      route.withUnsafeBytes { bytes in
        forEachSegment(of: bytes) { place, _ in
          let segment = Self.mix(place.position, place.segment)
          below[segment, default: 0] += 1
          let turn = place.turn
          guard place.position == crowded || turn == crowded, !place.isValue,
            !Self.isParameter(place.segment)
          else { return }
          values.insert(segment)
          if let turn { turns[turn, default: []].insert(segment) }
          isTurn = isTurn || turn == crowded
        }
      }
    }
    for segment in values where below[segment, default: 0] > RouteLearner.treeSize {
      words.insert(segment)
    }
    values.subtract(words)
    for turn in turns.keys { turns[turn]?.subtract(words) }
    let most = turns.values.map(\.count).max() ?? 0
    guard !isTurn, most * 2 > values.count, most >= RouteLearner.alike else {
      learned.insert(crowded)
      return
    }
    split.insert(crowded)
    for (turn, segments) in turns where segments.count >= RouteLearner.alike {
      learned.insert(turn)
    }
  }
}

/// How a route is taken apart.
extension RouteLearner {
  /// One segment, and where it stands.
  private struct Place {
    let segment: Bytes
    /// The path before it, its extension, and whether it is the last one.
    let position: UInt64
    /// What stands behind the slash that follows; `nil` where none does.
    let rest: Bytes?
    var isValue = false

    /// The segment that follows.
    var next: Bytes? { rest.map { $0.part(0, $0.find(UInt8(ascii: "/")) ?? $0.count) } }

    /// The position together with what follows.
    var turn: UInt64? { next.map { RouteLearner.mix(~position, $0) } }
  }

  /// Calls `body` with each segment and how it is shown.
  private func forEachSegment(
    of route: Bytes, _ body: (_ place: Place, _ shown: Bytes) -> Void
  ) {
    guard route.first == UInt8(ascii: "/"), route.count > 1 else { return }
    var prefix: UInt64 = 0
    var start = 1
    var parameter: [UInt8] = []
    while start <= route.count {
      let end = route.find(UInt8(ascii: "/"), from: start) ?? route.count
      let segment = route.part(start, end)
      var place = Place(
        segment: segment,
        position: Self.position(of: segment, isLast: end == route.count, after: prefix),
        rest: end == route.count ? nil : route.from(end + 1))
      place.isValue = isValue(place, after: prefix)
      if place.isValue {
        Self.write(segment, into: &parameter)
        parameter.withUnsafeBytes {
          body(place, $0)
          prefix = Self.mix(prefix, $0)
        }
      } else {
        body(place, segment)
        prefix = Self.mix(prefix, segment)
      }
      start = end + 1
    }
  }

  private func isValue(_ place: Place, after prefix: UInt64) -> Bool {
    guard !learned.isEmpty, !Self.isParameter(place.segment) else { return false }
    let isAtAll = learned.contains(place.position)
    guard isAtAll || split.contains(place.position),
      !words.contains(Self.mix(place.position, place.segment))
    else { return false }
    guard !isAtAll, let rest = place.rest, let next = place.next, let turn = place.turn else {
      return isAtAll
    }
    if learned.contains(turn) { return true }
    // Where what follows is a value itself, no two need go on alike.
    var parameter: [UInt8] = []
    Self.write(place.segment, into: &parameter)
    let own = parameter.withUnsafeBytes { Self.mix(prefix, $0) }
    return learned.contains(
      Self.position(of: next, isLast: next.count == rest.count, after: own))
  }

  /// Writes what stands for a value: `{slug}`, and its extension.
  private static func write(_ segment: Bytes, into parameter: inout [UInt8]) {
    parameter.removeAll(keepingCapacity: true)
    parameter.append(contentsOf: "{slug}".utf8)
    if let dot = extensionStart(segment) { parameter.append(contentsOf: segment.from(dot)) }
  }

  private static func position(of segment: Bytes, isLast: Bool, after prefix: UInt64) -> UInt64 {
    mix(prefix &+ (isLast ? 1 : 0), extensionStart(segment).map { segment.from($0) } ?? Bytes.none)
  }

  /// Where the extension of a file name begins, its dot included.
  private static func extensionStart(_ segment: Bytes) -> Int? {
    var place = segment.count
    while place > 0, segment.count - place < 6 {
      place -= 1
      if segment[place] == UInt8(ascii: ".") {
        return place > 0 && place < segment.count - 1 ? place : nil
      }
      if !segment[place].isLetter, !segment[place].isDigit { return nil }
    }
    return nil
  }

  private static func isParameter(_ segment: Bytes) -> Bool {
    segment.count > 2 && segment.first == UInt8(ascii: "{") && segment.last == UInt8(ascii: "}")
      && segment.part(1, segment.count).find(UInt8(ascii: "{")) == nil
  }

  private static func mix(_ position: UInt64, _ segment: Bytes) -> UInt64 {
    FingerprintHash.of(segment, seed: position &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019)
  }
}
