import Testing

@testable import Telemetry

private func template(_ target: String) -> String {
  var templater = RouteTemplater()
  return Array(target.utf8).withUnsafeBytes {
    String(decoding: templater.template(of: $0), as: UTF8.self)
  }
}

@Suite struct RouteTemplaterTests {
  @Test(arguments: [
    ("/", "/"), ("//", "/"), ("", ""), ("*", "*"), ("/?a=1", "/"), ("/#top", "/"),
    ("/users", "/users"), ("/users/", "/users"), ("/a//b///c/", "/a/b/c"),
    ("/users?id=1", "/users"), ("/users#x", "/users"), ("/users/?x=/y/1", "/users"),
    ("http://host/x/1", "/x/{id}"), ("https://host", "/"), ("https://host?x", "/"),
    ("http://host:80/a?b", "/a"), ("host:443", "host:443"), ("users/1", "users/{id}"),
    ("/x;jsessionid=AB12CD/y", "/x/y"), ("/x;a=1?b", "/x"),
  ])
  func `takes the path and nothing else`(target: String, expected: String) {
    #expect(template(target) == expected)
    #expect(template(expected) == expected)
  }

  @Test(arguments: [
    ("/users/42", "/users/{id}"), ("/users/0", "/users/{id}"), ("/users/-1", "/users/{id}"),
    ("/users/+7", "/users/{id}"), ("/users/1,2,3", "/users/{id}"),
    ("/at/48.85,2.35", "/at/{id}"), ("/d/20260101", "/d/{id}"), ("/u/1/o/2", "/u/{id}/o/{id}"),
    ("/u/123.json", "/u/{id}.json"), ("/u/12345", "/u/{id}"),
    ("/user-123", "/user-{id}"), ("/user_45", "/user_{id}"), ("/u12345", "/u{id}"),
    ("/INV-2026-0042", "/INV-{id}"), ("/42-a-title", "/{id}-{slug}"),
    ("/posts/123-hello-world-2", "/posts/{id}-{slug}"), ("/report-2026.pdf", "/report-{id}.pdf"),
  ])
  func `finds numbers`(target: String, expected: String) {
    #expect(template(target) == expected)
    #expect(template(expected) == expected)
  }

