import TestSupport
import Testing

@testable import Telemetry

/// A table fed with requests, and what became of its ids.
private struct Feed {
  var table: EndpointTable
  var counts: [Int: Int] = [:]

  init(capacity: Int = 1000, rules: RouteRules = RouteRules()) {
    table = EndpointTable(capacity: capacity, rules: rules)
  }

  mutating func request(_ target: String, status: Int = 200, method: String = "GET") {
    let id = Array(target.utf8).withUnsafeBytes { target in
      Array(method.utf8).withUnsafeBytes { method in
        table.id(
          method: method, target: target, route: Bytes(start: nil, count: 0), status: status)
      }
    }
    counts[id, default: 0] += 1
    for (old, new) in table.takeSuccessions() {
      counts[new, default: 0] += counts.removeValue(forKey: old) ?? 0
    }
  }

  var rows: [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { (table.name(of: $0).description, $1) })
  }
}

/// A word without digits that is another for each number.
private func slug(_ number: Int) -> String {
  var rest = number
  var text = "post-"
  for _ in 0..<5 {
    text.append(Character(UnicodeScalar(UInt8(97 + rest % 26))))
    rest /= 26
  }
  return text
}

@Suite struct RouteLearnerTests {
  @Test func `a position with very many values becomes a parameter and totals stay exact`() {
    var feed = Feed()
    for number in 0..<500 {
      feed.request("/blog/\(slug(number))")
      feed.request("/blog/\(slug(number))/comments?page=2")
      feed.request("/about")
    }
    #expect(
      feed.rows == [
        "GET /blog/{slug}": 500, "GET /blog/{slug}/comments": 500, "GET /about": 500,
      ])
  }

  @Test func `what was learned for one method holds for all`() {
    var feed = Feed()
    for number in 0..<200 { feed.request("/tags/\(slug(number))") }
    feed.request("/tags/new-one", method: "DELETE")
    #expect(feed.rows["DELETE /tags/{slug}"] == 1)
  }

  @Test func `a hundred values are still words`() {
    var feed = Feed()
    for number in 0..<RouteLearner.limit { feed.request("/tags/\(slug(number))") }
    #expect(feed.rows.count == RouteLearner.limit)
    feed.request("/tags/\(slug(RouteLearner.limit))")
    #expect(feed.rows == ["GET /tags/{slug}": RouteLearner.limit + 1])
  }

  @Test func `two positions are learned one after the other`() {
    var feed = Feed()
    for number in 0..<300 { feed.request("/u/\(slug(number))/p/\(slug(number * 7 + 1))") }
    #expect(feed.rows == ["GET /u/{slug}/p/{slug}": 300])
  }

  @Test func `a segment with a tree of routes below it stays a word`() {
    var feed = Feed()
    for number in 0..<20 { feed.request("/api/thing\(slug(number))/list") }
    for number in 0..<200 { feed.request("/\(slug(number))/repos/list") }
    #expect(feed.rows["GET /{slug}/repos/list"] == 200)
    #expect(feed.rows.count == 21)
  }

  @Test(arguments: [true, false])
  func `a segment that goes on unlike the crowd stays a word, whenever it comes`(isFirst: Bool) {
    var feed = Feed()
    func health() { for _ in 0..<50 { feed.request("/api/health") } }
    if isFirst { health() }
    for number in 0..<2000 { feed.request("/\(slug(number))/repos") }
    if !isFirst { health() }
    #expect(feed.rows == ["GET /{slug}/repos": 2000, "GET /api/health": 50])
  }

  @Test func `where a position holds values, a few that go on alike are enough`() {
    var feed = Feed()
    for number in 0..<200 { feed.request("/\(slug(number))/repos") }
    for number in 0..<RouteLearner.alike - 1 { feed.request("/\(slug(number))/stars") }
    #expect(feed.rows.count == RouteLearner.alike)
    feed.request("/\(slug(500))/stars")
    #expect(feed.rows == ["GET /{slug}/repos": 200, "GET /{slug}/stars": RouteLearner.alike])
  }

  @Test func `values that go on with values are learned as such`() {
    var feed = Feed()
    for number in 0..<3000 { feed.request("/\(slug(number % 400))/\(slug(number * 13))") }
    #expect(feed.rows == ["GET /{slug}/{slug}": 3000])
  }

  @Test func `files are told apart by their extensions`() {
    var feed = Feed()
    for number in 0..<150 { feed.request("/static/\(slug(number)).png") }
    feed.request("/static/site.css")
    #expect(feed.rows == ["GET /static/{slug}.png": 150, "GET /static/site.css": 1])
  }

  @Test func `paths that a scanner makes up share one row and teach nothing`() {
    var feed = Feed()
    feed.request("/login")
    for number in 0..<400 { feed.request("/\(slug(number)).php", status: 404) }
    let rows = feed.rows
    #expect(rows["GET /login"] == 1)
    #expect(rows["GET (not found)"] == 400 - 32)
    #expect(rows.values.reduce(0, +) == 401)
    #expect(!rows.keys.contains { $0.contains("{slug}") })
  }

  @Test func `a full table gives up words before it loses rows`() {
    var feed = Feed(capacity: 60)
    for outer in 0..<3 {
      for number in 0..<90 { feed.request("/a/\(slug(outer))/\(slug(number))") }
    }
    #expect(feed.rows.values.reduce(0, +) == 270)
    #expect(feed.rows["GET /a/\(slug(2))/{slug}"] ?? 0 > 60)
  }
}

