/// The methods that are told apart; a scanner can make up as many others as it likes.
enum HTTPMethod {
  /// RFC 9110 section 9, RFC 5789, and what is common of WebDAV (RFC 4918, 3253, 5323) and caches.
  static let known = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PROPFIND",
    "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "SEARCH", "PURGE", "QUERY",
  ]

  /// Whether a word in capitals is one of those that applications answer.
  static func isCommon(_ word: Bytes) -> Bool {
    word.equals("GET") || word.equals("POST") || word.equals("PUT") || word.equals("PATCH")
      || word.equals("DELETE") || word.equals("HEAD") || word.equals("OPTIONS")
  }

  /// Appends a known method in capitals, nothing for an empty one, else "OTHER".
  static func append(_ method: Bytes, to text: inout [UInt8]) {
    if method.isEmpty { return }
    let match = known.first { name in
      name.utf8.elementsEqual(method.lazy.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 })
    }
    text.append(contentsOf: (match ?? "OTHER").utf8)
  }
}
