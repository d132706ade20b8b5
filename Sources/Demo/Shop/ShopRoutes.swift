/// The endpoints of the shop.
enum ShopRoute: Int, CaseIterable, Sendable {
  case generatePost, feed, search, mates, createOrder, order, cartItems, products, product, login
  case health

  /// What the route is called, and what it does when all is well.
  var script: ShopScript { ShopScript.all[rawValue] }
}

/// One step of an endpoint: a statement, how often it is run, and the cache that spares it.
struct ShopStep: Sendable {
  var statement: ShopStatement
  var repeats: ClosedRange<UInt32>
  var cache: ShopCache?

  init(
    _ statement: ShopStatement, _ repeats: ClosedRange<UInt32> = 1...1,
    unless cache: ShopCache? = nil
  ) {
    self.statement = statement
    self.repeats = repeats
    self.cache = cache
  }
}

/// An endpoint of the shop: how often it is asked, what it costs and what it runs.
struct ShopScript: Sendable {
  var route: ShopRoute
  var method: StaticString
  /// The path around the id in it; without an id all of it stands in `pathStart`.
  var pathStart: StaticString
  var pathEnd: StaticString?
  /// The query string around the word in it.
  var query: StaticString?
  var ratePerSecond: Double
  /// Median of the time that is not spent in the database.
  var workMilliseconds: Double
  var workSpread: Double = 0.35
  var bodyBytes: UInt32
  var rowBytes: UInt32 = 0
  var pool: ShopPool? = .main
  var caches: [ShopCache] = [.sessions]
  var steps: [ShopStep] = []

  /// The route template, as the service itself calls it.
  var template: String {
    guard let pathEnd else { return "\(pathStart)" }
    return "\(pathStart){id}\(pathEnd)"
  }

  /// The scripts in the order of `ShopRoute`.
  static let all: [ShopScript] = [
    ShopScript(
      route: .generatePost, method: "POST", pathStart: "/api/posts/generate", ratePerSecond: 1.05,
      workMilliseconds: 340, workSpread: 0.3, bodyBytes: 1900, pool: .poster,
      steps: [
        ShopStep(.userByID, unless: .sessions), ShopStep(.wideSouls), ShopStep(.soulTraits, 6...10),
        ShopStep(.insertPost),
      ]),
    ShopScript(
      route: .feed, method: "GET", pathStart: "/api/users/", pathEnd: "/feed", ratePerSecond: 0.9,
      workMilliseconds: 12, bodyBytes: 420, rowBytes: 380,
      steps: [
        ShopStep(.userByID, unless: .sessions), ShopStep(.follows),
        ShopStep(.postsOfAuthor, 7...13),
      ]),
    ShopScript(
      route: .search, method: "GET", pathStart: "/api/search", query: "?q=", ratePerSecond: 2.4,
      workMilliseconds: 6, bodyBytes: 160, rowBytes: 140, pool: .reports,
      caches: [.sessions, .search],
      steps: [
        ShopStep(.searchProducts, unless: .search), ShopStep(.countProducts, unless: .search),
      ]),
    ShopScript(
      route: .mates, method: "GET", pathStart: "/agents/", pathEnd: "/mates", ratePerSecond: 0.3,
      workMilliseconds: 3, workSpread: 0.2, bodyBytes: 210, rowBytes: 24, pool: .reports,
      caches: [.resolver], steps: [ShopStep(.lineage)]),
    ShopScript(
      route: .createOrder, method: "POST", pathStart: "/api/orders", ratePerSecond: 1,
      workMilliseconds: 34, workSpread: 0.3, bodyBytes: 240,
      steps: [
        ShopStep(.userByID, unless: .sessions), ShopStep(.lockCart), ShopStep(.reserveStock, 1...2),
        ShopStep(.insertOrder), ShopStep(.insertOrderLine, 1...2),
      ]),
    ShopScript(
      route: .order, method: "GET", pathStart: "/api/orders/", pathEnd: "", ratePerSecond: 3.8,
      workMilliseconds: 9, workSpread: 0.45, bodyBytes: 330, rowBytes: 90,
      steps: [
        ShopStep(.userByID, unless: .sessions), ShopStep(.orderByID), ShopStep(.orderLines),
      ]),
    ShopScript(
      route: .cartItems, method: "PUT", pathStart: "/api/carts/", pathEnd: "/items",
      ratePerSecond: 0.9, workMilliseconds: 8, bodyBytes: 180,
      steps: [
        ShopStep(.userByID, unless: .sessions), ShopStep(.lockCart), ShopStep(.productByID),
        ShopStep(.upsertCartItem),
      ]),
    ShopScript(
      route: .products, method: "GET", pathStart: "/api/products", query: "?category=",
      ratePerSecond: 2.4, workMilliseconds: 7, bodyBytes: 3400, caches: [.products],
      steps: [ShopStep(.listProducts, unless: .products)]),
    ShopScript(
      route: .product, method: "GET", pathStart: "/api/products/", pathEnd: "", ratePerSecond: 1.8,
      workMilliseconds: 4, bodyBytes: 900, caches: [.products, .resolver],
      steps: [ShopStep(.productByID, unless: .products)]),
    ShopScript(
      route: .login, method: "POST", pathStart: "/api/sessions", ratePerSecond: 0.3,
      workMilliseconds: 62, workSpread: 0.15, bodyBytes: 310, caches: [],
      steps: [ShopStep(.userByEmail)]),
    ShopScript(
      route: .health, method: "GET", pathStart: "/healthz", ratePerSecond: 1,
      workMilliseconds: 1.1, workSpread: 0.25, bodyBytes: 15, pool: nil, caches: []),
  ]
}
