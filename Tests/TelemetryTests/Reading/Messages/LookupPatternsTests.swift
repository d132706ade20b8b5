import Testing

@testable import Telemetry

/// Lines that tell of one look-up in a cache, and lines that only speak of caches.
@Suite struct LookupPatternsTests {
  private func read(_ text: String) -> String? {
    withBytes(text) { bytes in
      var record = LogRecord()
      guard MessagePatterns.read(bytes, into: &record), record.kind == .lookup else { return nil }
      return "\(record.cache) \(summary(of: record))"
    }
  }

  @Test(arguments: [
    ("cache hit key=user:12", "hit lookup name=user"),
    ("Cache MISS for user:123 (0.8ms)", "miss lookup 0.0008s name=user"),
    ("Cache miss for key: user_profile_12345", "miss lookup name=user_profile"),
    ("Cache hit for key: user", "hit lookup name=user"),
    ("Cache HIT for 'Haaland' news", "hit lookup name=Haaland"),
    ("Cache HIT (Redis) for key: posts:9", "hit lookup name=posts"),
    ("[CACHE] HIT user:12", "hit lookup name=user"),
    ("[Cache] MISS 9f3c", "miss lookup"),
    ("[cache] hit | ticker=ABC", "hit lookup name=ticker"),
    ("[Cache][user] MISS: 123", "miss lookup name=user"),
    ("[Cache next] hit: /a (0.40ms)", "hit lookup 0.0004s name=next"),
    ("[CACHE HIT] Serving from CACHE: /api/v1/complaints", "hit lookup name=Serving"),
    ("💥 Redis Cache MISS: user:7", "miss lookup name=user"),
    ("fx graph cache miss for key abcdef", "miss lookup name=abcdef"),
    ("cache hit: https://api.example.com/x", "hit lookup"),
    ("Cache fetch_hit: users/1-2017/attributes", "hit lookup name=users"),
    ("Cache generate: Post-137/last", "miss lookup name=Post"),
    ("cache=hit key=user:12 request_id=r1", "hit lookup name=user"),
    ("event=cache_miss key=user:12", "miss lookup name=user"),
    ("cache_hit=false key=cart:1", "miss lookup name=cart"),
    ("cache hit", "hit lookup"),
  ])
  func `reads a look-up`(text: String, expected: String) {
    #expect(read(text) == expected, "\(text)")
  }

  @Test(arguments: [
    "cache hit rate 85%", "cache hit: 85%", "cache hit ratio: 0.9", "Cache hits: 12",
    "cache miss or error for key x", "Cache read: users/1", "Cache write: users/1",
    "cache is cold", "Cached morning", "cached since 9.1s ago", "cache miss: 12", "cache=redis",
    "cache_hit=42", "cache hit count 12", "cache missing for key x", "the cache",
    "precache miss: /a",
  ])
  func `keeps silent about sentences and statistics`(text: String) {
    #expect(read(text) == nil, "\(text)")
  }
}
