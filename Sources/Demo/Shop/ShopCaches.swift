/// The caches of the shop.
enum ShopCache: Int, CaseIterable, Sendable {
  case sessions, products, search
  /// Has no limit: it only grows.
  case resolver

  var name: StaticString {
    switch self {
    case .sessions: "sessions"
    case .products: "products"
    case .search: "search"
    case .resolver: "resolver"
    }
  }

  /// Entries that fit in; an entry more puts an old one out.
  var capacity: UInt64 {
    switch self {
    case .sessions: 20_000
    case .products: 2000
    case .search: 500
    case .resolver: .max
    }
  }

  /// Entries that a shop that just started has already loaded.
  var preloaded: UInt64 {
    switch self {
    case .sessions: 11_200
    case .products: 1400
    case .search: 480
    case .resolver: 0
    }
  }
}

/// Look-ups of one request: which caches were asked, and which of them knew the answer.
struct CacheLookups: Hashable, Sendable {
  private var asked: UInt8 = 0
  private var hits: UInt8 = 0

  mutating func record(_ cache: ShopCache, isHit: Bool) {
    asked |= 1 << cache.rawValue
    if isHit { hits |= 1 << cache.rawValue }
  }

  /// `nil` when the cache was not asked.
  func isHit(_ cache: ShopCache) -> Bool? {
    asked & 1 << cache.rawValue == 0 ? nil : hits & 1 << cache.rawValue != 0
  }

  var isEmpty: Bool { asked == 0 }
}
