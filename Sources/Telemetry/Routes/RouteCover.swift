/// The segments of a route template, to tell which routes it stands for.
struct RouteCover: Sendable {
  /// `nil` for a segment that is a parameter.
  private let segments: [Substring?]
  /// Parameters that were learned from values rather than named by an application.
  let isLearned: Bool

  /// The cover of a route; `nil` for what is no path.
  init?(_ route: DisplayText) {
    guard let parts = RouteCover.parts(of: route) else { return nil }
    segments = parts.map { RouteCover.isParameter($0) ? nil : $0 }
    isLearned = parts.contains { $0.hasPrefix("{slug}") }
  }

  /// Segments that are parameters.
  var parameterCount: Int { segments.count { $0 == nil } + (isLearned ? 1 : 0) }

  /// Whether the template has parameters at all.
  var isTemplate: Bool { parameterCount > 0 }

  /// Whether every segment of `route` is that of the template, or a value of its parameter.
  func covers(_ route: DisplayText) -> Bool {
    guard let parts = RouteCover.parts(of: route), parts.count == segments.count else {
      return false
    }
    return zip(segments, parts).allSatisfy { segment, part in
      guard let segment else { return !part.isEmpty }
      if segment == part { return true }
      // A learned file name: `{slug}.png`.
      return segment.hasPrefix("{slug}.") && part.hasSuffix(segment.dropFirst(6))
    }
  }

  private static func parts(of route: DisplayText) -> [Substring]? {
    guard route.string.utf8.first == UInt8(ascii: "/") else { return nil }
    var parts = route.string.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    return parts
  }

  private static func isParameter(_ segment: Substring) -> Bool {
    (segment.first == "{" && segment.last == "}" && segment.dropFirst().firstIndex(of: "{") == nil)
      || segment.first == ":" || (segment.first == "<" && segment.last == ">")
  }
}
