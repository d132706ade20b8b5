/// A metric name that a preset looks for.
///
/// `"http_requests_total"` matches that name; `"*_requests_total"` also any name that ends so,
/// for libraries whose prefix the application chooses. A final `_total` does not count on either
/// side, since exporters add, omit and double it.
package struct NamePattern: Hashable, Sendable, ExpressibleByStringLiteral {
  private let core: String
  private let allowsPrefix: Bool
  /// As it is written: a name, or `*` and the end of one.
  package let text: String

  /// A name, or `*` and the end of one.
  package init(stringLiteral value: String) {
    text = value
    allowsPrefix = value.hasPrefix("*")
    core = NamePattern.core(of: allowsPrefix ? String(value.dropFirst()) : value)
  }

  /// Whether the pattern matches `name`.
  package func matches(_ name: String) -> Bool {
    matches(core: NamePattern.core(of: name))
  }

  /// Whether the pattern matches a name of which `core(of:)` was already taken.
  func matches(core candidate: String) -> Bool {
    if candidate.utf8.count == core.utf8.count { return candidate == core }
    guard allowsPrefix, candidate.utf8.count > core.utf8.count, candidate.hasSuffix(core) else {
      return false
    }
    return core.hasPrefix("_") || candidate.utf8.dropLast(core.utf8.count).last == 0x5F
  }

  /// What `*` stands for in a name that matches, of which `core(of:)` was already taken.
  func prefix(of candidate: String) -> Substring {
    candidate.dropLast(core.count)
  }

  /// A name without its final `_total`.
  static func core(of name: String) -> String {
    name.hasSuffix("_total") ? String(name.dropLast(6)) : name
  }
}
