import Telemetry
import Testing

@Suite struct EndpointNameTests {
  private func name(_ method: String, _ route: String) -> EndpointName {
    EndpointName(method: DisplayText(method[...]), route: DisplayText(route[...]))
  }

  @Test(arguments: [
    ("/users/{id}", "/users/{}"),
    ("/users/{uid}", "/users/{}"),
    ("/users/:id", "/users/{}"),
    ("/users/<int:id>", "/users/{}"),
    ("/users/<id>", "/users/{}"),
    ("/users/{id}/", "/users/{}"),
    ("/users/{id:path}/posts/:n", "/users/{}/posts/{}"),
    ("/users/me", "/users/me"),
    ("/users/", "/users"),
    ("/users", "/users"),
    ("/", ""),
    ("", ""),
    ("/a//b", "/a//b"),
    ("/{", "/{"), ("/{id}.json", "/{id}.json"), ("/a{id}", "/a{id}"), ("/<", "/<"),
    ("(other)", "(other)"), ("(no request)", "(no request)"),
  ])
  func `joins routes that differ in the names of parameters only`(route: String, key: String) {
    #expect(name("GET", route).joinKey == "GET " + key)
    #expect(name("", route).joinKey == " " + key)
  }

  @Test func `keeps methods apart`() {
    #expect(name("GET", "/a").joinKey != name("POST", "/a").joinKey)
    #expect(name("", "/a").joinKey != name("GET", "/a").joinKey)
  }

  @Test func `reads as method and route`() {
    #expect(name("GET", "/users/{id}").description == "GET /users/{id}")
    #expect(name("", "rebuild_index").description == "rebuild_index")
    #expect(EndpointName.other.description == "(other)")
  }

  @Test func `sorts by route before method`() {
    let names = [name("PUT", "/b"), name("POST", "/a"), name("GET", "/b"), name("GET", "/a")]
    #expect(
      names.sorted().map(\.description) == ["GET /a", "POST /a", "GET /b", "PUT /b"])
  }

  @Test(arguments: [
    ("GET /users/{id}", "", "GET", "/users/{id}"), ("/users", "", "", "/users"),
    ("GET shop:/users", "shop", "GET", "/users"), ("shop:/users", "shop", "", "/users"),
    ("GET https://shop/users", "", "GET", "https://shop/users"),
    ("GET :/users", "", "GET", ":/users"), ("GET /a:/b", "", "GET", "/a:/b"),
    ("(other)", "", "", "(other)"), ("", "", "", ""),
  ])
  func `reads what it writes`(text: String, service: String, method: String, route: String) {
    let name = EndpointName(text)
    #expect(name.description == text)
    #expect(
      (name.service.string, name.method.string, name.route.string) == (service, method, route))
  }

  @Test func `keeps endpoints of two services apart`() {
    #expect(EndpointName("GET shop:/a/{x}").joinKey == EndpointName("GET shop:/a/{y}").joinKey)
    #expect(EndpointName("GET shop:/a").joinKey != EndpointName("GET blog:/a").joinKey)
    #expect(EndpointName("GET shop:/a").joinKey != EndpointName("GET /a").joinKey)
  }
}
