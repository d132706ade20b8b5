extension History {
  /// The newest lines of the logs that speak of an endpoint, oldest first.
  ///
  /// Lines after `end` are left out. A line speaks of it when a path in it fits the route template and, where the endpoint has a
  /// method, the method stands before the path.
  ///
  /// Cost: one pass over the kept lines, of which there are a thousand at most.
  package func lines(
    of name: EndpointName, most: Int, until end: Timestamp? = nil
  ) -> [LogLine] {
    History.lines(of: name, among: tail[...], most: most, until: end)
  }

  /// The newest of some lines, as `lines(of:most:until:)` chooses them among those that are kept.
  package static func lines(
    of name: EndpointName, among lines: ArraySlice<LogLine>, most: Int = .max,
    until end: Timestamp? = nil
  ) -> [LogLine] {
    let template = RouteWords(name)
    var found: [LogLine] = []
    for line in lines.reversed() where end.map({ line.time <= $0 }) ?? true {
      guard template.isSpokenOf(in: line.text.string) else { continue }
      found.append(line)
      if found.count >= most { break }
    }
    return found.reversed()
  }
}

/// The segments of a route template, to be found in text.
private struct RouteWords {
  private let method: Substring.UTF8View
  private let segments: [Substring.UTF8View]

  init(_ name: EndpointName) {
    method = name.method.string[...].utf8
    segments = name.route.string.utf8.split(separator: 0x2F, omittingEmptySubsequences: true)
      .map { Substring($0).utf8 }
  }

  func isSpokenOf(in text: String) -> Bool {
    let bytes = text.utf8
    var before = text[..<text.startIndex].utf8
    for word in bytes.split(whereSeparator: RouteWords.isBreak) {
      if word.first == 0x2F, method.isEmpty || before.elementsEqual(method), fits(word) {
        return true
      }
      before = word
    }
    return false
  }

  private func fits(_ path: Substring.UTF8View) -> Bool {
    let plain = path.prefix { $0 != 0x3F }
    let parts = plain.split(separator: 0x2F, omittingEmptySubsequences: true)
    guard parts.count == segments.count else { return false }
    return zip(parts, segments).allSatisfy { part, segment in
      let isParameter = segment.first == 0x7B || segment.first == 0x3A || segment.first == 0x3C
      return isParameter || part.elementsEqual(segment)
    }
  }

  /// Blanks, quotes and what else ends a path in a log line.
  private static func isBreak(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x2C || byte == 0x5D || byte == 0x5B
      || byte == 0x3D
  }
}