  @Test(arguments: [
    ("/o/550e8400-e29b-41d4-a716-446655440000", "/o/{uuid}"),
    ("/o/550E8400-E29B-41D4-A716-446655440000.png", "/o/{uuid}.png"),
    ("/o/507f1f77bcf86cd799439011", "/o/{hash}"), ("/c/3f9a1c2b", "/c/{hash}"),
    ("/md5/d41d8cd98f00b204e9800998ecf8427e", "/md5/{hash}"),
    ("/sha/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "/sha/{hash}"),
    ("/d/2026-01-01", "/d/{date}"), ("/d/2026-01", "/d/{date}"),
    ("/d/2026-01-31T10:00:00Z", "/d/{date}"), ("/e/a@b.com", "/e/{email}"),
    ("/e/a%40b.com/x", "/e/{email}/x"), ("/ip/10.0.0.1", "/ip/{ip}"), ("/ip/fe80::1", "/ip/{ip}"),
    ("/ip/::1", "/ip/{ip}"),
  ])
  func `finds ids with a shape of their own`(target: String, expected: String) {
    #expect(template(target) == expected)
    #expect(template(expected) == expected)
  }

  @Test(arguments: [
    "/t/01ARZ3NDEKTSV4RRFFQ69G5FAV", "/t/V1StGXR8_Z5jdHi6B-myT", "/t/dQw4w9WgXcQ",
    "/t/ckv1m2x3y0000abcdefgh1234", "/t/0ujsswThIGTUYm2K8FjOOfXtY1K",
    "/t/pi_3MtwBwLkdIwHu7ix28a3tqPa",
    "/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "/t/bG9uZyB0ZXh0IDEyMyB3aXRoIGRpZ2l0cw==",
    // The signature of a JWT may be as short as the ending of a file.
    "/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "/t/eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
    "/t/cus_QSakaQUBBh9dQG", "/t/usr_isbitvjjiuma", "/t/price_1MoBy5LkdIwHu7ix",
    "/t/usr_01h8x3k9a2", "/t/sub_1mowyvkldkiwhu7", "/t/a1B2c3", "/t/kJ8sQ2p", "/t/Xk9dLmQ",
  ])
  func `finds tokens`(target: String) {
    #expect(template(target) == "/t/{token}")
  }

  @Test(arguments: [
    "/api/v1/users", "/api/v2.1/x", "/api/1.0/x", "/apis/v1beta1/pods", "/oauth2/token", "/s3",
    "/step-2", "/utf-8", "/2-factor", "/how-to-bake-10-cakes", "/face2face", "/deadbeef/cafe",
    "/introducing-python3-and-postgresql17-for-all", "/OAuth2Callback", "/iPhone15ProMax",
    "/@babel",
    "/:id/x", "/<int:id>", "/{id}", "/api/:version/projects/:id", "/users/{id}-{slug}",
    "/pkg.v1.Service/Method", "/a.b.Service/GetUser", "/robots.txt", "/favicon.ico", "/font.woff2",
    "/a.mp3", "/file.7z", "/foo%20bar", "/%7Bid%7D", "/%2e%2e/etc",
    "/a-very-long-slug-without-any-id",
    "/user_preferences", "/get_recommendations", "/api_configurations", "/my_subscriptions",
    "/api_getUserDetails", "/new_transcriptions", "/web_iPhone15ProMax", "/log_abstractions2",
    "/Base64Url", "/Web3App", "/X509Cert", "/K8sPods", "/Top10List", "/wiki/Mercury_(planet)",
    "/wiki/Apollo_(1970)", "/f()", "/f(x)",
    "/search=abc", "/~user", "/a+b", "/.well-known/acme", "/index.php", "/../x",
  ])
  func `keeps words`(target: String) {
    #expect(template(target) == target)
  }

  @Test(arguments: [
    ("/assets/app.3f9a1c2b.js", "/assets/app.{hash}.js"),
    ("/assets/index-BxK3a9Zq.js", "/assets/index-{hash}.js"),
    ("/main.abc123de.chunk.css", "/main.{hash}.chunk.css"),
    ("/logo-3f9a1c2b.svg", "/logo-{hash}.svg"),
    ("/2026-01-01.csv", "/{date}.csv"),
  ])
  func `finds the hash in the name of a file`(target: String, expected: String) {
    #expect(template(target) == expected)
    #expect(template(expected) == expected)
  }

  @Test(arguments: [
    ("/api/users(5)", "/api/users({id})"), ("/odata/Products('abc')", "/odata/Products({id})"),
    ("/Products(%27a%20b%27)/Name", "/Products({id})/Name"),
    ("/Lines(Order=1,No=2)", "/Lines({id})"), ("/People('a@b.com')", "/People({id})"),
    ("/Orders(550e8400-e29b-41d4-a716-446655440000)", "/Orders({id})"),
  ])
  func `finds the keys of OData`(target: String, expected: String) {
    #expect(template(target) == expected)
    #expect(template(expected) == expected)
  }

  @Test func `cuts a long path at a segment`() {
    let path = String(repeating: "/segment", count: 100)
    let short = template(path)
    #expect(short.utf8.count <= RouteTemplater.limit)
    #expect(short.hasSuffix("/segment/…"))
    #expect(template(short) == short)
    #expect(template("/" + String(repeating: "a", count: 5000)) == "/…")
    #expect(template("/" + String(repeating: "7", count: 5000)) == "/…")
    #expect(template("/x/" + String(repeating: "1.", count: 240) + "a") == "/x/…")
    #expect(template("/" + String(repeating: "1/", count: 400)).utf8.count <= RouteTemplater.limit)
  }

  @Test func `survives any bytes, and a template is its own template`() {
    var state: UInt64 = 5
    let alphabet = Array("/abC019-_.@%{}:<>,;?#\u{1}=+é".utf8) + [0xFF, 0x00]
    var templater = RouteTemplater()
    for _ in 0..<30_000 {
      var path: [UInt8] = [UInt8(ascii: "/")]
      for _ in 0..<(state >> 40) % 30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        path.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 99
      let once = path.withUnsafeBytes { Array(templater.template(of: $0)) }
      let twice = once.withUnsafeBytes { Array(templater.template(of: $0)) }
      #expect(once == twice, "\(String(decoding: path, as: UTF8.self))")
    }
  }
}