@Suite struct RouteRulesTests {
  @Test func `rules go before shapes, the first that matches counts`() throws {
    let rules = try RouteRules([
      "/items/special", "/items/{sku}", "/files/{path...}", "/v{version}/users/:name",
      "/export/{name}.csv", "/old/**",
    ])
    var feed = Feed(rules: rules)
    for target in [
      "/items/special", "/items/42", "/items/abc?x=1", "/files/a/b/c.txt", "/v2/users/bob",
      "/export/q1.csv", "/export/q1.xml", "/old/x/1", "/items/42/more", "/items/42/",
    ] { feed.request(target) }
    #expect(
      feed.rows == [
        "GET /items/special": 1, "GET /items/{sku}": 3, "GET /files/{path...}": 1,
        "GET /v{version}/users/:name": 1, "GET /export/{name}.csv": 1, "GET /export/q1.xml": 1,
        "GET /old/**": 1, "GET /items/{id}/more": 1,
      ])
  }

  @Test(arguments: [
    ("items/{id}", "route rule items/{id}: it must begin with a slash, as in /blog/{slug}"),
    ("/a/{id", "route rule /a/{id: it has no } for an opened parameter"),
    (
      "/a/{rest...}/b",
      "route rule /a/{rest...}/b: it has something after the parameter that takes the rest"
    ),
  ])
  func `says what is wrong with a rule`(rule: String, message: String) {
    #expect(throws: RouteRules.RuleError(description: DisplayText(message))) {
      try RouteRules([rule])
    }
  }
}

@Suite struct PathHashTests {
  private func hash(_ target: String) -> UInt64 {
    Array(target.utf8).withUnsafeBytes { PathHash.of($0, seed: 7, skipsNumbers: true).hash }
  }

  @Test func `paths share a hash only when they share a template`() {
    var dice = Dice(5)
    let pieces = [
      "1", "22", "/", "/", "a", "api", "12345678", "123456789012", "v1", "?x=/1", ";j=1", "-",
      "users", "#1", "a1", "3f9a1c2b", ".json",
    ]
    var templates: [UInt64: [UInt8]] = [:]
    var templater = RouteTemplater()
    for _ in 0..<50_000 {
      var target = "/"
      for _ in 0..<Int.random(in: 0...7, using: &dice) {
        target += pieces.randomElement(using: &dice) ?? ""
      }
      let template = Array(target.utf8).withUnsafeBytes { Array(templater.template(of: $0)) }
      let known = templates.updateValue(template, forKey: hash(target))
      #expect(known == nil || known == template, "\(target)")
    }
    #expect(templates.count > 5000)
  }

  @Test func `numbers and the query string do not count`() {
    #expect(hash("/users/1") == hash("/users/987654321012?x=1"))
    #expect(hash("/users/1/posts/2") == hash("/users/33/posts/4444"))
    #expect(hash("/users/1a") != hash("/users/2a"))
    #expect(hash("/users/1") != hash("/users/1/"))
    #expect(hash("/users") != hash("/user"))
  }
}
