/// Method and route template: how an endpoint is called everywhere (`GET /users/{id}`).
package struct EndpointName: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The service it is of, where several are shown; empty for all endpoints of one.
  package var service: DisplayText
  /// HTTP method, or empty when no source says it.
  package var method: DisplayText
  /// Route template, never a raw path.
  package var route: DisplayText

  /// The row that keeps totals exact when a table is full.
  package static let other = EndpointName(method: "", route: "(other)")

  /// The endpoint of a method and a route template.
  package init(method: DisplayText, route: DisplayText, service: DisplayText = "") {
    self.service = service
    self.method = method
    self.route = route
  }

  /// The endpoint that a `description` is of.
  package init(_ description: String) {
    let words = description.split(separator: " ", maxSplits: 1)
    let isWhole = words.count == 2
    method = isWhole ? DisplayText(words[0]) : ""
    let place = isWhole ? words[1] : description[...]
    service = ""
    route = DisplayText(place)
    // `shop:/users` but not `https://shop/users`.
    guard let colon = place.firstIndex(of: ":"), colon > place.startIndex,
      place[colon...].hasPrefix(":/"), !place[colon...].hasPrefix("://"),
      !place[..<colon].contains("/")
    else { return }
    service = DisplayText(place[..<colon])
    route = DisplayText(place[place.index(after: colon)...])
  }

  /// `GET /users/{id}`, or the route alone without a method.
  package var description: String {
    method.string.isEmpty ? place.string : "\(method.string) \(place.string)"
  }

  /// The route, behind its service where there are several: `shop:/users/{id}`.
  package var place: DisplayText {
    service.string.isEmpty ? route : DisplayText("\(service):\(route)")
  }

  package static func < (left: EndpointName, right: EndpointName) -> Bool {
    (left.service, left.route, left.method) < (right.service, right.route, right.method)
  }

  /// Whether two routes may be values of one template: those of one method of one service.
  func isBeside(_ other: EndpointName) -> Bool {
    method == other.method && service == other.service
  }

  /// What two sources must agree on to mean the same endpoint: parameter names are left out.
  ///
  /// `/users/{uid}`, `/users/{id}`, `/users/:id` and `/users/<int:id>` all become `/users/{}`,
  /// and a final slash does not count.
  package var joinKey: String {
    var key = method.string + " "
    if !service.string.isEmpty { key += service.string + ":" }
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
