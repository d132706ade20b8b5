/// Counts of the buckets of one slot where they lie, in either form that slots have.
enum SlotCounts {
  case packed(PackedCounts)
  case coded(CodedCounts)

  /// No counts.
  static var none: SlotCounts { .packed(.none) }

  /// Calls `body` with each bucket and its count, in rising order of buckets.
  @inline(__always)
  func forEach(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    switch self {
    case .packed(let counts): counts.forEach(body)
    case .coded(let counts): counts.forEach(body)
    }
  }
}
