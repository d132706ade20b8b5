/// The words with which proxies say what their cache made of a request.
///
/// Sources: https://nginx.org/en/docs/http/ngx_http_upstream_module.html#var_upstream_cache_status,
/// https://wiki.squid-cache.org/SquidFaq/SquidLogs#squid-result-codes,
/// https://developers.cloudflare.com/cache/concepts/cache-responses/
enum CacheWords {
  /// What a word means; a stale or revalidated answer is a hit, whatever passed by is unknown.
  static func outcome(of word: Bytes) -> LogRecord.CacheOutcome {
    guard word.count >= 3, word.count <= 40 else { return .unknown }
    // Squid joins tags with underscores: `TCP_MEM_HIT_ABORTED`, `TCP_REFRESH_UNMODIFIED`.
    var start = 0
    var outcome = LogRecord.CacheOutcome.unknown
    while start < word.count {
      let end = word.find(UInt8(ascii: "_"), from: start) ?? word.count
      let tag = tag(word.part(start, end))
      if tag != .unknown { outcome = tag }
      start = end &+ 1
    }
    return outcome
  }

  private static func tag(_ tag: Bytes) -> LogRecord.CacheOutcome {
    switch tag.first?.lowercased {
    case UInt8(ascii: "h"): tag.equalsAnyCase("hit") ? .hit : .unknown
    case UInt8(ascii: "m"):
      tag.equalsAnyCase("miss") || tag.equalsAnyCase("modified") ? .miss : .unknown
    case UInt8(ascii: "e"): tag.equalsAnyCase("expired") ? .miss : .unknown
    case UInt8(ascii: "s"): tag.equalsAnyCase("stale") ? .hit : .unknown
    case UInt8(ascii: "u"):
      tag.equalsAnyCase("unmodified") || tag.equalsAnyCase("updating") ? .hit : .unknown
    case UInt8(ascii: "r"):
      tag.equalsAnyCase("refreshhit") || tag.equalsAnyCase("revalidated") ? .hit : .unknown
    case UInt8(ascii: "o"):
      tag.equalsAnyCase("originshieldhit") || tag.equalsAnyCase("old") ? .hit : .unknown
    default: .unknown
    }
  }
}
