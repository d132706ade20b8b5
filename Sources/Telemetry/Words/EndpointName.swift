/// Method and route template: how an endpoint is called everywhere (`GET /users/{id}`).
package struct EndpointName: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// HTTP method, or empty when no source says it.
  package var method: DisplayText
  /// Route template, never a raw path.
  package var route: DisplayText

  /// The row that keeps totals exact when a table is full.
  package static let other = EndpointName(method: "", route: "(other)")

  /// The endpoint of a method and a route template.
  package init(method: DisplayText, route: DisplayText) {
    self.method = method
    self.route = route
  }

  /// `GET /users/{id}`, or the route alone without a method.
  package var description: String {
    method.string.isEmpty ? route.string : "\(method.string) \(route.string)"
  }

  package static func < (left: EndpointName, right: EndpointName) -> Bool {
    (left.route, left.method) < (right.route, right.method)
  }

  /// What two sources must agree on to mean the same endpoint: parameter names are left out.
  ///
  /// `/users/{uid}`, `/users/{id}`, `/users/:id` and `/users/<int:id>` all become `/users/{}`,
  /// and a final slash does not count.
  package var joinKey: String {
    var key = method.string + " "
    var segments = route.string.split(separator: "/", omittingEmptySubsequences: false)[...]
    if segments.count > 1, segments.last == "" { segments.removeLast() }
    for (position, segment) in segments.enumerated() {
      if position > 0 { key += "/" }
      let isParameter =
        (segment.first == "{" && segment.last == "}") || segment.first == ":"
        || (segment.first == "<" && segment.last == ">")
      key += isParameter ? "{}" : segment
    }
    return key
  }
}
