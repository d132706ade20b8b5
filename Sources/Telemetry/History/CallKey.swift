/// Under what the votes of a call are kept: the id of a statement's fingerprint, or a hash of what
/// else was called.
///
/// All are 64-bit hashes in one table; that two of them are equal is as unlikely as that two
/// fingerprints share their id.
enum CallKey {
  /// Calls of one name to other services.
  static func outbound(_ name: EndpointName) -> UInt64 { hash(name.description, seed: 1) }

  /// Look-ups in a cache of one source, by what came of them.
  static func lookup(_ cache: DisplayText, source: SourceID, isHit: Bool) -> UInt64 {
    hash(cache.string, seed: 2 &+ 2 &* UInt64(truncatingIfNeeded: source) &+ (isHit ? 1 : 0))
  }

  private static func hash(_ text: String, seed: UInt64) -> UInt64 {
    var text = text
    return text.withUTF8 { FingerprintHash.of(Bytes($0), seed: seed) }
  }
}
