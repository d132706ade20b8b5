/// The words for what a cache made of a request, as nginx writes them.
///
/// Source: https://nginx.org/en/docs/http/ngx_http_upstream_module.html#var_upstream_cache_status
enum CacheWords {
  /// The outcome that a word names; `unknown` for other words.
  ///
  /// A stale answer came from the cache, an expired one from the upstream; a bypass is neither.
  static func outcome(_ word: Bytes) -> LogRecord.CacheOutcome {
    switch word.count {
    case 3: word.equals("HIT") ? .hit : .unknown
    case 4: word.equals("MISS") ? .miss : .unknown
    case 5: word.equals("STALE") ? .hit : .unknown
    case 7: word.equals("EXPIRED") ? .miss : .unknown
    case 8: word.equals("UPDATING") ? .hit : .unknown
    case 11: word.equals("REVALIDATED") ? .hit : .unknown
    default: .unknown
    }
  }
}
