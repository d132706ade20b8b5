/// Learns from the routes themselves which positions hold values: `/blog/hello-world`,
/// `/blog/second-post` and a hundred more become `/blog/{slug}`.
///
/// A position is known by the path before it, by the extension of its segment and by whether it
/// is the last one, so `/img/a.png` says nothing of `/img/list`, and `/api/users` nothing of
/// `/ada/repos`. What was learned stays; a segment with a whole tree of routes below it, as `api`
/// beside a hundred user names, stays a word.
struct RouteLearner {
  /// Different segments in one position that make it a parameter.
  static let limit = 100
  /// Routes below a segment that keep it a word.
  private static let treeSize = 16

  /// Positions that are parameters.
  private var learned: Set<UInt64> = []
  /// Segments that stay words where a position is a parameter.
  private var words: Set<UInt64> = []
  /// Different segments seen in each position.
  private var counts: [UInt64: Int] = [:]
  private var seen: Set<UInt64> = []

  /// Whether anything was learned.
  var isEmpty: Bool { learned.isEmpty }

  /// Notes the segments of a route; returns a position that now has too many of them.
  mutating func note(_ route: Bytes) -> UInt64? {
    var crowded: UInt64?
    forEachSegment(of: route) { position, segment, _ in
      guard !Self.isParameter(segment),
        seen.insert(Self.mix(position, segment)).inserted
      else { return }
      counts[position, default: 0] += 1
      if counts[position, default: 0] > RouteLearner.limit { crowded = crowded ?? position }
    }
    return crowded
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
      keepTrees(at: position, routes)
      learned.insert(position)
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
    forEachSegment(of: route) { _, _, shown in
      text.append(UInt8(ascii: "/"))
      text.append(contentsOf: shown)
    }
  }

  /// Segments of the position whose subtrees are too large to be those of a value.
  private mutating func keepTrees(at crowded: UInt64, _ routes: [[UInt8]]) {
    var below: [UInt64: Int] = [:]
    for route in routes {
      route.withUnsafeBytes { bytes in
        forEachSegment(of: bytes) { position, segment, _ in
          if position == crowded { below[Self.mix(position, segment), default: 0] += 1 }
        }
      }
    }
    for (segment, count) in below where count > RouteLearner.treeSize { words.insert(segment) }
  }

  /// Calls `body` with each segment, its position, and how it is shown.
  private func forEachSegment(
    of route: Bytes, _ body: (_ position: UInt64, _ segment: Bytes, _ shown: Bytes) -> Void
  ) {
    guard route.first == UInt8(ascii: "/"), route.count > 1 else { return }
    var prefix: UInt64 = 0
    var start = 1
    var parameter: [UInt8] = []
    while start <= route.count {
      let end = route.find(UInt8(ascii: "/"), from: start) ?? route.count
      let segment = route.part(start, end)
      let dot = Self.extensionStart(segment)
      let position = Self.mix(
        prefix &+ (end == route.count ? 1 : 0), dot.map { segment.from($0) } ?? .none)
      if learned.contains(position), !Self.isParameter(segment),
        !words.contains(Self.mix(position, segment))
      {
        parameter.removeAll(keepingCapacity: true)
        parameter.append(contentsOf: "{slug}".utf8)
        if let dot { parameter.append(contentsOf: segment.from(dot)) }
        parameter.withUnsafeBytes {
          body(position, segment, $0)
          prefix = Self.mix(prefix, $0)
        }
      } else {
        body(position, segment, segment)
        prefix = Self.mix(prefix, segment)
      }
      start = end + 1
    }
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
