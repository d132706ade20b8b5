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
    var key: [UInt8] = []
    key.reserveCapacity(64)
    key.append(contentsOf: method.string.utf8)
    key.append(UInt8(ascii: " "))
    if !service.string.isEmpty {
      key.append(contentsOf: service.string.utf8)
      key.append(UInt8(ascii: ":"))
    }
    var route = route.string
    route.withUTF8 { EndpointName.appendSegments(of: Bytes($0), to: &key) }
    return String(decoding: key, as: UTF8.self)
  }

  private static func appendSegments(of route: Bytes, to key: inout [UInt8]) {
    let slash = UInt8(ascii: "/")
    let count = route.last == slash ? route.count - 1 : route.count
    var start = 0
    while true {
      var end = start
      while end < count, route[end] != slash { end += 1 }
      if isParameter(route[start..<end]) {
        key.append(contentsOf: "{}".utf8)
      } else {
        key.append(contentsOf: route[start..<end])
      }
      guard end < count else { return }
      key.append(slash)
      start = end + 1
    }
  }

  private static func isParameter(_ segment: Slice<Bytes>) -> Bool {
    switch segment.first {
    case UInt8(ascii: ":"): true
    case UInt8(ascii: "{"): segment.last == UInt8(ascii: "}")
    case UInt8(ascii: "<"): segment.last == UInt8(ascii: ">")
    default: false
    }
  }
}
