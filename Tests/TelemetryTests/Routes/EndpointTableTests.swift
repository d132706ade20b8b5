import Testing

@testable import Telemetry

extension EndpointTable {
  fileprivate mutating func id(_ method: String, _ target: String, route: String = "") -> Int {
    Array(method.utf8).withUnsafeBytes { method in
      Array(target.utf8).withUnsafeBytes { target in
        Array(route.utf8).withUnsafeBytes { route in
          id(method: method, target: target, route: route)
        }
      }
    }
  }
}

@Suite struct EndpointTableTests {
  @Test func `gives one id to all requests of an endpoint`() {
    var table = EndpointTable()
    let id = table.id("GET", "/users/1")
    #expect(id == 1)
    #expect(table.id("GET", "/users/2?x=1") == id)
    #expect(table.id("get", "/users/2?x=2") == id)
    #expect(table.id("GET", "/users/1") == id)
    #expect(table.id("POST", "/users/1") == 2)
    #expect(table.name(of: id).description == "GET /users/{id}")
    #expect(table.count == 3)
  }

  @Test func `never holds more than its capacity, whatever is given out again`() {
    var table = EndpointTable(capacity: 64)
    var ids: Set<Int> = []
    for round in 0..<40 {
      for slug in 0..<60 { _ = table.id("GET", "/round-\(round)/\(slug)-item-\(slug * 7)/x") }
      table.recycle()
      for route in 0..<50 { ids.insert(table.id("GET", "/", route: "/given/\(round)/\(route)")) }
    }
    #expect(ids.contains(0) && ids.count <= 64)
  }

  @Test func `takes the route of the application verbatim`() {
    var table = EndpointTable()
    let id = table.id("GET", "/users/1", route: "/users/:id/42")
    #expect(table.name(of: id).route == "/users/:id/42")
    // The same bytes as a target are judged by shape.
    #expect(table.id("GET", "/users/:id/42") != id)
  }

  @Test func `knows methods and lumps the others together`() {
    var table = EndpointTable()
    for (method, shown) in [("propfind", "PROPFIND"), ("HACK", "OTHER"), ("", "")] {
      let id = table.id(method, "/")
      #expect(table.name(of: id).method.string == shown)
    }
    #expect(table.id("\u{16}\u{3}", "/") == table.id("HACK", "/"))
    let task = table.id("", "", route: "generate_image")
    #expect(table.name(of: task).description == "generate_image")
    for method in ["", "-", "GET"] {
      let id = table.id(method, "")
      #expect(table.name(of: id) == EndpointName(method: "", route: "(no request)"))
    }
  }

  @Test func `sends what comes too late to (other)`() {
    var table = EndpointTable(capacity: 3)
    #expect(table.id("GET", "/a") == 1)
    #expect(table.id("GET", "/b") == 2)
    #expect(table.id("GET", "/c") == 0)
    #expect(table.id("GET", "/c") == 0)
    #expect(table.id("GET", "/a") == 1)
    #expect(table.count == 3)
    #expect(table.name(of: 0) == .other)
    #expect(table.name(of: 99) == .other)
  }

  @Test func `survives a million distinct paths in fixed memory`() {
    var table = EndpointTable(capacity: 100)
    let first = table.id("GET", "/first")
    var others = 0
    var path = Array("/a/a/a/a/a/a".utf8)
    let method = Array("GET".utf8)
    for number in 0..<1_000_000 {
      var rest = number
      for place in 0..<6 {
        path[2 * place + 1] = UInt8(ascii: "a") + UInt8(rest % 15)
        rest /= 15
      }
      let id = path.withUnsafeBytes { path in
        method.withUnsafeBytes {
          table.id(method: $0, target: path, route: Bytes(start: nil, count: 0))
        }
      }
      if id == 0 { others += 1 }
    }
    #expect(table.count == 100)
    #expect(others == 1_000_000 - 98)
    #expect(table.id("GET", "/first") == first)
  }

  @Test func `copies go their own ways`() {
    var table = EndpointTable()
    _ = table.id("GET", "/a")
    var copy = table
    #expect(copy.id("GET", "/b") == 2)
    #expect(table.id("GET", "/c") == 2)
    #expect(copy.name(of: 2).route == "/b")
    #expect(table.name(of: 2).route == "/c")
  }

  @Test func `shows no control character of a path`() {
    var table = EndpointTable()
    let id = table.id("GET", "/\u{1B}[2J/x")
    let name = table.name(of: id)
    #expect(name.route.string.hasSuffix("[2J/x"))
    #expect(!name.route.string.unicodeScalars.contains { $0.value < 0x20 })
  }
}
